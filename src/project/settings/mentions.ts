import type { Span } from '../../core/span';
import { ecosystemOf } from '../manifests';
import type { NameForms } from './names';

/** A place where a text names a setting, or a part of its name. */
export interface Mention extends Span {
  /** Only a part of the name is there, or the word may mean something else. */
  readonly doubtful: boolean;
}

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');
const anyOf = (forms: readonly string[]): string =>
  [...forms]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** A file that mentions a setting more often is no less of a reader. */
const MOST = 1000;

const LONGEST_LINE = 2000;

/** Text before a word that makes it the name of a setting: `env.X`, `$X`, `%X%`, `Env:X`, `getenv X`. */
const READ = /(?:\benv\s?\.|environ\.|\$\{?|%|\benv:|\bvars?\.|\bsecrets\.|\$\{\{\s{0,9}\w{1,20}\.)$/i;
const QUOTES = new Set(['"', "'", '`']);

/** Names of settings that are no words of a language: `STORAGE_CONN`, `AzureWebJobsStorage`, `A:B`. */
const isTelling = (form: string): boolean => /^[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+$|[:.]|__|^AzureWebJobs/.test(form);

/** Where a text names a setting, in order. Names of a whole line that is a comment do not count. */
export function mentionsOf(text: string, path: string, forms: NameForms): readonly Mention[] {
  const found: Mention[] = [];
  const flags = forms.ignoreCase ? 'gi' : 'g';
  const whole = new RegExp(`(?<![\\w-])(?:${anyOf(forms.whole)})(?![\\w-])`, flags);
  for (const hit of text.matchAll(whole)) {
    if (found.length >= MOST) break;
    const end = hit.index + hit[0].length;
    const before = text.slice(Math.max(0, hit.index - 40), hit.index);
    const isQuoted = QUOTES.has(text[hit.index - 1] ?? '') || QUOTES.has(text[end] ?? '');
    found.push({ start: hit.index, end, doubtful: !isQuoted && !READ.test(before) && !isTelling(hit[0]) });
  }
  const isNet = ecosystemOf(path) === 'dotnet';
  const parts = isNet && forms.parts.length === 0 ? forms.whole : forms.parts;
  if (parts.length > 0) {
    // In .NET a name in a string is read without case.
    const quoted = new RegExp(
      `(?<=["'\`%])(?:${anyOf(parts)})(?=["'\`%])|(?<=\\bnameof\\(\\s{0,9})(?:${anyOf(parts)})(?=\\s{0,9}\\))|(?<=\\bname\\s{0,3}=\\s{0,3})(?:${anyOf(parts)})(?=["'])`,
      'gi',
    );
    for (const hit of text.matchAll(quoted)) {
      if (found.length >= MOST) break;
      const end = hit.index + hit[0].length;
      if (found.some((one) => one.start < end && hit.index < one.end)) continue;
      const opens = text.slice(Math.max(0, hit.index - 60), hit.index);
      const isCertain = forms.parts.length === 0 || (forms.connection !== null && NAMES_CONNECTION.test(opens));
      found.push({ start: hit.index, end, doubtful: !isCertain });
    }
  }
  return found
    .filter(({ start }) => !isInComment(text, path, start) && !(isNet && isInPackage(text, start)))
    .sort((a, b) => a.start - b.start);
}

/** Within the name of a package or a file that a project of .NET includes: `Include="Microsoft.Azure.SignalR"`. */
const isInPackage = (text: string, at: number): boolean =>
  /\b(?:Include|Update|Remove)\s{0,3}=\s{0,3}"[^"\r\n]{0,200}$/.test(text.slice(Math.max(0, at - 220), at));

const NAMES_CONNECTION =
  /GetConnectionString\(\s{0,20}(?:name:\s{0,9})?["']$|\bname\s{0,3}=\s{0,3}$|Connection\s{0,9}=\s{0,9}"$/i;

const HASH =
  /\.(?:py|sh|bash|zsh|ps1|psm1|ya?ml|tf|tfvars|hcl|toml|rb|env[\w.-]{0,100}|properties|dockerfile|conf|cfg|ini)$|(?:^|\/)(?:\.env[^/]{0,200}|Dockerfile[^/]{0,200}|Makefile)$/i;

/** True where the whole line is a comment: a name in it reads nothing. */
function isInComment(text: string, path: string, at: number): boolean {
  // Longer lines were written by a tool, and hold no comments.
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const start = before.lastIndexOf('\n') + 1;
  if (start === 0 && at > LONGEST_LINE) return false;
  const line = before.slice(start).trimStart();
  if (line.startsWith('<!--')) return !line.includes('-->');
  return HASH.test(path) ? line.startsWith('#') : line.startsWith('//');
}
