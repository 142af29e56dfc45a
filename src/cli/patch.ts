import { structuredPatch } from 'diff';
import { headerName } from './error-name';
import type { Style } from './style';

/**
 * A unified diff of one file, as `git apply` and `patch` read it. `context` lines are round each change.
 * @param made the file is new
 */
export function unifiedDiff(
  file: string,
  before: string,
  after: string,
  made: boolean,
  context: number,
  style: Style,
): string {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context });
  if (hunks.length === 0) return '';
  const lines = [
    style.bold(made ? '--- /dev/null' : `--- ${headerName('a', file)}`),
    style.bold(`+++ ${headerName('b', file)}`),
  ];
  for (const hunk of hunks) {
    const old = rangeOf(hunk.oldStart, hunk.oldLines);
    lines.push(style.blue(`@@ -${old} +${rangeOf(hunk.newStart, hunk.newLines)} @@`));
    for (const line of hunk.lines) lines.push(paintLine(line, style));
  }
  return `${lines.join('\n')}\n`;
}

/** An empty range counts from the line before it. */
const rangeOf = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;

function paintLine(line: string, style: Style): string {
  if (line.startsWith('+')) return style.green(line);
  return line.startsWith('-') ? style.red(line) : line;
}
