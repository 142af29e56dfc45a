import { changedLines } from '../../core/edits-between';
import type { ChangedLines } from '../../core/edits-between';
import type { Span } from '../../core/span';
import { contains, overlaps } from '../../core/span';
import type { Engine } from '../../engine/engine';
import {
  commentsOf,
  dialectOf,
  isMaskedThroughout,
  hasPlainWords,
  isShown,
  maskedLines,
  maskedSettings,
} from '../../engine/mask';
import type { Literal } from '../../languages/contract/dialect';
import { isHarmlessThere, isKeyLike, isSuspect, keyLikeIn, UNMISTAKABLE } from './suspect';

const REDACTED = '[redacted]';

/** Lines of this many UTF-16 units were made by a tool, and the detector reads less in them. Nobody reads them in a diff. */
const LONG_LINE = 20_000;

/**
 * The two texts of a change with every value taken out that may be secret, for a diff that people see, paste and log. The lines
 * stay, so that they can be compared. What is shown is what is known to be harmless:
 *
 * - in settings files a value that `formats/harmless.ts` knows, in manifests packages and versions;
 * - of lines that go from a workflow or a template: names, references and addresses;
 * - of code that goes: no string, no comment, no number, no regular expression and no text of markup, but for names of modules and settings and addresses;
 * - of code that comes: what the migration wrote. What was in the file before is masked as in the lines that go;
 * - of code that stays: all but the strings that a secret is in, found or on the way to a client, with all they are joined to,
 *   and those that look like a password; nothing of a line whose quotes are broken, and nothing after it;
 * - of other files what does not look like a key.
 *
 * Directives and exceptions count for nothing here: whoever accepted a value did not ask for it on a terminal.
 */
export async function masked(engine: Engine, path: string, before: string, after: string): Promise<[string, string]> {
  const changes = changedLines(before, after);
  const dialect = dialectOf(path);
  const old = await read(engine, path, before);
  const fresh = await read(engine, path, after);
  const gone = changes.map(({ start, old: lines }) => ({ start, end: start + lengthOf(lines) }));
  const goes = [
    ...old.literals
      .filter(({ outer }) => isInside(outer, gone))
      .filter((one) => !isHarmlessThere(one, before, dialect))
      .map(({ inner }) => inner),
    ...(isMaskedThroughout(path) ? [] : maskedLines(before).filter((one) => isInside(one, gone))),
  ];
  const known = new Set(old.literals.map(({ inner }) => before.slice(inner.start, inner.end)));
  const stays = fresh.literals
    .filter(({ inner }) => known.has(after.slice(inner.start, inner.end)))
    .filter((one) => !isHarmlessThere(one, after, dialect) && !isProse(one, after))
    .map(({ inner }) => inner);
  const comes = comingLines(changes);
  // A comment that a line keeps while all else on it changes.
  const kept = isMaskedThroughout(path)
    ? []
    : commentsOf(after).filter((one) => isInside(one, comes) && !PROSE.test(after.slice(one.start, one.end).trim()));
  const stretches = valuesOf(before, goes);
  // Longest first, so that a value goes before a part of it.
  const values = [
    ...valuesOf(before, old.secret),
    ...stretches.filter((value) => !PROSE.test(value)),
    ...stretches.flatMap(wordsOf),
    ...valuesOf(after, fresh.secret),
  ].sort((a, b) => b.length - a.length);
  const suspects = old.literals.filter((one) => isSuspect(one, before, dialect)).map(({ inner }) => inner);
  const shownBefore = maskSpans(before, [...old.secret, ...goes, ...suspects]);
  const shownAfter = withShared(shownBefore, maskSpans(after, [...fresh.secret, ...stays, ...kept]), changes, before);
  return [withoutValues(shownBefore, values), withoutValues(shownAfter, values)];
}

