import type { TextEdit } from '../core/edit';
import type { FixKind, Refusal } from '../core/finding';
import type { Message } from '../core/message';
import type { Redacted } from '../core/redacted';
import type { Step } from '../core/step';
import type { Role } from '../services/identity';
import type { FollowUp } from '../steps/follow-up';

export interface FileEdit {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** The edits of one file of a plan. */
export interface PlannedEdit extends FileEdit {
  /** The text that the edits refer to; the empty one for a new file. */
  readonly basis: Redacted;
}

/** The plan that removes a finding: the whole change, as data. */
export interface Migration {
  readonly kind: 'migration';
  readonly fix: FixKind;
  readonly rule: string;
  readonly service: string | null;
  readonly title: Message;
  /** Edits per file; the document of the finding first. Spans refer to the texts the plan was given. */
  readonly files: readonly PlannedEdit[];
  /** Packages the manifest gains. */
  readonly packages: readonly string[];
  readonly settings: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** The least-privileged role the identity needs. */
  readonly role: Role | null;
  /** What is left to people, as facts: for the steps on a host that is chosen later, or of several migrations together. */
  readonly work: FollowUp;
  /** What remains to be done by hand wherever the app runs, in order: grant the role, rotate the leaked secret, ... */
  readonly steps: readonly Step[];
}

export type Plan = Migration | ({ readonly kind: 'refusal' } & Refusal);
