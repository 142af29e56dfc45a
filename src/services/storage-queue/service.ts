import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const storageQueue = defineService({
  id: 'storage-queue',
  title: 'Azure Queue Storage',
  secrets,
  endpoint: ({ QueueEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? QueueEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.queue.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEQUEUE_RESOURCEENDPOINT',
  endpointWords: ['queue', 'endpoint'],
  clients: { typescript, csharp },
  calls: {
    on: /queue/,
    read: /^peekmessage/,
    write: /^(?:sendmessage|enqueuemessage|its\.(?:send|enqueue))/,
    unclear: /^(?:peek$|receive$)/,
    beyond: /^(?:receive|dequeue|delete|update|clear|create|set)/,
  },
  settings,
  identity,
  examples,
});
