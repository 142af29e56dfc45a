import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { TextEdit } from '../../core/edit';
import type { Entity } from '../contract/entity';
import { withComma } from './declarations';
import type { Tree } from './tree';

/** Where a file imports an export under its own name, for types alone. */
export interface TypeImport {
  readonly statement: TSESTree.ImportDeclaration;
  readonly specifier: TSESTree.ImportSpecifier;
}

/** The import that brings an export as a type: the same name can mean the value, too, once it says so. */
export function typeImportOf({ ast }: Tree, { module: from, path: [name = ''] }: Entity): TypeImport | null {
  for (const statement of ast.body) {
    if (statement.type !== AST_NODE_TYPES.ImportDeclaration || statement.source.value !== from) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== AST_NODE_TYPES.ImportSpecifier || specifier.local.name !== name) continue;
      if (specifier.imported.type !== AST_NODE_TYPES.Identifier || specifier.imported.name !== name) continue;
      if (statement.importKind === 'type' || specifier.importKind === 'type') return { statement, specifier };
    }
  }
  return null;
}

/** Brings the value along: the word `type` goes, or the name goes out of a list of types and has to be imported anew. */
export function asValue({ statement, specifier }: TypeImport, text: string): { edits: TextEdit[]; brings: boolean } {
  if (specifier.importKind === 'type') {
    const span = { start: specifier.range[0], end: specifier.imported.range[0] };
    return { edits: [{ span, newText: '' }], brings: true };
  }
  if (statement.specifiers.length > 1)
    return { edits: [{ span: withComma(text, statement.specifiers, specifier), newText: '' }], brings: false };
  const [head = ''] = /^import\s+type\s+/.exec(text.slice(...statement.range)) ?? [];
  const [start] = statement.range;
  return { edits: [{ span: { start, end: start + head.length }, newText: 'import ' }], brings: true };
}
