import { applyEdits } from '../../src/core/edit';
import { linesOf } from '../../src/core/lines';
import type { Plan } from '../../src/migrate/migration';
import { engineOver } from './engine-over';
import { fill } from './fill';

type Files = Readonly<Record<string, string>>;

/** Texts with fake values, the same value in all files. */
export function filled(files: Files): Record<string, string> {
  const paths = Object.keys(files);
  const texts = fill(paths.map((path) => files[path] ?? '').join('\u0000')).split('\u0000');
  return Object.fromEntries(paths.map((path, i) => [path, texts[i] ?? '']));
}

/** What a scan finds in one file with the others around it. */
export async function found(files: Files, path: string) {
  const document = { path, text: files[path] ?? '' };
  const engine = engineOver(files);
  const { findings: all } = await engine.scan(document);
  return { document, engine, findings: all };
}

/** `key-auth/storage-blob environment 4 refused: x` for each finding, lines from 1. */
export async function findings(files: Files, path: string): Promise<string[]> {
  const { document, findings: all } = await found(files, path);
  return all.map(({ rule, origin, span, refusal }) => {
    const line = linesOf(document.text).positionAt(span.start).line + 1;
    return `${rule} ${origin} ${String(line)}${refusal ? ` ${refusal.id}` : ''}`;
  });
}

/** The plan of the first finding of a file that has an identity fix, made as the faces make it. */
export async function planned(files: Files, path: string): Promise<Plan | null> {
  const { document, engine, findings: all } = await found(files, path);
  const [first] = all.filter(({ rule }) => rule.startsWith('key-auth/'));
  return first ? engine.plan(document, first, 'identity') : null;
}

/** All files after that plan; the id of a refusal, or null where nothing is found. */
export async function after(files: Files, path: string): Promise<Files | string | null> {
  const plan = await planned(files, path);
  if (!plan || plan.kind === 'refusal') return plan && plan.id;
  const changed = { ...files };
  for (const { path: edited, edits } of plan.files) changed[edited] = applyEdits(changed[edited] ?? '', edits);
  return changed;
}
