import { applyEdits } from '../../src/core/edit';
import { editSettings } from '../../src/formats/edit';
import type { Change, Setting, SettingsFormat } from '../../src/formats/format';

/** Changes of one setting, by what they do. */
export const changes: readonly ((setting: Setting, given: string) => Change)[] = [
  (setting, given) => ({ kind: 'set', setting, value: given }),
  (setting, given) => ({ kind: 'replace', setting, name: `${setting.name}__other`, value: given }),
  (setting, given) => ({ kind: 'insertAfter', setting, name: 'INSERTED_ONE', value: given }),
  (_, given) => ({ kind: 'append', name: 'APPENDED_ONE', value: given }),
  (setting) => ({ kind: 'remove', setting }),
  (setting) => ({ kind: 'blank', setting }),
];

const named = (settings: readonly Setting[]): string[] =>
  settings.map((one) => `${one.name}=${one.value.value.reveal()}`);

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);

/**
 * What a change of one setting breaks, in words without a value; null for a change that is right, and `unedited` for one that the
 * format refuses.
 */
export function brokenBy(
  format: SettingsFormat,
  text: string,
  settings: readonly Setting[],
  setting: Setting,
  change: Change,
): string | null {
  const edited = editSettings(format, text, [change]);
  if (edited.kind !== 'edited') return 'unedited';
  if (applyEdits(text, edited.edits) !== edited.text) return 'the edits do not make the text';
  // What the edits do not touch is in both texts, in order.
  let [from, to] = [0, 0];
  for (const { span, newText } of [...edited.edits].sort((a, b) => a.span.start - b.span.start)) {
    if (edited.text.slice(to, to + span.start - from) !== text.slice(from, span.start))
      return 'other characters changed';
    to += span.start - from + newText.length;
    from = span.end;
  }
  if (edited.text.slice(to) !== text.slice(from)) return 'other characters changed';
  const others = named(settings.filter((other) => other !== setting));
  const after = named(format.read(edited.text) ?? []).filter((each) => others.includes(each));
  // One that is the same as the changed one was may be there once less.
  if (!same(after, others) && !named([setting]).some((one) => others.includes(one))) return 'another setting changed';
  if (edited.text.startsWith('\uFEFF') !== text.startsWith('\uFEFF')) return 'the byte order mark changed';
  const onlyCrLf = (one: string): boolean => !/[\r\n]/.test(one.replaceAll('\r\n', ''));
  if (text.includes('\r\n') && onlyCrLf(text) && !onlyCrLf(edited.text)) return 'the line ends changed';
  return null;
}
