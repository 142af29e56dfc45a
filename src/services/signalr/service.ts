import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const signalr = defineService({
  id: 'signalr',
  title: 'Azure SignalR Service',
  secrets,
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  endpointSetting: 'AZURE_SIGNALR_ENDPOINT',
  endpointWords: ['signal', 'r', 'endpoint'],
  absent: { typescript: 'no package for servers; bindings of Azure Functions name a setting' },
  clients: { csharp },
  // Code that sends over the management SDK is no app server.
  calls: { read: /^$/, write: /^$/, manage: /\bServiceManagerBuilder\b/ },
  settings,
  identity,
  examples,
});
