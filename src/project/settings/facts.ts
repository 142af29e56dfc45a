import type { LineRange } from '../../core/lines';
import type { Span } from '../../core/span';
import type { Nearness } from '../nearness';
import type { Project } from '../project';

/** What a setting's value is. The value itself is never part of it. */
export type ValueKind =
  /** `secret` is the kind of the secret: `storage-account-key`. */
  | { readonly kind: 'secret'; readonly secret: string }
  /** `reference`: says where the value is (`${X}`, a Key Vault reference); `other`: none of these. */
  | { readonly kind: 'endpoint' | 'emulator' | 'placeholder' | 'reference' | 'empty' | 'other' };

/** A file that gives a setting a value. */
export interface Declaration {
  readonly path: string;
  /** As it is written there: `ConnectionStrings:Storage`, `ConnectionStrings__Storage`. */
  readonly name: string;
  /** The name in the file. */
  readonly at: LineRange;
  readonly value: ValueKind;
  /** A template for people, without real values. */
  readonly example: boolean;
  readonly nearness: Nearness;
  readonly project: Project | null;
}

/**
 * What reads or passes on a setting. `host`: the Functions host or a library, by itself; `schema` and `type`: declare that the
 * setting is there; `code`: anything else that mentions the name.
 */
export type ReaderKind =
  | 'code'
  | 'binding'
  | 'host'
  | 'schema'
  | 'type'
  | 'compose'
  | 'kubernetes'
  | 'workflow'
  | 'pipeline'
  | 'template'
  | 'script';

export interface Reader {
  readonly path: string;
  readonly kind: ReaderKind;
  /** Where the name is mentioned; empty for what reads it without a mention. */
  readonly spans: readonly Span[];
  /** The first of them; null where there is none. */
  readonly at: LineRange | null;
  /** True when only a part of the name is there, or where it may be another thing of that name. */
  readonly doubtful: boolean;
  readonly nearness: Nearness;
  readonly project: Project | null;
}

export interface SettingFacts {
  /** Ordered by path. */
  readonly declarations: readonly Declaration[];
  /** Ordered by path; those in the document that was asked for included. */
  readonly readers: readonly Reader[];
  /** Prose that names the setting: no readers. */
  readonly docs: readonly string[];
  /** False when a limit or a file that could not be read ended the search: there may be more readers. */
  readonly complete: boolean;
}
