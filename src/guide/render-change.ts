import type { TextEdit } from '../core/edit';
import type { Message } from '../core/message';
import { say } from '../core/message';
import { linesOf } from '../core/lines';
import { escapeHtml } from './render-html';

/** A stretch of lines that changes. Texts hold no line break. */
export interface Hunk {
  /** Of its first line before the change; counts from 0. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The lines that edits change. `before` and `after` are the texts to show: they may differ from those the edits were made
 * for inside their lines (masked values), never in their number.
 * @param original the text the edits refer to
 * @param changed the text after the edits
 */
export function hunksOf(
  original: string,
  changed: string,
  edits: readonly TextEdit[],
  before: string,
  after: string,
): Hunk[] {
  const [from, to] = [linesOf(original), linesOf(changed)];
  const lineOf = (lines: ReturnType<typeof linesOf>, offset: number): number => lines.positionAt(offset).line;
  const ranges: { first: number; last: number; newFirst: number; newLast: number }[] = [];
  let moved = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + moved;
    const range = {
      first: lineOf(from, span.start),
      last: lineOf(from, span.end),
      newFirst: lineOf(to, start),
      newLast: lineOf(to, start + newText.length),
    };
    moved += newText.length - (span.end - span.start);
    const previous = ranges.at(-1);
    if (previous !== undefined && range.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, range.last);
      previous.newLast = Math.max(previous.newLast, range.newLast);
    } else ranges.push(range);
  }
  const split = (text: string): string[] => text.split(/\r\n|\r|\n/);
  const [old, fresh] = [split(before), split(after)];
  return ranges.flatMap(({ first, last, newFirst, newLast }) =>
    apart(old.slice(first, last + 1), fresh.slice(newFirst, newLast + 1), first),
  );
}

/** Beyond this many pairs of lines a change is shown as one: nobody reads it in a side bar. */
const PAIRS = 20_000;

/** Cuts a change at the lines that stay: the longest common subsequence. */
function apart(before: readonly string[], after: readonly string[], line: number): Hunk[] {
  if (before.length * after.length > PAIRS) return [{ line, before, after }];
  // common[i][j]: lines that the rest of `before` from i and the rest of `after` from j share.
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const hunks: Hunk[] = [];
  let [i, j, oldFrom, newFrom] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > oldFrom || j > newFrom)
      hunks.push({ line: line + oldFrom, before: before.slice(oldFrom, i), after: after.slice(newFrom, j) });
  };
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      close();
      i += 1;
      j += 1;
      [oldFrom, newFrom] = [i, j];
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
    else j += 1;
  }
  close();
  return hunks;
}

/** The person's own code as the guidance shows it. */
export interface CodeChange {
  /** Names the change, or says why there is none. */
  readonly title: Message;
  /** What the buttons carry out; null without a migration. */
  readonly fix: string | null;
  /** Of the file with the finding; null while they are being made. */
  readonly hunks: readonly Hunk[] | null;
  /** The other files that change, by path. */
  readonly others: readonly string[];
}

/** Said in place of the code once its finding is gone. */
export const goneChange: CodeChange = {
  title: say('The finding is no longer in the file. The steps below remain.'),
  fix: null,
  hunks: null,
  others: [],
};

/** More lines than a side bar can show at a glance stay in the preview. */
const SHOWN = 24;

type Translate = (message: Message) => string;

function diffHtml(hunks: readonly Hunk[], t: Translate): string {
  const lines: string[] = [];
  const line = (tag: 'del' | 'ins', text: string): string =>
    `<${tag}><span class="sign" aria-hidden="true">${tag === 'del' ? '-' : '+'}</span>${escapeHtml(text)}\n</${tag}>`;
  const shared = indentOf(hunks);
  let left = 0;
  for (const [at, { before, after }] of hunks.entries()) {
    const all = [
      ...before.map((text) => line('del', text.slice(shared))),
      ...after.map((text) => line('ins', text.slice(shared))),
    ];
    const room = Math.max(0, SHOWN - lines.length);
    if (at > 0 && room > 0) lines.push('<span class="gap" aria-hidden="true">⋯\n</span>');
    lines.push(...all.slice(0, room));
    left += Math.max(0, all.length - room);
  }
  const more =
    left === 0
      ? ''
      : `<p class="note">${escapeHtml(t(say('{count} more lines; the preview shows them all.', { count: left })))}</p>`;
  return `<figure class="diff"><pre tabindex="0" role="region" aria-label="${escapeHtml(t(say('Your code before and after')))}"><code>${lines.join('')}</code></pre>${more}</figure>`;
}

/** The indentation that all lines share, in characters. */
function indentOf(hunks: readonly Hunk[]): number {
  const texts = hunks.flatMap(({ before, after }) => [...before, ...after]).filter((text) => text.trim() !== '');
  return texts.length === 0 ? 0 : Math.min(...texts.map((text) => /^\s*/.exec(text)?.[0].length ?? 0));
}

/** The section with the person's own code, below the summary. `data-fix` and `data-preview` hold the kind of the fix. */
export function changeHtml({ title, fix, hunks, others }: CodeChange, t: Translate): string {
  const heading = `<h2 id="h-code">${escapeHtml(t(say('Your code')))}</h2><p>${escapeHtml(t(title))}</p>`;
  if (fix === null) return `<section id="code" aria-labelledby="h-code">${heading}</section>`;
  const button = (id: string, data: string, text: string, kind: string): string =>
    `<button type="button" id="${id}" ${data}="${escapeHtml(fix)}"${kind}>${escapeHtml(text)}</button>`;
  const body =
    hunks === null
      ? `<figure class="diff"><pre class="note">${escapeHtml(t(say('The change is being prepared…')))}</pre></figure>`
      : diffHtml(hunks, t);
  // Always there: what is below keeps its place when the change arrives.
  const too = `<p class="note others">${others.length === 0 ? '' : escapeHtml(t(say('Changes too: {files}', { files: others.join(', ') })))}</p>`;
  const actions = `<div class="actions">${button('apply', 'data-fix', t(say('Apply')), ' class="primary"')}${button('preview', 'data-preview', t(say('Preview')), '')}</div>`;
  return `<section id="code" aria-labelledby="h-code">${heading}${body}${actions}${too}</section>`;
}
