import { say } from '../core/message';
import type { Identity, Link } from '../services/identity';
import type { Step } from '../core/step';
import { secretsUser } from '../services/key-vault/common';
import { keyVault } from '../services/key-vault/service';
import { shell } from './command';
import { filledCode } from './placeholders';
import type { Deployment, Situation } from './situation';
import type { KeptSecret } from './follow-up';

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
  scopeNote:
    'To give access to one secret only, append /secrets/<secret-name> to the scope. The vault must use Azure RBAC.',
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
  'Read each secret once at startup and keep it in memory. A vault serves about 4,000 reads in 10 seconds, then returns 429 errors.',
  'One vault for each application, environment and region, with soft delete and purge protection.',
  'Names of secrets can contain only letters, digits and hyphens.',
];

/** The access to the vault as a situation of its own, beside those of the services. */
export const vaultSituation = (place: Deployment): Situation => ({
  ...place,
  service: keyVault.id,
  title: keyVault.title,
  identity: { ...keyVault.identity, ...vaultAccess },
  endpointSetting: undefined,
  role: secretsUser,
  leaked: false,
});

/** True where the workload opens the vault with its identity, and nothing did before. */
export const opensVault = ({ way, address }: KeptSecret): boolean =>
  way === 'reference' || ((way === 'client' || way === 'configuration') && address !== null);

const idOf = (name: string): string => name.replace(/[<>]/g, '').replaceAll(':', '__');

/** Storing the (new) value in a vault. */
export function storeSteps({ way, secret, setting }: KeptSecret): Step[] {
  if (way === 'setting') return [];
  return [
    {
      id: `store:${idOf(secret)}`,
      kind: 'store',
      title: say('Store the new value in Key Vault'),
      text: [
        say(
          'Use a file that only you can read, and delete it afterwards, because a value on the command line stays in the shell history. A line break at the end of the file becomes part of the secret. To store it, you need the role Key Vault Secrets Officer.',
        ),
        ...(way === 'configuration'
          ? [
              say(
                'The name {secret} becomes the setting {name}: two hyphens stand for the colon. The app loads every secret of the vault once, at start-up: give it a vault of its own.',
                { secret, name: setting },
              ),
            ]
          : []),
      ],
      code: filledCode(
        shell('az keyvault secret set --vault-name <vault> --name <secret-name> --file <path> --expires <expiry-date>'),
        { 'secret-name': secret },
      ),
    },
  ];
}

/** How the workload gets the value that a setting or the vault holds now. */
export function readSteps({ way, secret, setting }: KeptSecret, { host }: Deployment): Step[] {
  const id = `set-setting:${idOf(setting)}`;
  const kind = 'set-setting';
  if (way === 'setting')
    return [
      {
        id,
        kind,
        title: say('Set {name} to the new value where the app runs, never in a file that is committed.', {
          name: setting,
        }),
        text: [],
        code: null,
      },
    ];
  if (way !== 'reference') return [];
  const values = { setting: setting.replaceAll(':', '__'), 'secret-name': secret };
  const reference = 'keyVault' in host ? host.keyVault : undefined;
  if (reference !== undefined)
    return [
      {
        id,
        kind,
        title: say('Refer to it from the settings'),
        text: [say(reference.text)],
        code: filledCode(reference.code, values),
      },
    ];
  if (host.kind !== 'unknown')
    return [
      {
        id,
        kind,
        title: say('Read it once at start-up'),
        text: [
          say(
            'Use SecretClient of the Key Vault SDK with DefaultAzureCredential, once when the process starts, not for each request. The setting contains only the address of the vault.',
          ),
        ],
        code: { language: 'env', text: 'AZURE_KEYVAULT_RESOURCEENDPOINT=https://<vault>.vault.azure.net/' },
      },
    ];
  return [
    {
      id,
      kind,
      title: say('Where the app runs, set {name} to a Key Vault reference', { name: setting }),
      text: [
        say(
          'If the host does not support Key Vault references, load the secret once at startup, not for each request: with SecretClient in an asynchronous entry point, or in .NET with AddAzureKeyVault in the configuration.',
        ),
      ],
      code: filledCode(
        {
          language: 'env',
          text: '<setting>=@Microsoft.KeyVault(SecretUri=https://<vault>.vault.azure.net/secrets/<secret-name>)',
        },
        values,
      ),
    },
  ];
}
