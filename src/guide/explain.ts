import type { Message } from '../core/message';
import { english, say } from '../core/message';
import type { Identity } from '../services/identity';
import { roleFor } from '../services/identity';
import type { Service } from '../services/service';
import { enableFederated, enableManaged } from './enable';
import { grantSteps } from './grant';
import type { Guidance, Iac, Step } from './guidance';
import type { Host } from './host';
import { findHost } from './hosts/all';
import { vaultAccess, vaultLimits, vaultLinks, vaultSteps } from './key-vault';
import { pitfalls } from './pitfalls';
import { fill } from './placeholders';
import type { Situation } from './situation';
import { deployStep, disableStep, localStep, proveStep, rotateSteps, settingsSteps, signInSteps } from './steps';
import { why } from './why';

export { hosts } from './hosts/all';

export interface ExplainOptions {
  /** Id of a host; default `app-service`. */
  readonly host?: string | undefined;
  /** Default `cli`. */
  readonly iac?: Iac | undefined;
  /** The finding's rule: says why, and whether the value counts as leaked. */
  readonly rule?: string | undefined;
  /** What the code does, as far as the use tells: picks the role. */
  readonly access?: 'read' | 'write' | undefined;
  /** Overrides the choice of identity where the host has both. */
  readonly identity?: 'system-assigned' | 'user-assigned' | undefined;
  /** Values for placeholders: `{ account: 'contoso' }`. */
  readonly values?: Readonly<Record<string, string | undefined>> | undefined;
  /** Puts messages into the person's language; default English. */
  readonly translate?: ((message: Message) => string) | undefined;
}

function choiceOn(
  host: Host,
  identity: Pick<Identity, 'needs'>,
  wish: ExplainOptions['identity'],
): Situation['choice'] {
  if (host.kind === 'local') return 'developer';
  if (host.kind === 'federated') return 'federated';
  const wanted = identity.needs ?? wish;
  return wanted !== undefined && host.kinds.includes(wanted) ? wanted : (host.kinds[0] ?? 'system-assigned');
}

function reasons({ host, choice, identity, title }: Situation): Message[] {
  switch (choice) {
    case 'developer':
      return [
        say('On your machine your own sign-in is the identity: nothing to store, nothing to leak.'),
        say('Rights are given to a group of developers, on development resources only.'),
      ];
    case 'federated':
      return host.id === 'aks'
        ? [
            say('Pods trade the token of their service account for one of a user-assigned identity.'),
            say('Each workload has its own identity; the identity of the node stays out of reach.'),
          ]
        : [
            say('{host} has no managed identity of its own.', { host: host.title }),
            say(
              'It issues tokens itself; Microsoft Entra trusts exactly these and trades them. No secret is stored anywhere.',
            ),
          ];
    case 'user-assigned':
      return [
        identity.needs === 'user-assigned'
          ? say('{service} takes user-assigned identities only.', { service: title })
          : host.kind === 'managed' && host.kinds.length === 1
            ? say('{host} takes user-assigned identities only.', { host: host.title })
            : say('It outlives the resource: instances can be replaced, and rights exist before the first deployment.'),
        say('Several resources can share it, so the role is granted once.'),
      ];
    case 'system-assigned':
      return host.kind === 'managed' && host.kinds.length === 1
        ? [
            say('{host} has a system-assigned identity only; it lives and ends with the resource.', {
              host: host.title,
            }),
          ]
        : [
            say('One workload uses it: it lives and ends with the resource, and has a sign-in log of its own.'),
            say(
              'Choose user-assigned when several resources need the same rights, when the resource is often created anew, or when rights must exist before it.',
            ),
          ];
  }
}

function enableSteps(situation: Situation): Step[] {
  const { host } = situation;
  if (host.kind === 'managed') return enableManaged(situation, host);
  if (host.kind === 'federated') return enableFederated(situation, host);
  return signInSteps(situation);
}

function identitySteps(situation: Situation): Step[] {
  const disable = disableStep(situation);
  return [
    ...enableSteps(situation),
    ...grantSteps(situation),
    ...settingsSteps(situation),
    deployStep(situation),
    proveStep(situation),
    ...rotateSteps(situation),
    ...(disable ? [disable] : []),
    ...(situation.host.kind === 'local' ? [] : [localStep(situation)]),
  ];
}

const filled = (step: Step, values: ExplainOptions['values']): Step =>
  step.code === undefined || values === undefined
    ? step
    : { ...step, code: { ...step.code, text: fill(step.code.text, values) } };

/** The chosen role first, then by what they allow. */
function rolesOf({ roles }: Pick<Identity, 'roles'>, chosen: string | undefined): Guidance['roles'] {
  const all = (['read', 'write', 'admin', 'other'] as const).flatMap((use) =>
    roles[use].map((role) => ({ role, use, ...(role.name === chosen && { chosen: true }) })),
  );
  return all.sort((a, b) => Number('chosen' in b) - Number('chosen' in a));
}

/** The guidance for a service on a host, or null when there is no such host. */
export function explainService(service: Service, options: ExplainOptions = {}): Guidance | null {
  const host = findHost(options.host ?? 'app-service');
  if (host === null) return null;
  const t = options.translate ?? english;
  const inVault = service.identity.support === 'no';
  const identity: Identity = inVault ? { ...service.identity, ...vaultAccess } : service.identity;
  const situation: Situation = {
    title: service.title,
    identity,
    endpointSetting: service.endpointSetting,
    host,
    iac: options.iac ?? 'cli',
    choice: choiceOn(host, identity, options.identity),
    role: roleFor(identity, inVault ? undefined : options.access),
    access: inVault ? undefined : options.access,
    leaked: options.rule?.startsWith('hardcoded/') ?? false,
    t,
  };
  const steps = inVault
    ? [...vaultSteps(situation, enableSteps(situation), rotateSteps(situation)), deployStep(situation)]
    : identitySteps(situation);
  const reasonsToAct = options.rule === undefined ? [] : why(options.rule);
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
    steps: steps.map((step) => filled(step, options.values)),
    pitfalls: pitfalls(situation),
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
      'Microsoft Entra cannot replace this secret. It moves to Key Vault, and the workload reads it with its identity: nothing secret remains in code, settings or pipelines.',
    roles: { read: [], write: [], admin: [], other: [] },
    grant: { kind: 'commands', cli: [] },
    rotate: [],
    limits: ['Key Vault keeps a secret safe, it does not make it short-lived: set an expiry date and rotate it.'],
    links: [],
  },
};

/**
 * The guidance for a rule or the id of a service. A rule speaks for the service it names (`key-auth/storage-blob`), or
 * for the first that its secret kind belongs to; without one, Key Vault. Null for an unknown subject or host.
 */
export function explainSubject(
  services: readonly Service[],
  subject: string,
  options: ExplainOptions = {},
): Guidance | null {
  const [family, name] = subject.includes('/') ? subject.split('/', 2) : ['', subject];
  const service =
    family === 'hardcoded'
      ? services.find(({ secrets }) => secrets.includes(name ?? ''))
      : services.find(({ id }) => id === name);
  const asked = family === '' ? options : { ...options, rule: subject };
  if (service !== undefined) return explainService(service, asked);
  return family === '' || family === 'key-auth' ? null : explainRule(subject, asked);
}

/** The guidance for a rule that names no service (`hardcoded/private-key`): Key Vault. Null for an unknown rule or host. */
export const explainRule = (rule: string, options: ExplainOptions = {}): Guidance | null =>
  why(rule).length === 0 ? null : explainService(anySecret, { ...options, rule });
