export const CLIENTS = ['ServiceBusClient', 'ServiceBusAdministrationClient'];
