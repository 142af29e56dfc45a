export const PRODUCERS = ['EventHubProducerClient', 'EventHubBufferedProducerClient'];
