import type { Declaration } from '../contract/declaration';
import type { CodeNode } from '../contract/node';
import type { Given, Parameter, ParameterDoc } from '../contract/parameter';
import { callsOf } from './calls';
import type { CSharpFile } from './file';
import type { Node } from './syntax';
import { field, parts, spanOf } from './syntax';

/** A parameter that is given by its place or its name and nothing else: no default, no `ref`, `out`, `params` or `this`. */
const isPlain = (node: Node): boolean =>
  node.type === 'parameter' &&
  field(node, 'type')?.startIndex === node.startIndex &&
  field(node, 'name')?.endIndex === node.endIndex;

export function parameterOf(
  { nameSpan, constant, name }: Declaration,
  { root, text, views, embedded }: CSharpFile,
  unread: ReadonlySet<string>,
): Parameter | null {
  const own = root.descendantForIndex(nameSpan.start, nameSpan.end - 1)?.parent;
  const list = own?.parent;
  const owner = list?.parent;
  if (embedded || !constant || !own || !isPlain(own) || list?.type !== 'parameter_list' || !owner) return null;
  const items = parts(list);
  if (!items.every((one) => one.type === 'parameter' && !/^this\b/.test(one.text))) return null;
  const at = items.findIndex(({ id }) => id === own.id);
  const found = callsOf(owner, { root, text, unread });
  const given = found?.calls.flatMap((call) => givenBy(views.view(call), at, name) ?? []);
  if (!found || !given || given.length !== found.calls.length) return null;
  const labels = given.flatMap(({ own: { name: label, start } }) =>
    label === null ? [] : [{ start, end: start + label.length }],
  );
  if (!labels.every(({ start }) => text.startsWith(name, start))) return null;
  return {
    exported: found.exported,
    labels,
    lists: [{ items: items.map(spanOf), own: spanOf(own) }],
    given,
    doc: docOf(name, owner, text),
  };
}

/** What a call gives the parameter at a place: by name, or by place where no name is before it. */
function givenBy(call: CodeNode, at: number, name: string): Given | null {
  if (call.kind !== 'call') return null;
  const { args } = call;
  const byPlace = args.slice(0, at + 1).every((one) => one.name === null) ? args[at] : undefined;
  const own = byPlace ?? args.find((one) => one.name === name);
  return own ? { own, all: args } : null;
}

const DOCUMENTATION = /^[ \t]*\/\/\/[^\r\n]*\r?\n$/;

/** `/// <param name="key">The key.</param>`, on a line of its own. */
function docOf(name: string, owner: Node, text: string): ParameterDoc | null {
  const entry = new RegExp(
    `///\\s{0,20}<param name="(?<name>${name})">(?<text>[^\\r\\n]{0,1000})</param>\\s{0,20}$`,
    'd',
  );
  for (let end = text.lastIndexOf('\n', owner.startIndex) + 1; end > 0;) {
    const start = text.lastIndexOf('\n', end - 2) + 1;
    const line = text.slice(start, end);
    if (!DOCUMENTATION.test(line)) return null;
    const groups = entry.exec(line.trimEnd())?.indices?.groups;
    const [named, said] = [groups?.['name'], groups?.['text']];
    const at = ([from, to]: readonly [number, number]) => ({ start: start + from, end: start + to });
    if (named && said) return { whole: { start, end }, name: at(named), text: at(said) };
    end = start;
  }
  return null;
}
