import { say } from '../core/message';
import type { Step } from './guidance';
import type { FederatedHost, ManagedHost, Snippet } from './host';
import type { Situation } from './situation';

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

function bicepOf({ bicep }: ManagedHost, user: boolean): Snippet {
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

function terraformOf({ terraform }: ManagedHost, user: boolean): Snippet {
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

function cliOf(host: ManagedHost, user: boolean): Snippet | null {
  const command = user ? host.cli.user : host.cli.system;
  if (command === undefined) return null;
  if (user) return { language: 'shell', text: `${createIdentity}\n${command}` };
  const query = /^az (?:\S+ )*?(?:create|show|update) /.test(command) ? 'identity.principalId' : 'principalId';
  return { language: 'shell', text: `${command} --query ${query} --output tsv` };
}

/** Enabling the identity of a host that Azure gives one to. */
export function enableManaged({ t, host: { title }, iac, choice }: Situation, host: ManagedHost): Step[] {
  const user = choice === 'user-assigned';
  const cli = iac === 'cli' ? cliOf(host, user) : null;
  const code = cli ?? (iac === 'terraform' ? terraformOf(host, user) : bicepOf(host, user));
  const text = user
    ? say(
        'Keep the client id (the code selects the identity with it) and the principal id (the role is granted to it).',
      )
    : say('The role of the next step is granted to the principal id of this identity.');
  const note =
    iac === 'cli' && cli === null ? ` ${t(say('The Azure CLI has no command for this: here it is as Bicep.'))}` : '';
  return [
    {
      id: 'enable-identity',
      title: host.bicep.existing
        ? t(say('Look up the identity: {host}', { host: title }))
        : t(say('Switch on the identity: {host}', { host: title })),
      text: t(text) + note,
      code,
    },
  ];
}

const quoted = (text: string): string => (/[\s:*]/.test(text) ? `"${text}"` : text);

function trustOf({ issuer, subject }: FederatedHost, iac: Situation['iac']): Snippet {
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
  return {
    language: 'shell',
    text: `${createIdentity}
az identity federated-credential create --resource-group <resource-group> --identity-name <identity> \\
  --name <credential-name> --issuer ${quoted(issuer)} --subject ${quoted(subject)} --audiences api://AzureADTokenExchange`,
  };
}

/** Making Microsoft Entra trust the tokens that the host issues. An app registration gets its trust with its grant. */
export function enableFederated({ t, host: { title }, iac, identity }: Situation, host: FederatedHost): Step[] {
  const { prepare } = host;
  const steps: Step[] = [];
  if (prepare !== undefined) {
    const code = prepare[iac] ?? prepare.cli;
    steps.push({ id: 'prepare', title: t(say(prepare.title)), text: t(say(prepare.text)), ...(code && { code }) });
  }
  if (identity.trust !== 'application') {
    steps.push({
      id: 'enable-identity',
      title: t(say('Create an identity that trusts {host}', { host: title })),
      text: t(
        say(
          'Issuer, subject and audience must match the token exactly. A mistake is not reported here, only when the first token is traded; a new trust takes a while to work.',
        ),
      ),
      code: trustOf(host, iac),
    });
  }
  return steps;
}
