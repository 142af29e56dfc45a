import type { TextEdit } from '../../core/edit';
import type { ListItem } from '../contract/imported';
import { withComma } from './declarations';
import type { Node } from './tree';

/** One of a comma-separated list: new ones come after it, on a line of their own where it has one. */
export function listItem(text: string, items: readonly Node[], item: Node): ListItem {
  const [start, end] = item.range;
  const line = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    start,
    end,
    insert: (added): TextEdit => ({
      span: { start: end, end },
      newText: line ? `,${eol}${line[1] ?? ''}${added}` : `, ${added}`,
    }),
    remove: () => ({ span: withComma(text, items, item), newText: '' }),
  };
}

/** A statement that names one value: `exports.X = ...;` */
export function statementItem(text: string, statement: Node): ListItem {
  const [start, end] = statement.range;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    start,
    end,
    insert: (added) => ({ span: { start: end, end }, newText: eol + indent + added }),
    remove: () => ({
      span: { start: text.slice(line, start).trim() === '' ? line : start, end: end + rest },
      newText: '',
    }),
  };
}
