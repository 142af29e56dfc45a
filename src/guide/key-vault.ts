import { say } from '../core/message';
import type { Identity, Link } from '../services/identity';
import { secretsUser } from '../services/key-vault';
import { grantSteps } from './grant';
import type { Step } from './guidance';
import type { Situation } from './situation';

/** Access to one secret of a vault: what remains of the identity option where the secret itself must stay. */
export const vaultAccess: Pick<Identity, 'roles' | 'grant' | 'scopeNote'> & { readonly usual: string } = {
  roles: {
    read: [secretsUser],
    write: [],
    admin: [],
    other: [
      {
        name: 'Key Vault Secrets Officer',
        id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
        allows: 'write secrets: for whoever stores the value, not for the workload',
      },
    ],
  },
  usual: secretsUser.name,
  scopeNote: 'To open one secret only, append /secrets/<secret-name> to the scope. The vault must use Azure RBAC.',
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.KeyVault/vaults/<vault>',
    bicepType: 'Microsoft.KeyVault/vaults@2024-11-01',
    terraformType: 'azurerm_key_vault',
  },
};

export const vaultLinks: readonly Link[] = [
  { title: 'About Key Vault secrets', url: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets' },
  { title: 'Key Vault with Azure RBAC', url: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide' },
  {
    title: 'Rotation of secrets in Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/autorotation',
  },
];

export const vaultLimits: readonly string[] = [
  'Read each secret once, at start-up, and keep it in memory: a vault serves about 4,000 reads in 10 seconds, then answers 429.',
  'One vault for each application, environment and region, with soft delete and purge protection.',
  'Names of secrets have letters, digits and hyphens only.',
];

/** Storing the (new) value in a vault and reading it with the identity. `enable` are the steps that set the identity up. */
export function vaultSteps(situation: Situation, enable: readonly Step[], rotate: readonly Step[]): Step[] {
  const { t, host } = situation;
  const reference = 'keyVault' in host ? host.keyVault : undefined;
  return [
    ...rotate,
    {
      id: 'store',
      title: t(say('Store the new value in Key Vault')),
      text: t(
        say(
          'From a file that only you can read, deleted afterwards: a value on the command line stays in the shell history. A line break at the end of the file would become part of the secret. Whoever stores it needs Key Vault Secrets Officer.',
        ),
      ),
      code: {
        language: 'shell',
        text: 'az keyvault secret set --vault-name <vault> --name <secret-name> --file <path> --expires <expiry-date>',
      },
    },
    ...enable,
    ...grantSteps(situation),
    reference === undefined
      ? {
          id: 'read',
          title: t(say('Read it once at start-up')),
          text: t(
            say(
              'SecretClient of the Key Vault SDK with DefaultAzureCredential, when the process starts and never for each request. The setting holds the address of the vault only.',
            ),
          ),
          code: { language: 'env', text: 'AZURE_KEYVAULT_RESOURCEENDPOINT=https://<vault>.vault.azure.net/' },
        }
      : {
          id: 'read',
          title: t(say('Refer to it from the settings')),
          text: t(say(reference.text)),
          code: reference.code,
        },
  ];
}
