import type { ScopeManager } from '@typescript-eslint/scope-manager';
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { parseAndGenerateServices } from '@typescript-eslint/typescript-estree';
import ts from 'typescript';
import type { Span } from '../../core/span';

/** A syntax tree with its scopes; a bundle of its own, reached only by dynamic import. */
export interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  /** Where the TypeScript parser stumbled, saved before its diagnostics were cleared. */
  readonly errors: readonly Span[];
}

/** `parseDiagnostics` is internal to TypeScript: the one cast the tolerant parser needs (test/languages/typescript/parse). */
interface WithDiagnostics {
  parseDiagnostics: readonly { readonly start?: number; readonly length?: number }[];
}

/**
 * Parses TypeScript or JavaScript as it stands while somebody types.
 * @throws when even the tolerant parser finds no tree; callers treat the text as having no code.
 */
export function parse(text: string, path: string): Parsed {
  const jsx = !/\.[cm]?ts$/i.test(path);
  // A .tsx name makes the parser accept JSX; plain JavaScript may hold it too.
  const source = ts.createSourceFile(
    jsx ? 'file.tsx' : 'file.ts',
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
  );
  const tolerant = source as unknown as WithDiagnostics;
  const errors = tolerant.parseDiagnostics.map(({ start = 0, length = 0 }) => ({ start, end: start + length }));
  tolerant.parseDiagnostics = [];
  const options = {
    range: true,
    loc: true,
    comment: false,
    allowInvalidAST: true,
    jsx,
    preserveNodeMaps: false,
  } as const;
  const { ast } = parseAndGenerateServices(source, options);
  return { ast, scopes: analyze(ast, { sourceType: 'module' }), errors };
}
