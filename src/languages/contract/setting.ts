import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { Role } from './declaration';

/** A read of a setting: `process.env.X`, `configuration["X"]`. */
export interface SettingRead {
  readonly origin: 'environment' | 'configuration';
  readonly name: string;
  /** The name as it is in the code, without quotes. */
  readonly nameSpan: Span;
  /** How the read becomes that of another setting: in most places another name in the place of this one. */
  readonly renamed: (name: string) => TextEdit;
  /** True for a member of an object that is filled elsewhere: no other setting can be read in its place. */
  readonly bound: boolean;
  /** True where `name` is that of a property of such an object: which setting fills it is not known. */
  readonly property: boolean;
  /** The type of what reads it says that it is there: a function that gives text and fails without it. */
  readonly certain: boolean;
}

/** A place that reads a setting, or lists its name among others that are asked for. */
export interface SettingUse {
  /** The expression that reads it; the name, where that is in a list. */
  readonly place: Span;
  /** Null for a name in a list. */
  readonly read: SettingRead | null;
  readonly nameSpan: Span;
  readonly role: Role;
  /** The place only asks whether the setting is there: `!!process.env.X`, `Boolean(process.env.X)`. */
  readonly asks: boolean;
}
