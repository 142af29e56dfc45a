import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const cosmosTable = defineService({
  id: 'cosmos-table',
  title: 'Azure Cosmos DB for Table',
  secrets,
  endpoint: ({ TableEndpoint, Url }) => (Url ?? TableEndpoint)?.replace(/\/$/, '') ?? null,
  // Not Service Connector's AZURE_COSMOS_RESOURCEENDPOINT: that one holds the endpoint of the NoSQL API.
  endpointSetting: 'AZURE_COSMOS_TABLE_ENDPOINT',
  endpointWords: ['table', 'endpoint'],
  // The package is the one of Azure Table Storage.
  claims: (code) => /cosmos/i.test(code),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
