import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import type { Argument, CallNode, CodeFile, CodeNode } from '../languages/code';
import { metaName, pathOf, restName } from '../languages/compile';
import type { Match } from '../languages/match';
import { aligned } from '../languages/match';

/** What goes in the place of a name on the right side of a pattern. */
export interface Substitution {
  /** Code for a metavariable that has no counterpart on the left: the endpoint, the credential. */
  readonly meta: Readonly<Record<string, string>>;
  /** How the file names an export of the package. */
  readonly local: (name: string) => string;
  /** A string in the file's quotes; `exact` where it stands in a variable and must keep its literal type. */
  readonly string: (value: string, exact: boolean) => string;
}

/**
 * The edits that turn the matched code into the right side of its pattern: the difference of the two sides, so that
 * what both share (comments and line breaks included) stays as it stands.
 */
export function editsOf(match: Match, file: CodeFile, substitution: Substitution): TextEdit[] {
  const { pattern } = match;
  const { from, fromText, to, toText } = pattern;
  if (!to || toText === null) return [];
  const source = (text: string, node: { start: number; end: number }) => text.slice(node.start, node.end);

  const kept = (node: CodeNode): string => file.text.slice(node.outer.start, node.outer.end);

  const restText = (name: string): string => {
    const args = match.rests.get(name) ?? [];
    const [first, last] = [args[0], args.at(-1)];
    return first && last ? file.text.slice(first.start, last.end) : '';
  };

  const shorthands = propertyStarts(to);
  const render = (span: { start: number; end: number }): string => {
    const shift = (start: number, end: number, newText: string): TextEdit => ({
      span: { start: start - span.start, end: end - span.start },
      newText,
    });
    const text = source(toText, span);
    const edits: TextEdit[] = [];
    for (const hit of text.matchAll(/(,\s*)?\.\.\.R__(\w+)|(\w+: )?M__(\w+)|"([^"]*)"( as const)?/g)) {
      const [whole, comma = '', rest, label = '', meta, quoted, exact] = hit;
      const at = span.start + hit.index;
      if (quoted !== undefined)
        edits.push(shift(at, at + whole.length, substitution.string(quoted, held && exact !== undefined)));
      if (rest !== undefined) {
        const inner = restText(rest);
        edits.push(shift(at, at + whole.length, inner === '' ? '' : comma + inner));
      } else if (meta !== undefined) {
        const bound = match.bound.get(meta);
        const code = substitution.meta[meta] ?? (bound ? kept(bound) : `M__${meta}`);
        const short = `${code}: ` === label && shorthands.has(at);
        edits.push(shift(at, at + whole.length, short ? code : label + code));
      }
    }
    for (const root of exportNames(to)) {
      if (root.start < span.start || root.end > span.end) continue;
      edits.push(shift(root.start, root.end, substitution.local(root.name)));
    }
    return applyEdits(text, edits);
  };

  // Extension methods, and types within a lambda: nothing renames them, but they must be in sight.
  const seen = new Set(exportNames(to).map(({ name }) => name));
  for (const name of pattern.source.kind === 'rewrite' ? Object.keys(pattern.source.names) : [])
    if (!seen.has(name) && toText.includes(`${name}(`)) substitution.local(name);

  // True while an object in a variable is changed, whose strings would lose their literal types.
  let held = false;

  const equal = (a: CodeNode, b: CodeNode): boolean => source(fromText, a) === source(toText, b);

  const differ = (left: CodeNode, right: CodeNode, code: CodeNode): TextEdit[] => {
    if (equal(left, right)) return [];
    if (
      left.kind === 'call' &&
      right.kind === 'call' &&
      code.kind === 'call' &&
      ((pathOf(left.callee) && pathOf(right.callee)) || equal(left.callee, right.callee)) &&
      behindArguments(fromText, left) === behindArguments(toText, right)
    ) {
      const args = aligned(left.args, code.args) ?? code.args;
      const edits = listEdits(left.args, right.args, args, code.argsStart ?? code.end);
      if (left.isNew !== right.isNew || !equal(left.callee, right.callee)) {
        const callee = (right.isNew ? 'new ' : '') + render(right.callee);
        const old = file.text.slice(code.start, code.callee.outer.end);
        edits.push({ span: { start: code.start, end: code.callee.outer.end }, newText: callee + commentsIn(old) });
      }
      return edits;
    }
    if (left.kind === 'object' && right.kind === 'object' && code.kind === 'object') {
      if (right.props.length === 0) return [{ span: code, newText: '{}' }];
      return listEdits(left.props, right.props, orderedLike(left.props, code.props), code.start + 1);
    }
    // Members that the code sets and the pattern does not know would be lost: what is not rewritten is refused.
    const sets = code.kind === 'call' && behindArguments(file.text, code).includes('{');
    if (sets && left.kind === 'call' && !behindArguments(fromText, left).includes('{')) return [];
    return [{ span: code.outer, newText: render(right.outer) + lostComments(code.outer) }];
  };

  /** The comments in code that is written anew, but for those inside what is kept. */
  const lostComments = (place: Span): string => {
    const stays = [...[...match.bound.values()].map(({ outer }) => outer), ...[...match.rests.values()].flat()];
    return (file.commentsIn?.(place) ?? [])
      .filter((comment) => !stays.some((one) => contains(one, comment)))
      .map(({ start, end }) => file.text.slice(start, end))
      .map((comment) => ` ${comment.startsWith('//') ? `/* ${comment.replace(/^\/+\s*|\s+$|\*\//g, '')} */` : comment}`)
      .join('');
  };

  /** The code's properties in the order of the pattern's, which may differ. */
  const orderedLike = (patterns: readonly Argument[], props: readonly Argument[]): readonly Argument[] =>
    patterns.flatMap((pattern) => {
      const rest = restName(pattern);
      return rest ? [...(match.rests.get(rest) ?? [])] : props.filter((prop) => prop.name === pattern.name);
    });

  const listEdits = (
    left: readonly Argument[],
    right: readonly Argument[],
    code: readonly Argument[],
    opening: number,
  ): TextEdit[] => {
    const edits: TextEdit[] = [];
    // Which code arguments stand behind each argument of the left side.
    const behind = new Map<Argument, readonly Argument[]>();
    let at = 0;
    for (const argument of left) {
      const rest = restName(argument);
      const count = rest ? (match.rests.get(rest)?.length ?? 0) : 1;
      behind.set(argument, code.slice(at, at + count));
      at += count;
    }
    const inOrder = [...code].sort((a, b) => a.start - b.start);
    // Names of parameters stand in the pattern for calls that have them; without them the places tell.
    const byPlace =
      left.some(({ name, value }) => name !== null && value.kind !== 'object') &&
      code.every(({ name }) => name === null);
    const rendered = (wanted: Argument) => render(byPlace ? wanted.value.outer : wanted);
    const gone: Argument[] = [];
    let last: Argument | undefined;
    let i = 0;
    for (const wanted of right) {
      const shared = left.findIndex((one, index) => index >= i && source(fromText, one) === source(toText, wanted));
      if (shared >= 0) {
        gone.push(...left.slice(i, shared).flatMap((one) => behind.get(one) ?? []));
        i = shared + 1;
        const [own] = left.slice(shared, i);
        last = (own && behind.get(own)?.at(-1)) ?? last;
        continue;
      }
      const replaced = left[i];
      const code1 = replaced && behind.get(replaced)?.[0];
      const laterShared = replaced && right.some((one) => source(toText, one) === source(fromText, replaced));
      if (replaced && code1 && !laterShared && restName(replaced) === null) {
        // An object in a variable is changed where it stands.
        const inside =
          replaced.value.kind === 'object' && wanted.value.kind === 'object'
            ? match.pairs.get(replaced.value)
            : undefined;
        const value = inside ?? code1.value;
        const whole =
          replaced.name === wanted.name &&
          value.kind === replaced.value.kind &&
          (!code1.shorthand || inside !== undefined);
        const around = held;
        held ||= inside !== undefined && inside !== code1.value;
        edits.push(
          ...(whole ? differ(replaced.value, wanted.value, value) : [{ span: code1, newText: rendered(wanted) }]),
        );
        held = around;
        last = code1;
        i++;
        continue;
      }
      edits.push(insertion(last, inOrder, opening, rendered(wanted)));
    }
    gone.push(...left.slice(i).flatMap((one) => behind.get(one) ?? []));
    return [...edits, ...removals(inOrder, gone)];
  };

  const insertion = (
    last: Argument | undefined,
    code: readonly Argument[],
    opening: number,
    text: string,
  ): TextEdit => {
    if (last) {
      const indent = /\n[ \t]*$/.exec(file.text.slice(0, last.start));
      const eol = indent && file.text[indent.index - 1] === '\r' ? '\r' : '';
      return { span: { start: last.end, end: last.end }, newText: indent ? `,${eol}${indent[0]}${text}` : `, ${text}` };
    }
    const [next] = code;
    const place = next?.start ?? opening;
    const indent = next ? (/\r?\n[ \t]*$/.exec(file.text.slice(opening, place))?.[0] ?? ' ') : '';
    return { span: { start: place, end: place }, newText: next ? `${text},${indent}` : text };
  };

  return differ(from, to, match.node);
}

