import type { Message } from './message';

/**
 * What a step is for. Faces order, group and tick steps by it; the same work never appears twice under two kinds.
 *
 * - `install`: packages that a manifest gained, with the command that also updates the lock file;
 * - `prepare`: what a host or a service needs before it can work with an identity;
 * - `identity`: enable or create the identity;
 * - `role`: grant the least role, or the service's own kind of access;
 * - `store`: put a secret that has to stay into Key Vault;
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
  | 'store'
  | 'set-setting'
  | 'remove-setting'
  | 'keep-setting'
  | 'code'
  | 'deploy'
  | 'prove'
  | 'rotate'
  | 'disable-keys'
  | 'local';

/** One command as data: nothing is joined before a face prints it. `core/shell.ts` writes it as a line. */
export interface Command {
  /** Variables that are set for this command only, `NAME=value`, in the words of a POSIX shell. */
  readonly env?: readonly string[];
  readonly program: string;
  /** Words of a POSIX shell, quotes included, without line breaks. Places to fill in are `<like-this>`. */
  readonly args: readonly string[];
  /** What a person should know before running it; printed on a line of its own, never after the command. */
  readonly comment?: Message;
  /** For another case than the commands before it ("or, for a domain:"): never run together with them. */
  readonly instead?: true;
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

/** The first of each id, in order. */
export const eachOnce = (steps: readonly Step[]): Step[] =>
  steps.filter(({ id }, at) => steps.findIndex((other) => other.id === id) === at);
