import type { Identity } from '../identity';
import { sharedKeyLink, storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Table Storage accepts Microsoft Entra tokens. Give the identity a data role and connect with the table endpoint instead of a key, connection string or SAS.',
  roles: {
    read: [
      {
        name: 'Storage Table Data Reader',
        id: '76199698-9eea-4c19-bc75-cec21354c6b6',
        allows: 'read tables and entities',
      },
    ],
    write: [
      {
        name: 'Storage Table Data Contributor',
        id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
        allows: 'read, write and delete tables and entities',
      },
    ],
    admin: [],
    other: [
      {
        name: 'Storage Table Delegator',
        id: '965033a5-c8eb-4f35-b82f-fef460a3606d',
        allows: 'get a user delegation key, to sign SAS without the account key',
      },
    ],
  },
  endpoint: 'https://<account>.table.core.windows.net',
  bindings: ['<connection>__tableServiceUri=https://<account>.table.core.windows.net'],
  scopeNote: 'Prefer the table as scope: append /tableServices/default/tables/<table> to the scope.',
  ...storageAccount,
  prove: 'az storage entity query --account-name <account> --table-name <table> --auth-mode login --num-results 1',
  limits: [
    'The same SDK serves Azure Cosmos DB for Table: an endpoint on table.cosmos.azure.com needs the roles of Cosmos DB, not those of Storage.',
    'Renewing an account key invalidates every SAS signed with it.',
  ],
  links: [
    {
      title: 'Authorize access to tables with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/azure/storage/tables/authorize-access-azure-active-directory',
    },
    sharedKeyLink,
    {
      title: 'Connect to Table Storage with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-storage-table',
    },
  ],
};
