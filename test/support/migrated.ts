import type { ProjectFile } from '../../src/core/files';
import { applyEdits } from '../../src/core/edit';
import type { CredentialChoice, Engine } from '../../src/engine/engine';
import type { Migration } from '../../src/migrate/migration';
import { fill } from './fill';

/** A file after its first identity migration, or the id of the refusal; `silent` when nothing is found. */
export async function migrated(
  engine: Engine,
  path: string,
  before: string,
  credential?: CredentialChoice,
): Promise<string> {
  const document = { path, text: fill(before) };
  const options = credential ? { credential } : {};
  const { findings } = await engine.scan(document, options);
  const [finding] = findings;
  if (!finding) return 'silent';
  const plan = await engine.plan(document, finding, 'identity', options);
  return plan.kind === 'refusal' ? plan.id : edited(document, plan);
}

/** A file's text after a migration. */
export const edited = ({ path, text }: ProjectFile, { files }: Migration): string =>
  applyEdits(
    text,
    files.filter((file) => file.path === path).flatMap(({ edits }) => edits),
  );
