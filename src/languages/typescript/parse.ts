import type { ScopeManager } from '@typescript-eslint/scope-manager';
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import ts from 'typescript';
import type { Span } from '../../core/span';
import { createConvert } from './convert';

/** A syntax tree with its scopes; a bundle of its own, reached only by dynamic import. */
export interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  /** Where the TypeScript parser stumbled. */
  readonly errors: readonly Span[];
}

/** `parseDiagnostics` is internal to TypeScript: the one cast the tolerant parser needs (test/languages/typescript/parse.test.ts). */
interface WithDiagnostics {
  parseDiagnostics: readonly { readonly start?: number; readonly length?: number }[];
}

/** Parses a text. Calls in a row on versions of one file cost less than on others. */
export type Parse = (text: string, path: string) => Parsed;

const NOWHERE: ts.LineAndCharacter = { line: 0, character: 0 };

/** A parser that remembers how it converted its last text without an error: what did not change since is copied. */
export function createParse(): Parse {
  const convert = createConvert();

  /**
   * Parses TypeScript or JavaScript as it stands while somebody types.
   * @throws when even the tolerant parser finds no tree; callers treat the text as having no code.
   */
  return (text, path) => {
    const jsx = !/\.[cm]?ts$/i.test(path);
    // A .tsx name makes the parser accept JSX; plain JavaScript may hold it too.
    const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
    const source = ts.createSourceFile(jsx ? 'file.tsx' : 'file.ts', text, options);
    const tolerant = source as unknown as WithDiagnostics;
    const errors = tolerant.parseDiagnostics.map(({ start = 0, length = 0 }) => ({ start, end: start + length }));
    // With any the converter would refuse.
    tolerant.parseDiagnostics = [];
    // Nobody reads lines and columns, and looking them up for every node is a tenth of the time.
    source.getLineAndCharacterOfPosition = () => NOWHERE;
    // Around an error the same letters may be read in another way.
    const ast = (errors.length > 0 ? createConvert() : convert)(source);
    return { ast, scopes: analyze(ast, { sourceType: 'module' }), errors };
  };
}
