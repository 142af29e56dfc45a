import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { Declaration } from './declaration';
import type { Entity } from './entity';
import type { CodeFile } from './file';
import type { CodeNode } from './node';
import type { SettingRead } from './setting';

/** A name in a list of names (imports, a destructuring, exports, the properties of an object). */
export interface ListItem extends Span {
  /** Puts more names after it, in the manner of the list. */
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

/** A setting in a schema by which code reads the environment and checks it: `z.object({ X: z.string() }).parse(process.env)`. */
export interface ListedSetting {
  /** Another name reads nothing here: it becomes the check of the other setting, whose name the list gives it. */
  readonly read: SettingRead;
  /** Another setting may be checked the same way. */
  readonly fits: boolean;
  /** All names that the schema lists. */
  readonly names: ReadonlySet<string>;
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
  /** Set where a schema there reads the value from the environment: names are those of settings. */
  readonly listed: ListedSetting | null;
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
