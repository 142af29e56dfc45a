import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const cosmosCassandraGremlin = defineService({
  id: 'cosmos-cassandra-gremlin',
  title: 'Azure Cosmos DB for Apache Cassandra and Gremlin',
  secrets,
  endpoint: () => null,
  // The drivers serve any server of these protocols.
  claims: (code, text) => /azure|cosmos/i.test(code) || /\.(?:cassandra|gremlin)\.cosmos\.azure\./i.test(text),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
