import type { Node } from '../syntax';
import { field, parts, spanOf, unwrapGlobal, within } from '../syntax';
import type { Binding } from './binding';
import { between, isLocalFunction, statementOf } from './reach';

/** The first statement of a block that may run one of its local functions: by a call, or by handing it on. */
export function firstRun(localFunction: Node, block: Node): Node | null {
  const statements = parts(block);
  const functions = statements.filter((one) => isLocalFunction(unwrapGlobal(one)));
  const speaksOf = (node: Node, names: ReadonlySet<string>): boolean =>
    [...names].some((name) => new RegExp(`(?<![\\w@.])${name}(?!\\w)`).test(node.text));
  const names = new Set([field(localFunction, 'name')?.text ?? '']);
  for (let size = 0; size < names.size;) {
    size = names.size;
    for (const one of functions) {
      const name = field(unwrapGlobal(one), 'name')?.text;
      if (name !== undefined && speaksOf(one, names)) names.add(name);
    }
  }
  return statements.find((one) => !functions.includes(one) && speaksOf(one, names)) ?? null;
}

/** The first `goto` of a block above an offset that leads to a label between there and another offset. */
export function leapOver(block: Node, from: number, to: number): Node | null {
  if (!/\bgoto\b/.test(block.text)) return null;
  const labels = new Set(
    block
      .descendantsOfType('labeled_statement')
      .filter(({ startIndex }) => from <= startIndex && startIndex <= to)
      .map((label) => parts(label)[0]?.text),
  );
  return (
    block
      .descendantsOfType('goto_statement')
      .find((jump) => jump.startIndex < from && labels.has(parts(jump)[0]?.text)) ?? null
  );
}

/** True when a local variable that is set where it is declared has its value whenever code at a place runs. */
export function isAssignedAt({ node }: Binding, use: Node): boolean {
  if (node.endIndex > use.startIndex) return false;
  const statement = statementOf(node);
  if (statement.type !== 'local_declaration_statement') return true;
  let block = statement.parent;
  while (block && /^(?:global|labeled)_statement$/.test(block.type)) block = block.parent;
  if (!block || !within(block, spanOf(use))) return false;
  const own = between(use, block).findLast(isLocalFunction);
  const run = own && firstRun(own, block);
  if (run && run.startIndex < statement.startIndex) return false;
  return leapOver(block, statement.startIndex, use.startIndex) === null;
}
