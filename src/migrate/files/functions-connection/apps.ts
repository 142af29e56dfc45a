import { baseName } from '../../../core/document';
import type { Refusal } from '../../../core/finding';
import { refusal } from '../../refusals';
import type { Around } from '../file-fix';
import { connectionOf, HOST_STORAGE } from './connection';
import type { Connection } from './connection';
import { hostTrouble } from './versions';

/** What tells of a function app: the bundle in its `host.json`, the version in its project file. */
const WORDS = ['extensionBundle', 'AzureFunctionsVersion'];

/** Why the function apps of a workspace cannot take an identity for their host's storage; null when all of them can. */
async function appsTrouble(name: string, document: string, around: Around): Promise<Refusal | null> {
  const { files, complete } = await around.filesMentioning(WORDS, document, 'workspace');
  const apps = files.filter(({ path }) => /^host\.json$|proj$/i.test(baseName(path)));
  if (!complete) return refusal('search-not-complete');
  if (apps.length === 0) return refusal('template-code-reads', '', { name });
  for (const { path } of apps) {
    const trouble = await hostTrouble({ path, project: await around.projectOf(path) }, around);
    if (trouble) return trouble;
  }
  return null;
}

/**
 * Who reads a setting that a template gives to a function app: the code of the app is somewhere in the workspace, and every
 * reader there counts. Why nothing is changed otherwise.
 */
export async function deployedConnection(
  name: string,
  document: string,
  around: Around,
): Promise<Connection | Refusal> {
  const isHost = name === HOST_STORAGE;
  const trouble = isHost ? await appsTrouble(name, document, around) : null;
  if (trouble) return trouble;
  const found = await connectionOf(name, document, around, () => true, isHost);
  return found ?? refusal('template-code-reads', '', { name });
}
