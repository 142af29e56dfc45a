import { LOWER_A, LOWER_Z, SPACE } from '../core/units';
import type { SourceDocument } from '../core/document';
import { say, type Message } from '../core/message';
import { Redacted } from '../core/redacted';
import { overlaps } from '../core/span';
import { createHits, type Hits } from './anchors';
import type { Candidate } from './candidate';
import { decode } from './encoding';
import { matchIn } from './kind';
import type { Source } from './kind';
import { beginsWord, surroundingsOf } from './landmarks';
import { isNotebook, linesOf, type Lines } from './notebook';
import { isEmulatorKey } from './silent';
import { buildTables, READS, type Ready, type Tables } from './tables';

/** Texts beyond this many UTF-16 units are left alone. */
const LARGEST = 5 * 1024 * 1024;
const BINARY_PREFIX = 8192;

export interface Detection {
  /** In order of position; none overlaps another. */
  readonly candidates: Candidate[];
  /** Templates and pipelines that hand out or allow keys: candidates of the family `infra`, in order of position. */
  readonly smells: Candidate[];
  /** Does one of the words given to the detector stand in the text, a word in quotes where something is imported? */
  readonly words: boolean;
  /** True when the text may hold directives. */
  readonly directives: boolean;
  /** Why the text was not looked at, or null. */
  readonly skipped: Message | null;
}

/** A stretch of text to search with one look. */
interface Window {
  readonly look: Ready;
  from: number;
  to: number;
}

export interface Detector {
  detect(document: SourceDocument, options?: { readonly today?: string | undefined }): Detection;
}

/** Runs one look over a window of the text and adds what its judge accepts. */
function searchWindow({ look, from, to }: Window, source: Source, generated: boolean, found: Candidate[]): void {
  const { find, confirm } = look;
  const window = source.text.slice(from, to);
  find.lastIndex = 0;
  for (let hit = find.exec(window); hit !== null; hit = find.exec(window)) {
    confirm.lastIndex = from + hit.index;
    const match = confirm.exec(source.text);
    if (match === null) {
      find.lastIndex = hit.index + 1;
      continue;
    }
    // The engine runs an expression again when it is asked for its indices.
    const own = match.groups?.['value'] === undefined ? undefined : match.indices?.groups?.['value'];
    const [start, end] = own ?? [match.index, match.index + match[0].length];
    const raw = source.text.slice(start, end);
    const decoded = decode(raw);
    if (isEmulatorKey(decoded)) continue;
    const whole = { start: match.index, end: match.index + match[0].length };
    const parts = { whole, value: { start, end }, decoded, groups: match.groups ?? {} };
    const verdict = look.judge ? look.judge(matchIn(source, parts)) : certain;
    // A judge may have searched an inner text with the same expression.
    find.lastIndex = hit.index + Math.max(1, hit[0].length);
    if (verdict === null) continue;
    const { id: kind, ...rest } = look.kind;
    if (generated && verdict.grade !== 'certain' && (verdict.family ?? rest.family) === undefined) continue;
    found.push({ kind, ...rest, span: { start, end }, value: new Redacted(decoded), ...verdict });
  }
}

/** A line of this many UTF-16 units was written by a tool: a bundle, a minified script. */
const GENERATED_LINE = 20_000;

/** In text a tool made, names and neighbours tell nothing: there only a value's own shape counts. */
function isGenerated(text: string): boolean {
  for (let start = 0; text.length - start > GENERATED_LINE;) {
    const end = text.lastIndexOf('\n', start + GENERATED_LINE);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

const certain = { grade: 'certain' } as const;

/**
 * One candidate per place. Of two that overlap, the certain one stays; of two of the same grade, the one found first,
 * since looks come in order of how specific they are.
 */
function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const ranked = found.map((candidate, rank) => ({
    candidate,
    rank: rank + (candidate.grade === 'certain' ? 0 : found.length),
  }));
  ranked.sort((a, b) => a.candidate.span.start - b.candidate.span.start || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const next of ranked) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.candidate.span, next.candidate.span)) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ candidate }) => candidate);
}

const placedIn = (found: Candidate, lines: Lines): Candidate => ({
  ...found,
  span: lines.placeOf(found.span),
  ...(found.around && { around: lines.placeOf(found.around) }),
});

/** Today, as an ISO date, written anew once a day: it is asked for at every keystroke. */
function createDay(): () => string {
  const known = { number: 0, text: '' };
  return () => {
    const number = Math.floor(Date.now() / 86_400_000);
    if (number !== known.number) Object.assign(known, { number, text: new Date().toISOString().slice(0, 10) });
    return known.text;
  };
}

const isLetter = (unit: number): boolean => (unit | 32) >= LOWER_A && (unit | 32) <= LOWER_Z;

/** True for the name of a package that is where it is imported: `from "pg"`, `require("pg")`, `import "pg"`. */
function isImported(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && at - end < 20 && text.charCodeAt(end - 1) <= SPACE) end--;
  return /(?:\(|from|import)$/.test(text.slice(Math.max(0, end - 6), end));
}

