import type { Span } from '../../core/span';
import type { CodeNode, NameNode } from './node';
import type { SettingRead } from './setting';

export interface Reference extends Span {
  readonly node: NameNode;
  readonly write: boolean;
  /** `{ name }`: replacing the name must keep the property's name. */
  readonly shorthand: boolean;
  /** The name is in a type, not in code that runs. */
  readonly inType: boolean;
  /** What the reference does besides being read. */
  readonly role: Role;
}

/**
 * - `guard`: tested for being missing, with nothing but an exit (`throw`, `return`, `process.exit`) or a warning after the test;
 * - `asked`: tested for being there by a condition that does without it otherwise: `conn ? new Client(conn) : undefined`;
 * - `test`: tested by a condition that chooses between ways to go on;
 * - `read`: anything else.
 */
export type Role =
  | { readonly kind: 'read' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'test' }
  | {
      readonly kind: 'guard';
      /** The whole guarding statement. */
      readonly statement: Span;
      /** The operand that tests this name: `!conn`. */
      readonly operand: Span;
      /** Every operand of the condition, in order; the guard falls when all of them do. */
      readonly operands: readonly Span[];
      /** The operand asks for the form of the value, not only whether it is there: `!conn.includes("AccountName=")`. */
      readonly form: boolean;
      /**
       * Set where the statement does more than stop: the code with the secret is in it, or it only says whether there is
       * one. It stays, and tests what takes the place of the secret. `message` is the part that complains.
       */
      readonly keeps: { readonly message: Span | null } | null;
      /** Set where the guard only speaks of the name: the whole `nameof(conn)`, which may become a string. */
      readonly mention: Span | null;
    };

export interface Declaration {
  readonly kind: 'variable' | 'parameter' | 'import' | 'field' | 'function';
  readonly name: string;
  readonly nameSpan: Span;
  /** The statement, when it declares nothing else; else the part that can be deleted alone (with its comma). */
  readonly removable: Span | null;
  /** The statement the declaration is in. */
  readonly statement: Span;
  readonly initialiser: CodeNode | null;
  /** A destructured setting: `const { X } = process.env`. */
  readonly setting: SettingRead | null;
  /** The object that a name without a default takes its value from: `const { name } = settings`. */
  readonly taken: { readonly object: CodeNode; readonly name: string } | null;
  /** What a destructured setting is when it is missing: `const { X = "" } = process.env`. */
  readonly fallback: CodeNode | null;
  /** Never written after its initialiser. */
  readonly constant: boolean;
  readonly exported: boolean;
  /** Declared at the top level of the file. */
  readonly topLevel: boolean;
  /** Its type as written: `string`, `TokenCredential`. */
  readonly type: string | null;
  /** Where that is written; null for none. */
  readonly typeSpan: Span | null;
  /** Names the function or type that its initialiser is in, where code can only move within that; null where it can move. */
  readonly within: number | null;
  /** The one assignment in a constructor that a field starts with, which is its `initialiser`. */
  readonly assigned: { readonly name: Span; readonly statement: Span } | null;
  /** The type that a member belongs to, in languages whose files export types. */
  readonly owner: string | null;
  /** What is before the name wherever it is read: `this.`, or nothing. */
  readonly prefix: string;
  readonly references: readonly Reference[];
}
