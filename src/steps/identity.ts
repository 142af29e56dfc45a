import { say } from '../core/message';
import type { Step, StepCode } from '../core/step';
import { shell } from './command';
import type { FederatedHost, ManagedHost } from './host';
import type { Place } from './situation';

const identityResource = `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '<identity>'
  location: resourceGroup().location
}`;

const identityTerraform = `resource "azurerm_user_assigned_identity" "workload" {
  name                = "<identity>"
  location            = "<location>"
  resource_group_name = "<resource-group>"
}`;

const createIdentity =
  'az identity create --resource-group <resource-group> --name <identity> --query "{clientId:clientId,principalId:principalId,id:id}"';

function bicepOf({ bicep }: ManagedHost, user: boolean): StepCode {
  const head = [
    `  name: '${bicep.name}'`,
    ...(bicep.head ?? ['location: resourceGroup().location']).map((line) => `  ${line}`),
  ];
  if (bicep.existing) {
    return { language: 'bicep', text: `resource workload '${bicep.type}' existing = {\n${head[0] ?? ''}\n}` };
  }
  const identity = user
    ? `    type: 'UserAssigned'\n    userAssignedIdentities: {\n      '\${identity.id}': {}\n    }`
    : `    type: 'SystemAssigned'`;
  const text = `resource workload '${bicep.type}' = {
${head.join('\n')}
  // the other properties stay as they are
  identity: {
${identity}
  }
}`;
  return { language: 'bicep', text: user ? `${identityResource}\n\n${text}` : text };
}

function terraformOf({ terraform }: ManagedHost, user: boolean): StepCode {
  const identity = user
    ? '    type         = "UserAssigned"\n    identity_ids = [azurerm_user_assigned_identity.workload.id]'
    : '    type = "SystemAssigned"';
  const text = `resource "${terraform}" "workload" {
  # the other arguments stay as they are
  identity {
${identity}
  }
}`;
  return { language: 'terraform', text: user ? `${identityTerraform}\n\n${text}` : text };
}

function cliOf(host: ManagedHost, user: boolean): StepCode | null {
  const command = user ? host.cli.user : host.cli.system;
  if (command === undefined) return null;
  if (user) return shell([createIdentity, command]);
  const query = /^az (?:\S{1,100} ){0,20}?(?:create|show|update) /.test(command)
    ? 'identity.principalId'
    : 'principalId';
  return shell(`${command} --query ${query} --output tsv`);
}

/** Enabling the identity of a host that Azure gives one to. */
function enableManaged({ iac, choice }: Place, host: ManagedHost): Step[] {
  const user = choice === 'user-assigned';
  const cli = iac === 'cli' ? cliOf(host, user) : null;
  const text = user
    ? say(
        'Note the client ID, by which the code selects the identity, and the principal ID, to which the role is assigned.',
      )
    : say('The next step assigns the role to the principal ID of this identity.');
  const note = say('The Azure CLI has no command for this. Use Bicep instead:');
  return [
    {
      id: 'identity',
      kind: 'identity',
      title: host.bicep.existing
        ? say('Look up the identity: {host}', { host: say(host.title) })
        : say('Switch on the identity: {host}', { host: say(host.title) }),
      text: iac === 'cli' && cli === null ? [text, note] : [text],
      code: cli ?? (iac === 'terraform' ? terraformOf(host, user) : bicepOf(host, user)),
    },
  ];
}

/** Enabling the identity of whatever the app runs on: the command depends on it. */
const enableUnknown = ({ choice }: Place): Step[] => [
  {
    id: 'identity',
    kind: 'identity',
    title:
      choice === 'user-assigned'
        ? say('Create a user-assigned managed identity and assign it where the app runs')
        : say('Enable a managed identity where the app runs'),
    text: [
      ...(choice === 'user-assigned'
        ? [
            say(
              'Note the client ID, by which the code selects the identity, and the principal ID, to which the role is assigned.',
            ),
          ]
        : [say('The next step assigns the role to its principal ID.')]),
    ],
    code: choice === 'user-assigned' ? shell(createIdentity) : null,
  },
];

const quoted = (text: string): string => (/[\s:*]/.test(text) ? `"${text}"` : text);

function trustOf({ issuer, subject }: FederatedHost, iac: Place['iac']): StepCode {
  if (iac === 'bicep') {
    return {
      language: 'bicep',
      text: `${identityResource}

resource trust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: identity
  name: '<credential-name>'
  properties: {
    issuer: '${issuer}'
    subject: '${subject}'
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}`,
    };
  }
  if (iac === 'terraform') {
    return {
      language: 'terraform',
      text: `${identityTerraform}

resource "azurerm_federated_identity_credential" "workload" {
  name                      = "<credential-name>"
  user_assigned_identity_id = azurerm_user_assigned_identity.workload.id # parent_id before azurerm 5
  issuer                    = "${issuer}"
  subject                   = "${subject}"
  audience                  = ["api://AzureADTokenExchange"]
}`,
    };
  }
  return shell([
    createIdentity,
    `az identity federated-credential create --resource-group <resource-group> --identity-name <identity> --name <credential-name> --issuer ${quoted(issuer)} --subject ${quoted(subject)} --audiences api://AzureADTokenExchange`,
  ]);
}

/** Making Microsoft Entra trust the tokens that the host issues. An app registration gets its trust with its grant. */
function enableFederated({ iac }: Place, host: FederatedHost, ownTrust: boolean): Step[] {
  const { prepare } = host;
  const steps: Step[] = [];
  if (prepare !== undefined) {
    steps.push({
      id: 'prepare',
      kind: 'prepare',
      title: say(prepare.title),
      text: [say(prepare.text)],
      code: prepare[iac] ?? prepare.cli ?? null,
    });
  }
  if (!ownTrust) {
    steps.push({
      id: 'identity',
      kind: 'identity',
      title: say('Create an identity that trusts {host}', { host: say(host.title) }),
      text: [
        say(
          'Issuer, subject and audience must match the token exactly. A mistake is not reported here, only when the first token is exchanged. A new federated credential takes a few minutes to work.',
        ),
      ],
      code: trustOf(host, iac),
    });
  }
  return steps;
}

const signIn = (): Step => ({
  id: 'identity',
  kind: 'identity',
  title: say('Sign in'),
  text: [say('Your own account is the identity. The second command prints the id of the group that gets the role.')],
  code: shell(['az login --tenant <tenant-id>', 'az ad group show --group <group> --query id --output tsv']),
});

/**
 * Gives the workload its identity, once for all services it uses.
 * @param ownTrust the secrets are those of app registrations only, whose trust is made with their grant
 */
export function identitySteps(place: Place, ownTrust: boolean): Step[] {
  const { host } = place;
  switch (host.kind) {
    case 'managed':
      return enableManaged(place, host);
    case 'federated':
      return enableFederated(place, host, ownTrust);
    case 'local':
      return [signIn()];
    case 'unknown':
      return enableUnknown(place);
  }
}
