import type { ProjectFile } from '../core/files';
import type { TextEdit } from '../core/edit';
import type { Span } from '../core/span';
import type { Manifest } from '../manifests/manifest';
import type { LanguageId } from '../services/service';

/**
 * The node view: all that the matcher, the tracer and the planner read of a syntax tree, the same in every language.
 * Adapters build it lazily and memoise it by native node, so two views of one node are the same object. Wrappers that do
 * not change a value (`await`, casts, `!`, parentheses) are hidden; `outer` covers them, `start`/`end` do not.
 */
export type CodeNode =
  | NameNode
  | MemberNode
  | IndexNode
  | CallNode
  | ObjectNode
  | StringNode
  | TemplateNode
  | FallbackNode
  | ConditionalNode
  | AssignNode
  | OtherNode;

interface Base extends Span {
  /** The node with the wrappers around it: what an edit that replaces the expression must cover. */
  readonly outer: Span;
}

export interface NameNode extends Base {
  readonly kind: 'name';
  readonly name: string;
}
export interface MemberNode extends Base {
  readonly kind: 'member';
  readonly object: CodeNode;
  readonly name: string;
}
export interface IndexNode extends Base {
  readonly kind: 'index';
  readonly object: CodeNode;
  readonly key: CodeNode;
}
export interface CallNode extends Base {
  readonly kind: 'call';
  readonly callee: CodeNode;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  /** Offset just after the opening parenthesis, or null for `new X` without one. */
  readonly argsStart: number | null;
}
export interface ObjectNode extends Base {
  readonly kind: 'object';
  readonly props: readonly Argument[];
}
export interface StringNode extends Base {
  readonly kind: 'string';
  readonly value: string;
}
/** A template literal, an interpolated string or a concatenation with at least one string in it. */
export interface TemplateNode extends Base {
  readonly kind: 'template';
  readonly parts: readonly (string | CodeNode)[];
}
/** `left || right`, `left ?? right`: the value, or another one when it is missing. */
export interface FallbackNode extends Base {
  readonly kind: 'fallback';
  readonly left: CodeNode;
  readonly right: CodeNode;
}
export interface ConditionalNode extends Base {
  readonly kind: 'conditional';
  readonly branches: readonly [CodeNode, CodeNode];
}
export interface AssignNode extends Base {
  readonly kind: 'assign';
  readonly target: CodeNode;
  readonly value: CodeNode;
}
export interface OtherNode extends Base {
  readonly kind: 'other';
  /** What a lambda builds, for the names in patterns. */
  readonly inside?: readonly CodeNode[];
}

/** An argument of a call or a property of an object. `start`/`end` cover the whole of it, name included. */
export interface Argument extends Span {
  readonly name: string | null;
  readonly value: CodeNode;
  readonly spread: boolean;
  /** `{ key }` for `{ key: key }`. */
  readonly shorthand: boolean;
}

/** What a name stands for outside the file: an export (and its members) of a package. */
export interface Entity {
  readonly package: string;
  /** `['BlobServiceClient', 'fromConnectionString']`; empty for the package itself. */
  readonly path: readonly string[];
  /** Where a language's namespaces are not its packages: the one that holds the export. */
  readonly namespace?: string;
}

/** A read of a setting: `process.env.X`, `configuration["X"]`. */
export interface SettingRead {
  readonly origin: 'environment' | 'configuration';
  readonly name: string;
  /** The name as it stands in the code, without quotes. */
  readonly nameSpan: Span;
  /** How the read becomes that of another setting, where another name in the place of this one will not do. */
  readonly renamed?: (name: string) => TextEdit;
  /** True for a member of an object that is filled elsewhere: no other setting can be read in its place. */
  readonly bound?: boolean;
}

export interface Reference extends Span {
  readonly node: NameNode;
  readonly write: boolean;
  /** `{ name }`: replacing the name must keep the property's name. */
  readonly shorthand: boolean;
  /** The name stands in a type, not in code that runs. */
  readonly inType: boolean;
  /** What the reference does besides being read. */
  readonly role: Role;
}

/**
 * - `guard`: tested for being missing, with nothing but an exit (`throw`, `return`, `process.exit`) behind the test;
 * - `test`: tested by a condition that chooses between ways to go on;
 * - `read`: anything else.
 */
