import { describe, expect, it } from 'vitest';
import { engineOver } from '../support/engine-over';
import { migrated } from '../support/migrated';

const engine = engineOver({});

const cosmosTs = (endpoint: string, key = 'process.env.COSMOS_KEY'): string =>
  `import { CosmosClient } from "@azure/cosmos";\nconst client = new CosmosClient({ endpoint: ${endpoint}, key: ${key} });\n`;
const cosmosCs = (endpoint: string): string =>
  `using Microsoft.Azure.Cosmos;\nvar client = new CosmosClient(${endpoint}, Environment.GetEnvironmentVariable("COSMOS_KEY"));\n`;
const blobTs = (connection: string): string =>
  `import { BlobServiceClient } from "@azure/storage-blob";\nconst client = BlobServiceClient.fromConnectionString(${connection});\n`;

describe('a client of a local emulator is not migrated', () => {
  it.each([
    ['the address of the Cosmos DB emulator', 'a.ts', cosmosTs('"https://localhost:8081/"'), 'emulator-endpoint'],
    ['by its address', 'a.ts', cosmosTs('"https://127.0.0.1:8081"'), 'emulator-endpoint'],
    ['in a container', 'a.ts', cosmosTs('"https://cosmosdb:8081/"'), 'emulator-endpoint'],
    ['as a fallback', 'a.ts', cosmosTs('process.env.COSMOS_URL ?? "https://localhost:8081"'), 'emulator-fallback'],
    ['in a constant', 'a.ts', `const HOST = "https://localhost:8081";\n${cosmosTs('HOST')}`, 'emulator-endpoint'],
    ['in C#', 'A.cs', cosmosCs('"https://localhost:8081"'), 'emulator-endpoint'],
    [
      'a fallback in C#',
      'A.cs',
      cosmosCs('Environment.GetEnvironmentVariable("COSMOS_URL") ?? "https://localhost:8081"'),
      'emulator-fallback',
    ],
    [
      'Azurite as a fallback',
      'a.ts',
      blobTs('process.env.STORAGE || "UseDevelopmentStorage=true"'),
      'emulator-fallback',
    ],
  ])('%s', async (_title, path, text, reason) => {
    expect(await migrated(engine, path, text)).toBe(reason);
  });

  it('says nothing of a key of the emulator that stands alone', async () => {
    expect(await migrated(engine, 'a.ts', blobTs('"UseDevelopmentStorage=true"'))).toBe('silent');
  });

  it.each([
    ['an account of Azure', cosmosTs('"https://contoso.documents.azure.com:443/"')],
    ['an endpoint from a setting', cosmosTs('process.env.COSMOS_URL')],
    ['a host that only begins so', cosmosTs('"https://localhost-cosmos.documents.azure.com:443/"')],
  ])('but %s is', async (_title, text) => {
    expect(await migrated(engine, 'a.ts', text)).toContain('DefaultAzureCredential');
  });
});
