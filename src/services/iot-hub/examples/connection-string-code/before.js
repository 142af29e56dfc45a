const { Registry } = require('azure-iothub');

const registry = Registry.fromConnectionString('HostName=contoso.azure-devices.net;SharedAccessKeyName=service;SharedAccessKey={{iothub-key}}');

module.exports = { registry };
