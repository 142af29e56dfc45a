import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const entraAppClientSecret = defineService({
  id: 'entra-app-client-secret',
  title: 'Microsoft Entra application',
  secrets,
  endpoint: () => null,
  conflicts: [
    { package: '@microsoft/microsoft-graph-client', reason: 'graph-app-permissions' },
    { package: '@microsoft/msgraph-sdk', reason: 'graph-app-permissions' },
    { package: 'Microsoft.Graph', reason: 'graph-app-permissions' },
  ],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
