import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { Beside } from '../../languages/contract/credential';
import type { Declaration } from '../../languages/contract/declaration';
import type { Entity } from '../../languages/contract/entity';
import type { CodeFile } from '../../languages/contract/file';
import type { ImportedTrace } from '../../languages/trace';
import type { Service } from '../../services/service';

/** The code part of a migration, as far as the passes have come. Nothing in it changes: each pass returns a new one. */
export interface Draft {
  /** Edits of the file. What is inserted at one place stays in this order. */
  readonly edits: readonly TextEdit[];
  readonly credential: Credential | null;
  /** Calls that give the credential to the objects some uses are on. */
  readonly extraCalls: readonly ExtraCall[];
  /** Variables with an endpoint that take the place of variables with the secret. */
  readonly endpoints: readonly Endpoint[];
  /** Declarations that the new code reads less often than the old one, each once. */
  readonly reached: readonly Declaration[];
  /** Code that goes: what it reads is read no longer. */
  readonly dropped: readonly Span[];
  /** Those of the reached declarations that nothing but guards reads any more. */
  readonly unread: ReadonlySet<Declaration>;
  /** Secrets that other files hold and this one imports. */
  readonly imported: readonly ImportedSecret[];
  /** Exports that the new code needs in sight. */
  readonly added: readonly Entity[];
  /** Exports that no code names any more. */
  readonly gone: readonly Entity[];
  /** The other files of code that change with this one, or keep a secret that something else may read. */
  readonly others: readonly OtherFile[];
  readonly settings: readonly SettingChange[];
  /** Packages that the project must have. */
  readonly packages: readonly string[];
}

export const emptyDraft: Draft = {
  edits: [],
  credential: null,
  extraCalls: [],
  endpoints: [],
  reached: [],
  dropped: [],
  unread: new Set(),
  imported: [],
  added: [],
  gone: [],
  others: [],
  settings: [],
  packages: [],
};

/** The credential of the rewritten code. */
export interface Credential {
  /** The code of the credential at a place. */
  readonly codeAt: (place: Span) => string;
  /** The statement that declares it after the imports, where the file has none. */
  readonly declaration: string | null;
  /** The class that the code at each place builds, as the file names it; null where that reads a variable. */
  readonly builds: string | null;
  /** A variable of the file that holds it now, in the place of the key credential. */
  readonly revalued: Declaration | null;
}

export interface ExtraCall {
  /** The call, with `$CREDENTIAL` in it. */
  readonly call: string;
  readonly beside: Beside;
}

/** A variable with the endpoint of a service, next to the declaration of the secret or in its place. */
export interface Endpoint {
  readonly declaration: Declaration;
  readonly service: Service;
  readonly name: string;
  readonly value: string;
}

/** A secret that another file holds and this one imports. */
export interface ImportedSecret {
  readonly importedTrace: ImportedTrace;
  /** What the other file exports in its place. */
  readonly endpoints: readonly ImportedEndpoint[];
  /** Nothing in this file reads the secret any more. */
  readonly unread: boolean;
}

/** The name under which another file exports the endpoint of a service. */
export interface ImportedEndpoint {
  readonly service: Service;
  readonly name: string;
}

/** Another file of code that a migration edits. */
export interface OtherFile {
  readonly path: string;
  readonly file: CodeFile;
  readonly edits: readonly TextEdit[];
  /** Names of secrets that stay, because something else reads them or may do so. */
  readonly stays: readonly string[];
}

/** A setting the code read before, and the one it reads after (null: nothing takes its place). */
export interface SettingChange {
  readonly service: Service;
  readonly from: string;
  readonly to: string | null;
  /** `from` is a property of an options object: which setting fills it is not known. */
  readonly property: boolean;
}
