import { say } from '../core/message';
import { eachOnce } from '../core/step';
import type { Step } from '../core/step';
import type { Identity, Role } from '../services/identity';
import { roleFor } from '../services/identity';
import type { Service } from '../services/service';
import { deployStep, infrastructureStep, localStep, proveStep } from './deploy';
import { disableSteps } from './disable';
import { choiceOn } from './choice';
import type { Host, Iac, Setting } from './host';
import { unknownHost } from './hosts/federated';
import { attachSteps, identitySteps } from './identity';
import { installSteps } from './install';
import { fill, filledCode, isHarmless } from './placeholders';
import { roleSteps } from './role';
import { rotateSteps } from './rotate';
import { mustGoStep, oldSteps, removeAnyStep } from './old-settings';
import { bindingSteps, emulatorStep, setSteps, unknownStep } from './settings';
import { oneTemplate } from './template';
import type { Deployment, Situation } from './situation';
import { opensVault, readSteps, storeSteps, vaultSituation } from './vault';
import type { AddedSetting, KeptSecret, ServiceFollowUp, StayingSecret, FollowUp } from './follow-up';

export interface StepOptions {
  /** Where the app runs. Without it the steps say what holds on every host. */
  readonly host?: Host;
  /** Default `cli`. */
  readonly iac?: Iac;
  /** Overrides the choice of identity where the host has both. */
  readonly identity?: 'system-assigned' | 'user-assigned' | undefined;
  /** False before the code is changed: who reads the old settings is then not known, and every secret counts as old. */
  readonly migrated?: boolean;
  /** Values for placeholders, for all services: `{ 'resource-group': 'contoso' }`. */
  readonly values?: Readonly<Record<string, string | undefined>>;
}

/** Finds a service by its id. */
export type ServiceOf = (id: string) => Service | undefined;

/**
 * What people do for this work, in order, on a host or wherever the app runs: each thing once, with commands filled in as far
 * as the work tells. The steps of the plan, of the guidance, of the checklist and of the report all come from here.
 */
export function stepsOf(work: FollowUp, serviceOf: ServiceOf, options: StepOptions = {}): Step[] {
  const { host = unknownHost, iac = 'cli', migrated = true, values = {} } = options;
  const services = work.services.flatMap((one) => {
    const service = serviceOf(one.service);
    return service ? [{ work: one, service }] : [];
  });
  const needs = services.find(({ service }) => service.identity.needs !== undefined)?.service.identity.needs;
  const wish = work.userAssigned ? 'user-assigned' : options.identity;
  const place: Deployment = { host, iac, choice: choiceOn(host, { ...(needs && { needs }) }, wish) };
  const all = services.map((one) => ({ ...one, situation: situationOf(one.work, one.service, place) }));
  const first = all.filter(({ work: { service } }, at) => all.findIndex((one) => one.work.service === service) === at);
  const each = (make: (situation: Situation) => readonly Step[]): Step[] =>
    first.flatMap(({ situation, work: one }) => make(merged(situation, all)).map((step) => filled(step, one.values)));
  const vault = work.kept.some(opensVault) ? vaultSituation(place) : null;
  const settings = settingsOf(work, serviceOf);
  const ownTrust = vault === null && first.every(({ service }) => service.identity.trust === 'application');

  const access = [
    ...installSteps(work.installs),
    ...work.others,
    ...work.kept.flatMap((kept) => [...keptRotation(kept, serviceOf, place, migrated).now, ...storeSteps(kept)]),
    ...(first.length > 0 || vault ? identitySteps(place, ownTrust) : []),
    ...first.flatMap(({ service }) => byHand(service)),
    ...all.flatMap((one) => roleOf(one, all)),
    ...(vault ? roleSteps(vault) : []),
  ];
  const steps = [
    ...access,
    ...(access.some(isBicep) ? [infrastructureStep(), ...attachSteps(place)] : []),
    ...(first.length > 0 || settings.length > 0 ? setSteps(settings, place) : []),
    ...each(bindingSteps),
    ...work.kept.flatMap((kept) => readSteps(kept, place)),
    ...work.unknownValues.map(({ names, file }) => unknownStep(names, file)),
    ...work.stays.map(staysStep),
    ...work.mustGo.map((name) => mustGoStep(name, work.old, place)),
    ...(first.length > 0 || work.kept.length > 0 ? [deployStep(place)] : []),
    ...work.kept.flatMap((kept) => keptRotation(kept, serviceOf, place, migrated).later),
    ...each((situation) => [proveStep(situation)]),
    ...(migrated
      ? oldSteps(
          work.old.filter(({ name }) => !work.mustGo.includes(name)),
          first.flatMap(({ service }) => service.identity.bindings ?? []),
          place,
        )
      : first.length > 0
        ? [removeAnyStep(place)]
        : []),
    ...each((situation) => (situation.leaked || !migrated ? rotateSteps(situation) : [])),
    ...each(disableSteps),
    ...work.emulators.map(({ name, file }) => emulatorStep(name, file)),
    ...(first.length > 0 && host.kind !== 'local' ? [localStep(settings, rolesOf(all))] : []),
  ];
  return oneTemplate(saidOnce(steps).map((step) => filled(step, values)));
}

const isBicep = ({ code }: Step): boolean => code?.language === 'bicep';

