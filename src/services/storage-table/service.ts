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
    on: /table/,
    read: /^(?:queryentit|listentities|getentity|getentities|its\.query)/,
    write:
      /^(?:(?:create|upsert|update|delete|add|insert|merge)entit|submittransaction|(?:create|delete)table|its\.(?:create|delete))/,
    unclear: /^(?:create|upsert|update|delete|add|insert|merge|replace|set)/,
  },
  settings,
  identity,
  examples,
});
