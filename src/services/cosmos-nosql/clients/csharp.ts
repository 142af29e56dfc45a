import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { takesConnection } from '../../shared/no-client';

export const csharp: readonly Sdk[] = [
  sdk(
    'Microsoft.Azure.Cosmos',
    [
      ...['new CosmosClient', 'CosmosClient.CreateAndInitializeAsync', 'new CosmosClientBuilder'].flatMap((call) => [
        rewrite(
          `${call}(accountEndpoint: $URL, authKeyOrResourceToken: $KEY, ...$REST)`,
          `${call}(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)`,
        ),
        rewrite(
          `${call}(accountEndpoint: $URL, authKeyOrResourceTokenCredential: new AzureKeyCredential($KEY), ...$REST)`,
          `${call}(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)`,
        ),
        rewrite(
          `${call}(connectionString: $CONNECTION, ...$REST)`,
          `${call}(accountEndpoint: $ENDPOINT, tokenCredential: $CREDENTIAL, ...$REST)`,
        ),
      ]),
      // Databases, containers, throughput, scripts, users and permissions are no data: a token gets 403/5300.
      ...[
        'CreateDatabaseAsync',
        'CreateDatabaseIfNotExistsAsync',
        'CreateContainerAsync',
        'CreateContainerIfNotExistsAsync',
        'ReadThroughputAsync',
        'ReplaceThroughputAsync',
        ...['StoredProcedure', 'Trigger', 'UserDefinedFunction'].flatMap((name) =>
          ['Create', 'Replace'].map((verb) => `${verb}${name}Async`),
        ),
        ...['User', 'Permission'].flatMap((name) => ['Create', 'Upsert'].map((verb) => `${verb}${name}Async`)),
      ].map((name) => refuse(`$CLIENT.${name}(...$REST)`, 'creates-resources')),
    ],
    { namespaces: { CosmosClientBuilder: 'Microsoft.Azure.Cosmos.Fluent' } },
  ),
  sdk(
    'Microsoft.EntityFrameworkCore.Cosmos',
    [
      rewrite(
        '$BUILDER.UseCosmos(accountEndpoint: $URL, accountKey: $KEY, databaseName: $NAME, ...$REST)',
        '$BUILDER.UseCosmos(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, databaseName: $NAME, ...$REST)',
      ),
      rewrite(
        '$BUILDER.UseCosmos(connectionString: $CONNECTION, databaseName: $NAME, ...$REST)',
        '$BUILDER.UseCosmos(accountEndpoint: $ENDPOINT, tokenCredential: $CREDENTIAL, databaseName: $NAME, ...$REST)',
      ),
      ...['EnsureCreated', 'EnsureCreatedAsync'].map((name) =>
        refuse(`$CONTEXT.Database.${name}(...$REST)`, 'creates-resources'),
      ),
    ],
    { namespaces: { UseCosmos: 'Microsoft.EntityFrameworkCore' }, words: ['UseCosmos('], since: '7.0.0' },
  ),
  sdk('Microsoft.Bot.Builder.Azure', [
    byHand(
      'new CosmosDbPartitionedStorageOptions(...$REST).AuthKey = $KEY',
      'TokenCredential = new DefaultAzureCredential()',
    ),
  ]),
  sdk(
    '',
    [
      byHand(
        '$CHECKS.AddCosmosDb(connectionString: $CONNECTION, ...$REST)',
        'AddAzureCosmosDB(services => new CosmosClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AddCosmosDb') },
      ),
    ],
    { words: ['.AddCosmosDb('] },
  ),
  sdk('Microsoft.Azure.DocumentDB.Core', [refuse('new DocumentClient($URL, $KEY, ...$REST)', 'legacy-sdk')], {
    namespaces: { DocumentClient: 'Microsoft.Azure.Documents.Client' },
    successor: 'Microsoft.Azure.Cosmos',
  }),
];
