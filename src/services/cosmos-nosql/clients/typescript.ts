import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk(
    '@azure/cosmos',
    [
      rewrite(
        'new CosmosClient({ endpoint: $URL, key: $KEY, ...$REST })',
        'new CosmosClient({ endpoint: $URL, aadCredentials: $CREDENTIAL, ...$REST })',
      ),
      rewrite(
        'new CosmosClient($CONNECTION)',
        'new CosmosClient({ endpoint: $ENDPOINT, aadCredentials: $CREDENTIAL })',
      ),
      rewrite(
        'new CosmosClient({ connectionString: $CONNECTION, ...$REST })',
        'new CosmosClient({ endpoint: $ENDPOINT, aadCredentials: $CREDENTIAL, ...$REST })',
      ),
      refuse('new CosmosClient({ endpoint: $URL, auth: { masterKey: $KEY, ...$AUTH }, ...$REST })', 'legacy-sdk'),
      // Databases, containers, throughput, scripts, users and permissions are no data: a token gets 403/5300.
      ...[
        ...['databases', 'containers'].flatMap((name) =>
          ['create', 'createIfNotExists'].map((method) => `$CLIENT.${name}.${method}`),
        ),
        '$CLIENT.readOffer',
        ...['query', 'readAll'].map((method) => `$CLIENT.offers.${method}`),
        ...['storedProcedures', 'triggers', 'userDefinedFunctions'].flatMap((name) =>
          ['create', 'upsert'].map((method) => `$CLIENT.scripts.${name}.${method}`),
        ),
        ...['users', 'permissions'].flatMap((name) =>
          ['create', 'upsert'].map((method) => `$CLIENT.${name}.${method}`),
        ),
      ].map((call) => refuse(`${call}(...$REST)`, 'creates-resources')),
    ],
    { since: '3.10.0' },
  ),
  // With a token it cannot create its container: the code may have to change, too.
  sdk('botbuilder-azure', [
    byHand(
      'new CosmosDbPartitionedStorage({ authKey: $KEY, ...$REST })',
      'new CosmosDbPartitionedStorage({ cosmosDbEndpoint, tokenCredential: new DefaultAzureCredential(), databaseId, containerId })',
    ),
  ]),
  sdk('@langchain/azure-cosmosdb', [
    byHand(
      'new AzureCosmosDBNoSQLVectorStore($MODEL, { connectionString: $CONNECTION, ...$REST })',
      'new AzureCosmosDBNoSQLVectorStore(model, { endpoint, credentials: new DefaultAzureCredential() })',
    ),
  ]),
  sdk('documentdb', [refuse('new DocumentClient($URL, { masterKey: $KEY, ...$AUTH }, ...$REST)', 'legacy-sdk')]),
];