function whySkipped(text: string): Message | null {
  if (text.length > LARGEST) return say('larger than {megabytes} MB', { megabytes: LARGEST / 1024 / 1024 });
  return text.slice(0, BINARY_PREFIX).includes('\0') ? say('a binary file') : null;
}

/** All candidates of a text, overlapping ones too; of one that a tool made (`generated`) the certain ones. */
function search(
  tables: Tables,
  document: SourceDocument,
  today: string,
  hits: Hits,
  depth: number,
  generated: boolean,
): { found: Candidate[]; sdk: boolean; directs: boolean } {
  const { text, path, languageId } = document;
  const { scan, signatures: looks, words, effects: deeds, landmarks, named } = tables;
  scan(text, hits);
  const { pairs, length } = hits;
  const landmarkHits: number[] = [];
  // Windows of one look that touch are searched as one, so that no character is searched twice.
  const windows: Window[] = [];
  const open = new Map<Ready, Window>();
  let [sdk, directs, hasNames] = [false, false, false];
  for (let h = 0; h < length; h += 2) {
    const index = pairs[h] ?? 0;
    const does = deeds[index] ?? 0;
    // By far the most hits are of names, and most texts have no landmark that makes names worth reading.
    if (does === READS) {
      hasNames = true;
      continue;
    }
    const word = words[index];
    const at = pairs[h + 1] ?? 0;
    if (word === undefined) continue;
    if (does & READS) hasNames = true;
    if (word.sdk === 'anywhere' || (word.sdk === 'imported' && isImported(text, at))) sdk = true;
    if (word.directs) directs = true;
    if (word.landmark >= 0 && (!word.begins || beginsWord(text, at))) landmarkHits.push(word.landmark, at);
    for (const place of word.looks) {
      const look = looks[place];
      if (look === undefined) continue;
      const from = Math.max(0, at - look.before);
      const to = Math.min(text.length, at + word.length + look.after);
      const last = open.get(look);
      if (last !== undefined && from <= last.to) {
        last.from = Math.min(last.from, from);
        last.to = Math.max(last.to, to);
      } else {
        const next = { look, from, to };
        open.set(look, next);
        windows.push(next);
      }
    }
  }

  const source: Source = {
    text,
    path,
    languageId,
    today,
    surroundings: surroundingsOf(landmarks, landmarkHits),
    inside: (inner) => {
      if (depth > 0) return [];
      const within = search(tables, { path: 'inside.env', text: inner }, today, createHits(), depth + 1, false);
      return withoutOverlaps(within.found.filter(({ family }) => family === undefined));
    },
  };
  const found: Candidate[] = [];
  // In the order of the kinds: of two finds in one place the first one stays.
  for (const window of windows.sort((a, b) => a.look.rank - b.look.rank || a.from - b.from)) {
    searchWindow(window, source, generated, found);
  }
  const judge = landmarkHits.length === 0 || !hasNames ? null : generated ? named.certainOf(source) : named.of(source);
  if (judge) {
    // What is in a string or value that is a secret for certain has been judged with it.
    const judged = found
      .filter(({ grade, family }) => grade === 'certain' && family === undefined)
      .map(({ span, around }) => around ?? span)
      .sort((a, b) => a.start - b.start);
    let [read, next] = [0, 0];
    for (let h = 0; h < length; h += 2) {
      const index = pairs[h] ?? 0;
      if (((deeds[index] ?? 0) & READS) === 0) continue;
      const word = words[index];
      const at = pairs[h + 1] ?? 0;
      if (word === undefined || (word.ends && isLetter(text.charCodeAt(at + word.length)))) continue;
      while ((judged[next]?.end ?? Infinity) <= at) next++;
      if ((judged[next]?.start ?? Infinity) <= at) continue;
      if (word.starts === 'call') judge.call(at + word.length, found);
      else if (at >= read) read = judge.name(at, at + word.length, found);
    }
  }
  return { found, sdk, directs };
}

/**
 * Looks for Azure secrets in texts. The tables are built at the first call, once.
 *
 * @param words reported as a whole by {@link Detection.words}: package and client names that make a parse worthwhile;
 *   short names, which are in any text, in their quotes.
 */
export function createDetector(words: readonly string[]): Detector {
  let tables: Tables | undefined;
  const day = createDay();
  const hits = createHits();
  return {
    detect(document, options = {}) {
      const skipped = whySkipped(document.text);
      if (skipped !== null) return { candidates: [], smells: [], words: false, directives: false, skipped };
      const today = options.today ?? day();
      tables ??= buildTables(words);
      const lines = isNotebook(document.path) ? linesOf(document.text) : null;
      const read = lines ? { ...document, text: lines.text } : document;
      const { found: all, sdk, directs } = search(tables, read, today, hits, 0, isGenerated(document.text));
      const found = lines ? all.map((one) => placedIn(one, lines)) : all;
      return {
        candidates: withoutOverlaps(found.filter(({ family }) => family === undefined)),
        smells: withoutOverlaps(found.filter(({ family }) => family === 'infra')),
        words: sdk,
        directives: directs,
        skipped: null,
      };
    },
  };
}
