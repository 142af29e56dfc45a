export const PRODUCERS = ['EventHubProducerClient', 'EventHubBufferedProducerClient'];

/** The same arguments: what the clients of .NET may share, and build themselves. */
export const NET_PRODUCERS = [...PRODUCERS, 'EventHubConnection'];