/** Words of a stretch that nothing could tell apart, which a new line may repeat: those that may be values. */
const wordsOf = (stretch: string): readonly string[] =>
  /\s/.test(stretch)
    ? stretch
        .split(/[\s"'`=,;]+/)
        .filter((word) => word.length >= SHORTEST && /\d/.test(word) && /[A-Za-z]/.test(word) && !isShown(word))
    : [];

/** No password that is worth one has fewer characters. */
const SHORTEST = 6;

/** Where the new lines are in the text after the change. */
function comingLines(changes: readonly ChangedLines[]): Span[] {
  let moved = 0;
  return changes.map(({ start, old, fresh }) => {
    const from = start + moved;
    moved += lengthOf(fresh) - lengthOf(old);
    return { start: from, end: from + lengthOf(fresh) };
  });
}

interface Reading {
  /** Masked wherever it is. */
  readonly secret: readonly Span[];
  readonly literals: readonly Literal[];
}

async function read(engine: Engine, path: string, text: string): Promise<Reading> {
  const found = [...(await findingsIn(engine, path, text)), ...(await engine.literals({ path, text }))];
  const dialect = dialectOf(path);
  const literals = dialect?.literalsIn(text) ?? [];
  const isSecret = ({ outer, inner }: Literal): boolean =>
    found.some((one) => overlaps(one, outer)) ||
    isNamedSecret(text, inner.start) ||
    SECRET_PAIR.test(text.slice(inner.start, inner.end));
  const values = found.map(({ start, end }) => text.slice(start, end)).filter(({ length }) => length >= UNMISTAKABLE);
  const chains = new Set([
    ...literals.filter((one) => one.kind === 'string' && isSecret(one)).map(({ chain }) => chain),
    ...joinedSecrets(engine, path, text, literals, values),
  ]);
  const whole = literals.filter(
    ({ kind, chain, outer }) =>
      (kind === 'string' && chains.has(chain)) || (kind === 'comment' && found.some((one) => overlaps(one, outer))),
  );
  return {
    secret: [
      ...found,
      ...whole.map(({ inner }) => inner),
      ...literals.filter(({ kind }) => kind === 'unread').map(({ inner }) => inner),
      ...signaturesIn(text),
      ...longLines(text),
      ...spelled(literals, text),
      ...((await hasPlainWords(path)) ? [] : keyLikeIn(text)),
      ...(await maskedSettings(path, text)),
    ],
    literals,
  };
}

/** The signature of a shared access signature, in whatever is left of its string: broken code has no literal around it. */
const SIGNATURE = /\bsig=(?<value>[\w%+/=-]{20,200})/dg;

/** The same where its name is lost: a parameter of an address that looks like a key. */
const PARAMETER = /=(?<value>[\w%+/-]{20,200})={0,2}(?=[&"'`])/dg;

const signaturesIn = (text: string): Span[] =>
  [...text.matchAll(SIGNATURE), ...text.matchAll(PARAMETER)].flatMap(({ indices, groups, index }) => {
    const value = indices?.groups?.['value'];
    const isMeant = text.startsWith('sig=', index) || isKeyLike(groups?.['value'] ?? '');
    return value && isMeant ? [{ start: value[0], end: value[1] }] : [];
  });

/** A character on its own, as it is or escaped. */
const CHARACTER = /^(?:[^\\]|\\(?:[^ux]|u[0-9a-f]{4}|x[0-9a-f]{1,4}|u\{[0-9a-f]{1,6}\}))$/i;

/** A list of characters, or of their numbers, which may spell a value: long enough for one. */
function spelled(literals: readonly Literal[], text: string): Span[] {
  const found: Span[] = [];
  let run: Literal[] = [];
  const end = (): void => {
    if (run.length >= UNMISTAKABLE) found.push(...run.map(({ inner }) => inner));
    run = [];
  };
  for (const one of literals) {
    const last = run.at(-1);
    if (
      last &&
      (last.kind !== one.kind || !/^(?:[\s,+]|\(\w{1,9}\)){1,40}$/.test(text.slice(last.outer.end, one.outer.start)))
    )
      end();
    if (isCharacter(one, text)) run.push(one);
    else end();
  }
  end();
  return found;
}

function isCharacter({ kind, inner: { start, end } }: Literal, text: string): boolean {
  const value = text.slice(start, end);
  if (kind === 'string') return CHARACTER.test(value);
  const code = kind === 'number' && value.length < 9 ? Number(value.replace(/[_uUlL]/g, '')) : 0;
  return code > 32 && code < 127;
}

/** Chains of strings that hold a secret only once they are joined: a value in two halves, which neither of them tells. */
function joinedSecrets(
  engine: Engine,
  path: string,
  text: string,
  literals: readonly Literal[],
  values: readonly string[],
): number[] {
  const chains = new Map<number, Literal[]>();
  for (const one of literals) {
    if (one.kind !== 'string') continue;
    const parts = chains.get(one.chain);
    if (parts) parts.push(one);
    else chains.set(one.chain, [one]);
  }
  const joined = [...chains].filter(([, parts]) => parts.length > 1).map(([chain, parts]) => ({ chain, parts }));
  if (joined.length === 0) return [];
  const found: number[] = [];
  let lines = '';
  const ends: number[] = [];
  for (const { chain, parts } of joined) {
    const whole = parts.map(({ inner }) => text.slice(inner.start, inner.end)).join('');
    if (values.some((value) => whole.includes(value)) || SECRET_PAIR.test(whole)) found.push(chain);
    const from = parts[0]?.inner.start ?? 0;
    const lead = text.slice(Math.max(0, from - LEAD), from);
    lines += `${lead.slice(lead.lastIndexOf('\n') + 1)}${whole.replaceAll(/[\r\n]/g, ' ')}"\n`;
    ends.push(lines.length);
  }
  for (const { span } of engine.scanText({ path, text: lines }).findings) {
    const chain = joined[ends.findIndex((end) => span.start < end)]?.chain;
    if (chain !== undefined) found.push(chain);
  }
  return found;
}

/** So much of what is before a string tells what it is, in UTF-16 units. */
const LEAD = 80;

/** A name that says that what it is given is secret, up to the quote. */
const SECRET_NAME =
  /(?:pass|pwd|secret|token|key|cred|conn|sas|sign)[\w-]{0,40}["'\]]?\s{0,9}(?:[:=]|=>|,)\s{0,9}(?:[$@]{0,2}["'`])$/i;

const isNamedSecret = (text: string, start: number): boolean =>
  SECRET_NAME.test(text.slice(Math.max(0, start - 80), start));

/**
 * A part of a connection string or of an address that says itself that it is secret, whatever host is beside it. Braces may
 * quote a value (`Pwd={...}`), where no name or number is in them.
 */
const SECRET_PAIR =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|key|token|sig)\s{0,9}=\s{0,9}(?!\$?\{(?:\{|\d{0,2}\}|[A-Za-z_.[\]"'()?!]{1,99}\}|$))[^<%;&\s]/i;

/** Directives are put out of action first, and lines in whose neighbourhood the detector reads less. */
async function findingsIn(engine: Engine, path: string, text: string): Promise<readonly Span[]> {
  const bare = text.replaceAll(/(?<=secretl(?:int|ess)-)(?:disable|enable|ignore)/g, (word) => '-'.repeat(word.length));
  const long = longLines(text);
  const texts = long.length === 0 ? [bare] : [bare, blanked(bare, long)];
  const results = await Promise.all(texts.map((one) => engine.scan({ path, text: one })));
  return results
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule.startsWith('hardcoded/'))
    .map(({ span }) => span);
}

function longLines(text: string): Span[] {
  if (text.length <= LONG_LINE) return [];
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) =>
    line.length > LONG_LINE ? [{ start: index, end: index + line.length }] : [],
  );
}

function blanked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    // Shorter lines in its place: a line of blanks is as long.
    result += text.slice(at, start) + ' '.repeat(end - start).replaceAll(/ {1000}/g, `${' '.repeat(999)}\n`);
    at = end;
  }
  return result + text.slice(at);
}

const isInside = (one: Span, lines: readonly Span[]): boolean =>
  lines.some((line) => overlaps(line, one) || contains(line, one));

/** Words between blanks, as messages have them. */
const PROSE = /^[A-Z]?[a-z]{0,60}(?:[ ,.:;!?']{1,2}[A-Za-z][a-z]{0,60}){0,40}[ ,.:;!?']{0,2}$/;

const isProse = ({ kind, inner: { start, end } }: Literal, text: string): boolean =>
  kind === 'string' && text.slice(start, end).includes(' ') && PROSE.test(text.slice(start, end));

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** Words that anybody writes are no values. */
const valuesOf = (text: string, spans: readonly Span[]): string[] =>
  [...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))].filter(
    (value) => value.length >= UNMISTAKABLE && value.length <= LONG_LINE && !isShown(value),
  );

/** Line breaks stay, so that the diff's lines do. */
const mask = (value: string): string => value.replaceAll(/[^\r\n]+/g, REDACTED);

function maskSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    result += text.slice(at, start) + mask(text.slice(Math.max(at, start), end));
    at = end;
  }
  return result + text.slice(at);
}

/** A value in whichever line it is once more. One expression: each value costs no pass of its own. */
function withoutValues(text: string, values: readonly string[]): string {
  let result = text;
  for (const value of values) if (result.includes(value)) result = result.replaceAll(value, mask(value));
  return result;
}

/** The masked text after the change, in which lines that stayed are masked as they were before. */
function withShared(before: string, after: string, changes: readonly ChangedLines[], original: string): string {
  const [old, fresh] = [linesIn(before), linesIn(after)];
  const result: string[] = [];
  let [from, to, offset] = [0, 0, 0];
  for (const change of changes) {
    const shared = linesIn(original.slice(offset, change.start)).length;
    result.push(...old.slice(from, from + shared), ...fresh.slice(to + shared, to + shared + change.fresh.length));
    from += shared + change.old.length;
    to += shared + change.fresh.length;
    offset = change.start + lengthOf(change.old);
  }
  return [...result, ...old.slice(from)].join('');
}

/** The lines of a text with their ends. */
const linesIn = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? [];
