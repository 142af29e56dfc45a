import { applyEdits } from '../../core/edit';
import type { TextEdit } from '../../core/edit';
import { contains } from '../../core/span';
import type { Span } from '../../core/span';
import type { CodeNode } from '../../languages/contract/node';
import { exportNames } from '../../languages/compile';
import type { Match } from '../../languages/match';
import type { FileContext } from './pass';

/** What a right side is written with at one place. */
export interface Filling {
  /** Code for metavariables that the left side does not have: the endpoint, the credential. */
  readonly codes: Readonly<Record<string, string>>;
  /** How the file names an export that the pattern names. */
  readonly local: (name: string) => string;
}

/** A match that is being rewritten. */
export interface Rewriting extends FileContext, Filling {
  readonly match: Match;
  readonly to: CodeNode;
  readonly toText: string;
  /** An object in a variable is changed, whose strings would lose their literal types. */
  readonly inVariable: boolean;
}

/** An edit, and the exports of packages that its code names. */
export interface CodeEdit extends TextEdit {
  readonly names: readonly string[];
}

/** Code, and the exports of packages that it names. */
export interface Rendered {
  readonly text: string;
  readonly names: readonly string[];
}

/** A part of the right side as code: its metavariables filled in, its names as the file has them. */
export function render(part: Span, rewriting: Rewriting): Rendered {
  const { to, toText, local } = rewriting;
  const roots = exportNames(to).filter((root) => contains(part, root));
  const edits = [
    ...[...toText.slice(part.start, part.end).matchAll(HOLES)].map((hole) => filled(hole, part.start, rewriting)),
    ...roots.map(({ start, end, name }) => ({ span: { start, end }, newText: local(name) })),
  ];
  const shifted = edits.map(({ span, newText }) => ({
    span: { start: span.start - part.start, end: span.end - part.start },
    newText,
  }));
  return { text: applyEdits(toText.slice(part.start, part.end), shifted), names: roots.map(({ name }) => name) };
}

/** A rest with its comma, a metavariable with the name of its property, or a string: all patterns write these in one way. */
const HOLES = /(,\s{0,99})?\.\.\.R__(\w{1,100})|(\w{1,100}: )?M__(\w{1,100})|"([^"]{0,2000})"/g;

function filled(hole: RegExpExecArray, offset: number, rewriting: Rewriting): TextEdit {
  const { match, file, writer, codes, inVariable, to, toText } = rewriting;
  const [whole, comma = '', rest, label = '', meta = '', quoted] = hole;
  const start = offset + hole.index;
  const by = (newText: string, more = ''): TextEdit => ({
    span: { start, end: start + whole.length + more.length },
    newText,
  });
  if (quoted !== undefined) {
    const { literalType } = file.dialect;
    const exact = literalType !== '' && toText.startsWith(literalType, start + whole.length);
    return by(writer.string(quoted, inVariable && exact), exact ? literalType : '');
  }
  if (rest !== undefined) {
    const own = restText(rest, rewriting);
    return by(own === '' ? '' : comma + own);
  }
  const bound = match.bound.get(meta);
  const kept = bound ? file.text.slice(bound.outer.start, bound.outer.end) : `M__${meta}`;
  const code = codes[meta] ?? kept;
  // `name: name` is written `name`.
  const isShort = `${code}: ` === label && propertyStarts(to).has(start);
  return by(isShort ? code : label + code);
}

/** The arguments or properties that a rest stands for, as they are in the code. */
function restText(name: string, { match, file }: Rewriting): string {
  const args = match.rests.get(name) ?? [];
  const [first, last] = [args[0], args.at(-1)];
  return first && last ? file.text.slice(first.start, last.end) : '';
}

/** Where the properties of objects start. */
function propertyStarts(node: CodeNode): ReadonlySet<number> {
  if (node.kind === 'call') return new Set(node.args.flatMap(({ value }) => [...propertyStarts(value)]));
  if (node.kind !== 'object') return new Set();
  return new Set(node.props.flatMap(({ start, value }) => [start, ...propertyStarts(value)]));
}

/** The comments in code that is written anew, but for those inside what is kept. */
export function lostComments(place: Span, { file, match }: Rewriting): string {
  const kept = [...[...match.bound.values()].map(({ outer }) => outer), ...[...match.rests.values()].flat()];
  return file
    .commentsIn(place)
    .filter((comment) => !kept.some((one) => contains(one, comment)))
    .map(({ start, end }) => ` ${file.dialect.inlineComment(file.text.slice(start, end))}`)
    .join('');
}
