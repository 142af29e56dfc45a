import type { Dialect } from '../contract/dialect';
import { commentsAmong, inlineComment } from './comments';
import { literalsOf } from './literals';

/** A key credential read back from a client: `client.credential.accountName`. */
const READ_BACK =
  /\.credential\b(?:\s{1,99}as\s{1,99}\w{1,100})?\)?[?!]?\.(?:account\w{1,100}|computeHMAC\w{0,100}|key)\b|\.credential\s{1,99}as\s{1,99}\w{0,100}Key\w{0,100}/;

/** `.first.second`, also asked for with `?.` or `!.`. */
const MEMBERS = /^\s*[?!]?\.\s*([\w$]+)(?:\s*[?!]?\.\s*([\w$]+))?/;

/** The dialect of languages whose code looks like C: what one of them spells in another way it says itself. */
export const cLike = {
  or: (tests) => tests.join(' || '),
  isMissing: (code) => `!${code}`,
  construct: (type) => `new ${type}`,
  inlineComment,
  commentsAmong,
  literalType: '',
  self: '',
  anyString: String.raw`(?:"[^"\r\n]*"|'[^'\r\n]*'|\x60[^\x60]*\x60)`,
  isNothing: () => false,
  membersAfter: (text, end) => (MEMBERS.exec(text.slice(end, end + 160)) ?? []).slice(1).filter(Boolean),
  readsKeyBack: (text) => READ_BACK.test(text),
  setsMembers: () => false,
  commentAfter: (text, offset) => /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '',
  spaceBefore: (code) => /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*/.exec(code)?.[0] ?? '',
  literalsIn: (text) => literalsOf(text, { literalAt: () => null, hasTemplates: false }),
} satisfies Partial<Dialect>;
