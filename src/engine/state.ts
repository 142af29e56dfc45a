import type { SourceDocument } from '../core/document';
import { editedOrNull } from '../core/edit';
import type { Finding, FixKind } from '../core/finding';
import type { Analysis } from '../migrate/analysis';
import { judge } from '../migrate/judge/judge';
import type { Migration } from '../migrate/migration';
import { withTexts } from './analyse';
import type { ScanOptions } from './options';
import { findingsOf, whyNotIn } from './scan';
import { groupOf } from './scene';
import type { Scene } from './scene';

/** More migrations than any one file needs: a plan that never removes its finding ends here. */
export const ROUNDS = 200;

/** Where the migrations of a document are at. */
export interface State {
  readonly migrations: readonly Migration[];
  /** The project and the files around, as they are after them. */
  readonly scene: Scene;
  readonly document: SourceDocument;
  /** Of the document as it is now. */
  readonly analysis: Analysis;
}

/** The text of a file after a migration. */
export const textAfter = (made: Migration, path: string, text: string): string =>
  editedOrNull(
    text,
    made.files.filter((one) => one.path === path).flatMap(({ edits }) => edits),
  ) ?? text;

/** The files around, and the project, as a migration leaves them. */
export function sceneAfter(scene: Scene, made: Migration): Scene {
  const { analysed, files } = scene;
  const changed = files
    .map((file) => ({ ...file, text: textAfter(made, file.path, file.text) }))
    .filter(({ text }, at) => text !== files[at]?.text);
  if (changed.length === 0) return scene;
  return {
    ...scene,
    files: files.map((file) => changed.find(({ path }) => path === file.path) ?? file),
    analysed: { ...analysed, project: withTexts(analysed.project, changed) },
  };
}

/**
 * The findings that have the fix, in order, one by one as they are tried. Only the first one with a plan is migrated before the
 * text is looked at again: a draft of every other one would be made in vain, once for each round.
 */
export function* worthTrying(
  analysis: Analysis,
  document: SourceDocument,
  fix: FixKind,
  isWanted: (finding: Finding) => boolean,
  options: ScanOptions,
): Generator<Finding, void> {
  const isIdentity = fix === 'identity';
  // That a secret has to stay is said by a judge, never by a draft.
  const found = findingsOf(analysis, document, options, (group) => (isIdentity ? null : judge(group, analysis)));
  const whyNot = whyNotIn(analysis, options);
  for (const finding of found.filter(isWanted)) {
    const group = isIdentity ? groupOf(analysis, finding.span) : null;
    if (!group || whyNot(group) === null) yield finding;
  }
}
