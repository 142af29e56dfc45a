import { baseName, folderOf } from '../../core/document';
import { candidatePaths, isRelative } from './modules';

export const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');

const stem = (path: string): string => baseName(path).replace(/\.[cm]?[jt]sx?$/i, '');

/** The last part of specifiers that mean a file. */
const endings = (path: string): string[] =>
  [stem(path), ...(stem(path) === 'index' ? [baseName(folderOf(path))] : [])].filter(Boolean);

/** Words of which a text that imports one of the files holds at least one. */
export const wordsOf = (paths: readonly string[]): string[] => [
  ...new Set(
    paths.flatMap((path) => [
      ...endings(path).flatMap((name) => ["'", '"', '`', '.'].map((end) => `/${name}${end}`)),
      ...(stem(path) === 'index' ? ['.', './', '..', '../'].flatMap((name) => [`'${name}'`, `"${name}"`]) : []),
    ]),
  ),
];

/** A value as other files may speak of it. */
export interface Spoken {
  /** The files that export it, or hand it on. */
  readonly paths: readonly string[];
  /** What a reader writes last. */
  readonly name: string;
  /** The names under which files export what holds it; empty where it is an export of its own. */
  readonly holders: readonly string[];
  /** The properties on the way to it. */
  readonly inner: readonly string[];
}

/** The bare names in `{ a, b as c, d: e }`, and what they become here. */
const namesIn = (list: string): { from: string; to: string }[] =>
  list.split(',').flatMap((one) => {
    const [from = '', to = from] = one
      .replace(/^\s*type\s/, '')
      .split(/\bas\b|:/)
      .map((part) => part.replace(/=.*/s, '').trim());
    return from === '' ? [] : [{ from, to }];
  });

/** True where an object is read otherwise than by a property of it. `lead` is what may not be before its name. */
const handsOn = (text: string, name: string, lead: string): boolean =>
  new RegExp(`(?<![${lead}])${escaped(name)}(?![\\w$])(?!\\s{0,99}[?!]?\\.\\s{0,99}[\\w$])`).test(text);

/** `const { a, b } = config;` takes names, not the whole. */
const TAKES =
  /\b(?:const|let|var)\s{0,99}\{[^{}.[\]]{0,2000}\}\s{0,99}=\s{0,99}[\w$]{1,99}(?:\s{0,99}\.\s{0,99}[\w$]{1,99}){0,20}\s{0,99}(?=[;\r\n])/g;

/** True when a `package.json` offers one of the files to other packages, which import it by the package's name. */
function offers(manifest: string, folder: string, paths: readonly string[]): boolean {
  const own = paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  const named = /"(?:main|module|types|typings|browser|exports|bin)"\s{0,99}:/.test(manifest);
  return own.some((path) =>
    named
      ? new RegExp(`[/"]${escaped(stem(path))}(?:\\.[\\w.]+)?"`).test(manifest)
      : stem(path) === 'index' && folderOf(path) === folder && /"name"\s*:/.test(manifest),
  );
}

/** The text without the lines that are comments and nothing else: what they say reads nothing. */
export const withoutComments = (text: string): string =>
  text.replace(/^[ \t]{0,400}(?:\/\/.{0,4000}|\*[ \t].{0,4000}|\/\*[^*\n]{0,4000}\*\/[ \t]{0,99})$/gm, '');

const SPECIFIER = /\b(?:from|import|require\s{0,99}\()\s{0,99}(["'`])[^"'`\n]{0,400}\1/g;

/** The first pair of braces with what is in it; nothing where there is none. */
function inBraces(text: string): string {
  const open = text.indexOf('{');
  const close = open < 0 ? -1 : text.indexOf('}', open);
  return close < 0 ? '' : text.slice(open, close + 1);
}

/** True when code may read a value of another file. By its text, not its tree: no way to import is overlooked so. */
export function mayRead(whole: string, path: string, { paths, name, holders, inner }: Spoken): boolean {
  if (baseName(path) === 'package.json') return offers(whole, folderOf(path), paths);
  const text = withoutComments(whole);
  const last = [...new Set(paths.flatMap(endings))].map(escaped).join('|');
  const specifiers = new RegExp(
    `(["'\`])((?:[^"'\`\\n]{0,400}/)?(?:${last})(?:\\.[cm]?[jt]sx?)?|\\.{1,2}(?:/\\.\\.){0,40}/?)\\1`,
    'g',
  );
  let clean = text.replace(TAKES, ' ');
  const roots: string[] = [];
  let imports = false;
  for (const hit of text.matchAll(specifiers)) {
    const specifier = hit[2] ?? '';
    if (isRelative(specifier) && !candidatePaths(path, specifier).some((one) => paths.includes(one))) continue;
    imports = true;
    const before = text.slice(Math.max(0, hit.index - 2000), hit.index);
    const clause =
      /\bimport\s{1,99}(?:type\s)?([^'"`;]{0,2000}?)\s{0,99}from\s{0,99}$/.exec(before) ??
      /\b(?:const|let|var)\s{1,99}([^=;]{1,2000}?)\s{0,99}=\s{0,99}(?:await\s{1,99})?(?:require|import)\s{0,99}\(\s{0,99}$/.exec(
        before,
      );
    if (!clause) {
      // An import for its effects reads nothing; an export of everything, or what is not understood, may.
      if (!/\bimport\s*$/.test(before)) return true;
      continue;
    }
    const bound = clause[1] ?? '';
    clean = clean.replace(clause[0] + hit[0], ' ');
    const names = bound
      .replace(inBraces(bound), '')
      .replace(/\*\s*as\b|,/g, ' ')
      .trim();
    if (names !== '') roots.push(...names.split(/\s+/));
    for (const { from, to } of namesIn(inBraces(bound).slice(1, -1)))
      if (holders.includes(from) || from === 'default') roots.push(to);
  }
  if (!imports) return false;
  if (new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`).test(text)) return true;
  if (roots.length === 0) return false;
  clean = clean.replace(SPECIFIER, ' ');
  const below = [...holders.filter((one) => one !== 'default'), ...inner];
  return (
    roots.some((root) => handsOn(clean, root, '\\w$.')) ||
    below.some((one) => handsOn(clean, one, '\\w$')) ||
    /\.\s{0,99}default(?![\w$])(?!\s{0,99}[?!]?\.)/.test(clean)
  );
}
