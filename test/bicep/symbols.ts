import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { Node } from 'web-tree-sitter';

const { resolve } = createRequire(import.meta.url);

/** What Bicep knows without a declaration, as far as the guidance uses it. */
const BUILT_IN = new Set(['environment', 'guid', 'resourceGroup', 'subscription', 'subscriptionResourceId', 'tenant']);

const DECLARATIONS = new Set([
  'parameter_declaration',
  'resource_declaration',
  'variable_declaration',
  'output_declaration',
]);

/** What is wrong in a file of Bicep: as far as the grammar and its own symbols tell, without the types of resources. */
export async function createBicepCheck(): Promise<(text: string) => string[]> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('no tree');
    const found = problemsIn(tree.rootNode);
    tree.delete();
    return found;
  };
}

function problemsIn(root: Node): string[] {
  const problems: string[] = [];
  const symbols = new Map<string, 'parameter' | 'existing' | 'resource' | 'output' | 'variable'>();
  const read = new Set<string>();
  const unknown = new Map<string, number>();
  for (const node of root.namedChildren) {
    if (!DECLARATIONS.has(node.type)) continue;
    const name = node.namedChildren.find((child) => child.type === 'identifier')?.text ?? '';
    if (symbols.has(name)) problems.push(`${name} is declared twice`);
    const kind = node.type.split('_')[0] as 'parameter' | 'resource' | 'output' | 'variable';
    symbols.set(name, kind === 'resource' && /^[^{]*\bexisting\b/.test(node.text) ? 'existing' : kind);
  }
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) problems.push(`line ${String(node.startPosition.row + 1)} does not parse`);
    if (node.type === 'identifier' && isRead(node)) {
      read.add(node.text);
      if (!symbols.has(node.text) && !BUILT_IN.has(node.text)) unknown.set(node.text, node.startPosition.row + 1);
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
  for (const [name, line] of unknown) problems.push(`${name} in line ${String(line)} is not known`);
  for (const [name, kind] of symbols)
    if ((kind === 'parameter' || kind === 'existing' || kind === 'variable') && !read.has(name))
      problems.push(`${name} is not used`);
  const hosts = /'[^']*\.(?:core\.windows\.net|database\.windows\.net|vault\.azure\.net|azure\.com)/.exec(root.text);
  if (hosts) problems.push(`${hosts[0]} is the name of one cloud`);
  const placeholder = /<[a-z][a-z0-9-]*>/.exec(root.text);
  if (placeholder) problems.push(`${placeholder[0]} is a placeholder`);
  return problems;
}

/** An identifier that is read: not the name of a declaration, a property or a type. */
function isRead(node: Node): boolean {
  const parent = node.parent;
  if (!parent) return false;
  const isFirst = parent.namedChild(0)?.id === node.id;
  if (DECLARATIONS.has(parent.type) || parent.type === 'object_property') return !isFirst;
  return parent.type !== 'type';
}