export type Role =
  | { readonly kind: 'read' }
  | { readonly kind: 'test' }
  | {
      readonly kind: 'guard';
      /** The whole guarding statement. */
      readonly statement: Span;
      /** The operand that tests this name: `!conn`. */
      readonly operand: Span;
      /** Every operand of the condition, in order; the guard falls when all of them do. */
      readonly operands: readonly Span[];
      /** Set where the guard only speaks of the name: the whole `nameof(conn)`, which may become a string. */
      readonly mention?: Span;
    };

export interface Declaration {
  readonly kind: 'variable' | 'parameter' | 'import' | 'field' | 'function';
  readonly name: string;
  readonly nameSpan: Span;
  /** The statement, when it declares nothing else; else the part that can be deleted alone (with its comma). */
  readonly removable: Span | null;
  /** The statement the declaration stands in. */
  readonly statement: Span;
  readonly initialiser: CodeNode | null;
  /** A destructured setting: `const { X } = process.env`. */
  readonly setting: SettingRead | null;
  /** What a destructured setting is when it is missing: `const { X = "" } = process.env`. */
  readonly fallback?: CodeNode;
  /** Never written after its initialiser. */
  readonly constant: boolean;
  readonly exported: boolean;
  /** Declared at the top level of the file. */
  readonly topLevel: boolean;
  /** Its type as written: `string`, `TokenCredential`. */
  readonly type: string | null;
  /** Names the function or type that its initialiser stands in, where code can only move within that. */
  readonly within?: number;
  /** The one assignment in a constructor that a field starts with, which is its `initialiser`. */
  readonly assigned?: { readonly name: Span; readonly statement: Span };
  /** What stands before the name wherever it is read: `this.`. */
  readonly prefix?: string;
  readonly references: readonly Reference[];
}

/** What a value may be; `unknown` is an honest answer. */
export type ValueType = 'string' | 'url' | 'credential' | 'other' | 'unknown';

/** A name in a list of names (imports, a destructuring, exports, the properties of an object). */
export interface ListItem extends Span {
  /** Puts more names behind it, in the manner of the list. */
  insert(text: string): TextEdit;
  /** Takes it out of the list. */
  remove(): TextEdit;
}

/** Where a file gives a value its name for others: `export const X`, a property, an item of `export { X }`, `exports.X =`. */
export interface ExportSlot {
  /** Null for `export const X = ...`, where the declaration itself does. */
  readonly item: ListItem | null;
  /** The item's text for a name and the code of its value. */
  write(name: string, code: string): string;
}

/** A value that another file of the workspace holds, as one place of this file reads it. */
export interface Imported {
  /** The same for all that names this value. */
  readonly key: string;
  /** The other file. */
  readonly path: string;
  readonly file: CodeFile;
  /** The exported constant itself, or null where an item names a value. */
  readonly declaration: Declaration | null;
  /** The value there: the constant's initialiser, the property's value, the exported name. */
  readonly value: CodeNode;
  /** Null where no other name can be put beside this one: a default export, a property of an object with a type. */
  readonly slot: ExportSlot | null;
  /** The name that the value has there. */
  readonly name: string;
  /** Files between the two that hand the name on; `item` is null for `export *`. */
  readonly hops: readonly { readonly path: string; readonly file: CodeFile; readonly item: ListItem | null }[];
  /** Every place of this file that reads the value; the spans of references cover the last name. */
  readonly binding: Declaration;
  /** Where this file takes the name from the other one, or null where each read says the whole path. */
  readonly item: ListItem | null;
  /** The name in an import, which goes with its last read. */
  readonly entity: Entity | null;
  /** The last name at this place: what another name takes the place of. */
  readonly nameSpan: Span;
  /** How this file names the other one: `./config`. */
  readonly specifier: string;
  /** The import of the whole module that this place reads from, or null. */
  readonly root: Declaration | null;
  /** Words of which a text that reads the value holds at least one. */
  readonly words: readonly string[];
  /** True when code of another text may read the value; judged so that no reader is missed. */
  mayBeReadBy(text: string, path: string): boolean;
}

