import type { SourceDocument } from '../core/document';
import { say, type Message } from '../core/message';
import { Redacted } from '../core/redacted';
import { overlaps } from '../core/span';
import { createAnchorScan, type AnchorScan } from './anchors';
import type { Candidate } from './candidate';
import { decode } from './encoding';
import { createNamedJudge, type NamedJudge } from './judge-named';
import type { Look, SecretKind, Source } from './kind';
import { secretKinds } from './kinds/index';
import { beginsWord, landmarks, spellingsOf, surroundingsOf, type Landmark } from './landmarks';
import { callWords, nameWords } from './named';
import { isEmulatorKey } from './silent';

/** Texts beyond this many UTF-16 units are left alone. */
const LARGEST = 5 * 1024 * 1024;
const BINARY_PREFIX = 8192;

export interface Detection {
  /** In order of position; none overlaps another. */
  readonly candidates: Candidate[];
  /** Does one of the words given to the detector stand in the text? */
  readonly words: boolean;
  /** Why the text was not looked at, or null. */
  readonly skipped: Message | null;
}

export interface Detector {
  detect(document: SourceDocument, options?: { readonly today?: string | undefined }): Detection;
}

interface Ready extends Look {
  readonly kind: SecretKind;
  /** Finds in a window. */
  readonly find: RegExp;
  /** Confirms at a place of the whole text, where look-behind and look-ahead see past the window. */
  readonly confirm: RegExp;
}

/** What an occurrence of a word sets off. */
interface Word {
  readonly length: number;
  readonly looks: number[];
  /** Index of a landmark, or -1. */
  landmark: number;
  /** The landmark counts only where a word begins. */
  begins: boolean;
  /** Part of a secret's name, or of a call that takes one. */
  starts: 'name' | 'call' | null;
  /** Given to the detector from outside. */
  sdk: boolean;
}

interface Built {
  readonly scan: AnchorScan;
  readonly looks: readonly Ready[];
  readonly words: readonly Word[];
  readonly named: NamedJudge;
}

const landmarkNames = Object.keys(landmarks) as Landmark[];

function build(sdkWords: readonly string[]): Built {
  const looks = secretKinds.flatMap((kind) =>
    kind.looks.map((look) => {
      const flags = look.pattern.flags.replace(/[^iu]/g, '');
      return {
        ...look,
        kind,
        find: new RegExp(look.pattern.source, `g${flags}`),
        confirm: new RegExp(look.pattern.source, `dy${flags}`),
      };
    }),
  );
  const words = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const key = text.toLowerCase();
    const word = words.get(key) ?? {
      length: key.length,
      looks: [],
      landmark: -1,
      begins: false,
      starts: null,
      sdk: false,
    };
    words.set(key, word);
    return word;
  };
  looks.forEach((look, index) => {
    for (const anchor of new Set(look.anchors)) wordOf(anchor).looks.push(index);
  });
  landmarkNames.forEach((name, index) => {
    for (const entry of landmarks[name]) {
      for (const spelling of spellingsOf(entry)) {
        const word = wordOf(spelling);
        word.landmark = index;
        word.begins = entry.startsWith('^');
      }
    }
  });
  for (const word of nameWords) wordOf(word).starts = 'name';
  for (const word of callWords) wordOf(word).starts = 'call';
  for (const word of sdkWords) if (word !== '') wordOf(word).sdk = true;
  return {
    scan: createAnchorScan([...words.keys()]),
    looks,
    words: [...words.values()],
    named: createNamedJudge(secretKinds),
  };
}

/** Runs one look over a window of the text and adds what its judge accepts. */
function searchWindow(look: Ready, from: number, to: number, source: Source, found: Candidate[]): void {
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
    if (hit[0] === '') find.lastIndex++;
    const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length];
    const raw = source.text.slice(start, end);
    const decoded = decode(raw);
    if (isEmulatorKey(decoded)) continue;
    const verdict = (look.judge ?? certain)({
      ...source,
      whole: { start: match.index, end: match.index + match[0].length },
      value: { start, end },
      decoded,
      groups: match.groups ?? {},
    });
    if (verdict === null) continue;
    found.push({ kind: look.kind.id, span: { start, end }, value: new Redacted(decoded), ...verdict });
  }
}

