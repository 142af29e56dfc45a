import type { ProjectFile } from '../../core/files';
import type { Manifest } from '../../manifests/manifest';
import type { LanguageId } from '../../services/service';
import type { Dialect } from './dialect';
import type { CodeFile } from './file';
import type { CodeNode } from './node';
import type { CodeWriter } from './writer';

/** What a file's project says about the file. */
export interface ProjectContext {
  /** Texts of other files, as far as the workspace was asked for them. */
  readonly files: readonly ProjectFile[];
  /** Files that declare types which decide what is in sight (`Scopes.asks`), or which the new code names. */
  readonly types: readonly ProjectFile[];
  /** Names that the file exports, or that others could read, and that nothing in the workspace reads. */
  readonly unread: ReadonlySet<string>;
}

/** Which other files decide what a file of a language sees without naming it. All expressions are matched with names. */
export interface Companions {
  /** A file whose folder is a project; the nearest one above a document is its own. */
  readonly project: RegExp;
  /** Files in the folders above a project. */
  readonly above: RegExp;
  /** Files in a project. Reading every file of it would cost more than it finds. */
  readonly inside: RegExp;
  /** Folders of a project that hold no sources. */
  readonly skip: RegExp;
  /** How a text begins to declare a type of a name: `class Name`. */
  declarations(name: string): readonly string[];
  /** Types whose meaning matters wherever a migration writes code. */
  readonly types: readonly string[];
}

/** One language: how to read it and how to write it. Nothing outside `languages/<id>/` knows more. */
export interface Language {
  readonly id: LanguageId;
  /** The name of the package that holds the credentials. */
  readonly identityPackage: string;
  readonly manifest: Manifest;
  readonly dialect: Dialect;
  handles(path: string, languageId: string | undefined): boolean;
  /** Namespaces that a file sees without naming them, as its project's files tell. */
  globalNamespaces(files: readonly ProjectFile[], path: string): readonly string[];
  /** Null for a language whose files see only what they name. */
  readonly companions: Companions | null;
  /** Loads the parser on first need. */
  load(): Promise<Parser>;
}

export interface Parser {
  parse(text: string, path: string, project?: ProjectContext): CodeFile;
  writer(file: CodeFile): CodeWriter;
  /** The module of a distribution that holds an export, where a pattern does not tell: in most languages called like it. */
  moduleOf(distribution: string, name: string): string;
  /** A pattern's expression: metavariables are `M__NAME`, rests `R__NAME`. */
  parsePattern(text: string): CodeNode;
  /** It broke down: no further text can be parsed, and what it has parsed may not be asked any more. */
  readonly isLost: boolean;
  /** Takes it out of service after an error that may have broken it. */
  lose(): void;
}
