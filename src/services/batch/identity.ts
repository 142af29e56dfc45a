import type { Identity } from '../identity';

export const identity: Identity = {
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
    effect: 'Clients with the shared key stop. Add TaskAuthenticationToken where tasks use their authentication token.',
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
};
