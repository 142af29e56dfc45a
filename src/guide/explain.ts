import type { Tracking } from '../core/tracking';
import type { Access } from '../services/identity';
import type { Message } from '../core/message';
import { english, say } from '../core/message';
import type { Identity } from '../services/identity';
import { roleFor } from '../services/identity';
import { serviceOf } from '../services/index';
import type { Service } from '../services/service';
import { allHosts, findHost } from '../steps/hosts/all';
import { choiceOn } from '../steps/choice';
import { stepsOf } from '../steps/plan';
import type { Situation } from '../steps/situation';
import { vaultAccess, vaultLimits, vaultLinks } from '../steps/vault';
import { noFollowUp } from '../steps/follow-up';
import type { FollowUp } from '../steps/follow-up';
import type { Choice, Guidance, Iac } from './guidance';
import { pitfalls } from './pitfalls';
import { serviceOfSmell } from '../services/smells';
import { why } from './why';

export const hosts: readonly Choice[] = allHosts.map(({ id, title }) => ({ id, title }));

export interface ExplainOptions {
  /** Id of a host; default `app-service`. */
  readonly host?: string | undefined;
  /** Default `cli`. */
  readonly iac?: Iac | undefined;
  /** The finding's rule: says why, and whether the value counts as leaked. */
  readonly rule?: string | undefined;
  /** What Git does with the file of the finding. */
  readonly tracking?: Tracking | undefined;
  /** What the code does, as far as the use says: picks the role. */
  readonly access?: Access | undefined;
  /** Overrides the choice of identity where the host has both. */
  readonly identity?: 'system-assigned' | 'user-assigned' | undefined;
  /** Values for placeholders: `{ account: 'contoso' }`. */
  readonly values?: Readonly<Record<string, string | undefined>> | undefined;
  /** What a migration has left to do: the steps are those of its plan, on the host. */
  readonly work?: FollowUp | undefined;
  /** Puts messages into the person's language; default English. */
  readonly translate?: ((message: Message) => string) | undefined;
}

function reasons({ host, choice, identity, title }: Situation): Message[] {
  switch (choice) {
    case 'developer':
      return [
        say('On your machine, the identity is your own sign-in. There is no secret to store or leak.'),
        say('Roles are assigned to a group of developers, on development resources only.'),
      ];
    case 'federated':
      return host.id === 'aks'
        ? [
            say('Pods exchange the token of their service account for a token of a user-assigned identity.'),
            say('Each workload has its own identity, and cannot use the identity of the node.'),
          ]
        : [
            say('{host} has no managed identity of its own.', { host: host.title }),
            say(
              'It issues its own tokens. Microsoft Entra trusts these tokens and exchanges them for its own. No secret is stored anywhere.',
            ),
          ];
    case 'user-assigned':
      return [
        identity.needs === 'user-assigned'
          ? say('{service} supports only user-assigned identities.', { service: title })
          : host.kind === 'managed' && host.kinds.length === 1
            ? say('{host} supports only user-assigned identities.', { host: host.title })
            : say(
                'It is independent of the resource: instances can be replaced, and roles can be assigned before the first deployment.',
              ),
        say('Several resources can share it, so the role is assigned once.'),
      ];
    case 'system-assigned':
      return host.kind === 'managed' && host.kinds.length === 1
        ? [
            say('{host} supports only a system-assigned identity, which is created and deleted with the resource.', {
              host: host.title,
            }),
          ]
        : [
            say('Only one workload uses it. It is created and deleted with the resource, and has its own sign-in log.'),
            say(
              'Choose a user-assigned identity when several resources need the same roles, when the resource is often recreated, or when roles must be assigned before it exists.',
            ),
          ];
  }
}

/** The chosen role first, then by what they allow. */
function rolesOf({ roles }: Pick<Identity, 'roles'>, chosen: string | undefined): Guidance['roles'] {
  const all = (['read', 'write', 'admin', 'other'] as const).flatMap((use) =>
    roles[use].map((role) => ({ role, use, ...(role.name === chosen && { chosen: true }) })),
  );
  return all.sort((a, b) => Number('chosen' in b) - Number('chosen' in a));
}

/** What is to be done for a service whose code is still to be changed. */
function workFor(service: Service, { rule, access, values = {} }: ExplainOptions): FollowUp {
  const leaked = rule?.startsWith('hardcoded/') ?? false;
  if (service.identity.support === 'no') {
    const [secret, setting] = ['<secret-name>', '<setting>'];
    return { ...noFollowUp, kept: [{ service: service.id, leaked, way: 'reference', secret, setting, address: null }] };
  }
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { id, endpointSetting } = service;
  return {
    ...noFollowUp,
    services: [{ service: id, access: access ?? null, leaked, values: Object.fromEntries(known) }],
    added: endpointSetting === undefined ? [] : [{ name: endpointSetting, service: id, value: null }],
  };
}

