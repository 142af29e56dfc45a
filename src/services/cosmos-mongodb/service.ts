import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const cosmosMongodb = defineService({
  id: 'cosmos-mongodb',
  title: 'Azure Cosmos DB for MongoDB',
  secrets,
  // Clusters (vCore) take tokens on their global host name.
  endpoint: ({ Url }) =>
    Url && /\.mongocluster\./.test(Url)
      ? Url.replace(/^(\w[\w+]{0,100}:\/\/[^./]{1,200})\.mongocluster\./, '$1.global.mongocluster.')
      : null,
  // The driver serves any MongoDB server.
  claims: (code, text) =>
    /azure|cosmos/i.test(code) || /\.(?:mongo|mongocluster)\.cosmos\.azure\.|AZURE_COSMOS/i.test(text),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
