import { createAnchorScan, type AnchorScan } from './anchors';
import { createNamedJudge, type NamedJudges } from './judge-named';
import type { Candidate } from './candidate';
import type { Signature, SecretKind } from './kind';
import { DIRECTIVE_WORD } from './directives';
import { secretKinds } from './kinds/index';
import { spellingsOf, type Landmark } from './landmarks';
import { smells } from './smells/index';
import { callWords, nameWords } from './named';

/** A look, ready to run. */
export interface Ready extends Signature {
  /** What its finds are called. */
  readonly kind: { readonly id: string } & Pick<Candidate, 'family' | 'message' | 'severity'>;
  /** Its place among all looks: the lower, the more specific. */
  readonly rank: number;
  /** Finds in a window. */
  readonly find: RegExp;
  /** Confirms at a place of the whole text, where look-after and look-ahead see past the window. */
  readonly confirm: RegExp;
}

/** What an occurrence of a word sets off. */
export interface Word {
  readonly length: number;
  readonly looks: number[];
  /** Index of a landmark, or -1. */
  landmark: number;
  /** The landmark counts only where a word begins. */
  begins: boolean;
  /** Counts only where no letter follows. */
  ends: boolean;
  /** Part of a secret's name, or of a call that takes one. */
  starts: 'name' | 'call' | null;
  /** Given to the detector from outside. In quotes it counts only where something is imported. */
  sdk: 'anywhere' | 'imported' | null;
  /** Begins a directive. */
  directs: boolean;
}

/** The deed of names and calls. */
export const READS = 1;

export interface Tables {
  readonly scan: AnchorScan;
  readonly signatures: readonly Ready[];
  readonly words: readonly Word[];
  /** By word, as bits: {@link READS} where it sets off a reading, 2 for everything else it does. */
  readonly effects: Uint8Array;
  /** What {@link Word.landmark} counts. */
  readonly landmarks: readonly Landmark[];
  readonly named: NamedJudges;
}

/** The landmarks that some kind is near to, each once. A judge may ask for any of them. */
const landmarksOf = (kinds: readonly SecretKind[]): readonly Landmark[] => [
  ...new Set(kinds.flatMap(({ named = [] }) => named.flatMap(({ near }) => near))),
];

/** Everything the search needs, from the kinds and landmarks; costs some milliseconds, once. */
export function buildTables(sdkWords: readonly string[]): Tables {
  const all: { kind: Ready['kind']; look: Signature }[] = secretKinds.flatMap((kind) =>
    kind.looks.map((look) => ({ kind: { id: kind.id }, look })),
  );
  for (const { id, message, looks: own } of smells) {
    for (const look of own) all.push({ kind: { id, family: 'infra', message, severity: 'information' }, look });
  }
  const looks = all.map(({ kind, look }, rank) => {
    const flags = look.pattern.flags.replace(/[^iu]/g, '');
    return {
      ...look,
      kind,
      rank,
      find: new RegExp(look.pattern.source, `g${flags}`),
      confirm: new RegExp(look.pattern.source, `dy${flags}`),
    };
  });
  const words = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const key = text.toLowerCase();
    const word = words.get(key) ?? {
      length: key.length,
      looks: [],
      landmark: -1,
      begins: false,
      ends: false,
      starts: null,
      sdk: null,
      directs: false,
    };
    words.set(key, word);
    return word;
  };
  looks.forEach((look, index) => {
    for (const anchor of new Set(look.anchors)) wordOf(anchor).looks.push(index);
  });
  const landmarks = landmarksOf(secretKinds);
  landmarks.forEach(({ words: entries }, index) => {
    for (const entry of entries) {
      for (const spelling of spellingsOf(entry)) {
        const word = wordOf(spelling);
        word.landmark = index;
        word.begins = entry.startsWith('^');
      }
    }
  });
  for (const entry of [...nameWords, ...secretKinds.flatMap(({ names = [] }) => names)]) {
    const word = wordOf(entry.replace(/\$$/, ''));
    word.starts = 'name';
    word.ends ||= entry.endsWith('$');
  }
  for (const entry of [...callWords, ...secretKinds.flatMap(({ calls = [] }) => calls)]) wordOf(entry).starts = 'call';
  for (const word of sdkWords) if (word !== '') wordOf(word).sdk = /^["']/.test(word) ? 'imported' : 'anywhere';
  wordOf(DIRECTIVE_WORD).directs = true;
  return {
    scan: createAnchorScan([...words.keys()]),
    signatures: looks,
    words: [...words.values()],
    effects: Uint8Array.from(
      words.values(),
      ({ looks: own, landmark, starts, sdk, directs }) =>
        (starts === null ? 0 : READS) | (own.length > 0 || landmark >= 0 || sdk !== null || directs ? 2 : 0),
    ),
    landmarks,
    named: createNamedJudge(secretKinds),
  };
}
