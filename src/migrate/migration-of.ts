import type { TextEdit } from '../core/edit';
import type { FixKind } from '../core/finding';
import { Redacted } from '../core/redacted';
import { serviceOf } from '../services/index';
import type { Service } from '../services/service';
import { stepsOf } from '../steps/plan';
import type { FileEdit, Migration, Plan } from './migration';
import { refused } from './planning';
import type { Planning } from './planning';
import { ownText } from './read-back';

/**
 * A migration as it leaves the planner: offsets only, and each file with the text that its edits refer to.
 * Refused (`not-editable`) where an edit would go into a file that the plan was not given, or may only read.
 */
export function migrationOf(
  { rule, path: document, analysis, files: around }: Pick<Planning, 'rule' | 'path' | 'analysis' | 'files'>,
  fix: FixKind,
  service: Service | null,
  files: readonly FileEdit[],
  rest: Pick<Migration, 'title' | 'packages' | 'settings' | 'role' | 'work'>,
): Plan {
  const textOf = (path: string): string | null => {
    if (path === document) return ownText(analysis.file);
    const file = around.find((one) => one.path === path);
    return file && file.editable !== false ? file.text : null;
  };
  const planned = files
    .filter(({ path, edits }) => path === document || edits.length > 0)
    .map(({ path, edits }) => ({ path, edits: edits.map(plain), text: textOf(path) }));
  if (planned.some(({ text }) => text === null)) return refused('not-editable');
  return {
    kind: 'migration',
    fix,
    rule,
    service: service?.id ?? null,
    files: planned.map(({ path, edits, text }) => ({ path, edits, basis: new Redacted(text ?? '') })),
    ...rest,
    steps: stepsOf(rest.work, serviceOf),
  };
}

/** Spans may be nodes of a syntax tree, with the secret in them: only their offsets leave the engine. */
const plain = ({ span, newText }: TextEdit): TextEdit => ({ span: { start: span.start, end: span.end }, newText });
