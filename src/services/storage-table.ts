import { netLegacyTables, sharedKeyLink, storageAccount } from './storage-account';
import { refuse, sdk } from './pattern';
import { defineService } from './service';
import { netTableClients, tableClients } from './table-clients';

export const storageTable = defineService({
  id: 'storage-table',
  title: 'Azure Table Storage',
  secrets: [],
  endpoint: ({ TableEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? TableEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.table.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGETABLE_RESOURCEENDPOINT',
  endpointWords: ['table', 'endpoint'],
  clients: {
    typescript: [
      tableClients,
      sdk('azure-storage', [
        refuse('createTableService($CONNECTION)', 'legacy-sdk'),
        refuse('createTableService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
      ]),
    ],
    csharp: [...netTableClients, netLegacyTables],
  },
  calls: {
    read: /^(?:query|listentities|getentity|getentities)/,
    write: /^(?:create|upsert|update|delete|submittransaction|add|insert|merge|replace|set)/,
  },
  settings: [
    'AZURE_STORAGETABLE_CONNECTIONSTRING',
    'AZURE_STORAGE_CONNECTION_STRING',
    'TABLES_CONNECTION_STRING',
    'AZURE_STORAGE_KEY',
    'AZURE_STORAGE_SAS_TOKEN',
  ],
  identity: {
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
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string in the code, for the service and for one table',
      file: 'tables.ts',
      before: `import { TableClient, TableServiceClient } from '@azure/data-tables';

const CONNECTION_STRING = '{{storage-connection-string:contoso}}';

export const service = TableServiceClient.fromConnectionString(CONNECTION_STRING);
export const orders = TableClient.fromConnectionString(CONNECTION_STRING, 'orders', { retryOptions: { maxRetries: 3 } });
`,
      after: `import { TableClient, TableServiceClient } from '@azure/data-tables';
import { DefaultAzureCredential } from '@azure/identity';

const credential = new DefaultAzureCredential();

const TABLE_ENDPOINT = 'https://contoso.table.core.windows.net';

export const service = new TableServiceClient(TABLE_ENDPOINT, credential);
export const orders = new TableClient(TABLE_ENDPOINT, 'orders', credential, { retryOptions: { maxRetries: 3 } });
`,
      rules: ['hardcoded/storage-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a named key',
      file: 'orders.ts',
      before: `import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

const account = process.env.STORAGE_ACCOUNT!;
const accountKey = process.env.STORAGE_ACCOUNT_KEY!;

export const orders = new TableClient(
  \`https://\${account}.table.core.windows.net\`,
  "orders",
  new AzureNamedKeyCredential(account, accountKey),
);
`,
      after: `import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const account = process.env.STORAGE_ACCOUNT!;

export const orders = new TableClient(
  \`https://\${account}.table.core.windows.net\`,
  "orders",
  credential,
);
`,
      rules: ['key-auth/storage-table'],
    },
    {
      language: 'typescript',
      title: 'a SAS, as a credential and in the URL',
      file: 'read.ts',
      before: `import { AzureSASCredential, TableClient, TableServiceClient } from "@azure/data-tables";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN!;

export const service = new TableServiceClient("https://contoso.table.core.windows.net", new AzureSASCredential(sas));
export const orders = new TableClient(\`https://contoso.table.core.windows.net?\${sas}\`, "orders");
`,
      after: `import { TableClient, TableServiceClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const service = new TableServiceClient("https://contoso.table.core.windows.net", credential);
export const orders = new TableClient("https://contoso.table.core.windows.net", "orders", credential);
`,
      rules: ['key-auth/storage-table', 'key-auth/storage-table'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the account key',
      file: 'share.ts',
      before: `import { AzureNamedKeyCredential, generateTableSas } from "@azure/data-tables";

export const token = generateTableSas("orders", new AzureNamedKeyCredential("contoso", process.env.STORAGE_ACCOUNT_KEY!));
`,
      after: null,
      rules: ['key-auth/storage-table'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const azure = require('azure-storage');

const tables = azure.createTableService('contoso', process.env.STORAGE_ACCOUNT_KEY);
`,
      after: null,
      rules: ['key-auth/storage-table'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'a connection string and a shared key',
      file: 'Orders.cs',
      before: `using Azure.Data.Tables;

namespace Shop;

public class Orders(IConfiguration configuration)
{
    private readonly TableClient _orders = new(configuration.GetConnectionString("Tables"), "orders");

    private readonly TableServiceClient _all = new(
        new Uri("https://contoso.table.core.windows.net"),
        new TableSharedKeyCredential("contoso", "{{storage-account-key}}"));
}
`,
      after: `using Azure.Data.Tables;
using Azure.Identity;

namespace Shop;

public class Orders(IConfiguration configuration)
{
    private readonly TableClient _orders = new(new Uri(configuration["AZURE_STORAGETABLE_RESOURCEENDPOINT"]!), "orders", new DefaultAzureCredential());

    private readonly TableServiceClient _all = new(
        new Uri("https://contoso.table.core.windows.net"),
        new DefaultAzureCredential());
}
`,
      rules: ['key-auth/storage-table', 'hardcoded/storage-account-key'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using Microsoft.Azure.Cosmos.Table;

public class Legacy
{
    public CloudTableClient Create(string connectionString) =>
        CloudStorageAccount.Parse(connectionString).CreateCloudTableClient();
}
`,
      after: null,
      rules: ['key-auth/storage-table'],
      refusal: 'legacy-sdk',
    },
  ],
});
