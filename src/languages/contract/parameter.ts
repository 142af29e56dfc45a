import type { Span } from '../../core/span';
import type { Argument } from './node';

/** A parameter of a function of the file, together with every call that gives it a value. */
export interface Parameter {
  /** The name under which code of other files may call the function, as `Class.Member` for a member; null where none can. */
  readonly exported: string | null;
  /** Where its name is besides its declaration and its references: labels at calls, members of a type. */
  readonly labels: readonly Span[];
  /** Every list that it is in, of parameters, properties or members of a type, and its own item there. */
  readonly lists: readonly ParameterList[];
  /** What each call gives it, in the order of the text; at least one. */
  readonly given: readonly Given[];
  /** What the documentation of the function says of it; null for nothing. */
  readonly doc: ParameterDoc | null;
}

export interface ParameterList {
  readonly items: readonly Span[];
  readonly own: Span;
}

/** A value that a call gives a parameter, and its neighbours there. */
export interface Given {
  readonly own: Argument;
  readonly all: readonly Argument[];
}

/** An entry of a documentation. */
export interface ParameterDoc {
  /** All of it, with its line end. */
  readonly whole: Span;
  readonly name: Span;
  /** What is said of the parameter. */
  readonly text: Span;
}
