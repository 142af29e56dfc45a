import type { Change, Setting, SettingsFormat } from '../../../src/formats/format';
import { valueOf } from '../../../src/formats/expression';

const ENTRY = /^(\w{1,100}) => (.*)$/gm;

/** `*.arrows`: `NAME => value`, one a line. A format as it would be in `src/formats/`. */
export const arrows: SettingsFormat = {
  id: 'arrows',
  handles: (path) => path.endsWith('.arrows'),
  isExample: () => false,
  read: (text) =>
    [...text.matchAll(ENTRY)].map(({ index, 0: line, 1: name = '', 2: value = '' }): Setting => {
      const end = index + line.length;
      return {
        name,
        value: valueOf(value),
        span: { start: index, end: end + 1 },
        nameSpan: { start: index, end: index + name.length },
        valueSpan: { start: end - value.length, end },
      };
    }),
  change: (_text, change) => edits(change),
};

const line = ({ name, value }: { readonly name: string; readonly value: string }): string => `${name} => ${value}\n`;

function edits(change: Change): ReturnType<NonNullable<SettingsFormat['change']>> {
  switch (change.kind) {
    case 'replace':
      return [{ span: change.setting.span, newText: line(change) }];
    case 'insertAfter':
      return [{ span: { start: change.setting.span.end, end: change.setting.span.end }, newText: line(change) }];
    case 'set':
      return [{ span: change.setting.valueSpan, newText: change.value }];
    case 'remove':
      return [{ span: change.setting.span, newText: '' }];
    case 'blank':
      return [{ span: change.setting.valueSpan, newText: '' }];
    case 'append':
      return null;
  }
}
