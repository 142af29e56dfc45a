import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';

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

/** Where a language keeps a credential that several places of a file read. */
export type CredentialHome =
  /** In a variable of the whole file. */
  | { readonly kind: 'file' }
  /** Near the places, in languages without such variables. */
  | { readonly kind: 'places'; share(places: readonly Span[], code: string): SharedCredential };

/** A place for a call beside others on the same object. */
export interface Beside {
  /** The place whose credential the call takes. */
  readonly at: Span;
  edits(call: string): readonly TextEdit[];
}
