import type { Refusal } from '../../../core/finding';
import type { ProjectFile } from '../../../core/files';
import type { Reader, ReaderKind } from '../../../project/settings/facts';
import { refusal } from '../../refusals';
import type { Around } from '../file-fix';
import { bindingsIn } from './bindings';
import type { Binding } from './bindings';
import { extensionTrouble } from './versions';

/** The setting that the host reads by itself. */
export const HOST_STORAGE = 'AzureWebJobsStorage';

/** A setting that nothing but the host and bindings which take an identity reads. */
export interface Connection {
  readonly kind: 'connection';
  readonly bindings: readonly Binding[];
  /** Files that set it as well: templates, workflows, scripts. */
  readonly setters: readonly string[];
}

/** Readers that give a setting to an app; they read no file of settings unless they say so. */
const SETTERS: ReadonlySet<ReaderKind> = new Set([
  'compose',
  'kubernetes',
  'workflow',
  'pipeline',
  'template',
  'script',
]);

const no = (id: string, args: Readonly<Record<string, string>> = {}): Refusal => refusal(id, '', args);

const WHY = {
  'not-read': 'binding-not-read',
  'old-argument': 'binding-old-argument',
  creates: 'binding-creates',
} as const;

/** Why one reader keeps a setting as it is; null when it does not. */
function readerTrouble({ kind, path }: Reader, text: string, name: string): Refusal | null {
  if (kind === 'binding' || (kind === 'host' && name === HOST_STORAGE)) return null;
  if (SETTERS.has(kind)) return /local\.settings/i.test(text) ? no('setting-read-otherwise', { file: path }) : null;
  if (kind === 'schema' || kind === 'type') return no('setting-in-schema', { file: path, name });
  return no('binding-with-code', { file: path });
}

/** The bindings of one reader; why they cannot take an identity otherwise. */
async function bindingsOf(
  reader: Reader,
  text: string,
  name: string,
  around: Around,
): Promise<readonly Binding[] | Refusal> {
  const read = bindingsIn(reader.path, text, name, reader.spans);
  if (read.kind === 'not-known') return no(WHY[read.why], { file: reader.path });
  for (const { sort, direction } of read.bindings) {
    if (sort.parts(direction) === null) return no('binding-needs-key', { file: reader.path });
    const trouble = await extensionTrouble(sort, reader, around);
    if (trouble) return trouble;
  }
  return read.bindings;
}

const isRefusal = (value: readonly Binding[] | Refusal): value is Refusal => 'message' in value;

/**
 * Who reads a setting, where that is the host and bindings alone and all of them take an identity; null where neither does; why
 * not otherwise. `isNear` says which readers may read the setting that a document declares; `isHost` that the host reads it
 * whatever the search finds.
 */
export async function connectionOf(
  name: string,
  document: string,
  around: Around,
  isNear: (reader: Reader) => boolean,
  isHost = false,
): Promise<Connection | Refusal | null> {
  const facts = await around.settingFacts(name, document);
  const readers = facts.readers.filter((one) => one.path !== document && isNear(one));
  if (!isHost && !readers.some(({ kind }) => kind === 'binding' || (kind === 'host' && name === HOST_STORAGE)))
    return null;
  if (!facts.complete) return no('search-not-complete');
  const texts = textsByPath(await around.read([...new Set(readers.map(({ path }) => path))]));
  const bindings: Binding[] = [];
  for (const reader of readers) {
    const text = texts.get(reader.path);
    if (text === undefined) return no('search-not-complete');
    const trouble = readerTrouble(reader, text, name);
    if (trouble) return trouble;
    const own = reader.kind === 'binding' ? await bindingsOf(reader, text, name, around) : [];
    if (isRefusal(own)) return own;
    bindings.push(...own);
  }
  const services = new Set(bindings.map(({ sort }) => (/^storage-/.test(sort.service) ? 'storage' : sort.service)));
  // One connection string opens one service.
  if (services.size > 1)
    return no('binding-not-read', { file: readers.find((one) => one.kind === 'binding')?.path ?? '' });
  const setters = readers.filter(({ kind }) => SETTERS.has(kind)).map(({ path }) => path);
  return { kind: 'connection', bindings, setters: [...new Set(setters)] };
}

const textsByPath = (files: readonly ProjectFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text }) => [path, text]));
