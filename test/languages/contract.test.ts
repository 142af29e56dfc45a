import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../src/languages/contract/', import.meta.url);

/** The optional members of the types that a file declares, by where they are: `file.ts: CodeFile.lead`. */
function optionalIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, FOLDER), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node, owner: string): void => {
    const name = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? node.name.text : owner;
    if ((ts.isPropertySignature(node) || ts.isMethodSignature(node)) && node.questionToken)
      found.push(`${file}: ${name}.${node.name.getText()}`);
    node.forEachChild((child) => {
      visit(child, name);
    });
  };
  visit(source, '');
  return found;
}

describe('the contract of languages', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

  it('is in small files', () => {
    for (const file of files) expect(readFileSync(new URL(file, FOLDER), 'utf8').length, file).toBeLessThan(6000);
  });

  // Who has nothing to say takes the answers of `languages/base/plain.ts`, so that nobody has to ask twice.
  it('has no optional members', () => {
    expect(files.flatMap(optionalIn)).toEqual([]);
  });
});
