import type { Parse } from '../../src/languages/tree-sitter/runtime';

/**
 * The text of an example in a namespace of its own: top-level statements become a method of a class that knows the names
 * which examples take for granted (`builder`, `configuration`).
 */
export function inNamespace(text: string, namespace: string, parse: Parse): string {
  const plain = text.replaceAll('\r\n', '\n');
  const usings: string[] = [];
  const types: string[] = [];
  const statements: string[] = [];
  for (const node of parse(plain).rootNode.namedChildren) {
    if (node.type === 'comment') continue;
    if (node.type === 'using_directive') usings.push(node.text);
    else if (node.type === 'global_statement') statements.push(node.text);
    else if (node.type === 'file_scoped_namespace_declaration') types.push(asBlock(plain.slice(node.startIndex)));
    else types.push(node.text);
  }
  const program =
    statements.length === 0
      ? []
      : [
          'public class Program : global::Surroundings\n{\n    public static async System.Threading.Tasks.Task Run(string[] args)\n    {',
          ...statements,
          '        await System.Threading.Tasks.Task.CompletedTask;\n    }\n}',
        ];
  return [`namespace ${namespace}\n{`, ...usings, ...types, ...program, '}', ''].join('\n');
}

/** `namespace A;` and what follows it, as `namespace A { ... }`: the only form that may be within another. */
const asBlock = (text: string): string => `${text.replace(/^namespace\s+([\w.]+)\s*;/, 'namespace $1\n{')}\n}`;
