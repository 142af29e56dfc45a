import { fileCalls, sharedKeyLink, storageAccount } from './storage-account';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const CLIENTS = ['ShareServiceClient', 'ShareClient', 'ShareDirectoryClient', 'ShareFileClient'];

const NET_INTENT =
  'new ShareClientOptions { ShareTokenIntent = Azure.Storage.Files.Shares.Models.ShareTokenIntent.Backup }';

export const storageFile = defineService({
  id: 'storage-file',
  title: 'Azure Files',
  secrets: [],
  endpoint: ({ FileEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? FileEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.file.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEFILE_RESOURCEENDPOINT',
  endpointWords: ['file', 'endpoint'],
  clients: {
    typescript: [
      // Tokens are taken with the request intent "backup" only.
      sdk(
        '@azure/storage-file-share',
        [
          rewrite(
            'ShareServiceClient.fromConnectionString($CONNECTION)',
            'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })',
          ),
          rewrite(
            'ShareServiceClient.fromConnectionString($CONNECTION, { ...$OPTIONS })',
            'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS })',
          ),
          rewrite(
            'new ShareClient($CONNECTION, $NAME)',
            'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" }).getShareClient($NAME)',
          ),
          rewrite(
            'new ShareClient($CONNECTION, $NAME, { ...$OPTIONS })',
            'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS }).getShareClient($NAME)',
          ),
          rewrite(
            'new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
            'new $CLASS($URL, $CREDENTIAL, { fileRequestIntent: "backup" })',
            { for: CLIENTS },
          ),
          rewrite(
            'new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY), { ...$OPTIONS })',
            'new $CLASS($URL, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS })',
            { for: CLIENTS },
          ),
          rewrite('new $CLASS($SASURL)', 'new $CLASS($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })', {
            for: CLIENTS,
          }),
          rewrite(
            'new $CLASS($SASURL, new AnonymousCredential())',
            'new $CLASS($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })',
            {
              for: CLIENTS,
            },
          ),
          refuse('newPipeline(new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'options-unknown'),
          refuse(
            'generateFileSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
            'sas-needs-user-delegation-key',
          ),
          refuse(
            'generateAccountSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
            'account-sas',
          ),
          refuse('$CLIENT.generateSasUrl(...$REST)', 'sas-needs-user-delegation-key'),
          refuse('$CLIENT.generateAccountSasUrl(...$REST)', 'account-sas'),
          refuse('new ShareClient($CONNECTION, $NAME, ...$REST)', 'options-unknown'),
          refuse('ShareServiceClient.fromConnectionString($CONNECTION, ...$REST)', 'options-unknown'),
          refuse('new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'options-unknown', {
            for: CLIENTS,
          }),
          refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
        ],
        { since: '12.14.0' },
      ),
      sdk('azure-storage', [
        refuse('createFileService($CONNECTION)', 'legacy-sdk'),
        refuse('createFileService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
      ]),
    ],
    csharp: [
      // Tokens are taken with the request intent "backup" only.
      sdk('Azure.Storage.Files.Shares', [
        rewrite(
          'new ShareServiceClient($CONNECTION)',
          `new ShareServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT})`,
        ),
        rewrite(
          'new ShareClient($CONNECTION, $NAME)',
          `new ShareServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT}).GetShareClient($NAME)`,
        ),
        ...['StorageSharedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].flatMap((credential) => [
          rewrite(`new $CLASS($URL, new ${credential})`, `new $CLASS($URL, $CREDENTIAL, ${NET_INTENT})`, {
            for: CLIENTS,
          }),
          refuse(`new $CLASS($URL, new ${credential}, ...$REST)`, 'options-unknown', { for: CLIENTS }),
        ]),
        rewrite('new $CLASS(new Uri($SASURL))', `new $CLASS(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT})`, {
          for: CLIENTS,
        }),
        refuse('new ShareServiceClient(connectionString: $CONNECTION, ...$REST)', 'options-unknown'),
        refuse('new $CLASS(connectionString: $CONNECTION, shareName: $NAME, ...$REST)', 'options-unknown', {
          for: CLIENTS.slice(1),
        }),
        refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
        refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
      ]),
      sdk('Microsoft.Extensions.Azure', [refuse('$BUILDER.AddShareServiceClient($CONNECTION)', 'options-unknown')]),
    ],
  },
  calls: fileCalls,
  settings: [
    'AZURE_STORAGEFILE_CONNECTIONSTRING',
    'AZURE_STORAGE_CONNECTION_STRING',
    'AZURE_STORAGE_KEY',
    'AZURE_STORAGE_SAS_TOKEN',
  ],
  identity: {
    support: 'partly',
    summary:
      'Azure Files accepts Microsoft Entra tokens over REST with the privileged roles and the file request intent "backup". SMB mounts use identities in another way; some hosts still need the key.',
    roles: {
      read: [
        {
          name: 'Storage File Data Privileged Reader',
          id: 'b8eda974-7b85-4f76-af95-65846b26df6d',
          allows: 'read all files of the shares over REST, past their access control lists',
        },
      ],
      write: [
        {
          name: 'Storage File Data Privileged Contributor',
          id: '69566ab7-960f-475b-8e7c-b3118f30c6bd',
          allows: 'read, write and delete all files of the shares over REST, past their access control lists',
        },
      ],
      admin: [
        {
          name: 'Storage File Data SMB MI Admin',
          id: 'a235d3ee-5935-4cfb-8cc5-a3303ad5995e',
          allows: 'mount over SMB with a managed identity, with full access',
        },
      ],
      other: [
        {
          name: 'Storage File Data SMB Share Reader',
          id: 'aba4ae5f-2193-4029-9191-0cb91df5e314',
          allows: 'read as a user over SMB',
        },
        {
          name: 'Storage File Data SMB Share Contributor',
          id: '0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb',
          allows: 'read, write and delete as a user over SMB',
        },
        {
          name: 'Storage File Data SMB Share Elevated Contributor',
          id: 'a7264617-510b-434b-a828-9731dc254ea7',
          allows: 'change permissions too as a user over SMB',
        },
        {
          name: 'Storage File Delegator',
          id: '765a04e0-5de8-4bb2-9bf6-b2a30bc03e91',
          allows: 'get a user delegation key, to sign SAS without the account key',
        },
      ],
    },
    endpoint: 'https://<account>.file.core.windows.net',
    scopeNote: 'Prefer the share as scope: append /fileServices/default/fileshares/<share> to the scope.',
    ...storageAccount,
    prove:
      'az storage file list --account-name <account> --share-name <share> --auth-mode login --backup-intent --output table',
    limits: [
      'Access by token over REST or with the SDK needs the privileged roles and the request intent "backup"; it goes past the access control lists of files.',
      'SMB mounts: identities through AD DS, Microsoft Entra Domain Services or Microsoft Entra Kerberos; managed identities over SMB exist (account flag --enable-smb-oauth) but are new.',
      'NFS shares have network rules and no tokens.',
      'Windows plans of Azure Functions (Consumption, Premium) still need WEBSITE_CONTENTAZUREFILECONNECTIONSTRING with a key: put it in Key Vault, or run without a content share.',
    ],
    links: [
      {
        title: 'Access Azure file shares with Microsoft Entra ID over REST',
        url: 'https://learn.microsoft.com/azure/storage/files/authorize-oauth-rest',
      },
      {
        title: 'Identity-based access over SMB',
        url: 'https://learn.microsoft.com/azure/storage/files/storage-files-active-directory-overview',
      },
      sharedKeyLink,
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment, for the service and for one share',
      file: 'shares.ts',
      before: `import { ShareClient, ShareServiceClient } from "@azure/storage-file-share";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING ?? "";

export const service = ShareServiceClient.fromConnectionString(connectionString);
export const reports = new ShareClient(connectionString, "reports", { retryOptions: { maxTries: 3 } });
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { ShareServiceClient } from "@azure/storage-file-share";

const credential = new DefaultAzureCredential();

const fileEndpoint = process.env.AZURE_STORAGEFILE_RESOURCEENDPOINT ?? "";

export const service = new ShareServiceClient(fileEndpoint, credential, { fileRequestIntent: "backup" });
export const reports = new ShareServiceClient(fileEndpoint, credential, { fileRequestIntent: "backup", retryOptions: { maxTries: 3 } }).getShareClient("reports");
`,
      rules: ['key-auth/storage-file', 'key-auth/storage-file'],
    },
    {
      language: 'typescript',
      title: 'a shared key, with options',
      file: 'upload.js',
      before: `const { ShareServiceClient, StorageSharedKeyCredential } = require('@azure/storage-file-share')

const account = process.env.STORAGE_ACCOUNT
const key = process.env.AZURE_STORAGE_KEY
const service = new ShareServiceClient(\`https://\${account}.file.core.windows.net\`, new StorageSharedKeyCredential(account, key), {
  retryOptions: { maxTries: 4 }
})

module.exports = { service }
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { ShareServiceClient } = require('@azure/storage-file-share')

const credential = new DefaultAzureCredential()

const account = process.env.STORAGE_ACCOUNT
const service = new ShareServiceClient(\`https://\${account}.file.core.windows.net\`, credential, {
  fileRequestIntent: 'backup',
  retryOptions: { maxTries: 4 }
})

module.exports = { service }
`,
      rules: ['key-auth/storage-file'],
    },
    {
      language: 'typescript',
      title: 'a SAS in the URL',
      file: 'read.ts',
      before: `import { ShareFileClient } from "@azure/storage-file-share";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN;

export const file = new ShareFileClient(\`https://contoso.file.core.windows.net/reports/2026.csv?\${sas}\`);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { ShareFileClient } from "@azure/storage-file-share";

const credential = new DefaultAzureCredential();

export const file = new ShareFileClient("https://contoso.file.core.windows.net/reports/2026.csv", credential, { fileRequestIntent: "backup" });
`,
      rules: ['key-auth/storage-file'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the account key',
      file: 'share.ts',
      before: `import { FileSASPermissions, generateFileSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-file-share";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const token = (filePath: string, expiresOn: Date) =>
  generateFileSASQueryParameters({ shareName: "reports", filePath, expiresOn, permissions: FileSASPermissions.parse("r") }, key).toString();
`,
      after: null,
      rules: ['key-auth/storage-file'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const { createFileService } = require('azure-storage');

const files = createFileService(process.env.AZURE_STORAGE_CONNECTION_STRING);
`,
      after: null,
      rules: ['key-auth/storage-file'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'a connection string from the configuration',
      file: 'Shares.cs',
      before: `using Azure.Storage.Files.Shares;

var share = new ShareClient(builder.Configuration.GetConnectionString("Storage"), "reports");
`,
      after: `using Azure.Identity;
using Azure.Storage.Files.Shares;

var credential = new DefaultAzureCredential();
var share = new ShareServiceClient(new Uri(builder.Configuration["AZURE_STORAGEFILE_RESOURCEENDPOINT"]!), credential, new ShareClientOptions { ShareTokenIntent = Azure.Storage.Files.Shares.Models.ShareTokenIntent.Backup }).GetShareClient("reports");
`,
      rules: ['key-auth/storage-file'],
    },
    {
      language: 'csharp',
      title: 'options of its own',
      file: 'Options.cs',
      before: `using Azure.Storage.Files.Shares;

var share = new ShareClient(builder.Configuration["Storage"], "reports", options);
`,
      after: null,
      rules: ['key-auth/storage-file'],
      refusal: 'options-unknown',
    },
  ],
});
