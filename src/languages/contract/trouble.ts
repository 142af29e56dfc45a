import type { Span } from '../../core/span';

/**
 * A name that is not bound where it is:
 * - `undeclared`: nothing in the file declares it, or brings it into sight;
 * - `too-early`: it is used above its declaration, or where code runs before that;
 * - `out-of-reach`: its declaration cannot be used from there (an instance from static code);
 * - `twice`: one scope declares it twice, or an inner one again what the outer one has;
 * - `misplaced`: a declaration is where none of its kind may (an import below the code).
 */
export interface Trouble {
  readonly name: string;
  readonly why: 'undeclared' | 'too-early' | 'out-of-reach' | 'twice' | 'misplaced';
  readonly span: Span;
}