/** One parsed text. Spans and nodes belong to `text`. */
export interface CodeFile {
  readonly text: string;
  /** What stands before the file's own text in `text`, where data is read as code: `export default ` for JSON. */
  readonly lead?: string;
  /** The value of another file that an expression means, where the project's files hold it. */
  importedAt?(node: CodeNode): Imported | null;
  /** Files that were asked for by now and are not among the project's: for each the paths it may have. */
  readonly wanted?: readonly (readonly string[])[];
  /** Where the parser stumbled. Zero-length errors count as touching. */
  readonly errors: readonly Span[];
  /** Parts of the code nest too deep to be read and are left out. */
  readonly incomplete?: boolean;
  /** Frees what is held outside of JavaScript's memory. Nothing may be asked of the file, its nodes or its traces afterwards. */
  readonly release?: () => void;
  /** Every call, construction and assignment, in order; at least those that a parsed pattern may fit. */
  readonly sites: readonly (CallNode | AssignNode)[];
  /** Packages the file imports. */
  readonly packages: ReadonlySet<string>;
  entityOf(node: CodeNode): Entity | null;
  /** Asked instead of `entityOf` in languages whose names do not tell the package: may this node mean that export? */
  means?(node: CodeNode, entity: Entity): boolean;
  /** The comments within a place, where the language tells them from strings. */
  commentsIn?(place: Span): readonly Span[];
  /** Every place a name stands at, for languages whose exports have no declaration in the file. */
  mentions?(name: string): readonly Span[];
  declarationOf(node: NameNode): Declaration | null;
  settingOf(node: CodeNode): SettingRead | null;
  /** What a call of a function of the file, without arguments, returns: where that is one expression. */
  resultOf?(node: CallNode): CodeNode | null;
  /** Names of all settings the file reads. */
  readonly settings: ReadonlySet<string>;
  typeOf(node: CodeNode): ValueType;
  /** The string or template around an offset that stands where an expression may, or null. */
  literalAt(offset: number): CodeNode | null;
  /** The innermost statement around an offset. */
  statementAt(offset: number): Span;
  /** True when the function around a place builds a token credential on another way through. */
  inChoice(span: Span): boolean;
  /** True for code that runs on a person's device: a browser bundle. No managed identity exists there. */
  readonly clientSide: boolean;
  /** Names that are in use anywhere in the file. */
  readonly names: ReadonlySet<string>;
  /** What is wrong with these names, in the order of the text, as far as the file itself tells. */
  trouble(names: ReadonlySet<string>): readonly Trouble[];
  /** Top-level constants that hold a token credential already. */
  readonly credentials: readonly Declaration[];
  /** How the code could load what it needs at a place from Key Vault by itself; null where it cannot. */
  vaultAt?(place: CodeNode): VaultAccess | null;
}

/**
 * A name that is not bound where it stands:
 * - `undeclared`: nothing in the file declares it, or brings it into sight;
 * - `too-early`: it is used above its declaration, or where code runs before that;
 * - `out-of-reach`: its declaration cannot be used from there (an instance from static code);
 * - `twice`: one scope declares it twice, or an inner one again what the outer one has;
 * - `misplaced`: a declaration stands where none of its kind may (an import below the code).
 */
export interface Trouble {
  readonly name: string;
  readonly why: 'undeclared' | 'too-early' | 'out-of-reach' | 'twice' | 'misplaced';
  readonly span: Span;
}

export interface VaultAccess {
  /** At start-up: into the configuration that the code reads, or with a client in an asynchronous entry point. */
  readonly way: 'configuration' | 'client';
  /** False where the code opens the vault already. */
  readonly opens: boolean;
}

/** A secret that is to be loaded from Key Vault, once, when the code starts. */
export interface VaultSecret {
  /** Its name in the vault: letters, digits and hyphens. */
  readonly name: string;
  /** The setting that it becomes where the vault fills a configuration: `A:B` for the name `A--B`. */
  readonly setting: string;
  /** Of a variable that holds it. */
  readonly words: readonly string[];
  /** The setting with the address of the vault. */
  readonly address: string;
}

/** What loads a secret from Key Vault in the place of a literal. */
export interface VaultLoad {
  readonly edits: readonly TextEdit[];
  readonly packages: readonly string[];
  /** False where the code opened the vault before: it needs no address of it. */
  readonly opens: boolean;
}

/** How the credential of the rewritten code is built. */
export type CredentialChoice = 'DefaultAzureCredential' | 'ManagedIdentityCredential' | 'userAssigned' | 'pinned';

/** The credential at several places of a file. */
export interface SharedCredential {
  /** The code of the credential at a place. */
  codeAt(place: Span): string;
  /** Declares what the places share. */
  readonly edits: readonly TextEdit[];
  /** False when the file has it all already. */
  readonly builds: boolean;
}

/** A place for a call beside others on the same object. */
export interface Beside {
  /** The place whose credential the call takes. */
  readonly at: Span;
  edits(call: string): readonly TextEdit[];
}

