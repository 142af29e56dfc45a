import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const storageTable = defineService({
  id: 'storage-table',
  title: 'Azure Table Storage',
  secrets,
  endpoint: ({ TableEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? TableEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.table.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGETABLE_RESOURCEENDPOINT',
  endpointWords: ['table', 'endpoint'],
  clients: { typescript, csharp },
  calls: {
    read: /^(?:query|listentities|getentity|getentities)/,
    write: /^(?:create|upsert|update|delete|submittransaction|add|insert|merge|replace|set)/,
  },
  settings,
  identity,
  examples,
});
