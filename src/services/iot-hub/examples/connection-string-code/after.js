const { DefaultAzureCredential } = require('@azure/identity');
const { Registry } = require('azure-iothub');

const credential = new DefaultAzureCredential();

const registry = Registry.fromTokenCredential('contoso.azure-devices.net', credential);

module.exports = { registry };
