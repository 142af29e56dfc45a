import type { Span } from '../../core/span';
import { chainOf } from '../../languages/compile';
import type { Chain, Link } from '../../languages/compile';
import type { CallNode, CodeNode } from '../../languages/contract/node';
import { render } from './render';
import type { CodeEdit, Rewriting } from './render';

/** Both sides of a pattern and the code, where all three are chains of calls. */
export interface Chains {
  readonly left: Chain;
  readonly right: Chain;
  readonly code: Chain;
}

/** How the edits of parts of a pattern are made. */
export interface Differ {
  readonly whole: (left: CodeNode, right: CodeNode, code: CodeNode, rewriting: Rewriting) => readonly CodeEdit[];
  /** Of the arguments of a call alone. */
  readonly given: (left: CallNode, right: CallNode, code: CallNode, rewriting: Rewriting) => readonly CodeEdit[];
}

/** Three chains, or null where the usual edits of calls do. */
export function chainsOf(left: CodeNode, right: CodeNode, code: CodeNode): Chains | null {
  const chains = { left: chainOf(left), right: chainOf(right), code: chainOf(code) };
  return chains.left && chains.right && chains.code
    ? { left: chains.left, right: chains.right, code: chains.code }
    : null;
}

/**
 * The edits of a chain: links that only the left side has go, those that only the right side has come in the place of the first
 * of them, and all other links of the code stay where they are.
 */
export function chainEdits({ left, right, code }: Chains, differ: Differ, rewriting: Rewriting): readonly CodeEdit[] {
  const has = (chain: Chain, { name }: Link): boolean => chain.links.some((one) => one.name === name);
  const inCode = ({ name }: Link): Link | undefined => code.links.find((one) => one.name === name);
  const gone = left.links.filter((link) => !has(right, link)).flatMap((link) => inCode(link) ?? []);
  const added = right.links.filter((link) => !has(left, link));
  const [first, ...others] = gone.sort((a, b) => a.call.end - b.call.end);
  const last = code.links[0];
  const place = first ? linkSpan(first) : { start: code.root.end, end: code.root.end };
  const before = first ?? last;
  const space = before ? spaceBefore(before, rewriting) : '';
  const rendered = added.map((link) => render(linkSpan(link), rewriting));
  return [
    ...differ.whole(left.root, right.root, code.root, rewriting),
    ...right.links.flatMap((link) => {
      const [old, own] = [left.links.find(({ name }) => name === link.name), inCode(link)];
      return old && own ? differ.given(old.call, link.call, own.call, rewriting) : [];
    }),
    {
      span: place,
      newText: rendered.map(({ text }) => space + text.trimStart()).join(''),
      names: rendered.flatMap(({ names }) => names),
    },
    ...others.map((link) => ({ span: linkSpan(link), newText: '', names: [] })),
  ];
}

/** A link with what is before its dot: from the end of what it is called on. */
const linkSpan = ({ call, on }: Link): Span => ({ start: on.outer.end, end: call.end });

/** What is before the dot of a link: line break, indentation, comments. */
function spaceBefore({ call, on }: Link, { file }: Rewriting): string {
  return file.dialect.spaceBefore(file.text.slice(on.outer.end, call.end));
}
