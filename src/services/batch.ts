import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

export const batch = defineService({
  id: 'batch',
  title: 'Azure Batch',
  secrets: ['batch-key'],
  endpoint: () => null,
  clients: {
    typescript: [
      sdk('@azure/batch', [
        refuse('new BatchServiceClient(new BatchSharedKeyCredentials($ACCOUNT, $KEY), ...$REST)', 'legacy-sdk'),
        refuse('new BatchSharedKeyCredentials($ACCOUNT, $KEY)', 'legacy-sdk'),
        refuse('new BatchClient($URL, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'not-checked'),
      ]),
    ],
    csharp: [
      sdk('Azure.Compute.Batch', [
        rewrite(
          'new BatchClient(endpoint: $URL, credential: new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'new BatchClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
        ),
      ]),
      sdk('Microsoft.Azure.Batch', [refuse('new BatchSharedKeyCredentials($URL, $ACCOUNT, $KEY)', 'legacy-sdk')], {
        namespaces: { BatchSharedKeyCredentials: 'Microsoft.Azure.Batch.Auth' },
        successor: 'Azure.Compute.Batch',
      }),
    ],
  },
  settings: ['AZURE_BATCH_ACCESS_KEY', 'BATCH_ACCOUNT_KEY'],
  identity: {
    support: 'yes',
    summary:
      'Batch accepts Microsoft Entra tokens. Give the identity that submits jobs a role; the account endpoint stays, the shared key goes.',
    roles: {
      read: [
        {
          name: 'Azure Batch Account Reader',
          id: '11076f67-66f6-4be0-8f6b-f0609fd05cc9',
          allows: 'read the account, its pools and jobs',
        },
      ],
      write: [
        {
          name: 'Azure Batch Job Submitter',
          id: '48e5e92e-a480-4e71-aa9c-2778f4c13781',
          allows: 'submit and manage jobs',
        },
        {
          name: 'Azure Batch Data Contributor',
          id: '6aaa78f1-f7de-44ca-8722-c64a23943cae',
          allows: 'manage pools and jobs',
        },
      ],
      admin: [
        {
          name: 'Azure Batch Account Contributor',
          id: '29fe4964-1e60-436b-bd3a-77fd4c178b3c',
          allows: 'manage the account and everything in it',
        },
      ],
      other: [],
    },
    endpoint: 'https://<account>.<region>.batch.azure.com',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Batch/batchAccounts/<account>',
      bicepType: 'Microsoft.Batch/batchAccounts@2025-06-01',
      terraformType: 'azurerm_batch_account',
    },
    disableKeys: {
      cli: `az resource update --ids <account-id> --set properties.allowedAuthenticationModes='["AAD"]'`,
      bicep: "properties.allowedAuthenticationModes: ['AAD']",
      terraform: 'allowed_authentication_modes = ["AAD"]',
      effect:
        'Clients with the shared key stop. Add TaskAuthenticationToken where tasks use their authentication token.',
    },
    rotate: [
      'az batch account keys renew --resource-group <resource-group> --name <account> --key-name Primary',
      'az batch account keys renew --resource-group <resource-group> --name <account> --key-name Secondary',
    ],
    prove:
      'az batch account login --resource-group <resource-group> --name <account>\naz batch pool list --query "[].id"',
    limits: [
      'The client libraries differ by generation: older ones take a shared key credential or a token callback, newer ones a token credential.',
      'Accounts in user subscription mode need Microsoft Entra already.',
      'Tasks on the nodes use the user-assigned identity of the pool.',
    ],
    links: [
      {
        title: 'Authenticate Batch with Microsoft Entra ID',
        url: 'https://learn.microsoft.com/azure/batch/batch-aad-auth',
      },
      { title: 'Roles of Batch', url: 'https://learn.microsoft.com/azure/batch/batch-role-based-access-control' },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a shared key, with the legacy client',
      file: 'jobs.ts',
      before: `import { BatchServiceClient, BatchSharedKeyCredentials } from "@azure/batch";

const credentials = new BatchSharedKeyCredentials(process.env.AZURE_BATCH_ACCOUNT!, process.env.AZURE_BATCH_ACCESS_KEY!);

export const client = new BatchServiceClient(credentials, process.env.AZURE_BATCH_ENDPOINT!);
`,
      after: null,
      rules: ['key-auth/batch'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'a client with the shared key',
      file: 'Jobs.cs',
      before: `using System;
using Azure;
using Azure.Compute.Batch;

public class Jobs
{
    private readonly BatchClient _client;

    public Jobs(IConfiguration configuration)
    {
        var key = new AzureNamedKeyCredential(configuration["Batch:Account"], configuration["Batch:Key"]);
        _client = new BatchClient(new Uri(configuration["Batch:Url"]), key);
    }
}
`,
      after: `using System;
using Azure.Compute.Batch;
using Azure.Identity;

public class Jobs
{
    private readonly BatchClient _client;

    public Jobs(IConfiguration configuration)
    {
        var credential = new DefaultAzureCredential();
        _client = new BatchClient(new Uri(configuration["Batch:Url"]), credential);
    }
}
`,
      rules: ['key-auth/batch'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Pools.cs',
      before: `using Microsoft.Azure.Batch;
using Microsoft.Azure.Batch.Auth;

public static class Pools
{
    public static BatchClient Open(string url, string account, IConfiguration configuration) =>
        BatchClient.Open(new BatchSharedKeyCredentials(url, account, configuration["Batch:Key"]));
}
`,
      after: null,
      rules: ['key-auth/batch'],
      refusal: 'legacy-sdk',
    },
  ],
});
