import type { Span } from '../../core/span';
import type { Argument, CallNode, CodeNode } from '../../languages/contract/node';
import { exportNames } from '../../languages/compile';
import type { CompiledPattern } from '../../languages/compile';
import { aligned } from '../../languages/match';
import type { Match } from '../../languages/match';
import { argumentsBehind, changesOf, insertion, inPatternOrder, removals } from './arguments';
import type { Change } from './arguments';
import type { FileContext } from './pass';
import { chainEdits, chainsOf } from './chains';
import { lostComments, render } from './render';
import type { CodeEdit, Filling, Rendered, Rewriting } from './render';
import { isSameForm, isShared, setsMore } from './sides';

/**
 * The edits that turn the matched code into the right side of its pattern: the difference of the two sides, so that
 * what both share (comments and line breaks included) stays as it is.
 */
export function rewritten(match: Match, context: FileContext, filling: Filling): readonly CodeEdit[] {
  const { from, to, toText } = match.pattern;
  if (!to || toText === null) return [];
  const { file, writer } = context;
  return differ(from, to, match.node, { file, writer, ...filling, match, to, toText, inVariable: false });
}

/** Extension methods, and types within a lambda: no edit names them on their own, but they must be in sight. */
export function namesOnlyCalled({ source, to, toText, namespaces }: CompiledPattern): readonly string[] {
  if (!to || toText === null || source.kind !== 'rewrite') return [];
  const seen = new Set(exportNames(to).map(({ name }) => name));
  const extensions = Object.keys(namespaces).filter((name) => toText.includes(`.${name}(`));
  const named = Object.keys(source.names).filter((name) => toText.includes(`${name}(`));
  return [...new Set([...named, ...extensions])].filter((name) => !seen.has(name));
}

const replaceBy = (span: Span, { text, names }: Rendered, after = ''): CodeEdit => ({
  span,
  newText: text + after,
  names,
});

/** The edits of one piece of code, given the parts of both sides that stand for it. */
function differ(left: CodeNode, right: CodeNode, code: CodeNode, rewriting: Rewriting): readonly CodeEdit[] {
  if (isShared(left, right, rewriting)) return [];
  const chains = chainsOf(left, right, code);
  if (chains) return chainEdits(chains, { whole: differ, given: givenEdits }, rewriting);
  if (left.kind === 'call' && right.kind === 'call' && code.kind === 'call' && isSameForm(left, right, rewriting))
    return callEdits(left, right, code, rewriting);
  if (left.kind === 'object' && right.kind === 'object' && code.kind === 'object') {
    if (right.props.length === 0) return [replaceBy(code, render(right, rewriting))];
    const props = inPatternOrder(left.props, code.props, rewriting.match);
    return listEdits(left.props, right.props, props, code.start + 1, rewriting);
  }
  // Members that the code sets and the pattern does not know would be lost: what is not rewritten is refused.
  if (code.kind === 'call' && left.kind === 'call' && setsMore(code, left, rewriting)) return [];
  const place = code === rewriting.match.node && isConstruction(code) ? code : code.outer;
  return [replaceBy(place, render(right.outer, rewriting), lostComments(place, rewriting))];
}

/** The casts around what is built are those of its place: they stay. */
const isConstruction = (code: CodeNode): boolean => code.kind === 'call' && code.isNew;

function callEdits(left: CallNode, right: CallNode, code: CallNode, rewriting: Rewriting): readonly CodeEdit[] {
  const edits = givenEdits(left, right, code, rewriting);
  if (left.isNew === right.isNew && isShared(left.callee, right.callee, rewriting)) return edits;
  const { file } = rewriting;
  const callee = render(right.callee, rewriting);
  const text = right.isNew ? file.dialect.construct(callee.text) : callee.text;
  const place = { start: code.start, end: code.callee.outer.end };
  const comments = file.dialect.commentsAmong(file.text.slice(place.start, place.end));
  return [...edits, replaceBy(place, { ...callee, text }, comments)];
}

function givenEdits(left: CallNode, right: CallNode, code: CallNode, rewriting: Rewriting): readonly CodeEdit[] {
  const args = aligned(left.args, code.args) ?? code.args;
  return listEdits(left.args, right.args, args, code.argsStart ?? code.end, rewriting);
}

/** The edits of arguments or properties. `opening` is the offset after the bracket. */
function listEdits(
  left: readonly Argument[],
  right: readonly Argument[],
  code: readonly Argument[],
  opening: number,
  rewriting: Rewriting,
): readonly CodeEdit[] {
  const behind = argumentsBehind(left, code, rewriting.match);
  const { changes, gone } = changesOf(left, right, behind, (a, b) => isShared(a, b, rewriting));
  const inOrder = [...code].sort((a, b) => a.start - b.start);
  // Names of parameters are in the pattern for calls that have them; without them the places tell.
  const byPlace =
    left.some(({ name, value }) => name !== null && value.kind !== 'object') && code.every(({ name }) => name === null);
  const written = (wanted: Argument): Rendered => render(byPlace ? wanted.value.outer : wanted, rewriting);
  const edits = changes.flatMap((change): readonly CodeEdit[] => {
    if (change.replaces) return replacement(change, written, rewriting);
    const { text, names } = written(change.wanted);
    return [{ ...insertion(change.after, inOrder, opening, text, rewriting.file), names }];
  });
  return [...edits, ...removals(inOrder, gone).map((edit) => ({ ...edit, names: [] }))];
}

/** One argument in the place of another: only its value where the rest is the same. */
function replacement(
  { wanted, replaces: { pattern, code } }: Extract<Change, { readonly replaces: object }>,
  written: (wanted: Argument) => Rendered,
  rewriting: Rewriting,
): readonly CodeEdit[] {
  // An object in a variable is changed where it is.
  const areObjects = pattern.value.kind === 'object' && wanted.value.kind === 'object';
  const object = areObjects ? rewriting.match.pairs.get(pattern.value) : undefined;
  const value = object ?? code.value;
  const isSameShape =
    pattern.name === wanted.name &&
    (code.name === null || code.name === pattern.name) &&
    value.kind === pattern.value.kind &&
    (!code.shorthand || object !== undefined);
  if (!isSameShape) return [replaceBy(code, written(wanted))];
  const inVariable = rewriting.inVariable || (object !== undefined && object !== code.value);
  return differ(pattern.value, wanted.value, value, { ...rewriting, inVariable });
}
