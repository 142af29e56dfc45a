import { baseName, folderOf } from '../../core/document';
import { resolve } from '../resolve';

/** One way in which a text takes from another module. */
export interface ModuleUse {
  readonly how: 'import' | 're-export' | 'dynamic' | 'mock';
  readonly specifier: string;
  /** Names that are taken, as the other module exports them; null for the module as a whole. */
  readonly names: readonly TakenName[] | null;
  /** The name that the module as a whole has here, where it has one. */
  readonly namespace: string | null;
}

export interface TakenName {
  readonly exported: string;
  readonly local: string;
}

const SPECIFIER = String.raw`["'\`]([^"'\`\n]{1,300})["'\`]`;
/** `import a, { b } from 'm'`, `export { c } from 'm'`, `export * from 'm'`: the clause holds no quotes and no statement's end. */
const STATIC = new RegExp(String.raw`\b(import|export)\b([^"'\`;=()]{0,2000}?)\bfrom\s{0,9}${SPECIFIER}`, 'g');
const BARE = new RegExp(String.raw`\bimport\s{0,9}${SPECIFIER}`, 'g');
const REQUIRE = new RegExp(
  String.raw`(?:\b(?:const|let|var|import)\s{1,9}(\{[^{}]{0,2000}\}|[\w$]{1,200})\s{0,9}=\s{0,9})?\brequire\s{0,9}\(\s{0,9}${SPECIFIER}\s{0,9}\)(?:\s{0,9}\.\s{0,9}([\w$]{1,200}))?`,
  'g',
);
const DYNAMIC = new RegExp(String.raw`\bimport\s{0,9}\(\s{0,99}${SPECIFIER}`, 'g');
const MOCK = new RegExp(String.raw`\b(?:jest|vi)\s{0,9}\.\s{0,9}(?:mock|doMock)\s{0,9}\(\s{0,99}${SPECIFIER}`, 'g');

/** A name without the default that follows it. */
const nameOf = (word = ''): string => (word.split('=', 1)[0] ?? '').trim();

/** `{ a, type b as c, d: e }` as names. */
function namesIn(braces: string): TakenName[] {
  return braces.split(',').flatMap((part) => {
    const words = part
      .replace(/\btype\s{1,99}(?=[\w$])/, '')
      .trim()
      .split(/\sas\s|:/);
    const exported = nameOf(words[0]);
    return exported === '' ? [] : [{ exported, local: nameOf(words[1] ?? exported) }];
  });
}

function fromClause(keyword: string, clause: string, specifier: string): ModuleUse {
  const how = keyword === 'export' ? 're-export' : 'import';
  const braces = /\{([^{}]*)\}/.exec(clause);
  const namespace = /\*\s*as\s+([\w$]+)/.exec(clause)?.[1] ?? null;
  const isWhole = clause.includes('*');
  const head = clause.replace(/\{[^{}]*\}/, '').replace(/\btype\b/, '');
  const byDefault = how === 'import' ? /^\s*([A-Za-z_$][\w$]*)/.exec(head)?.[1] : undefined;
  const names = [
    ...(byDefault === undefined ? [] : [{ exported: 'default', local: byDefault }]),
    ...(braces ? namesIn(braces[1] ?? '') : []),
  ];
  return { how, specifier, names: isWhole ? null : names, namespace };
}

