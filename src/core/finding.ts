import type { Position } from './lines';
import type { Message } from './message';
import type { Span } from './span';
import type { Tracking } from './tracking';

/** Where the secret of a use comes from (DESIGN.md, section 2). */
export type Origin = 'literal' | 'environment' | 'configuration' | 'parameter' | 'field' | 'elsewhere';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * - `identity`: authenticate with Microsoft Entra;
 * - `key-vault`: the secret stays, in Key Vault, and the code reads a setting;
 * - `key-vault-client`: the secret stays, in Key Vault, and the code loads it from there when it starts;
 * - `setting`: the secret stays, outside the code; in a settings file, the setting names the identity instead of the secret.
 */
export type FixKind = 'identity' | 'key-vault' | 'key-vault-client' | 'setting';

export interface Fix {
  readonly kind: FixKind;
  /** Names the change: "Use DefaultAzureCredential for Azure Blob Storage (2 uses)". */
  readonly title: Message;
}

/** Why no edit is offered, as data. Always explained to the person. */
export interface Refusal {
  /** Stable, kebab-case: `dual-path`, `sas-needs-user-delegation-key`, ... */
  readonly id: string;
  readonly message: Message;
}

/** A place in another file of the workspace that a finding has to do with: who sets or reads the same setting. */
export interface Related {
  /** Relative to the root folder, with `/`. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** What is there: "STORAGE_KEY is set here". */
  readonly message: Message;
}

/**
 * What is shown to a person. Plain data, without the value or a part of it.
 * Rules: `hardcoded/<secret kind>`, `key-auth/<service>`, `infra/<smell>`.
 */
export interface Finding {
  readonly rule: string;
  /** Service id, or null where the value does not tell (a lone Entra client secret tells; a private key does not). */
  readonly service: string | null;
  readonly origin: Origin;
  readonly severity: Severity;
  /** Exactly the secret's value for `hardcoded/`, the client call for `key-auth/`. */
  readonly span: Span;
  /** Under 100 characters when rendered. */
  readonly message: Message;
  /** Best first. Empty when `refusal` says why, or when only guidance helps. */
  readonly fixes: readonly Fix[];
  readonly refusal: Refusal | null;
  /** Ordered by path; the first ones where there are many. */
  readonly related: readonly Related[];
  /** Names of the settings that hold its secret, as they are written here. None where the secret is in no setting. */
  readonly settings?: readonly string[];
  /** Of a hardcoded value: what Git does with its file. Left out where that is not known. */
  readonly tracking?: Tracking;
  /** Stable while the line and the file's name stay; never computed from the value. */
  readonly fingerprint: string;
  /** The one that older versions gave where other values are in the line: what was accepted under it stays so. Never shown. */
  readonly former?: string;
}

/**
 * Why a person gets no rewrite, to be said as such; null where there is none to explain: a fix that changes the setting itself
 * is the rewrite, whatever is said of the code that reads it.
 */
export const whyNoRewrite = ({ fixes, refusal }: Pick<Finding, 'fixes' | 'refusal'>): Refusal | null =>
  fixes[0]?.kind === 'setting' ? null : refusal;
