import {
  BACKSLASH,
  CLOSE_CURLY,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  COLON,
  COMMA,
  DASH,
  DOT,
  EXCLAMATION,
  LESS,
  LINE_FEED,
  LOWER_A,
  LOWER_Z,
  PERCENT,
  PLUS,
  RETURN,
  SEMICOLON,
  SLASH,
  SPACE,
  STAR,
  UNDERSCORE,
  UPPER_A,
  UPPER_Z,
  ZERO,
} from '../core/units';
import type { Span } from '../core/span';
import type { FreeArgument } from './kind';
import { exec, FLAG_JOINT, isSpace, JOINT, jointAt } from './joints';

/** A value that is after a name: assigned, passed, mapped, or written after a flag. */
export interface NamedValue {
  /** The name as it is, with its dots and dashes: `AzureAd:ClientSecret`, `--account-key`. */
  readonly name: string;
  readonly span: Span;
  /** False for values without quotes: of `.env`, YAML, flags, headers, URL queries. */
  readonly quoted: boolean;
  /** The call between name and value: `new AzureKeyCredential(` of `key = new AzureKeyCredential("...")`; a space for a space. */
  readonly wrapper: string;
  /** The value is the next item of a list whose item before is the name. */
  readonly listed: boolean;
}

/** Names of secrets are found by these words in them. A `$` at the end: no lower-case letter follows (`_PATH` is none). */
export const nameWords: readonly string[] = [
  '_pass$',
  '_auth$',
  'key',
  'secret',
  'passw',
  'pwd',
  'token',
  'credential',
  'passphrase',
  'pass=',
  'pass:',
  'pass"',
  "pass'",
  'pass =',
  'dbpass',
  'auth"',
  'auth=',
  'authkey',
  'sas_',
  'securestring',
  'subscription:',
  'subscription=',
];

/** How far a name may reach beyond the word it is found by, in UTF-16 units. */
export const NAME_REACH = 90;
const VALUE_REACH = 400;

const isNameUnit = (unit: number): boolean =>
  (unit >= LOWER_A && unit <= LOWER_Z) ||
  (unit >= UPPER_A && unit <= UPPER_Z) ||
  (unit >= ZERO && unit <= COLON) ||
  unit === UNDERSCORE ||
  unit === DASH ||
  unit === DOT;