function fromRequire(hit: RegExpExecArray, text: string): ModuleUse {
  const [, target = '', specifier = '', member] = hit;
  if (target.startsWith('{') && member === undefined)
    return { how: 'import', specifier, names: namesIn(target.slice(1, -1)), namespace: null };
  const before = text.slice(Math.max(0, hit.index - 60), hit.index).trimEnd();
  const exported = /\bexports\.([\w$]{1,40})\s{0,9}=$/.exec(before)?.[1];
  const isHandedOn = target === '' && (exported !== undefined || /\bmodule\.exports\s{0,9}=$|\.\.\.$/.test(before));
  const how = isHandedOn ? 're-export' : 'import';
  if (member !== undefined) {
    const local = isHandedOn ? (exported ?? 'default') : target;
    return { how, specifier, names: [{ exported: member, local }], namespace: null };
  }
  if (target !== '') return { how, specifier, names: null, namespace: target };
  // As a part of an expression it goes anywhere; alone in a statement nowhere.
  const goesOn = isHandedOn || /[=(:,[?&|]$|\breturn$/.test(before);
  return { how, specifier, names: goesOn ? null : [], namespace: exported ?? null };
}

/** What a text of TypeScript or JavaScript takes from other modules, by its words. */
export function usesOfModules(text: string): readonly ModuleUse[] {
  const found: ModuleUse[] = [];
  for (const [, keyword = '', clause = '', specifier = ''] of text.matchAll(STATIC))
    found.push(fromClause(keyword, clause, specifier));
  for (const [, specifier = ''] of text.matchAll(BARE))
    found.push({ how: 'import', specifier, names: [], namespace: null });
  for (const hit of text.matchAll(REQUIRE)) found.push(fromRequire(hit, text));
  for (const [, specifier = ''] of text.matchAll(DYNAMIC))
    found.push({ how: 'dynamic', specifier, names: null, namespace: null });
  for (const [, specifier = ''] of text.matchAll(MOCK))
    found.push({ how: 'mock', specifier, names: null, namespace: null });
  return found;
}

/** What a text exports of its own names: `export { a as b }`, `export default a`, `module.exports = a` or `{ a, b: c }`. */
export function exportsOf(text: string): readonly TakenName[] {
  const found: TakenName[] = [];
  for (const [, braces = ''] of text.matchAll(/\bexport\s{0,9}\{([^{}]{0,2000})\}(?!\s{0,9}from\b)/g))
    for (const { exported, local } of namesIn(braces)) found.push({ exported: local, local: exported });
  for (const [, braces, name] of text.matchAll(
    /\bmodule\.exports\s{0,9}=\s{0,9}(?:\{([^{}]{0,2000})\}|([\w$]{1,200}))/g,
  )) {
    if (name !== undefined) found.push({ exported: 'default', local: name });
    for (const { exported, local } of namesIn(braces ?? '')) found.push({ exported, local });
  }
  for (const [, exported = '', local = ''] of text.matchAll(/\bexports\.([\w$]{1,200})\s{0,9}=\s{0,9}([\w$]{1,200})/g))
    found.push({ exported, local });
  for (const [, local = ''] of text.matchAll(/\bexport\s{1,9}default\s{1,9}([\w$]{1,200})/g))
    found.push({ exported: 'default', local });
  return found;
}

const EXTENSION = /(?:\.d)?\.[cm]?[jt]sx?$|\.(?:vue|svelte|astro|json)$/;

/** A module's path without what specifiers leave out: its extension, `/index`. */
export const moduleOf = (path: string): string =>
  path.replace(EXTENSION, '').replace(/(^|\/)index$/, (_, slash: string) => slash.slice(1));

/**
 * Whether a specifier in a file may mean a module. Relative ones are resolved; of others the end must be the end of the
 * module's path: what `@/lib/db` stands for is set in too many places to read them all.
 */
export function mayMean(specifier: string, from: string, path: string, packageNames: readonly string[]): boolean {
  const plain = specifier.replace(/[?#].*$/s, '');
  const target = moduleOf(path);
  if (/^\.{1,2}(?:\/|$)/.test(plain)) {
    const resolved = resolve(folderOf(from), plain);
    return resolved !== null && moduleOf(resolved) === target;
  }
  if (packageNames.some((name) => plain === name || plain.startsWith(`${name}/`))) return true;
  const parts = moduleOf(plain).split('/').slice(1);
  if (parts.length === 0) return moduleOf(plain) === target;
  const end = parts.join('/');
  return target === end || target.endsWith(`/${end}`);
}

/** The word that a file holds which imports a module by its path; empty where the path is that of the root's index. */
export const wordOfModule = (path: string): string => baseName(moduleOf(path));

/** True for modules that are imported by their folder: `.` and `..` hold no word. */
export const isIndex = (path: string): boolean => /(?:^|\/)index(?:\.d)?\.[cm]?[jt]sx?$/.test(path);

/** The package that a specifier names, or null for a path. */
export const packageOf = (specifier: string): string | null =>
  /^[.~/#]|^@\//.test(specifier) ? null : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null);
