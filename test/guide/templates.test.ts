import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import type { Node } from 'web-tree-sitter';
import { every } from './every';

const { resolve } = createRequire(import.meta.url);
const grammars = {
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
  terraform: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
} as const;
const parsers = new Map<string, Parser>();

beforeAll(async () => {
  await Parser.init();
  for (const [language, file] of Object.entries(grammars)) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(readFileSync(resolve(file))));
    parsers.set(language, parser);
  }
});

/** The places where a text is no template: what the grammar could not read, with the lines it is in. */
function faults(language: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) found.push(`line ${node.startPosition.row + 1}: ${node.text || node.type}`);
    else if (node.hasError) for (const child of node.children) visit(child);
  };
  // Bicep 0.30 and later; the grammar is older. See learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-extension.
  const known = language === 'bicep' ? text.replace(/^extension \w+$/gm, '') : text;
  const tree = parsers.get(language)?.parse(known);
  if (!tree) throw new Error(`no parser for ${language}`);
  visit(tree.rootNode);
  return found;
}

describe('the grammars', () => {
  test('see what is wrong', () => {
    expect(faults('bicep', "resource a 'b@2020-01-01' = {\n  name: 'x'\n")).not.toEqual([]);
    expect(faults('terraform', 'resource "a" "b" {\n  c = \n}\n')).not.toEqual([]);
    expect(faults('bicep', "resource a 'b@2020-01-01' = {\n  name: 'x'\n}\n")).toEqual([]);
    expect(faults('terraform', 'resource "a" "b" {\n  c = 1\n}\n')).toEqual([]);
  });
});

test.each(every)('templates parse: %s', (_, guidances) => {
  const seen = new Set<string>();
  for (const [name, { steps }] of guidances) {
    for (const { id, code } of steps) {
      if (code?.language !== 'bicep' && code?.language !== 'terraform') continue;
      if (seen.has(code.text)) continue;
      seen.add(code.text);
      expect({ where: `${name} ${id}`, faults: faults(code.language, `${code.text}\n`) }).toEqual({
        where: `${name} ${id}`,
        faults: [],
      });
    }
  }
});

test('all parts of one guidance in one file parse as well', () => {
  for (const [, guidances] of every) {
    for (const [name, { steps, iac }] of guidances) {
      if (iac === 'cli') continue;
      const text = steps.flatMap(({ code }) => (code?.language === iac ? [code.text] : [])).join('\n\n');
      expect([name, faults(iac, `${text}\n`)]).toEqual([name, []]);
    }
  }
});