/** Where an endpoint takes the place of a value that a setting may leave empty. */
export interface ValuePlace {
  /** The right side of the pattern, with `M__ENDPOINT` in it. */
  readonly pattern: string;
  /** The code that reads the setting, casts included. */
  readonly read: string;
  /** The type of the field that keeps it, as written; null where there is none. */
  readonly type: string | null;
}

/** Writes code in the style of one file: its quotes, semicolons, indentation, line ends and module system. */
export interface CodeWriter {
  /** A string literal; `exact` keeps its own type where a variable would widen it, in languages that do so. */
  string(value: string, exact?: boolean): string;
  /** A string with expressions in it: texts and code, alternating as given. */
  template(parts: readonly (string | { readonly code: string })[]): string;
  /** `const name = value;`, in the manner of `like` where it must stand beside that. */
  declare(name: string, value: string, like?: Declaration): string;
  /**
   * Reads a setting from the environment, as a string; `fallback` is the code of what it is when missing, or null where it
   * may be missing.
   */
  readSetting(name: string, fallback?: string | null): string;
  /** Joins the language's words into a variable name in the manner of `like`: `blobEndpoint`, `BLOB_ENDPOINT`. */
  name(words: readonly string[], like: string | null): string;
  /** The expression that builds the credential, and the export of the identity package it needs. */
  credential(choice: CredentialChoice): { readonly code: string; readonly export: string };
  /** How the file names an export already, or null when it must be imported. */
  local(entity: Entity): string | null;
  /**
   * Edits of the imports: adds exports, drops the exports in `gone` that nothing reads any more. One without a name stands
   * for the module as a whole.
   * `after` is put behind the imports, for declarations everything may use.
   */
  imports(add: readonly Entity[], gone: readonly Entity[], after: string | null): readonly TextEdit[];
  /** Deletes a statement with its line, when nothing else stands there. */
  removeStatement(span: Span): TextEdit;
  /** Puts a line behind the statement, in its indentation. */
  insertAfter(statement: Span, line: string): TextEdit;
  /** For languages without variables for the whole file: where the credential of each place stands. */
  shareCredential?(places: readonly Span[], code: string): SharedCredential;
  /** Where `head(...)` goes beside calls on the same object; nothing where it stands already. */
  besides?(places: readonly Span[], head: string): readonly Beside[];
  /** Loads a secret from Key Vault instead of a literal, where the file's `vaultAt` says how. */
  loadFromVault?(literal: CodeNode, secret: VaultSecret, choice: CredentialChoice): VaultLoad | null;
  /** Fills the configuration that a place reads from Key Vault, in languages that have one; null where it is filled. */
  openVault?(place: CodeNode, address: string, choice: CredentialChoice): VaultLoad | null;
  /** An expression that may be missing, for a parameter that may not. */
  nonNull?(code: string): string;
  /** Asked where no guard stops a missing setting: does what takes the value need one, and the code not say yet that it is there? */
  needsValue?(place: ValuePlace): boolean;
  /** True when one of the tests is. */
  or(tests: readonly string[]): string;
  /** Builds an object: the code of a class before its arguments. */
  construct(type: string): string;
  /** A comment as it may stand in a line with code after it. */
  inlineComment(comment: string): string;
  /** The comments among the names of a callee, each after a space, to go behind its new names. */
  commentsAmong(names: string): string;
}

/** What a file's project says about the file. */
export interface ProjectContext {
  /** Texts of other files, as far as the workspace was asked for them. */
  readonly files: readonly ProjectFile[];
  /** Names that the file exports, or that others could read, and that nothing in the workspace reads. */
  readonly unread?: ReadonlySet<string>;
}

/** One language: how to read it and how to write it. Nothing outside `languages/<id>/` knows more. */
export interface Language {
  readonly id: LanguageId;
  /** The name of the package that holds the credentials. */
  readonly identityPackage: string;
  readonly manifest: Manifest;
  handles(path: string, languageId: string | undefined): boolean;
  /** Namespaces that a file sees without naming them, as its project's files tell. */
  globalNamespaces?(files: readonly ProjectFile[], path: string): readonly string[];
  /** Loads the parser on first need. */
  load(): Promise<Parser>;
}

export interface Parser {
  parse(text: string, path: string, project?: ProjectContext): CodeFile;
  writer(file: CodeFile): CodeWriter;
  /** A pattern's expression: metavariables are `M__NAME`, rests `R__NAME`. */
  parsePattern(text: string): CodeNode;
  /** It broke down: no further text can be parsed, and what it has parsed may not be asked any more. */
  readonly isLost?: boolean;
  /** Takes it out of service after an error that may have broken it. */
  lose?(): void;
}