/** The same command for two services of one account is one step. */
const saidOnce = (steps: readonly Step[]): Step[] => {
  const same = ({ kind, code }: Step): string => JSON.stringify([kind, code]);
  const once = eachOnce(steps);
  return once.filter(
    (step, at) =>
      step.code === null || !ONCE.has(step.kind) || once.findIndex((other) => same(other) === same(step)) === at,
  );
};

const ONCE: ReadonlySet<Step['kind']> = new Set(['role', 'rotate', 'disable-keys', 'prove']);

interface One {
  readonly work: ServiceFollowUp;
  readonly service: Service;
  readonly situation: Situation;
}

const roleNamed = ({ identity: { roles } }: Service, name: string | undefined): Role | null =>
  [...roles.read, ...roles.write, ...roles.admin, ...roles.other].find((role) => role.name === name) ?? null;

const situationOf = ({ access, role, leaked }: ServiceFollowUp, service: Service, place: Deployment): Situation => ({
  ...place,
  service: service.id,
  title: service.title,
  identity: service.identity,
  endpointSetting: service.endpointSetting,
  role: roleNamed(service, role) ?? roleFor(service.identity, access ?? undefined),
  access: access ?? undefined,
  ...(role !== undefined && { exact: true }),
  leaked,
});

/** A service's secret leaked when that of one of its uses did. */
const merged = (situation: Situation, all: readonly One[]): Situation => ({
  ...situation,
  leaked: all.some(({ work }) => work.service === situation.service && work.leaked),
});

const READ_AND_WRITE = ['read', 'write'] as const;

/** The role of one use; none where another use of the service gets one that covers it. */
function roleOf({ work, service, situation }: One, all: readonly One[]): Step[] {
  const same = all.filter((one) => one.work.service === work.service);
  const { roles, apart } = service.identity;
  const covers = (role: Role | null): boolean =>
    role !== null && role.name !== situation.role?.name && [...roles.write, ...roles.admin].includes(role);
  if (work.access === 'read' && apart !== true && same.some((one) => covers(one.situation.role))) return [];
  // What is unknown of one use is known of another: the roles that are granted anyway are the two it may need.
  if (
    work.access === null &&
    apart === true &&
    READ_AND_WRITE.every((access) => same.some((one) => one.work.access === access))
  )
    return [];
  const id = `role:${service.id}`;
  const at = same.findIndex((one) => one.work === work);
  return roleSteps(situation, at === 0 ? id : `${id}:${work.role ?? work.access ?? 'usual'}`).map((step) =>
    filled(step, work.values),
  );
}

const rolesOf = (all: readonly One[]): string[] => [
  ...new Set(all.flatMap(({ situation: { role } }) => (role ? [role.name] : []))),
];

/** What the rewritten code needs from people besides the role. */
const byHand = ({ id, byHand: texts = [] }: Service): Step[] =>
  texts.map((text, at) => ({
    id: `prepare:${id}:${String(at + 1)}`,
    kind: 'prepare',
    title: say(text),
    text: [],
    code: null,
  }));

/** A constant of another file that stays, because it is not certain that nothing else reads it. */
const staysStep = ({ name, file }: StayingSecret): Step => ({
  id: `code:${file}:${name}`,
  kind: 'code',
  title: say('{name} stays in {file}, since other code may read it. Move that too, then delete {name}.', {
    name,
    file,
  }),
  text: [],
  code: null,
});

/** Rotating a secret that moves elsewhere: its new value is what is stored then, its other key waits for the deployment. */
function keptRotation(
  { service: id, leaked }: KeptSecret,
  serviceOf: ServiceOf,
  place: Deployment,
  migrated: boolean,
): { readonly now: readonly Step[]; readonly later: readonly Step[] } {
  if (!leaked && migrated) return { now: [], later: [] };
  const service = id === null ? undefined : serviceOf(id);
  const work: ServiceFollowUp = { service: service?.id ?? 'secret', access: null, leaked, values: {} };
  const situation = service
    ? situationOf(work, service, place)
    : { ...vaultSituation(place), service: 'secret', title: '', leaked, identity: noCommands };
  const steps = rotateSteps(situation);
  const isLater = ({ id }: Step): boolean => id.endsWith(':second');
  return { now: steps.filter((step) => !isLater(step)), later: steps.filter(isLater) };
}

const noCommands: Identity = {
  support: 'no',
  summary: '',
  roles: { read: [], write: [], admin: [], other: [] },
  grant: { kind: 'commands', cli: [] },
  rotate: [],
  limits: [],
  links: [],
};

/** What is to be set where the app runs, with its value or what belongs there. */
function settingsOf({ added, kept, services }: FollowUp, serviceOf: ServiceOf): Setting[] {
  const valueOf = ({ service, value }: AddedSetting): string => {
    if (value !== null && isHarmless(value)) return value;
    const form = (service === null ? undefined : serviceOf(service)?.identity.endpoint) ?? '<endpoint>';
    return fill(form, services.find((one) => one.service === service)?.values ?? {});
  };
  return [
    ...added.map((setting) => ({ name: setting.name, value: valueOf(setting) })),
    ...kept.flatMap(({ address }) =>
      address === null ? [] : [{ name: address, value: 'https://<vault>.vault.azure.net/' }],
    ),
  ].filter(({ name }, at, all) => all.findIndex((other) => other.name === name) === at);
}

const filled = (step: Step, values: Readonly<Record<string, string | undefined>>): Step =>
  step.code === null ? step : { ...step, code: filledCode(step.code, values) };
