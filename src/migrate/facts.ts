import type { Message } from '../core/message';
import type { Blocker } from './uses';

/** Where code runs, with what tells so. `unknown` is an honest answer and stops nothing. */
export interface RunsIn {
  readonly kind: 'server' | 'function' | 'browser' | 'edge' | 'mobile' | 'desktop' | 'test' | 'unknown';
  /** "@angular/core in package.json"; null where nothing tells. */
  readonly evidence: Message | null;
}

/** A settings file of the project that declares a setting, with what its value is. */
export interface DeclaredSetting {
  readonly path: string;
  readonly value: 'secret' | 'endpoint' | 'emulator' | 'placeholder' | 'reference' | 'empty' | 'other';
  /** A template of settings that holds no real values: `.env.example`. */
  readonly example: boolean;
}

/** Something besides the migrated code that reads or lists a setting. */
export interface SettingReader {
  readonly path: string;
  readonly kind: string;
}

export interface SettingUsage {
  readonly declarations: readonly DeclaredSetting[];
  readonly readers: readonly SettingReader[];
  /** Every reader is known. */
  readonly complete: boolean;
}

/** What the project tells about one document, gathered before a judge is asked: data only. */
export interface Facts {
  readonly runsIn: RunsIn;
  /** By the name that the code reads. */
  readonly settings: ReadonlyMap<string, SettingUsage>;
  /** Code in other files that needs the key of a client which this file makes. */
  readonly blockers: readonly (Blocker & { readonly path: string })[];
  /** Other files that the facts depend on: a change there may change them. */
  readonly needs: readonly string[];
}

/** For a document that stands alone. */
export const noFacts: Facts = {
  runsIn: { kind: 'unknown', evidence: null },
  settings: new Map(),
  blockers: [],
  needs: [],
};
