import type { Span } from '../../core/span';
import type { CallNode } from '../../languages/contract/node';
import { pathOf } from '../../languages/compile';
import type { Rewriting } from './render';

/** True where both sides have the same text. */
export const isShared = (left: Span, right: Span, { match, toText }: Rewriting): boolean =>
  match.pattern.fromText.slice(left.start, left.end) === toText.slice(right.start, right.end);

/** True for calls of names or of the same thing, with the same after their arguments. */
export const isSameForm = (left: CallNode, right: CallNode, rewriting: Rewriting): boolean =>
  ((pathOf(left.callee) && pathOf(right.callee)) || isShared(left.callee, right.callee, rewriting)) &&
  afterArguments(left, rewriting.match.pattern.fromText) === afterArguments(right, rewriting.toText);

/** What follows the arguments of a call: more than a bracket where it sets members of what it builds. */
const afterArguments = ({ args, argsStart, end }: CallNode, text: string): string =>
  text.slice(args.at(-1)?.end ?? argsStart ?? end, end);

/** True for a construction that sets members in the code and none in the pattern. */
export const setsMore = (code: CallNode, left: CallNode, { file, match }: Rewriting): boolean =>
  file.dialect.setsMembers(afterArguments(code, file.text)) &&
  !file.dialect.setsMembers(afterArguments(left, match.pattern.fromText));
