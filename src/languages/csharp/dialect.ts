import { cLike } from '../base/c-like';
import { literalsOf } from '../base/literals';
import type { Dialect } from '../contract/dialect';
import { literalAt } from './literal-at';

/** `conn.Split(';')` */
const TAKES_APART = /^\s{0,99}[?!]?\.\s{0,99}(?:Split|IndexOf|Substring)\b/;
/** `parseConnectionString(conn)`, `Regex.Match(conn, ...)` */
const TAKEN_APART = /(?:\bparse\w{0,100}|Regex\.Match(?:es)?)\(\s{0,99}$/i;

export const dialect: Dialect = {
  ...cLike,
  isCode: (path) => /\.csx?$/i.test(path),
  isNothing: (name) => /^[Ss]tring\.Empty$/.test(name),
  isMissing: (code) => `string.IsNullOrEmpty(${code})`,
  beforeName:
    /(?:\b(?:GetEnvironmentVariable|GetConnectionString|GetSection|GetValue<\w{1,40}>)\s{0,9}\(|[Cc]onfig(?:uration)?\s{0,9}\[)\s{0,9}"$/,
  takesApart: (text, { start, end }) =>
    TAKES_APART.test(text.slice(end, end + 40)) || TAKEN_APART.test(text.slice(Math.max(0, start - 60), start)),
  setsMembers: (behind) => behind.includes('{'),
  literalsIn: (text) => literalsOf(text, { literalAt, hasTemplates: false }),
};
