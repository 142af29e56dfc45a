import type { Clues } from '../guide/clues';
import type { CodeChange } from '../guide/render-change';
import type { Around } from '../session/guidance-context';
import type { FindingRef } from '../session/store';
import type { FollowUp } from '../steps/follow-up';

/** What the guidance view explains: a finding's rule, its service, or both. */
export interface GuidanceSubject {
  readonly rule?: string;
  readonly service: string | null;
  /** Shown beside the title of the view, without a value: "upload.ts, line 3". */
  readonly title?: string;
  /** The finding whose code is shown before and after. */
  readonly ref?: FindingRef;
  /** What the migration that was just carried out has left to do: its steps are shown, before all else. */
  readonly work?: FollowUp;
}

/** What the workspace adds to a subject. */
export interface Gathered {
  readonly key: string;
  /** Undefined while it is being made, null once its finding is gone. */
  readonly change: CodeChange | null | undefined;
  readonly clues: Clues;
  /** Null where no finding is shown. */
  readonly around: Around | null;
}

/** All that a page is made from, besides what the person has chosen. */
export interface Known {
  readonly about: GuidanceSubject | undefined;
  readonly gathered: Gathered | null;
  /** The host that files of the workspace speak for. */
  readonly likely: string | null;
}

/** The same finding of the same service; its line may have moved. */
export const keyOf = ({ rule, service, ref }: GuidanceSubject): string =>
  JSON.stringify([rule, service, ref?.fingerprint]);

/** What was gathered for the subject that is shown, and for no other. */
export const gatheredFor = ({ about, gathered }: Known): Gathered | undefined =>
  about !== undefined && gathered?.key === keyOf(about) ? gathered : undefined;
