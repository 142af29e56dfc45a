import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'A deployment needs no client secret. Pipelines exchange their own token (workload identity federation), and hosts in Azure use their managed identity. Client ID, tenant and subscription stay: they are not secrets.',
  roles: {
    read: [{ name: 'Reader', id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', allows: 'see resources' }],
    write: [
      {
        name: 'Contributor',
        id: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
        allows: 'create and change resources, without granting access',
      },
    ],
    admin: [
      {
        name: 'Role Based Access Control Administrator',
        id: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
        allows: 'grant roles: limit it with a condition',
      },
    ],
    other: [
      { name: 'Owner', id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', allows: 'everything: never for a pipeline' },
      {
        name: 'User Access Administrator',
        id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
        allows: 'grant any role: never for a pipeline',
      },
    ],
  },
  scopeNote:
    'The scope is one resource group. Use a custom role if Contributor is too broad. The permissions are permanent: protect the environment of the pipeline.',
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>',
    bicepType: 'Microsoft.Resources/resourceGroups@2024-03-01',
    terraformType: 'azurerm_resource_group',
  },
  disableKeys: {
    cli: `az ad app credential delete --id <app-id> --key-id <key-id>
gh secret delete <github-secret>`,
    effect:
      'Deletes the secret of the app, and the one of the repository. An app management policy then keeps new secrets from being added.',
  },
  rotate: [
    'az ad app credential list --id <app-id>',
    'az ad app credential delete --id <app-id> --key-id <leaked-key-id>',
    '# or, for a secret on the service principal:',
    'az ad sp credential list --id <app-id>',
    'az ad sp credential delete --id <app-id> --key-id <leaked-key-id>',
  ],
  prove: 'az group show --name <resource-group> --query id --output tsv',
  limits: [
    'Terraform: use_oidc = true (ARM_USE_OIDC=true) or use_msi = true in place of client_secret; in the azurerm backend use_azuread_auth = true in place of access_key.',
    'Scripts: az login --identity on a host in Azure, az login --service-principal with --federated-token elsewhere.',
    'An app or identity can have at most 20 federated credentials. Create them one after the other: in parallel, they fail with a 409 error.',
    'Without --append, az ad app credential reset replaces every credential of the app.',
  ],
  links: [
    {
      title: 'Connect from GitHub Actions with OpenID Connect',
      url: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
    },
    {
      title: 'Connect to Azure from Azure Pipelines',
      url: 'https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure',
    },
    {
      title: 'azurerm provider with OpenID Connect',
      url: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/service_principal_oidc',
    },
    { title: 'azure/login', url: 'https://github.com/Azure/login' },
  ],
};