const OPEN =
  /(?:await\s|new\s|return\s)?(?:\(\s{0,30})?(?<wrapper>ConvertTo-SecureString(?:\s{1,3}-(?:AsPlainText|Force|String)){0,3}\s{1,3}|(?:(?:new\s)?[A-Za-z_][\w.:]{0,60}(?:<\w{1,30}>)?\(\s{0,30}(?:default\s?=\s?)?){0,2})(?:[|>][-+]?\s{1,40}|!{1,2}\w{1,10}\s)?(?:[@$bBrRfFuULN]{0,2}#{0,2})(?:["'](?=\\{1,3}["']))?(?<quote>"""|'''|\\{1,3}["']|["'`]|<!\[CDATA\[|&quot;|&apos;|&#34;|&#39;)(?:(?<=["']{3})\\?\r?\n[ \t]{0,40})?/y;

const DEFAULT = /:[-=]?(?![?+])([^}\s"'`]{1,300})(?=\})/y;
const BARE = /[^\s"'`<>,;&|(){}[\]\\]{1,400}/y;
const UNBROKEN = /[^\s"'`]{1,400}/y;
const REST_OF_LINE = /[^\r\n"'`<>][^\r\n]{0,399}/y;

/** A variable among the arguments or entries of code, which may be within a workflow or a script: `"password": token_1,`. */
const VARIABLE_OF_CODE = /^[A-Za-z_][\w.]{0,60}(?:\[[^\]]{0,40}\]|\([^)]{0,40}\))?,$/;

/** How unquoted values end, by format. */
export type BareValues = 'line' | 'word';

const quoteEnd = (text: string, from: number, quote: string): number => {
  const limit = Math.min(text.length, from + VALUE_REACH);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || unit === RETURN) {
      // The closing quotes of a text block may be on the next line.
      return quote.length === 3 &&
        text
          .slice(at, at + 44)
          .trimStart()
          .startsWith(quote)
        ? at
        : -1;
    }
    if (text.startsWith(quote, at)) return at;
    if (unit === BACKSLASH && quote.length === 1) at++;
  }
  return -1;
};

/** The name round a hit of one of the {@link nameWords}. */
export function nameAround(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  const low = Math.max(0, from - NAME_REACH);
  const high = Math.min(text.length, to + NAME_REACH);
  while (start > low && isNameUnit(text.charCodeAt(start - 1))) start--;
  // The hit may end in a joint (`pass=`, `code=`).
  while (end > from && !isNameUnit(text.charCodeAt(end - 1))) end--;
  while (end < high && isNameUnit(text.charCodeAt(end)) && text.charCodeAt(end) !== COLON) end++;
  // A colon or full stop at the end is a joint, not part of the name; so is `:-`.
  while (end > from && /[:.-]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

const trimmedLine = (line: string): string =>
  line
    .replace(/\s#[^]*$/, '')
    .replace(/\s\/\/ [^]*$/, '')
    .trimEnd();

/** A value without a quote that only its shape can tell has at least this many characters. */
const SHAPED = 32;

/** Rules out, by a few characters, most places where a name is only used: `key)`, `key.`, `key,`, `key of`, `key + 1`. */
export function mayHaveValue(text: string, end: number): boolean {
  let at = end;
  let unit = text.charCodeAt(at);
  while (isSpace(unit) && at - end < 40) unit = text.charCodeAt(++at);
  // ) + , . / ; ] } and the end of the text; after white space also ! % * and <
  if (unit === COMMA) return at === end && /^,\s{0,3}["']?value/i.test(text.slice(at, at + 12));
  if (unit === SEMICOLON || unit === CLOSE_SQUARE)
    return at === end && (text.startsWith(';is', at) || (unit === CLOSE_SQUARE && isWordUnit(text, at + 1)));
  if (unit === CLOSE_ROUND || (unit >= PLUS && unit <= SLASH && unit !== DASH) || unit === CLOSE_CURLY) return false;
  if (at === end) return !Number.isNaN(unit);
  if (unit === EXCLAMATION || unit === PERCENT || unit === STAR || unit === LESS) return false;
  if (!isNameUnit(unit) || unit === COLON) return true;
  // A word: a type before `=`, an operator, a flag's value, or the value of a list of words.
  if (text.charCodeAt(end - 1) === DASH || /^-/.test(text.charAt(at)) || isFlag(text, end)) return true;
  if (/^(?:string|secure|or\b|value|default|as\s|n?(?:var)?char\b|n?text\b|sysname)/i.test(text.slice(at, at + 8)))
    return true;
  let length = 0;
  while (length < SHAPED && text.charCodeAt(at + length) > SPACE) length++;
  return length >= SHAPED;
}

const isWordUnit = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return isNameUnit(unit) && unit !== COLON && unit !== DOT;
};

/** The word that ends here begins like a flag, or its line sets a variable without an equals sign. */
function isFlag(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && end - start < NAME_REACH && isNameUnit(text.charCodeAt(start - 1))) start--;
  return (
    text.charCodeAt(start) === DASH ||
    /SecureString$/i.test(text.slice(Math.max(start, end - 12), end)) ||
    /\b(?:ENV|ARG|setx)[ \t]$/.test(text.slice(Math.max(0, start - 5), start))
  );
}

/** A block of YAML: the value is on the next line. */
const BLOCK = /[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}/y;

/** The value that is before its name: <add value="..." key="NAME"/>, {"value": "...", "name": "NAME"}. */
const LABELLED = /(?:key|name)\\{0,3}["']?\s{0,3}[=:]\s{0,3}\\{0,3}["']?$/i;
const VALUE_BEFORE =
  /value\\{0,3}["']?\s{0,3}[=:]\s{0,3}(?<quote>\\{0,3}["'])(?<value>[^"'\r\n]{6,400}?)\k<quote>,?\s{0,40}\\{0,3}["']?(?:key|name)\\{0,3}["']?\s{0,3}[=:]\s{0,3}\\{0,3}["']?$/di;

/** Behind a name and nothing but a space: `machine host login x password ...`, `password "..."` of a Gradle script. */
const SPACED = /["']?[ \t]{1,3}["']?(?=[^\s"'=:])/y;

/**
 * Every way to read the value after a name, the likeliest first. Values without quotes may end with their word or
 * with their line; whoever judges them knows which has the right shape.
 */
export function* valuesBehind(text: string, name: Span, bare: BareValues): Generator<NamedValue, void> {
  const label = text.slice(name.start, name.end);
  const value = (start: number, end: number, rest: Partial<NamedValue> = {}): NamedValue => ({
    name: label,
    span: { start, end },
    quoted: false,
    wrapper: '',
    listed: false,
    ...rest,
  });
  // ${name:default} of Spring, ${NAME:-default} of shells
  if (text.startsWith('${', name.start - 2)) {
    const found = exec(DEFAULT, text, name.end);
    const end = name.end + (found?.[0].length ?? 0);
    if (found !== null) yield value(end - (found[1] ?? '').length, end, { quoted: true });
    return;
  }
  if (
    /["'\s]/.test(text.charAt(name.start - 1)) &&
    LABELLED.test(text.slice(Math.max(0, name.start - 16), name.start))
  ) {
    const from = Math.max(0, name.start - VALUE_REACH - 60);
    const place = VALUE_BEFORE.exec(text.slice(from, name.start))?.indices?.groups?.['value'];
    if (place !== undefined) {
      yield value(from + place[0], from + place[1], { quoted: true });
      return;
    }
  }
  const flag =
    /^--?[A-Za-z]|SecureString$/i.test(label) ||
    /\b(?:ENV|ARG|setx)[ \t]$/.test(text.slice(Math.max(0, name.start - 5), name.start));
  for (const joint of flag ? [FLAG_JOINT, JOINT] : [JOINT]) {
    const joined = joint === JOINT ? jointAt(text, name.end) : exec(joint, text, name.end)?.[0];
    if (joined === undefined) continue;
    let at = name.end + joined.length;
    const open = exec(OPEN, text, at);
    if (open !== null) {
      const start = at + open[0].length;
      const quote = open.groups?.['quote'] ?? '"';
      const end = quoteEnd(text, start, quote.startsWith('<') ? ']]>' : quote);
      if (end > start)
        yield value(start, end, {
          quoted: true,
          wrapper: open.groups?.['wrapper'] ?? '',
          listed: /,\s*$/.test(joined),
        });
      if (end >= start) return;
    }
    if (joined.endsWith(']')) {
      const word = exec(UNBROKEN, text, at)?.[0] ?? '';
      if (word !== '') yield value(at, at + word.length, { quoted: true });
      return;
    }
    // "NAME=value", of Docker, systemd and putenv
    const quote = /^\s?=$/.test(joined) ? text.charAt(name.start - 1) : '';
    const closed = /["'`]/.test(quote) ? quoteEnd(text, at, quote) : -1;
    if (closed > at) {
      yield value(at, closed, { quoted: true });
      return;
    }
    const element = joined.trimEnd().endsWith('>') && !/[=-]>/.test(joined);
    // A place to fill in, in an address: user:<password>@host
    if (element && text.charCodeAt(at) === 64) return;
    // `<name>` of a place to fill in; an element ends again.
    if (element && !/^\s{0,3}[^<\r\n]{1,400}<\/|^[^\r\n<]{1,400}\r?\n[ \t]{0,40}<\//.test(text.slice(at, at + 460)))
      return;
    const block = joined.trimEnd() === ':' ? exec(BLOCK, text, at)?.[0] : undefined;
    if (block !== undefined) at += block.length;
    // Nothing is after the name; the next line is another's.
    else if (/[:=][ \t]*\r?\n\s*$/.test(joined)) return;
    if (!flag && (bare === 'line' || element) && !/[({|,]/.test(joined)) {
      const line = exec(REST_OF_LINE, text, at)?.[0];
      // `<name>value</name>`; not the rest of `<name>;more=<...>`
      const whole =
        line === undefined ? '' : !element ? trimmedLine(line) : (/^([^<]{1,400}?)\s{0,40}<\//.exec(line)?.[1] ?? '');
      // A pair of a connection string ends at its semicolon.
      const pair = text.charCodeAt(name.start - 1) === SEMICOLON && /;\s?[A-Za-z][\w ]{0,30}=/.test(whole);
      if (whole !== '' && !pair && !VARIABLE_OF_CODE.test(whole)) yield value(at, at + whole.length);
    }
    const word = exec(BARE, text, at)?.[0];
    // The name's value is empty, and the next name is there; or code within the format names a variable.
    const isNext = word !== undefined && /=\s+$/.test(joined) && /^[A-Za-z_][\w.-]{1,60}=/.test(word);
    const isVariable = word !== undefined && VARIABLE_OF_CODE.test(word + text.charAt(at + word.length));
    if (word !== undefined && !isNext && !isVariable) yield value(at, at + word.length);
    return;
  }
  const spaced = exec(SPACED, text, name.end)?.[0];
  if (spaced === undefined) return;
  const at = name.end + spaced.length;
  const word = exec(BARE, text, at)?.[0];
  // Prose is full of names and spaces: only a shape can tell here, so that nothing of this is free text.
  if (word !== undefined) yield value(at, at + word.length, { wrapper: ' ' });
}

/** Words at which the arguments of a call are read: clients and credentials that take a secret as it is. */
export const callWords: readonly string[] = [
  'client(',
  'client{',
  'credential(',
  'credentials(',
  'subscription(',
  'authentication(',
  'handler(',
  'auth(',
  'fromconfig(',
  'tokenprovider.new(',
  'client.new(',
  'credential.new(',
  'client::new(',
  'credential::new(',
  'config(',
];

/** `new NetworkCredential("", "...")`: the way to a SecureString, for any kind. */
export const freeArguments: readonly FreeArgument[] = [{ call: /networkcredential$/, from: 1, to: 1, first: /^\s?""/ }];

const CALL_REACH = 700;

export interface Argument {
  readonly span: Span;
  /** Its place among the arguments, from 0. */
  readonly index: number;
  /** Its own name, where the call gives one: `version` of `version="..."`. */
  readonly name: string | undefined;
}

/** The string literals among the arguments of a call whose bracket is just before `from`, and where reading ended. */
export function literalArguments(text: string, from: number): { literals: Argument[]; end: number } {
  const literals: Argument[] = [];
  const limit = Math.min(text.length, from + CALL_REACH);
  let [depth, index, at] = [1, 0, from];
  for (; at < limit && depth > 0; at++) {
    const unit = text.charAt(at);
    // The body of a function is another's business.
    if (unit === '=' && /^=>\s{0,20}\{/.test(text.slice(at, at + 24))) break;
    if (unit === '(' || unit === '{' || unit === '[') depth++;
    else if (unit === ')' || unit === '}' || unit === ']') depth--;
    else if (unit === ',' && depth === 1) index++;
    else if (unit === '"' || unit === "'" || unit === '`') {
      const end = quoteEnd(text, at + 1, unit);
      if (end < 0) break;
      const name = /([A-Za-z_]\w{0,40})\s{0,2}[=:]\s{0,2}[@$bBrRfFuULN]{0,2}$/.exec(
        text.slice(Math.max(from, at - 50), at),
      )?.[1];
      literals.push({ span: { start: at + 1, end }, index, name });
      at = end;
    }
  }
  return { literals, end: at };
}
