import { cLike } from '../base/c-like';
import { literalsOf } from '../base/literals';
import type { Dialect } from '../contract/dialect';

/** `conn.split(';')` */
const TAKES_APART = /^\s{0,99}[?!]?\.\s{0,99}(?:split|match|matchAll|indexOf|substring|substr|slice)\b/;
/** `/AccountKey=(.*)/.exec(conn)`, `parseConnectionString(conn)` */
const TAKEN_APART = /(?:\.exec|\.matchAll|\bparse\w{0,100})\(\s{0,99}$/i;

export const dialect: Dialect = {
  ...cLike,
  isCode: (path) => /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/i.test(path),
  literalType: ' as const',
  self: 'this.',
  beforeName:
    /(?:\bfrom|\b(?:require|import)\s{0,9}\(|\bimport|\benv\s{0,9}\[|[Cc]onfig(?:uration)?\s{0,9}\[)\s{0,9}["'`]$/,
  isNothing: (name) => name === 'undefined',
  takesApart: (text, { start, end }) =>
    TAKES_APART.test(text.slice(end, end + 40)) || TAKEN_APART.test(text.slice(Math.max(0, start - 60), start)),
  literalsIn: (text) => literalsOf(text, { literalAt: () => null, hasTemplates: true }),
};
