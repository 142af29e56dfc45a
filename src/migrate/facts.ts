import type { Runtime } from '../project/runtime/runtime';
import { unknown } from '../project/runtime/runtime';
import type { SettingFacts } from '../project/settings/facts';
import type { Blocker } from './uses';

/** What the project says about one document, gathered before a judge is asked: data only. */
export interface Facts {
  readonly runtime: Runtime;
  /** By the name that the code reads. */
  readonly settings: ReadonlyMap<string, SettingFacts>;
  /** Code in other files that needs the key of a client which this file makes. */
  readonly blockers: readonly (Blocker & { readonly path: string })[];
  /**
   * No use of the document chose between a secret and a credential before its first migration: what looks like a choice
   * later is the work of the migrations before.
   */
  readonly choiceFree: boolean;
  /** The code is a package for others: its users pass what its functions and options take. */
  readonly isPublished: boolean;
  /** Other files that the facts depend on: a change there may change them. */
  readonly needs: readonly string[];
}

/** For a document that is alone. */
export const noFacts: Facts = {
  runtime: unknown,
  settings: new Map(),
  blockers: [],
  choiceFree: false,
  isPublished: false,
  needs: [],
};
