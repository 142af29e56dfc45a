// Reads real settings files and changes each of their settings in every way, against the same rules as the property test.
//   node scripts/ts.mjs test/formats/real-files.ts FOLDER...
// Prints a table by format; a file that breaks a rule is named with what broke, never with a value.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Setting, SettingsFormat } from '../../src/formats/format';
import { formatOf } from '../../src/formats/index';
import { brokenBy, changes } from './byte-exact';

/** Settings of one file that are changed. */
const MOST = 25;

const rows = new Map<string, { files: number; settings: number; unreadable: number; edits: number; refused: number }>();
const broken: string[] = [];

const variants = (text: string): readonly (readonly [string, string])[] => {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return [
    ['as it is', text],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['with a mark', `\uFEFF${plain}`],
    ['with tabs', plain.replace(/^ {2,}/gm, (blank) => '\t'.repeat(Math.ceil(blank.length / 2)))],
  ];
};

const row = (id: string) => {
  const made = rows.get(id) ?? { files: 0, settings: 0, unreadable: 0, edits: 0, refused: 0 };
  rows.set(id, made);
  return made;
};

const isInside = ({ span, nameSpan, valueSpan }: Setting, text: string): boolean =>
  [span, nameSpan, valueSpan].every(({ start, end }) => 0 <= start && start <= end && end <= text.length);

function check(file: string, how: string, text: string, format: SettingsFormat): void {
  const counts = row(format.id);
  const settings = format.read(text);
  if (settings === null) {
    counts.unreadable += 1;
    return;
  }
  counts.settings += settings.length;
  const names = text.length;
  for (const setting of settings.slice(0, MOST)) {
    if (!isInside(setting, text)) broken.push(`${file} ${how}: a span is outside of its ${String(names)} characters`);
    if (!format.change) continue;
    for (const change of changes) {
      const what = change(setting, 'abc');
      const trouble = brokenBy(format, text, settings, setting, what);
      if (trouble === 'unedited') counts.refused += 1;
      else counts.edits += 1;
      if (trouble !== null && trouble !== 'unedited') broken.push(`${file} ${how}: ${what.kind}: ${trouble}`);
    }
  }
}

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    const format = await formatOf(name);
    if (!format) continue;
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      continue;
    }
    row(format.id).files += 1;
    for (const [how, one] of variants(text)) check(name, how, one, format);
  }
}
console.log(
  '| format | files | settings read | not readable | edits | refused |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [id, { files, settings, unreadable, edits, refused }] of [...rows].sort())
  console.log(`| ${[id, files, settings, unreadable, edits, refused].map(String).join(' | ')} |`);
for (const line of broken) console.log(line);
console.log(`${String(broken.length)} broken`);
process.exitCode = broken.length > 0 ? 1 : 0;
