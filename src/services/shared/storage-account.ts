import type { Identity } from '../identity';
import { refuse, sdk } from '../pattern';
import type { Calls } from '../service';

/** What blob, queue, table, file and Data Lake share: the keys are the storage account's. */
export const storageAccount = {
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Storage/storageAccounts/<account>',
    bicepType: 'Microsoft.Storage/storageAccounts@2025-01-01',
    terraformType: 'azurerm_storage_account',
  },
  disableKeys: {
    cli: 'az storage account update --resource-group <resource-group> --name <account> --allow-shared-key-access false',
    bicep: 'properties.allowSharedKeyAccess: false',
    terraform: 'shared_access_key_enabled = false',
    effect:
      'Blocks Shared Key, and service and account SAS, for every service of the account (blob, queue, table, file). User delegation SAS keeps working. Azure Functions content shares and other tools that still use the key break. In Terraform set storage_use_azuread = true on the provider, so that it stops using keys itself.',
  },
  rotate: [
    'az storage account keys renew --resource-group <resource-group> --account-name <account> --key primary',
    'az storage account keys renew --resource-group <resource-group> --account-name <account> --key secondary',
    '# only for a leaked user delegation SAS:',
    'az storage account revoke-delegation-keys --resource-group <resource-group> --name <account>',
  ],
} satisfies Pick<Identity, 'grant' | 'disableKeys' | 'rotate'>;

export const sharedKeyLink = {
  title: 'Prevent Shared Key authorization for a storage account',
  url: 'https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent',
};

const CLOUD = [
  refuse('CloudStorageAccount.Parse($CONNECTION)', 'legacy-sdk'),
  refuse('CloudStorageAccount.TryParse($CONNECTION, $RESULT)', 'legacy-sdk'),
  refuse('new StorageCredentials($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
  refuse('new StorageCredentials($SAS)', 'legacy-sdk'),
];

/** The .NET packages before Azure.Storage.*, whose classes serve blobs, queues and tables alike. */
export const netLegacyStorage = [
  sdk('WindowsAzure.Storage', CLOUD, {
    namespaces: {
      CloudStorageAccount: 'Microsoft.WindowsAzure.Storage',
      StorageCredentials: 'Microsoft.WindowsAzure.Storage.Auth',
    },
    successor: 'Azure.Storage.Blobs, Azure.Storage.Queues, Azure.Storage.Files.Shares or Azure.Data.Tables',
  }),
  sdk('Microsoft.Azure.Storage.Common', CLOUD, {
    namespaces: {
      CloudStorageAccount: 'Microsoft.Azure.Storage',
      StorageCredentials: 'Microsoft.Azure.Storage.Auth',
    },
    successor: 'Azure.Storage.Blobs, Azure.Storage.Queues or Azure.Storage.Files.Shares',
  }),
];

/** The tables of Azure Cosmos DB and Azure Storage before Azure.Data.Tables. */
export const netLegacyTables = sdk('Microsoft.Azure.Cosmos.Table', CLOUD, { successor: 'Azure.Data.Tables' });

/** Methods of the clients for files in shares and in data lakes. */
export const fileCalls: Calls = {
  on: /file|share|director/,
  read: /^(?:download|openread|listfiles|getpaths|listpaths|its\.(?:read|getproperties))/,
  write:
    /^(?:upload|appenddata|flushdata|openwrite|startcopy|(?:create|delete)(?:file|directory|share|subdirectory|filesystem)|its\.(?:create|delete|append|flush|rename|set|write))/,
  unclear: /^(?:append|flush|create|delete|rename|set|write)/,
};
