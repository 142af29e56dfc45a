import type { SourceDocument } from '../core/document';
import { asTexts } from '../core/paths';
import { remembered } from '../core/remember';
import { overlaps } from '../core/span';
import { say } from '../core/message';
import type { Candidate } from '../detect/candidate';
import type { Detector } from '../detect/detector';
import { catalog } from '../migrate/catalog';
import { foundInText } from '../migrate/findings';
import type { Found } from '../migrate/findings';
import { refusal } from '../migrate/refusals';

/** The secrets in the path of a file, at their places in it. Each scan asks more than once, and each keystroke scans. */
export function candidatesInPath(detector: Detector, path: string): readonly Candidate[] {
  const known = knownPaths(detector);
  const found = known.get(path) ?? searched(detector, path);
  if (known.size >= PATHS) known.clear();
  known.set(path, found);
  return found;
}

/** Paths whose answers are kept: those of the documents that somebody works on. */
const PATHS = 64;

const knownPaths = remembered<Detector, [], Map<string, readonly Candidate[]>>(() => new Map());

const searched = (detector: Detector, path: string): readonly Candidate[] =>
  asTexts(path)
    .flatMap((text) => detector.detect({ path: '', text }, {}).candidates)
    .filter((one, at, all) => !all.slice(0, at).some(({ span }) => overlaps(span, one.span)));

/** What is found in the path of a document: at the beginning of the text, since there is no better place. */
export function foundInPath(detector: Detector, { path }: SourceDocument, wanted: Wanted): Found[] {
  const byKind = new Map(wanted(candidatesInPath(detector, path)).map((candidate) => [candidate.kind, candidate]));
  return [...byKind.values()].map((candidate) => ({
    ...foundInText(candidate, catalog),
    span: { start: 0, end: 0 },
    message: say('The path of this file holds a secret: {noun}', {
      noun: catalog.nouns.get(candidate.kind) ?? `secret (${candidate.kind})`,
    }),
    refusal: refusal('in-a-path'),
  }));
}

/** What a configuration leaves of some candidates. */
type Wanted = (candidates: readonly Candidate[]) => readonly Candidate[];

/** The path without the secrets in it: what a fingerprint is made from. */
export const pathWithoutSecrets = (detector: Detector, path: string): string =>
  [...candidatesInPath(detector, path)]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span }) => text.slice(0, span.start) + text.slice(span.end), path);
