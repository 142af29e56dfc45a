import { baseName } from '../core/document';
import type { Span } from '../core/span';
import type { Setting, SettingsFormat } from './format';
import { commandValue, pairSettings } from './inline';
import { linesIn } from './lines';

/** `export X=`, `X=`, `$env:X =`, `set X=`, up to the value. */
const ASSIGNMENT =
  /^[ \t]{0,99}(?:(?:export|declare -x|readonly|local|set|setx|env)[ \t]{1,99}|\$env:|\$\{env:)?(?<name>[A-Za-z_]\w{0,200})\}?[ \t]?=[ \t]?/d;

/** Options of the Azure CLI whose arguments are settings: `--settings X=Y "A=B"`. */
const OPTIONS =
  /(?:^|\s)(?:--(?:settings|slot-settings|app-settings|env-vars|set-env-vars|replace-env-vars|environment-variables|secure-environment-variables|secrets|build-arg)|-e|--env)(?=[\s=])/g;

/** A value without quotes: up to white space, a semicolon, an operator. */
const BARE = /[^\s;&|<>"'`]*/y;

/** The value at a place as it is written: in quotes, over several lines if need be, or one word. */
function writtenAt(text: string, start: number): string {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    // Every opening quote ends the search of the one before it: linear over a whole file.
    let end = text.indexOf(quote, start + 1);
    while (quote === '"' && end > 0 && text[end - 1] === '\\') end = text.indexOf(quote, end + 1);
    if (end > 0) return text.slice(start, end + 1);
  }
  const call = /^\$\([^\r\n]{0,500}/.exec(text.slice(start, start + 502));
  if (call) return call[0];
  BARE.lastIndex = start;
  return BARE.exec(text)?.[0] ?? '';
}

/** Settings that commands set, in a part of a text. */
export function shellSettings(text: string, span: Span = { start: 0, end: text.length }): Setting[] {
  const found: Setting[] = [];
  for (const line of logicalLines(text, span)) {
    const part = text.slice(line.start, line.end);
    const hit = ASSIGNMENT.exec(part);
    const name = hit?.indices?.groups?.['name'];
    if (hit && name) found.push(assignment(text, line, hit[0].length, name));
    for (const option of part.matchAll(OPTIONS)) {
      const start = line.start + option.index + option[0].length;
      const rest = text.slice(start, line.end);
      // Up to the next option.
      const end = start + (/\s-{1,2}[A-Za-z]/.exec(rest)?.index ?? rest.length);
      found.push(...pairSettings(text, { start, end }));
    }
  }
  return found;
}

function assignment(text: string, line: Span, offset: number, name: readonly [number, number]): Setting {
  const start = line.start + offset;
  const written = writtenAt(text, start);
  const nameSpan = { start: line.start + name[0], end: line.start + name[1] };
  return {
    name: text.slice(nameSpan.start, nameSpan.end),
    value: commandValue(written),
    span: { start: line.start, end: Math.max(line.end, start + written.length) },
    nameSpan,
    valueSpan: { start, end: start + written.length },
  };
}

/** Lines with those that a backslash or backtick at the end continues; comments are left out. */
function* logicalLines(text: string, { start, end }: Span): Generator<Span> {
  let open: number | null = null;
  for (const line of linesIn(text.slice(start, end))) {
    const from: number = open ?? start + line.start;
    if (open === null && /^\s*#/.test(line.text)) continue;
    if (/[\\`]$/.test(line.text) && start + line.next < end) {
      open = from;
      continue;
    }
    open = null;
    yield { start: from, end: start + line.end };
  }
}

/** Scripts of a shell or of PowerShell, `.envrc`. */
export const shell: SettingsFormat = {
  id: 'shell',
  handles: (path) => /\.(?:sh|bash|zsh|ps1|psm1|cmd|bat)$|^\.envrc$/i.test(baseName(path)),
  isExample: () => false,
  read: (text) => (text.includes('\0') ? null : shellSettings(text)),
};
