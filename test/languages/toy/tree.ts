import type { Span } from '../../../src/core/span';
import type { Argument, CallNode, CodeNode } from '../../../src/languages/contract/node';

/** A statement of the toy language, on a line of its own. */
export interface Statement {
  readonly kind: 'use' | 'set' | 'stop' | 'run' | 'broken';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly nameStart: number;
  readonly names: readonly string[];
  readonly value: CodeNode | null;
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|[().,:])/y;

/** Reads one expression from an offset: names, members, calls with labels, strings. Null where there is none. */
export function expressionAt(text: string, from: number, end: number): { node: CodeNode; end: number } | null {
  let at = from;
  const peek = (): string | null => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    return found && TOKEN.lastIndex <= end ? (found[1] ?? null) : null;
  };
  const take = (): { text: string; start: number; end: number } => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[1] ?? '';
    at = TOKEN.lastIndex;
    return { text: found, start: at - found.length, end: at };
  };
  const argument = (): Argument | null => {
    TOKEN.lastIndex = at;
    TOKEN.exec(text);
    const [, label] = /^\s*([A-Za-z_]\w*)\s*:/.exec(text.slice(at, end)) ?? [];
    const spread = peek() === '...';
    const first = label !== undefined || spread ? take() : null;
    if (label !== undefined) take();
    const value = expression();
    if (!value) return null;
    return { start: first?.start ?? value.start, end: value.end, name: label ?? null, value, spread, shorthand: false };
  };
  const expression = (): CodeNode | null => {
    const first = peek();
    if (first === null || !/^["A-Za-z_]/.test(first)) return null;
    const token = take();
    const place = { start: token.start, end: token.end };
    let node: CodeNode = token.text.startsWith('"')
      ? { ...place, outer: place, kind: 'string', value: JSON.parse(token.text) as string }
      : { ...place, outer: place, kind: 'name', name: token.text };
    for (let next = peek(); next === '.' || next === '('; next = peek()) {
      const open = take();
      if (next === '.') {
        const name = take();
        const outer: Span = { start: node.start, end: name.end };
        node = { ...outer, outer, kind: 'member', object: node, name: name.text };
        continue;
      }
      const args: Argument[] = [];
      while (peek() !== ')') {
        const one = argument();
        if (!one) return null;
        args.push(one);
        if (peek() === ',') take();
      }
      const outer: Span = { start: node.start, end: take().end };
      node = { ...outer, outer, kind: 'call', callee: node, args, isNew: false, argsStart: open.end };
    }
    return node;
  };
  const node = expression();
  return node && { node, end: at };
}

/** Every line as a statement; empty lines and comments are none. */
export function statementsOf(text: string): readonly Statement[] {
  return [...text.matchAll(/^[^\S\n]*([^\s#][^\n]*)$/gm)].map((line): Statement => {
    const start = line.index + line[0].indexOf(line[1] ?? '');
    const code = (line[1] ?? '').trimEnd();
    const end = start + code.length;
    const common = { start, end, name: '', nameStart: start, names: [], value: null };
    const use = /^use ([\w/]+): (\w+(?:, \w+)*)$/.exec(code);
    if (use) return { ...common, kind: 'use', name: use[1] ?? '', names: (use[2] ?? '').split(', ') };
    const stop = /^stop ".*" unless (\w+)$/.exec(code);
    if (stop) return { ...common, kind: 'stop', name: stop[1] ?? '', nameStart: end - (stop[1] ?? '').length };
    const set = /^(\w+) = /.exec(code);
    const read = expressionAt(text, start + (set?.[0].length ?? 0), end);
    if (!read || read.end !== end) return { ...common, kind: 'broken' };
    return { ...common, kind: set ? 'set' : 'run', name: set?.[1] ?? '', value: read.node };
  });
}

/** Every node of an expression, outermost first. */
export function nodesOf(node: CodeNode): readonly CodeNode[] {
  if (node.kind === 'member') return [node, ...nodesOf(node.object)];
  if (node.kind !== 'call') return [node];
  return [node, ...nodesOf(node.callee), ...node.args.flatMap(({ value }) => nodesOf(value))];
}

export const isCall = (node: CodeNode): node is CallNode => node.kind === 'call';
