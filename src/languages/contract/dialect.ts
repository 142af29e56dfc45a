import type { Span } from '../../core/span';

/** How a language spells what can be read and written without its parser. */
export interface Dialect {
  /** True for a file with code in it, also where the language parses no such file: a component of a web page. */
  isCode(path: string): boolean;

  // What is written.

  /** True when one of the tests is. */
  or(tests: readonly string[]): string;
  /** True when a value is missing: `!name`. */
  isMissing(code: string): string;
  /** Builds an object: the code of a class before its arguments. */
  construct(type: string): string;
  /** A comment as it may be in a line with code after it. */
  inlineComment(comment: string): string;
  /** The comments among the names of a callee, each after a space, to go after its new names. */
  commentsAmong(names: string): string;
  /** What follows a string that keeps its literal type: ` as const`; nothing in languages without such types. */
  readonly literalType: string;

  // What is read.

  /** What is before the name of a member of the same object, where it has to be: `this.`; else nothing. */
  readonly self: string;
  /** The source of an expression for any string, whatever it says. */
  readonly anyString: string;
  /** Code right before the quote of a string that names a module or a setting. */
  readonly beforeName: RegExp;
  /** True for a name that means no value: `undefined`. */
  isNothing(name: string): boolean;
  /** The names of members that are asked for after an offset, the nearest first; at most two. */
  membersAfter(text: string, end: number): readonly string[];
  /** True where a value is taken apart by hand at the place of its name: `conn.split(';')`, `parse(conn)`. */
  takesApart(text: string, name: Span): boolean;
  /** True for code that reads a key credential back from a client: `client.credential.accountName`. */
  readsKeyBack(text: string): boolean;
  /** True for what follows the arguments of a construction where it sets members: `) { Port = 1 }`. */
  setsMembers(behind: string): boolean;
  /** The comment that ends the line of an offset, with the spaces before it; nothing where code comes first. */
  commentAfter(text: string, offset: number): string;
  /** The white space and the comments that a text begins with. */
  spaceBefore(code: string): string;
  /**
   * The strings, comments, numbers, regular expressions and texts of markup of a text, in order. It reads what is in broken code as well as what a parser reads, and no
   * more: where it cannot tell it takes more for a string, not less.
   */
  literalsIn(text: string): readonly Literal[];
}

/** A part of code that may hold a value. */
export interface Literal {
  /** `unread` is all that follows a string that its line does not close. */
  readonly kind: 'string' | 'comment' | 'number' | 'expression' | 'text' | 'unread';
  /** Without quotes and comment marks. */
  readonly inner: Span;
  /** With them. */
  readonly outer: Span;
  /** Strings and parts of templates that are joined have the same number. */
  readonly chain: number;
}
