import type { Sdk } from '../../pattern';
import { sdk, byHand } from '../../pattern';
import { takesConnection } from '../../shared/no-client';
import { orleans } from '../../shared/orleans';
import { netLegacyTables } from '../../shared/storage-account';
import { netTableClients } from '../../shared/table-clients';

export const csharp: readonly Sdk[] = [
  ...netTableClients,
  orleans(
    'ConfigureTableServiceClient',
    'UseAzureStorageClustering',
    'AddAzureTableGrainStorage',
    'AddAzureTableGrainStorageAsDefault',
    'UseAzureTableReminderService',
    'AddAzureTableTransactionalStateStorage',
  ),
  sdk(
    'Serilog',
    ['', 'formatter: $FORMATTER, '].map((before) =>
      byHand(
        `$SINK.AzureTableStorage(${before}connectionString: $CONNECTION, ...$REST)`,
        'WriteTo.AzureTableStorage(storageAccount: new TableServiceClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AzureTableStorage') },
      ),
    ),
    { words: ['.AzureTableStorage('] },
  ),
  sdk(
    '',
    [
      byHand(
        '$CHECKS.AddAzureTable(connectionString: $CONNECTION, tableName: $NAME, ...$REST)',
        'AddAzureTable(services => new TableServiceClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AddAzureTable') },
      ),
    ],
    { words: ['.AddAzureTable('] },
  ),
  netLegacyTables,
];
