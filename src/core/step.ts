import type { Message } from './message';

/**
 * What a step is for. Faces order, group and tick steps by it; the same work never appears twice under two kinds.
 *
 * - `install`: packages that a manifest gained, with the command that also updates the lock file;
 * - `prepare`: what a host needs before it can have an identity;
 * - `identity`: enable or create the identity;
 * - `role`: grant the least role, or the service's own kind of access;
 * - `set-setting`, `remove-setting`, `keep-setting`: a setting where the app runs or in a file that could not be edited;
 * - `code`: a change of code that could not be made here;
 * - `deploy`, `prove`: bring the change out, and see that it works;
 * - `rotate`: renew one key after the other, never both at once;
 * - `disable-keys`: switch key access off;
 * - `local`: what developers do on their machines.
 */
export type StepKind =
  | 'install'
  | 'prepare'
  | 'identity'
  | 'role'
  | 'set-setting'
  | 'remove-setting'
  | 'keep-setting'
  | 'code'
  | 'deploy'
  | 'prove'
  | 'rotate'
  | 'disable-keys'
  | 'local';

/** One command line as data: nothing is joined before a face prints it. */
export interface Command {
  readonly program: string;
  /** Placeholders for what the workspace does not tell are `<like-this>`. */
  readonly args: readonly string[];
  /** What a person should know before running it; printed on a line of its own, never behind the command. */
  readonly comment?: Message;
}

/** What can be copied: commands, or a text in another language. */
export type StepCode =
  | { readonly language: 'shell'; readonly commands: readonly Command[] }
  | { readonly language: 'bicep' | 'terraform' | 'json' | 'sql' | 'yaml' | 'env'; readonly text: string };

/** One thing a person does, in order. The plan, the guidance, the checklist, the report and the command line show the same ones. */
export interface Step {
  /** Stable across runs and languages, unique within a list: `role:storage-blob`. Equal ids mean the same work. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: Message;
  /** Sentences, in order; often none. */
  readonly text: readonly Message[];
  readonly code: StepCode | null;
}
