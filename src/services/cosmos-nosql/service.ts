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
    'Create databases and containers with infrastructure code: a token of the data plane may read them, not create them.',
  ],
  clients: { typescript, csharp },
  calls: {
    read: /^(?:query|readitem|readall|readmany|fetchall|fetchnext|getitemquery|getitemlinq|read$|queryitems)/,
    write: /^(?:create|upsert|replace|patch|delete|execute|bulk|batch|transaction)/,
  },
  settings,
  identity,
  examples,
});
