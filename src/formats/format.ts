import type { TextEdit } from '../core/edit';
import type { Redacted } from '../core/redacted';
import type { Span } from '../core/span';

/**
 * What a setting is given: a literal, or an expression that says where the value comes from (`${X}`, `$(X)`,
 * `${{ secrets.X }}`, `@Microsoft.KeyVault(...)`, `var.x`, `listKeys(...)`). An expression may hold literal text as well.
 */
export type SettingValue =
  | { readonly kind: 'literal'; readonly value: Redacted }
  | {
      readonly kind: 'expression';
      /** The expression as it is written; quotes and escapes of the format are undone. */
      readonly value: Redacted;
      /** Names of settings, variables, parameters or secrets that it reads, as far as they are plain names. */
      readonly reads: readonly string[];
    };

/** One setting where a file declares it or passes it on. */
export interface Setting {
  readonly name: string;
  readonly value: SettingValue;
  /** The whole entry; where an entry has its own lines, with their ends. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** The value as written, quotes included. Empty where nothing is written. */
  readonly valueSpan: Span;
}

/** A change of one setting. `setting` is one of those that the text was read to before the first change. */
export type Change =
  /** Another value under the same name. */
  | { readonly kind: 'set'; readonly setting: Setting; readonly value: string }
  /** Another setting in its place. */
  | { readonly kind: 'replace'; readonly setting: Setting; readonly name: string; readonly value: string }
  /** A new setting after it, or after what took its place. */
  | { readonly kind: 'insertAfter'; readonly setting: Setting; readonly name: string; readonly value: string }
  /** A new setting at the end. */
  | { readonly kind: 'append'; readonly name: string; readonly value: string }
  /** The setting goes, with its comma and its lines. */
  | { readonly kind: 'remove'; readonly setting: Setting }
  /** The value goes, the name stays: it tells what the app needs. */
  | { readonly kind: 'blank'; readonly setting: Setting };

/** One place where settings are kept. Nothing here throws for what a text holds. */
export interface SettingsFormat {
  readonly id: string;
  handles(path: string): boolean;
  /** True for a template of settings that holds no real values: `.env.example`. */
  isExample(path: string): boolean;
  /** The settings in order, or null when the text cannot be read as this format. Linear in the text's length. */
  read(text: string): readonly Setting[] | null;
  /** The edits of one change to this text, or null when the format cannot make it. Called through `editSettings`. */
  change?(text: string, change: Change): readonly TextEdit[] | null;
  /** True for a setting that the host reads by itself: it stays although no code reads it. */
  keeps?(name: string): boolean;
  /** For masks: everything with a value, where that is more than the settings. */
  values?(text: string): readonly Setting[] | null;
  /** For masks: what is beside names and values and may hold a secret, such as comments and lines that are no setting. */
  besides?(text: string): readonly Span[];
}
