const azure = require('azure-storage');

const queues = azure.createQueueService(process.env.AZURE_STORAGE_CONNECTION_STRING);
