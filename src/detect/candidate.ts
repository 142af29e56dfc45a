import type { Severity } from '../core/finding';
import type { Message } from '../core/message';
import type { Redacted } from '../core/redacted';
import type { Span } from '../core/span';
import type { Reach } from './risk';

/** What the detector makes of a stretch of text. The engine turns it into a `Finding`. */
export interface Candidate {
  /** A secret kind of facts/secret-kinds: `storage-account-key`, `entra-client-secret`, ... Of `infra`, the smell. */
  readonly kind: string;
  /** The rule is `<family>/<kind>`; without one, `hardcoded/<kind>`. */
  readonly family?: 'infra' | undefined;
  /** `certain`: the shape of the value identifies it. `likely`: its name, URL or SDK call does. */
  readonly grade: 'certain' | 'likely';
  /** Exactly the value as it is in the text, encodings included. Of a smell, the words that make it one. */
  readonly span: Span;
  readonly value: Redacted;
  /** The whole connection string, URL or token query the value belongs to, where there is one. */
  readonly around?: Span | undefined;
  /** Said instead of the kind's usual message, e.g. for an expired SAS. */
  readonly message?: Message | undefined;
  readonly severity?: Severity | undefined;
  /** How far the value reaches, where it tells. */
  readonly reach?: Reach | undefined;
}
