import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const webPubsub = defineService({
  id: 'web-pubsub',
  title: 'Azure Web PubSub',
  secrets,
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  // Not Service Connector's AZURE_WEBPUBSUB_HOST: that one holds the host name alone, the client takes a URL.
  endpointSetting: 'AZURE_WEBPUBSUB_ENDPOINT',
  endpointWords: ['web', 'pub', 'sub', 'endpoint'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
