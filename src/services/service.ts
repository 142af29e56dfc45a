import type { TextTest } from '../core/text-test';
import type { Identity } from './identity';
import type { Sdk } from './pattern';

/** The languages that have an adapter under `languages/`. JavaScript is `typescript`. */
export type LanguageId = 'typescript' | 'python' | 'csharp' | 'java' | 'go';

/**
 * The parts of a connection string that are not secret, by their usual name (`AccountName`, `EndpointSuffix`,
 * `BlobEndpoint`, ...); of a URL, `Url` without its query.
 */
export type ConnectionParts = Readonly<Record<string, string | undefined>>;

/** Code before and after, with `{{kind}}` where the harness puts a fake value. Tests, docs and the side bar show them. */
export interface Example {
  readonly language: LanguageId;
  readonly title: string;
  /** File name the text is scanned under: `upload.ts`. */
  readonly file: string;
  readonly before: string;
  /** The whole file after the identity migration, or null with `refusal`. */
  readonly after: string | null;
  /** Rules found in `before`, in order of position. */
  readonly rules: readonly string[];
  readonly refusal?: string;
}

/**
 * Methods of a service's clients in all languages, in lower case without `_` and `Async`: as `name`, and as `its.name`
 * too where `on` knows what is before the dot. Words that other objects have too are under `unclear` only: they say
 * nothing, but such code is not said to read only.
 */
export interface Calls {
  /** Names of the service's own objects, without `_`: `blobclient`. */
  readonly on?: RegExp;
  readonly read: RegExp;
  readonly write: RegExp;
  readonly unclear?: RegExp;
  /** Methods that the role for writing does not cover: they need the usual one. */
  readonly beyond?: RegExp;
  /** Code that needs the right to manage, whatever it calls: a client for administration. */
  readonly manage?: RegExp;
}

/** One Azure service: what it looks like with a secret, without one, and how its identity option works. */
export interface Service {
  /** The catalog's id without its `azure-`. */
  readonly id: string;
  readonly title: string;
  /** Secret kinds that belong to this service. A kind shared by several services belongs to the first in `index.ts`. */
  readonly secrets: readonly string[];
  /** The endpoint a connection string or SAS URL points to, or null when its parts do not tell. Never a guess. */
  readonly endpoint: (parts: ConnectionParts) => string | null;
  /** Service Connector's name of the endpoint setting, where there is an endpoint. */
  readonly endpointSetting?: string;
  /** Words for a variable that holds the endpoint: `['blob', 'endpoint']`. */
  readonly endpointWords?: readonly string[];
  /** What `$ENTITY` stands for: the name inside the endpoint that a connection string may carry. */
  readonly entity?: (parts: ConnectionParts) => string | null;
  /**
   * Tells this service's uses from others of the same package, by the code of the use (the call and what the variables
   * in it are set to) and the whole text. Without it every match is a use of this service. A use that several services
   * claim belongs to the first in `index.ts`.
   */
  readonly claims?: (code: string, text: string) => boolean;
  /** Code of a use that no rewrite fits, and why: a regional endpoint, which takes no tokens. */
  readonly unfit?: readonly { readonly code: TextTest; readonly reason: string }[];
  /** Settings that a client reads by itself and that stop it beside a credential, by the code of the use. */
  readonly mustGo?: readonly { readonly code: RegExp; readonly setting: string }[];
  /** What the rewritten code still needs from people besides the role: English, shown as steps. */
  readonly byHand?: readonly string[];
  /** Packages that the rewritten code needs at run time beside a package from a version on. */
  readonly companions?: readonly { readonly package: string; readonly since: string; readonly needs: string }[];
  /** Packages beside which no rewrite is offered, and why: their use of the secret means something else. */
  readonly conflicts?: readonly { readonly package: string; readonly reason: string }[];
  readonly clients: Readonly<Partial<Record<LanguageId, readonly Sdk[]>>>;
  /** Why a language has no entry in `clients`: words that complete "not there:". */
  readonly absent?: Readonly<Partial<Record<LanguageId, string>>>;
  /** What its methods tell about the role; without it every use gets the usual one. */
  readonly calls?: Calls;
  /** Names under which its secret is in settings: `AZURE_STORAGE_CONNECTION_STRING`. */
  readonly settings: readonly string[];
  readonly identity: Identity;
  readonly examples: readonly Example[];
}

export const defineService = (service: Service): Service => service;
