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

/** `parseDiagnostics` is internal to TypeScript: the one cast the tolerant parser needs (test/languages/typescript/parse.test.ts). */
interface WithDiagnostics {
  parseDiagnostics: readonly { readonly start?: number; readonly length?: number }[];
}

/** Parses a text. Calls in a row on versions of one file cost less than on others. */
export type Parse = (text: string, path: string) => Parsed;

const NOWHERE: ts.LineAndCharacter = { line: 0, character: 0 };

/** What changed from one text to another, as one replaced part. */
function changeOf(before: string, after: string): ts.TextChangeRange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { span: { start, length: before.length - same - start }, newLength: after.length - same - start };
}

/** A parser with the syntax tree of its last text at hand: what did not change since is taken over. */
export function createParse(): Parse {
  let last: ts.SourceFile | null = null;

  const sourceOf = (text: string, name: string): ts.SourceFile => {
    // A new tree takes the old one apart: after an error in between there is none.
    const old = last?.fileName === name ? last : null;
    last = null;
    return old
      ? ts.updateSourceFile(old, text, changeOf(old.text, text))
      : ts.createSourceFile(
          name,
          text,
          { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
          true,
        );
  };

  /**
   * Parses TypeScript or JavaScript as it stands while somebody types.
   * @throws when even the tolerant parser finds no tree; callers treat the text as having no code.
   */
  return (text, path) => {
    const jsx = !/\.[cm]?ts$/i.test(path);
    // A .tsx name makes the parser accept JSX; plain JavaScript may hold it too.
    const source = sourceOf(text, jsx ? 'file.tsx' : 'file.ts');
    const tolerant = source as unknown as WithDiagnostics;
    const { parseDiagnostics } = tolerant;
    const errors = parseDiagnostics.map(({ start = 0, length = 0 }) => ({ start, end: start + length }));
    tolerant.parseDiagnostics = [];
    // Nobody reads lines and columns, and looking them up for every node is a tenth of the time.
    source.getLineAndCharacterOfPosition = () => NOWHERE;
    const options = {
      range: true,
      loc: true,
      comment: false,
      allowInvalidAST: true,
      jsx,
      preserveNodeMaps: false,
    } as const;
    const { ast } = parseAndGenerateServices(source, options);
    tolerant.parseDiagnostics = parseDiagnostics;
    last = source;
    return { ast, scopes: analyze(ast, { sourceType: 'module' }), errors };
  };
}