/** Where the properties of objects start: there `name: name` is written `name`. */
function propertyStarts(node: CodeNode): ReadonlySet<number> {
  if (node.kind === 'call') return new Set(node.args.flatMap(({ value }) => [...propertyStarts(value)]));
  if (node.kind !== 'object') return new Set();
  return new Set(node.props.flatMap(({ start, value }) => [start, ...propertyStarts(value)]));
}

/** Arguments with the commas that go when they do: each run as one edit, so that edits never overlap. */
function removals(code: readonly Argument[], gone: readonly Argument[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < code.length; first++) {
    let last = first;
    for (let one = code[last]; one && gone.includes(one); one = code[last]) last++;
    const [start, end] = [code[first], code[last - 1]];
    if (last === first || !start || !end) continue;
    const [previous, next] = [code[first - 1], code[last]];
    edits.push({
      span: previous ? { start: previous.end, end: end.end } : { start: start.start, end: next?.start ?? end.end },
      newText: '',
    });
    first = last;
  }
  return edits;
}

/** The names in a pattern that mean exports of its package: the roots of callees. */
export function exportNames(node: CodeNode): { readonly name: string; readonly start: number; readonly end: number }[] {
  switch (node.kind) {
    case 'name':
      return metaName(node) === null && !/^R__/.test(node.name) ? [node] : [];
    case 'member':
      return exportNames(node.object);
    case 'call':
      return [...exportNames(node.callee), ...node.args.flatMap((argument) => exportNames(argument.value))];
    case 'object':
      return node.props.flatMap((property) => exportNames(property.value));
    case 'assign':
      return exportNames(node.value);
    case 'other':
      return (node.inside ?? []).flatMap(exportNames);
    default:
      return [];
  }
}

/** What stands behind the arguments of a call: more than a bracket where C# sets members of what is built. */
const behindArguments = (text: string, { args, argsStart, end }: CallNode): string =>
  text.slice(args.at(-1)?.end ?? argsStart ?? end, end);

/** The metavariables a pattern side mentions. */
export function metasOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/M__(\w+)/g)].map((hit) => hit[1] ?? ''));
}

/** The comments between the names of a callee, to go behind its new names. */
const commentsIn = (callee: string): string =>
  [...callee.matchAll(/\/\*[^]*?\*\/|\/\/[^\r\n]*\r?\n/g)].map(([comment]) => ` ${comment}`).join('');