const certain = (): { grade: 'certain' } => ({ grade: 'certain' });

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

function whySkipped(text: string): Message | null {
  if (text.length > LARGEST) return say('larger than {megabytes} MB', { megabytes: LARGEST / 1024 / 1024 });
  const nul = text.indexOf('\0');
  return nul >= 0 && nul < BINARY_PREFIX ? say('a binary file') : null;
}

/** All candidates of a text, overlapping ones too. */
function search(
  built: Built,
  document: SourceDocument,
  today: string,
  depth: number,
): { found: Candidate[]; sdk: boolean } {
  const { text, path, languageId } = document;
  const { scan, looks, words, named } = built;
  const hits = scan(text);
  const landmarkHits: number[] = [];
  let [sdk, mayBeNamed] = [false, false];
  for (let h = 0; h < hits.length; h += 2) {
    const word = words[hits[h] ?? 0];
    if (word === undefined) continue;
    const at = hits[h + 1] ?? 0;
    if (word.landmark >= 0 && (!word.begins || beginsWord(text, at))) landmarkHits.push(word.landmark, at);
    if (word.starts !== null) mayBeNamed = true;
    if (word.sdk) sdk = true;
  }
  const source: Source = {
    text,
    path,
    languageId,
    today,
    surroundings: surroundingsOf(landmarkNames, landmarkHits),
    inside: (inner) =>
      depth > 0 ? [] : withoutOverlaps(search(built, { path: 'inside.env', text: inner }, today, depth + 1).found),
  };

  const byLook: Candidate[][] = looks.map(() => []);
  // Windows of one look that touch are searched as one, so that no character is searched twice.
  const pending = new Map<number, { from: number; to: number }>();
  const flush = (index: number, { from, to }: { from: number; to: number }): void => {
    const look = looks[index];
    const found = byLook[index];
    if (look !== undefined && found !== undefined) searchWindow(look, from, to, source, found);
  };
  const byName: Candidate[] = [];
  let read = 0;
  for (let h = 0; h < hits.length; h += 2) {
    const word = words[hits[h] ?? 0];
    const at = hits[h + 1] ?? 0;
    if (word === undefined) continue;
    for (const index of word.looks) {
      const look = looks[index];
      if (look === undefined) continue;
      const from = Math.max(0, at - look.before);
      const to = Math.min(text.length, at + word.length + look.after);
      const window = pending.get(index);
      if (window === undefined) pending.set(index, { from, to });
      else if (from <= window.to) {
        window.from = Math.min(window.from, from);
        window.to = Math.max(window.to, to);
      } else {
        flush(index, window);
        pending.set(index, { from, to });
      }
    }
    if (landmarkHits.length === 0 || !mayBeNamed) continue;
    if (word.starts === 'name' && at >= read) read = named.name(source, at, at + word.length, byName);
    else if (word.starts === 'call') named.call(source, at + word.length, byName);
  }
  for (const [index, window] of pending) flush(index, window);
  return { found: [...byLook.flat(), ...byName], sdk };
}

/**
 * Looks for Azure secrets in texts. The tables are built at the first call, once.
 *
 * @param words reported as a whole by {@link Detection.words}: package and client names that make a parse worthwhile.
 */
export function createDetector(words: readonly string[]): Detector {
  let built: Built | undefined;
  return {
    detect(document, options = {}) {
      const skipped = whySkipped(document.text);
      if (skipped !== null) return { candidates: [], words: false, skipped };
      const today = options.today ?? new Date().toISOString().slice(0, 10);
      const { found, sdk } = search((built ??= build(words)), document, today, 0);
      return { candidates: withoutOverlaps(found), words: sdk, skipped: null };
    },
  };
}
