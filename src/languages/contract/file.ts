import type { Span } from '../../core/span';
import type { Declaration } from './declaration';
import type { Dialect } from './dialect';
import type { Entity } from './entity';
import type { Imported } from './imported';
import type { AssignNode, CallNode, CodeNode, NameNode } from './node';
import type { Parameter } from './parameter';
import type { Scopes } from './scope';
import type { SettingRead, SettingUse } from './setting';
import type { Trouble } from './trouble';
import type { VaultAccess } from './vault';

/** What a value may be; `unknown` is an honest answer. */
export type ValueType = 'string' | 'url' | 'credential' | 'other' | 'unknown';

/**
 * Where a name is: `test` asks what a value is (`is X`, `case X`, `typeof(X)`), `shared` is a type that other code goes by (a
 * signature that other files see, the elements of a collection, a base), `given` is the type of a parameter, `plain` is all else.
 */
export interface Mention extends Span {
  readonly as: 'test' | 'shared' | 'given' | 'plain';
}

/** One parsed text. Spans and nodes belong to `text`. */
export interface CodeFile {
  readonly text: string;
  /** That of its language. */
  readonly dialect: Dialect;
  /** What is before the file's own text in `text`, where data is read as code: `export default ` for JSON; else nothing. */
  readonly lead: string;
  /** The value of another file that an expression means, where the project's files hold it. */
  importedAt(node: CodeNode): Imported | null;
  /** Files that were asked for by now and are not among the project's: for each the paths it may have. */
  readonly wanted: readonly (readonly string[])[];
  /** Where the parser stumbled. Zero-length errors count as touching. */
  readonly errors: readonly Span[];
  /** The code is in a page, a component or a script: it is read there, and not rewritten. */
  readonly embedded: boolean;
  /** Parts of the code nest too deep to be read and are left out. */
  readonly incomplete: boolean;
  /** Frees what is held outside of JavaScript's memory. Nothing may be asked of the file, its nodes or its traces afterwards. */
  release(): void;
  /** Every call, construction and assignment, in order; at least those that a parsed pattern may fit. */
  readonly sites: readonly (CallNode | AssignNode)[];
  /** Packages the file imports. */
  readonly packages: ReadonlySet<string>;
  entityOf(node: CodeNode): Entity | null;
  /** May this node mean that export? For languages whose names do not tell the package it is the only answer. */
  means(node: CodeNode, entity: Entity): boolean;
  /** The comments within a place, where the language tells them from strings. */
  commentsIn(place: Span): readonly Span[];
  /** Every place that has a name, in languages whose exports have no declaration in the file; null in others. */
  mentions(name: string): readonly Mention[] | null;
  declarationOf(node: NameNode): Declaration | null;
  /** What every call of its function gives to a parameter; null where a call may be one that the file does not show. */
  parameterOf(declaration: Declaration): Parameter | null;
  settingOf(node: CodeNode): SettingRead | null;
  /** Every place that reads a setting by its name, and what the place does with it. */
  readsOf(setting: string): readonly SettingUse[];
  /** What a call of a function of the file, without arguments, returns: where that is one expression. */
  resultOf(node: CallNode): CodeNode | null;
  /** Names of all settings the file reads. */
  readonly settings: ReadonlySet<string>;
  typeOf(node: CodeNode): ValueType;
  /** The string or template around an offset that is where an expression may, or null. */
  literalAt(offset: number): CodeNode | null;
  /** The innermost statement around an offset. */
  statementAt(offset: number): Span;
  /** True when the function around a place builds a token credential on another way through. */
  inChoice(span: Span): boolean;
  /** True for code that runs on a person's device: a browser bundle. No managed identity exists there. */
  readonly clientSide: boolean;
  /** What is in sight where. */
  readonly scopes: Scopes;
  /** Names that are in use anywhere in the file. */
  readonly names: ReadonlySet<string>;
  /** What is wrong with these names, in the order of the text, as far as the file itself tells. */
  trouble(names: ReadonlySet<string>): readonly Trouble[];
  /** Top-level constants that hold a token credential already. */
  readonly credentials: readonly Declaration[];
  /** How the code could load what it needs at a place from Key Vault by itself; null where it cannot. */
  vaultAt(place: CodeNode): VaultAccess | null;
}
