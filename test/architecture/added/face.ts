import type { Files } from '../../../src/core/files';
import { createEngine } from '../../../src/engine/engine';
import { applyEdits } from '../../../src/core/edit';

/** What the made-up face answers: the rules of a document's findings, its plan's outcome, and the files after it. */
export interface Answer {
  readonly rules: readonly string[];
  readonly refused: string | null;
  readonly after: Readonly<Record<string, string>>;
}

/** A face of a few lines: one document of a folder of files, scanned and migrated. */
export async function answer(files: Files, texts: Readonly<Record<string, string>>, path: string): Promise<Answer> {
  const engine = createEngine({ files });
  const document = { path, text: texts[path] ?? '' };
  const { findings } = await engine.scan(document);
  const plan = await engine.plan(document, 'all', 'identity');
  const edited = plan.kind === 'refusal' ? [] : plan.files;
  return {
    rules: findings.map(({ rule }) => rule),
    refused: plan.kind === 'refusal' ? plan.id : null,
    after: Object.fromEntries(edited.map((file) => [file.path, applyEdits(texts[file.path] ?? '', file.edits)])),
  };
}
