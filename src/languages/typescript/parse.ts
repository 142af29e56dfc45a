import type { ScopeManager } from '@typescript-eslint/scope-manager';
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import { isNestedTooDeep, TooDeep } from '../base/nesting';
import { createReader } from './versions';

/** A syntax tree with its scopes; a bundle of its own, reached only by dynamic import. */
export interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  /** Where the TypeScript parser stumbled. */
  readonly errors: readonly Span[];
  /** Parts nest too deep to be read and are left out. */
  readonly incomplete: boolean;
}

/** Parses a text. Calls in a row on versions of one file cost less than on others. */
export type Parse = (text: string, path: string) => Parsed;

/** A parser that remembers its last text without an error. */
export function createParse(): Parse {
  const read = createReader();

  /**
   * Parses TypeScript or JavaScript as it is while somebody types.
   * @throws when even the tolerant parser finds no tree; callers treat the text as having no code.
   */
  return (text, path) => {
    if (isNestedTooDeep(text)) throw new TooDeep();
    const jsx = !/\.[cm]?ts$/i.test(path);
    // A .tsx name makes the parser accept JSX; plain JavaScript may hold it too.
    const { ast, errors, incomplete } = read(text, jsx ? 'file.tsx' : 'file.ts');
    return { ast, scopes: analyze(ast, { sourceType: 'module' }), errors, incomplete };
  };
}
