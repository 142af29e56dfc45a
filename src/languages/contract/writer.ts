import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { Beside, CredentialChoice, CredentialHome } from './credential';
import type { Declaration } from './declaration';
import type { Entity } from './entity';
import type { CodeNode } from './node';
import type { VaultLoad, VaultSecret } from './vault';

/** Where an endpoint takes the place of a value that a setting may leave empty. */
export interface ValuePlace {
  /** The right side of the pattern, with `M__ENDPOINT` in it. */
  readonly pattern: string;
  /** The code that reads the setting, casts included. */
  readonly read: string;
  /** The type of the field that keeps it, as written; null where there is none. */
  readonly type: string | null;
}

/** What nothing reads any more after a change, and something read before. */
export interface Leftovers {
  readonly edits: readonly TextEdit[];
  /** Exports for `CodeWriter.imports` to drop. */
  readonly gone: readonly Entity[];
}

/** Writes code in the style of one file: its quotes, semicolons, indentation, line ends and module system. */
export interface CodeWriter {
  /** A string literal; `exact` keeps its own type where a variable would widen it, in languages that do so. */
  string(value: string, exact?: boolean): string;
  /** A string with expressions in it: texts and code, alternating as given. */
  template(parts: readonly (string | { readonly code: string })[]): string;
  /** `const name = value;`, in the manner of `like` where it must be beside that. */
  declare(name: string, value: string, like?: Declaration): string;
  /**
   * Reads a setting from the environment, as a string; `fallback` is the code of what it is when missing, or null where it
   * may be missing.
   */
  readSetting(name: string, fallback?: string | null): string;
  /**
   * Joins the language's words into a variable name in the manner of `like`: `blobEndpoint`, `BLOB_ENDPOINT`. It is free at
   * the place and where it is read, or in the whole file where no place is given.
   */
  name(words: readonly string[], like: string | null, at?: Span, read?: readonly Span[]): string;
  /** The expression that builds the credential, with the name in it that means an export, and that export. */
  credential(choice: CredentialChoice): { readonly code: string; readonly export: string; readonly entity: Entity };
  /** How the file names an export already at an offset (default: at its top level), or null when it must be imported. */
  local(entity: Entity, at?: number): string | null;
  /**
   * Edits of the imports: adds exports, drops the exports in `gone` that nothing reads any more. One without a name is
   * for the module as a whole.
   * `after` is put after the imports, for declarations that code from the offset `first` on may use.
   */
  imports(add: readonly Entity[], gone: readonly Entity[], after: string | null, first?: number): readonly TextEdit[];
  /** What goes with the code that some edits take away: imports, helpers, variables that only it has read. */
  leftovers(made: readonly TextEdit[]): Leftovers;
  /** Deletes a statement with its line, when nothing else is there. */
  removeStatement(span: Span): TextEdit;
  /** Puts a line after the statement, in its indentation. */
  insertAfter(statement: Span, line: string): TextEdit;
  readonly credentialHome: CredentialHome;
  /** Where `head(...)` goes beside calls on the same object; nothing where it is already. */
  besides(places: readonly Span[], head: string): readonly Beside[];
  /** Loads a secret from Key Vault instead of a literal, where the file's `vaultAt` says how. */
  loadFromVault(literal: CodeNode, secret: VaultSecret, choice: CredentialChoice): VaultLoad | null;
  /** Fills the configuration that a place reads from Key Vault, in languages that have one; null where it is filled. */
  openVault(place: CodeNode, address: string, choice: CredentialChoice): VaultLoad | null;
  /** An expression that may be missing, for a parameter that may not, at a place. */
  nonNull(code: string, at: Span): string;
  /** Asked where no guard stops a missing setting: does what takes the value need one, and the code not say yet that it is there? */
  needsValue(place: ValuePlace): boolean;
}
