import { unquoted } from '../core/trailing';
import { baseName } from '../core/document';
import { hiddenInComment } from './comments';
import { valueOf } from './expression';
import type { Setting, SettingsFormat } from './format';
import { linesIn } from './lines';

const SECTION = /^[ \t\uFEFF]{0,99}\[([^\]\r\n]{1,200})\]/;
const ENTRY =
  /^[ \t\uFEFF]{0,99}(?<name>[^\s=:#;[\]](?:[^=:\r\n]{0,20000}?[^=:\s])?)[ \t]{0,99}[=:][ \t]{0,99}(?<value>[^\r\n]{0,20000})$/d;

/** `*.ini`, `config.cfg`: names are joined with their section by `:`, as .NET's configuration does it. */
export const ini: SettingsFormat = {
  id: 'ini',
  handles: (path) => /\.ini$|^(?:config|settings|app)\.(?:cfg|conf)$/i.test(baseName(path)),
  isExample: (path) => /[.-](?:example|sample|template|dist)\.ini$|\.ini\.(?:example|dist)$/i.test(baseName(path)),
  read(text) {
    if (text.includes('\0')) return null;
    let section = '';
    return [...linesIn(text)].flatMap(({ text: line, start, next }): Setting[] => {
      const head = SECTION.exec(line);
      if (head) {
        section = `${head[1] ?? ''}:`;
        return [];
      }
      const hit = ENTRY.exec(line);
      const [name, value] = [hit?.indices?.groups?.['name'], hit?.indices?.groups?.['value']];
      if (!hit || !name || !value) return [];
      const written = line.slice(value[0], value[1]).trimEnd();
      return [
        {
          name: section + line.slice(name[0], name[1]),
          value: valueOf(unquoted(written, `"'`) ?? written),
          span: { start, end: next },
          nameSpan: { start: start + name[0], end: start + name[1] },
          valueSpan: { start: start + value[0], end: start + value[0] + written.length },
        },
      ];
    });
  },
  besides: (text) =>
    [...linesIn(text)].flatMap((line) => (/^[ \t]*[#;]/.test(line.text) ? hiddenInComment(text, line) : [])),
};
