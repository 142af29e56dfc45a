import type { Access } from '../services/identity';
import type { Step } from '../core/step';
import type { InstallTool } from './install';

/**
 * What one or several migrations leave to people, as facts: the steps are made from it, for a host that may be chosen
 * later. Plain data that can be kept; no secret is in it. What a migration does not know is empty.
 */
export interface FollowUp {
  /** Services whose clients now take the identity. */
  readonly services: readonly ServiceFollowUp[];
  /** The code selects a user-assigned identity. */
  readonly userAssigned: boolean;
  readonly installs: readonly Install[];
  /** Settings that the code reads now. */
  readonly added: readonly AddedSetting[];
  /** Settings that the code read before, with who still reads them. */
  readonly old: readonly OldSetting[];
  /** Settings that a client reads by itself, and that stop it while they are set. */
  readonly mustGo: readonly string[];
  /** Settings that were written into a file without a value. */
  readonly unknownValues: readonly { readonly names: readonly string[]; readonly file: string }[];
  /** Settings of files that keep the value of a local emulator. */
  readonly emulators: readonly { readonly name: string; readonly file: string }[];
  /** Constants of other files that keep their secret, because something else may read them. */
  readonly stays: readonly StayingSecret[];
  /** Secrets that left the code but not the world: Key Vault or a setting holds them. */
  readonly kept: readonly KeptSecret[];
  /** What only the language or its manifest knows. */
  readonly others: readonly Step[];
}

export interface ServiceFollowUp {
  /** Id of the service. */
  readonly service: string;
  /** What the code does with it, as far as its calls tell. */
  readonly access: Access | null;
  /** Its secret was in a file: not a placeholder, not that of an emulator. */
  readonly leaked: boolean;
  /** Name of the role that it needs, where that is known whatever its calls tell. One role an entry. */
  readonly role?: string;
  /** Values for placeholders of its commands: `{ account: 'contoso' }`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Install {
  readonly packages: readonly string[];
  /** Path of the manifest that gained them. */
  readonly manifest: string;
  readonly tool: InstallTool | null;
}

export interface AddedSetting {
  readonly name: string;
  /** Id of the service whose endpoint it holds. */
  readonly service: string | null;
  /** Its value where that is known; never a secret. */
  readonly value: string | null;
}

/**
 * What a reader is: code, a trigger or binding of Azure Functions, a template or chart, a workflow, pipeline or script;
 * `itself`: the Functions host or a library, which reads it without being told.
 */
export type ReaderKind = 'code' | 'binding' | 'itself' | 'template' | 'workflow';

export interface OldSetting {
  readonly name: string;
  /** Names its project: the same name in another project is another setting. */
  readonly project: string;
  readonly readers: readonly { readonly path: string; readonly kind: ReaderKind }[];
  /** The Functions host reads it by itself. */
  readonly host: boolean;
  /** Everything that may read it was looked at: without readers it can go. */
  readonly searched: boolean;
  /** It is a property of an options object: which setting fills it is not known. */
  readonly property?: true;
}

export interface StayingSecret {
  readonly name: string;
  readonly file: string;
}

export interface KeptSecret {
  /** Id of the service it belongs to, where that is known. */
  readonly service: string | null;
  readonly leaked: boolean;
  /** How the code gets it: from a setting; from one that refers to Key Vault; through a client; through the configuration. */
  readonly way: 'setting' | 'reference' | 'client' | 'configuration';
  /** Its name in the vault. */
  readonly secret: string;
  /** The setting that the code reads. */
  readonly setting: string;
  /** The setting with the address of the vault, where this migration added it. */
  readonly address: string | null;
}

export const noFollowUp: FollowUp = {
  services: [],
  userAssigned: false,
  installs: [],
  added: [],
  old: [],
  mustGo: [],
  unknownValues: [],
  emulators: [],
  stays: [],
  kept: [],
  others: [],
};

/** What the Functions host reads by itself, with or without code that reads it too. */
export const isHostSetting = (name: string): boolean =>
  /^(?:AzureWebJobs(?:Storage|Dashboard|SecretStorageSas)|WEBSITE_CONTENTAZUREFILECONNECTIONSTRING|FUNCTIONS_\w{1,100}|AzureFunctionsJobHost\w{0,100})$/i.test(
    name,
  );

/** The last of each key, at the place of the first. */
function lastOf<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

/** What both agree on: of two accounts only the person knows which one is meant. */
function agreed(a: ServiceFollowUp['values'], b: ServiceFollowUp['values']): ServiceFollowUp['values'] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [one, other] = [a[name], b[name]];
      const value = one === undefined || other === undefined || one === other ? (one ?? other) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function mergedServices(services: readonly ServiceFollowUp[]): ServiceFollowUp[] {
  const byKey = new Map<string, ServiceFollowUp>();
  for (const one of services) {
    const key = `${one.service} ${one.access ?? ''} ${one.role ?? ''}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known ? { ...known, leaked: known.leaked || one.leaked, values: agreed(known.values, one.values) } : one,
    );
  }
  return [...byKey.values()];
}

/** Once for each manifest, with all it gained. */
const mergedInstalls = (installs: readonly Install[]): Install[] =>
  lastOf(installs, ({ manifest }) => manifest).map((one) => ({
    ...one,
    packages: [
      ...new Set(installs.filter(({ manifest }) => manifest === one.manifest).flatMap(({ packages }) => packages)),
    ],
  }));

/**
 * Several pieces of work as one, in the order in which they were done: what a later one knows of a setting, a manifest or a
 * constant replaces what an earlier one knew.
 */
export function mergeFollowUps(all: readonly FollowUp[]): FollowUp {
  return {
    services: mergedServices(all.flatMap(({ services }) => services)),
    userAssigned: all.some(({ userAssigned }) => userAssigned),
    installs: mergedInstalls(all.flatMap(({ installs }) => installs)),
    added: lastOf(
      all.flatMap(({ added }) => added),
      ({ name }) => name,
    ),
    old: lastOf(
      all.flatMap(({ old }) => old),
      ({ name, project, property }) => `${project} ${name}${property ? ' property' : ''}`,
    ),
    mustGo: [...new Set(all.flatMap(({ mustGo }) => mustGo))],
    unknownValues: lastOf(
      all.flatMap(({ unknownValues }) => unknownValues),
      ({ names, file }) => [file, ...names].join(' '),
    ),
    emulators: lastOf(
      all.flatMap(({ emulators }) => emulators),
      ({ name, file }) => `${file} ${name}`,
    ),
    stays: lastOf(
      all.flatMap(({ stays }) => stays),
      ({ name, file }) => `${file} ${name}`,
    ),
    kept: lastOf(
      all.flatMap(({ kept }) => kept),
      ({ setting, secret }) => `${setting} ${secret}`,
    ),
    others: lastOf(
      all.flatMap(({ others }) => others),
      ({ id }) => id,
    ),
  };
}
