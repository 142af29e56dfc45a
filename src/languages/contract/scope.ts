import type { Span } from '../../core/span';
import type { Entity } from './entity';

/**
 * What a language knows of the names at a place. Whoever puts a name into code asks it; nothing else guesses. Offsets are UTF-16
 * units into the file's text.
 */
export interface Scopes {
  /** What a name means at a place, or null where nothing of that name is in sight. */
  meaning(name: string, at: number): Meaning | null;
  /** Which names are in sight at a place, or would be in the way of a declaration there further in. */
  names(at: number): Pick<ReadonlySet<string>, 'has'>;
  /** The places in code that may mean a variable or member of a name: no comments, no parts of the names of packages. */
  mentions(name: string): readonly Span[];
  /** How far a variable that is declared at a place may be seen. Two of them never meet where these do not overlap. */
  reach(at: number): Span;
  /** What the code at a place runs in. */
  place(at: number): Surroundings;
  /**
   * True where an import may bring an export into the file under its own name: nothing there, or at the offset where it is to
   * be named, means something else by it.
   */
  mayBring(entity: Entity, at?: number): boolean;
  /**
   * Types of other files of the project that decide what is in sight in this one, as far as they are not among
   * `ProjectContext.types`: those that its types are derived from.
   */
  readonly asks: readonly string[];
}

/** What a name means at a place. */
export interface Meaning {
  readonly name: string;
  readonly way: Way;
  /** Where it is declared in this file; null for what another file declares. */
  readonly span: Span | null;
  /** False where it may not have been given its value when the code at the place runs. */
  readonly assigned: boolean;
  /** False where the place may not use it: an instance member in static code, `out` in a lambda. */
  readonly usable: boolean;
}

/**
 * The way on which a name is reached:
 * - `local`, `parameter`: of the function that the place is in;
 * - `captured`: a local or a parameter of a function around that one;
 * - `member`: of the type that the place is in; `outer`: of a type around it; `inherited`: of a base type, also of another file;
 * - `type`: a type; `alias`: a name that an import or a `using` gives; `module`: declared at the top level of the file;
 * - `global`: there without an import.
 */
export type Way =
  'local' | 'parameter' | 'captured' | 'member' | 'outer' | 'inherited' | 'type' | 'alias' | 'module' | 'global';

/** What the code at a place runs in. */
export interface Surroundings {
  /** The innermost function; null outside all of them. */
  readonly within: 'method' | 'lambda' | 'local function' | 'constructor' | 'accessor' | null;
  /** It has no `this`. */
  readonly static: boolean;
  /** It runs once for each turn of a loop. */
  readonly loop: boolean;
  /** It is data for others to translate, which only some expressions can be. */
  readonly expressionTree: boolean;
  /** An argument of `: base(...)` or `super(...)`, where the object is not there yet. */
  readonly beforeBase: boolean;
  /** The initialiser of a field or a property. */
  readonly initialiser: boolean;
  /** Whether the compiler looks for missing values here. */
  readonly nullable: boolean;
}
