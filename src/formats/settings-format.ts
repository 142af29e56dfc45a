import type { TextEdit } from '../core/edit';
import type { Redacted } from '../core/redacted';
import type { Span } from '../core/span';

/** One setting in a settings file. */
export interface Setting {
  readonly name: string;
  readonly value: Redacted;
  /** The whole entry, line end included. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** The value as written, quotes included. */
  readonly valueSpan: Span;
}

/** One config format: reads settings with ranges and edits them. */
export interface SettingsFormat {
  readonly id: string;
  handles(path: string): boolean;
  /** True for a template of settings that holds no real values: `.env.example`. */
  isExample(path: string): boolean;
  /** Null when the text cannot be read as this format: nothing is edited then. */
  read(text: string): readonly Setting[] | null;
  replace(text: string, setting: Setting, name: string, value: string): readonly TextEdit[];
  insertAfter(text: string, setting: Setting, name: string, value: string): readonly TextEdit[];
  append(text: string, name: string, value: string): readonly TextEdit[];
  remove(text: string, setting: Setting): readonly TextEdit[];
  /** True for a setting that the host reads by itself: it stays although no code reads it. */
  keeps?(name: string): boolean;
}
