import type { Refusal } from '../../core/finding';
import type { CodeFile } from '../../languages/contract/file';
import type { Facts } from '../facts';
import { refusal } from '../refusals';
import type { Blocker, Use, UseGroup } from '../uses';

/** What a judge may look at besides the use: data only, so that a scan and a plan come to the same answer. */
export interface JudgeContext {
  readonly file: CodeFile;
  /** The uses of the other secrets of the file, too. */
  readonly groups: readonly UseGroup[];
  readonly blockers: readonly Blocker[];
  readonly facts: Facts;
}

/** Gives the reason why one use gets no rewrite, or null where it knows of none. */
export type Judge = (use: Use, context: JudgeContext) => Refusal | null;

/** The same for all uses of one secret together. */
export type GroupJudge = (group: UseGroup, context: JudgeContext) => Refusal | null;

/** A refusal by its id that names the service of the use. */
export const because = (id: string | null | undefined, { service }: Use): Refusal | null =>
  id ? refusal(id, service.title) : null;
