const azure = require('azure-sb');

const bus = azure.createServiceBusService(process.env.SERVICEBUS_CONNECTION_STRING);
