const azure = require('azure-storage');

const blobs = azure.createBlobService(process.env.AZURE_STORAGE_CONNECTION_STRING);
