import type { ProjectFile } from '../../core/files';
import { folderOf } from '../../core/document';
import type { TypeScriptFile } from './file';

/** Another file of the project, parsed. */
export interface Module {
  readonly path: string;
  readonly file: TypeScriptFile;
}

/** The files of a project that code may import from, parsed when asked for. */
export interface Modules {
  /** The file that a relative specifier means, or null when it is none of the project's. */
  open(from: string, specifier: string): Module | null;
  /** What was asked for in vain: for each file the paths it may have, the likeliest first. */
  readonly wanted: readonly (readonly string[])[];
}

const ADDED = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

export const isJson = (path: string): boolean => /\.json$/i.test(path);

/** JSON read as code. */
export const JSON_LEAD = 'export default ';

/** A specifier names the compiled file; the source beside it is what people write. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

export const isRelative = (specifier: string): boolean => /^\.{1,2}(?:\/|$)/.test(specifier);

/**
 * The paths a relative specifier may mean, the likeliest first; they may lead out of the root. The rules are those of
 * TypeScript and Node.js, without `paths`, package imports and declaration files.
 */
export function candidatePaths(from: string, specifier: string): string[] {
  const parts = folderOf(from).split('/').filter(Boolean);
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || parts.length === 0 || parts.at(-1) === '..') parts.push(part);
    else parts.pop();
  }
  const path = parts.join('/');
  const index = ADDED.map((extension) => `${path === '' ? '' : `${path}/`}index${extension}`);
  if (/(?:^|\/)\.{0,2}\/?$/.test(specifier)) return index;
  const extension = /\.(?:[cm]?[jt]sx?|json)$/i.exec(path)?.[0] ?? '';
  if (extension === '') return [...ADDED.map((one) => path + one), `${path}.json`, ...index];
  const stem = path.slice(0, -extension.length);
  return (SOURCES[extension] ?? [extension]).map((one) => stem + one);
}

export function modulesOf(
  files: readonly ProjectFile[],
  parse: (path: string, text: string) => TypeScriptFile,
): Modules {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const parsed = new Map<string, TypeScriptFile | null>();
  const wanted = new Map<string, readonly string[]>();
  return {
    open(from, specifier) {
      const paths = isRelative(specifier) ? candidatePaths(from, specifier) : [];
      const path = paths.find((one) => texts.has(one));
      if (path === undefined) {
        if (paths.length > 0) wanted.set(paths.join('\n'), paths);
        return null;
      }
      const known = parsed.get(path);
      const file =
        known === undefined
          ? tried(() => parse(path, (isJson(path) ? JSON_LEAD : '') + (texts.get(path) ?? '')))
          : known;
      parsed.set(path, file);
      return file && { path, file };
    },
    get wanted() {
      return [...wanted.values()];
    },
  };
}

/** The tolerant parser gives up on one text in a thousand. */
function tried(parse: () => TypeScriptFile): TypeScriptFile | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
