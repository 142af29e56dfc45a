import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const cosmosNosql = defineService({
  id: 'cosmos-nosql',
  title: 'Azure Cosmos DB for NoSQL',
  secrets,
  endpoint: ({ AccountEndpoint }) => AccountEndpoint?.replace(/(?::443)?\/?$/, '') ?? null,
  endpointSetting: 'AZURE_COSMOS_RESOURCEENDPOINT',
  endpointWords: ['cosmos', 'endpoint'],
  byHand: [
    'Create databases and containers with infrastructure as code. A token for the data plane can read them, but cannot create them.',
  ],
  clients: { typescript, csharp },
  calls: {
    on: /^items?$/,
    read: /^(?:readitem|readall|readmany|fetchall|fetchnext|readnext|getitemquery|getitemlinq|queryitems|its\.query|its\.read)/,
    write:
      /^(?:(?:create|upsert|replace|patch|delete|deleteall)items?|createtransactionalbatch|executebulk|executeitembatch|its\.(?:create|upsert|replace|patch|delete|batch|bulk)$)/,
    unclear: /^(?:create|upsert|replace|patch|delete|execute|bulk|batch|transaction)/,
  },
  settings,
  identity,
  examples,
});
