const azure = require('azure-storage');

const tables = azure.createTableService('contoso', process.env.STORAGE_ACCOUNT_KEY);
