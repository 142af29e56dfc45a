import type { TextEdit } from '../core/edit';
import { editedOrNull } from '../core/edit';
import { editsBetween } from '../core/edits-between';
import type { Change, Setting, SettingsFormat } from './format';

/** Why a settings file was left as it is. */
export type Unedited = 'unreadable' | 'read-only' | 'cannot-edit' | 'cannot-read-back';

/** A settings file after changes; the edits refer to the text before the first of them and never overlap. */
export type Edited =
  | { readonly kind: 'edited'; readonly text: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'unedited'; readonly reason: Unedited };

/** A text in the middle of its changes. */
interface State {
  readonly text: string;
  readonly settings: readonly Setting[];
  /** Where the settings of the first text are now, by the offset of their name then; null for those that are gone. */
  readonly now: ReadonlyMap<number, Setting | null>;
}

/**
 * Makes changes one after the other, each on the text that the one before left, and reads every step back: the changed
 * setting has the wanted name and value, and all others are what they were. Otherwise nothing is edited, with a reason.
 */
export function editSettings(format: SettingsFormat, text: string, changes: readonly Change[]): Edited {
  const settings = format.read(text);
  if (!settings) return unedited('unreadable');
  if (!format.change) return unedited('read-only');
  let state: State = { text, settings, now: new Map(settings.map((one) => [one.nameSpan.start, one])) };
  for (const change of changes) {
    const current = currentOf(change, state);
    const edits = current && format.change(state.text, current);
    if (!edits) return unedited('cannot-edit');
    const next = changed(format, state, current, edits, 'setting' in change ? change.setting.nameSpan.start : null);
    if (!next) return unedited('cannot-read-back');
    state = next;
  }
  return { kind: 'edited', text: state.text, edits: editsBetween(text, state.text) };
}

const unedited = (reason: Unedited): Edited => ({ kind: 'unedited', reason });

/** The change with its setting as it is now; a new setting goes to the end where the one before it is gone. */
function currentOf(change: Change, { now }: State): Change | null {
  if (change.kind === 'append') return change;
  const setting = now.get(change.setting.nameSpan.start);
  if (setting) return { ...change, setting };
  return setting === null && change.kind === 'insertAfter'
    ? { kind: 'append', name: change.name, value: change.value }
    : null;
}

/** The state after one change, or null where the text does not read back as wanted. `origin` names its setting at first. */
function changed(
  format: SettingsFormat,
  state: State,
  change: Change,
  edits: readonly TextEdit[],
  origin: number | null,
): State | null {
  const text = editedOrNull(state.text, edits);
  const settings = text === null ? null : format.read(text);
  if (text === null || !settings) return null;
  const target = change.kind === 'append' || change.kind === 'insertAfter' ? null : change.setting;
  const carried = carry(state.settings, target, edits, settings);
  const fresh = carried && settings.filter((one) => !carried.fresh.has(one));
  if (!carried || !fresh || !isWanted(change, fresh)) return null;
  const now = new Map<number, Setting | null>();
  for (const [at, setting] of state.now)
    now.set(at, setting && setting !== target ? (carried.after.get(setting) ?? null) : null);
  if (target && origin !== null) now.set(origin, fresh[0] ?? null);
  return { text, settings, now };
}

/** Where the other settings are after the edits: each must be there with its name and value. */
function carry(
  before: readonly Setting[],
  target: Setting | null,
  edits: readonly TextEdit[],
  settings: readonly Setting[],
): { readonly after: ReadonlyMap<Setting, Setting>; readonly fresh: ReadonlySet<Setting> } | null {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  const places = new Map(settings.map((one) => [one.nameSpan.start, one]));
  const after = new Map<Setting, Setting>();
  let [next, moved] = [0, 0];
  for (const one of [...before].sort((a, b) => a.nameSpan.start - b.nameSpan.start)) {
    if (one === target) continue;
    const at = one.nameSpan.start;
    for (let edit = ordered[next]; edit && edit.span.end <= at; edit = ordered[++next])
      moved += edit.newText.length - (edit.span.end - edit.span.start);
    const there = places.get(at + moved);
    if (there?.name !== one.name || there.value.value.reveal() !== one.value.value.reveal()) return null;
    after.set(one, there);
  }
  return { after, fresh: new Set(after.values()) };
}

/** What is neither one of the other settings: the changed one, as it should be, and no more. */
function isWanted(change: Change, [one, ...more]: readonly Setting[]): boolean {
  if (more.length > 0) return false;
  if (change.kind === 'remove') return !one;
  const name = change.kind === 'set' || change.kind === 'blank' ? change.setting.name : change.name;
  const value = change.kind === 'blank' ? '' : change.value;
  return one?.name === name && one.value.value.reveal() === value;
}
