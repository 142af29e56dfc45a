import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';

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
