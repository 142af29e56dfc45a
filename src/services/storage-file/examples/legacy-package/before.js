const { createFileService } = require('azure-storage');

const files = createFileService(process.env.AZURE_STORAGE_CONNECTION_STRING);
