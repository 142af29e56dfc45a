import type { Identity } from '../identity';
import { secretsUser } from './common';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Key Vault has no key of its own: what gets leaked is the secret of the app that opens it. Give the identity of the workload the right to read secrets and open the vault with it; the address of the vault stays.',
  roles: {
    read: [
      secretsUser,
      {
        name: 'Key Vault Reader',
        id: '21090545-7ca7-4776-b22c-e363652d74d2',
        allows: 'read names and metadata, without values',
      },
    ],
    write: [
      {
        name: 'Key Vault Secrets Officer',
        id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
        allows: 'read, write and delete secrets',
      },
    ],
    admin: [
      {
        name: 'Key Vault Administrator',
        id: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
        allows: 'everything on secrets, keys and certificates',
      },
    ],
    other: [
      {
        name: 'Key Vault Crypto User',
        id: '12338af0-0e69-4776-bea7-57ae8d297424',
        allows: 'encrypt, decrypt and sign with keys',
      },
      {
        name: 'Key Vault Certificate User',
        id: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
        allows: 'read certificates with their private key',
      },
      {
        name: 'Key Vault Contributor',
        id: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
        allows: 'manage vaults, without what is in them',
      },
    ],
  },
  usual: 'Key Vault Secrets User',
  endpoint: 'https://<vault>.vault.azure.net/',
  scopeNote:
    'To open one secret only, append /secrets/<secret-name> to the scope. A vault in access policy mode ignores these roles: check enableRbacAuthorization first.',
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.KeyVault/vaults/<vault>',
    bicepType: 'Microsoft.KeyVault/vaults@2024-11-01',
    terraformType: 'azurerm_key_vault',
  },
  disableKeys: {
    cli: 'az keyvault update --resource-group <resource-group> --name <vault> --enable-rbac-authorization true',
    bicep: 'properties.enableRbacAuthorization: true',
    terraform: 'rbac_authorization_enabled = true # enable_rbac_authorization before azurerm 5',
    effect:
      'There is no key to switch off: this moves the vault from access policies to Azure roles. Grant the roles before.',
  },
  rotate: [
    'az ad app credential reset --id <app-id> --append --years 1',
    'az ad app credential delete --id <app-id> --key-id <leaked-key-id>',
    '# only where a stored secret leaked too:',
    'az keyvault secret set --vault-name <vault> --name <secret-name> --file <path>',
  ],
  prove: 'az keyvault secret show --vault-name <vault> --name <secret-name> --query id --output tsv',
  limits: [
    'A vault serves about 4,000 reads in 10 seconds: read each secret once, at start-up, keep it in memory, and back off on 429.',
    'Key Vault Contributor gives no access to secrets, but in access policy mode it can grant itself one.',
    'New vaults use Azure roles by default from API version 2026-02-01 on; older ones keep what they have.',
  ],
  links: [
    { title: 'Key Vault with Azure RBAC', url: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide' },
    { title: 'Limits of Key Vault', url: 'https://learn.microsoft.com/azure/key-vault/general/service-limits' },
    {
      title: 'Connect to Key Vault with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-key-vault',
    },
  ],
};
