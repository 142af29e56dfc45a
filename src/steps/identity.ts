import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Step, StepCode } from '../core/step';
import { identityResource } from './assignment';
import { shell } from './command';
import type { FederatedHost, ManagedHost } from './host';
import type { Deployment } from './situation';

/** What commands after the deployment need of the identity: `az deployment group create` prints it. */
const identityOutputs = `output clientId string = identity.properties.clientId

output principalId string = identity.properties.principalId

output identityId string = identity.id`;

const identityTerraform = `resource "azurerm_user_assigned_identity" "workload" {
  name                = "<identity>"
  location            = "<location>"
  resource_group_name = "<resource-group>"
}`;

const createIdentity =
  'az identity create --resource-group <resource-group> --name <identity> --query "{clientId:clientId,principalId:principalId,id:id}"';

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
function enableManaged({ iac, choice }: Deployment, host: ManagedHost): Step[] {
  const user = choice === 'user-assigned';
  const text = user
    ? say(
        'Note the client ID, by which the code selects the identity, and the principal ID, to which the role is assigned.',
      )
    : say('The next step assigns the role to the principal ID of this identity.');
  const step = (code: StepCode | null, ...more: readonly Message[]): Step => ({
    id: 'identity',
    kind: 'identity',
    title: host.bicep.existing
      ? say('Look up the identity: {host}', { host: say(host.title) })
      : say('Switch on the identity: {host}', { host: say(host.title) }),
    text: [text, ...more],
    code,
  });
  if (iac === 'terraform') return [step(terraformOf(host, user))];
  if (host.bicep.whole !== undefined) {
    const note = say('The Azure CLI has no command for this. Use Bicep instead:');
    const code = {
      language: 'bicep',
      text: [identityResource, identityOutputs, host.bicep.whole].join('\n\n'),
    } as const;
    return [step(code, say(host.bicep.loses ?? ''), ...(iac === 'cli' ? [note] : []))];
  }
  if (iac === 'cli') return [step(cliOf(host, user))];
  if (user) {
    const created = { language: 'bicep', text: `${identityResource}\n\n${identityOutputs}` } as const;
    return [{ ...step(created), title: say('Create a user-assigned managed identity') }];
  }
  return [step(cliOf(host, false), ...(host.bicep.existing ? [] : [byCommand()]))];
}

/** Why a resource that is there already is changed with a command: Bicep would declare it as a whole. */
const byCommand = (): Message =>
  say(
    'This is a command, because a second declaration of the resource would reset what it leaves out. In the Bicep file that declares the resource, also set its property identity.',
  );

/** Assigning the identity that the template created, once that is deployed. */
export function attachSteps({ host, iac, choice }: Deployment): Step[] {
  if (iac !== 'bicep' || choice !== 'user-assigned' || host.kind !== 'managed') return [];
  if (host.bicep.whole !== undefined || host.cli.user === undefined) return [];
  return [
    {
      id: 'identity:assign',
      kind: 'identity',
      title: say('Assign the identity: {host}', { host: say(host.title) }),
      text: [byCommand()],
      code: shell(host.cli.user),
    },
  ];
}

/** Enabling the identity of whatever the app runs on: the command depends on it. */
const enableUnknown = ({ choice }: Deployment): Step[] => [
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

function trustOf({ issuer, subject, bicep }: FederatedHost, iac: Deployment['iac']): StepCode {
  if (iac === 'bicep') {
    const trust = `resource trust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: identity
  name: '<credential-name>'
  properties: {
    issuer: ${bicep?.issuer ?? `'${issuer}'`}
    subject: '${subject}'
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}`;
    const declares = bicep ? [bicep.declares] : [];
    return { language: 'bicep', text: [identityResource, ...declares, trust, identityOutputs].join('\n\n') };
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
function enableFederated({ iac }: Deployment, host: FederatedHost, ownTrust: boolean): Step[] {
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
export function identitySteps(place: Deployment, ownTrust: boolean): Step[] {
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
