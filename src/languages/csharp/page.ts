import { blank } from '../base/masked';

/*
 * C# that is no file of a project by itself: scripts, and the code within pages of Razor. It is read where it is; of a
 * page, everything that is no code becomes white space.
 */

const SCRIPT = /\.csx$/i;
const PAGE = /\.(?:razor|cshtml)$/i;
const PAGE_IDS = new Set(['razor', 'aspnetcorerazor']);

export const isPage = (path: string, languageId?: string): boolean =>
  PAGE.test(path) || SCRIPT.test(path) || (languageId !== undefined && PAGE_IDS.has(languageId));

const USING = /^[ \t]{0,20}@(using[ \t][\w.= \t]{1,200});?$/gm;
const BLOCK = /@(?:(?<members>code|functions)\s{0,20}|)\{/g;
const FRAME = 'class _ ';

/** The C# of a script or a page, each character of it at its place. */
export const codeOfPage = (text: string, path: string): string =>
  SCRIPT.test(path) ? text.replace(/^[ \t]{0,20}#(?:r|load|!)[^\r\n]*/gm, blank) : codeOfRazor(text);

function codeOfRazor(text: string): string {
  const empty = blank(text);
  const made = Array.from({ length: empty.length }, (_, i) => empty.charAt(i));
  const put = (part: string, at: number): void => {
    for (let i = 0; i < part.length; i++) made[at + i] = part.charAt(i);
  };
  for (const match of text.matchAll(USING)) {
    // Where the `@` is the word begins, so that there is room for a semicolon.
    put(`${match[1] ?? ''};`, match.index + match[0].indexOf('@'));
  }
  let read = 0;
  for (const match of text.matchAll(BLOCK)) {
    const open = match.index + match[0].length - 1;
    if (open < read) continue;
    const end = closing(text, open);
    if (end < 0) continue;
    put(text.slice(open, end + 1), open);
    const frame = open - FRAME.length;
    // Members are in a class; a page that begins with them has no room for its name.
    if (
      match.groups?.['members'] !== undefined &&
      frame >= read &&
      blank(text.slice(frame, open)).length === FRAME.length &&
      isFree(made, frame, open)
    )
      put(FRAME, frame);
    read = end + 1;
  }
  return made.join('');
}

const isFree = (made: readonly string[], from: number, to: number): boolean =>
  made.slice(from, to).every((unit) => /\s/.test(unit));

/** The bracket that closes the one at a place, past strings and comments; -1 where none does. */
function closing(text: string, open: number): number {
  const token =
    /\/\/[^\r\n]{0,4000}|\/\*[^*]{0,4000}(?:\*[^/*][^*]{0,400}){0,40}\*{1,9}\/|@\$?"[^"]{0,4000}"|"(?:[^"\\\r\n]|\\.){0,4000}"|'(?:[^'\\\r\n]|\\.){1,8}'|[{}]/g;
  token.lastIndex = open;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return found.index;
  }
  return -1;
}