/** The guidance for a service on a host, or null when there is no such host. */
export function explainService(service: Service, options: ExplainOptions = {}): Guidance | null {
  const host = findHost(options.host ?? 'app-service');
  if (host === null) return null;
  const t = options.translate ?? english;
  const inVault = service.identity.support === 'no';
  const identity: Identity = inVault ? { ...service.identity, ...vaultAccess } : service.identity;
  const access = inVault ? undefined : options.access;
  const situation: Situation = {
    service: service.id,
    title: service.title,
    identity,
    endpointSetting: service.endpointSetting,
    host,
    iac: options.iac ?? 'cli',
    choice: choiceOn(host, identity, options.work?.userAssigned ? 'user-assigned' : options.identity),
    role: roleFor(identity, access),
    access,
    leaked: options.rule?.startsWith('hardcoded/') ?? false,
  };
  const steps = stepsOf(
    options.work ?? workFor(service, options),
    (id) => (id === service.id ? service : serviceOf(id)),
    {
      host,
      iac: situation.iac,
      identity: options.identity,
      migrated: options.work !== undefined,
      ...(options.values && { values: options.values }),
    },
  );
  const reasonsToAct = options.rule === undefined ? [] : why(options.rule, options.tracking);
  const links = [...identity.links, ...(inVault ? vaultLinks : []), ...host.links];
  return {
    kind: 'guidance',
    service: service.id,
    title: service.title,
    support: identity.support,
    summary: t(say(identity.summary)),
    why: reasonsToAct.length === 0 ? null : reasonsToAct.map(t).join(' '),
    host: { id: host.id, title: t(say(host.title)) },
    iac: situation.iac,
    identity: { choice: situation.choice, reasons: reasons(situation).map(t) },
    roles: rolesOf(identity, situation.role?.name),
    steps,
    pitfalls: pitfalls(situation).map(t),
    limits: [...identity.limits, ...(inVault ? vaultLimits : []), ...host.notes].map((limit) => t(say(limit))),
    links: links.filter(({ url }, at) => links.findIndex((other) => other.url === url) === at),
  };
}

/** Stands in where the value does not tell a service: the secret has to stay, in Key Vault. */
const anySecret: Service = {
  id: 'key-vault',
  title: 'Secret without an Azure service',
  secrets: [],
  endpoint: () => null,
  clients: {},
  settings: [],
  examples: [],
  identity: {
    support: 'no',
    summary:
      'Microsoft Entra cannot replace this secret. Move it to Key Vault, and let the workload read it with its identity. Then no secret remains in code, settings or pipelines.',
    roles: { read: [], write: [], admin: [], other: [] },
    grant: { kind: 'commands', cli: [] },
    rotate: [],
    limits: ['Key Vault protects a secret, but does not make it short-lived. Set an expiry date and rotate it.'],
    links: [],
  },
};

/**
 * Stands in where a template hands out or allows keys and does not tell of which service: what holds for every service
 * that accepts Microsoft Entra.
 */
const anyKeys: Service = {
  id: 'resource-keys',
  title: 'Azure resources with keys',
  secrets: [],
  endpoint: () => null,
  clients: {},
  settings: [],
  examples: [],
  identity: {
    support: 'partly',
    summary:
      'Azure Storage, Service Bus, Event Hubs, Cosmos DB, Azure AI services and most other services accept Microsoft Entra tokens. Move each client from the key to an identity, take the key out of templates and settings, then switch key access off.',
    roles: { read: [], write: [], admin: [], other: [] },
    grant: {
      kind: 'commands',
      cli: [
        'az role assignment create --assignee-object-id <principal-id> --assignee-principal-type ServicePrincipal --role <data-role> --scope <resource-id>',
      ],
    },
    scopeNote: 'The data role depends on the service: the guidance of the service names it.',
    disableKeys: {
      cli: `az resource update --ids <resource-id> --set properties.disableLocalAuth=true
# or, for a storage account:
az resource update --ids <resource-id> --set properties.allowSharedKeyAccess=false`,
      effect: 'Every client that still uses a key no longer works. First look for clients that still use one.',
    },
    rotate: [],
    limits: [
      'Keys in outputs, in app settings and in the Terraform state can be read by everyone who can read the deployment. After the last client has moved, regenerate them.',
    ],
    links: [
      {
        title: 'Azure services that support managed identities',
        url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-status',
      },
    ],
  },
};

/** What stands in for services in guidance, for translators. */
export const standIns: readonly Service[] = [anySecret, anyKeys];

/** Where a rule is about one host only. */
const hostOfRule: Readonly<Record<string, string>> = { 'infra/login-with-secret': 'github-actions' };

/**
 * The guidance for a rule or the id of a service. A rule speaks for the service it names (`key-auth/storage-blob`), or
 * for the first that its secret kind belongs to; without one, Key Vault, or of infrastructure what holds for all keys.
 * Null for an unknown subject or host.
 */
export function explainSubject(
  services: readonly Service[],
  subject: string,
  options: ExplainOptions = {},
): Guidance | null {
  const [family, name = ''] = subject.includes('/') ? subject.split('/', 2) : ['', subject];
  const service = subjectOf(services, family, name);
  const host = options.host ?? hostOfRule[subject];
  const asked = family === '' ? options : { ...options, host, rule: subject };
  if (service !== undefined) return explainService(service, asked);
  return family === '' || family === 'key-auth' ? null : explainRule(subject, asked);
}

function subjectOf(services: readonly Service[], family: string | undefined, name: string): Service | undefined {
  switch (family) {
    case 'hardcoded':
      return services.find(({ secrets }) => secrets.includes(name));
    case 'infra':
      return services.find(({ id }) => id === serviceOfSmell(name));
    default:
      return services.find(({ id }) => id === name);
  }
}

/**
 * The guidance for a rule that names no service: Key Vault (`hardcoded/private-key`), or the keys of any service
 * (`infra/shared-key-access`). Null for an unknown rule or host.
 */
export const explainRule = (rule: string, options: ExplainOptions = {}): Guidance | null =>
  why(rule).length === 0 ? null : explainService(rule.startsWith('infra/') ? anyKeys : anySecret, { ...options, rule });
