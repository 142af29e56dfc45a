import { remembered } from '../core/remember';
import type { Span } from '../core/span';
import { contains, overlaps } from '../core/span';
import { spanIndex } from '../core/span-index';
import type { Candidate } from '../detect/candidate';
import { isEmulatorKey } from '../detect/silent';
import type { CodeFile } from '../languages/contract/file';
import type { Language, Parser, ProjectContext } from '../languages/contract/language';
import type { CodeNode } from '../languages/contract/node';
import { sourcesOf } from '../languages/trace';
import type { Trace } from '../languages/trace';
import { isEmulatorText } from '../detect/emulator';
import { noFacts } from './facts';
import type { Facts } from './facts';
import { slotCandidates } from './slots';
import type { Blocker, Patterns, Use, UseGroup } from './uses';
import { usesIn } from './uses';

/** Everything a scan and a plan know of one text of code. */
export interface Analysis {
  readonly language: Language;
  readonly parser: Parser;
  readonly file: CodeFile;
  readonly candidates: readonly Candidate[];
  readonly groups: readonly UseGroup[];
  readonly blockers: readonly Blocker[];
  /** What the project says of the document. */
  readonly facts: Facts;
}

/** The literals a secret may be in on its way to a use. */
export function literalsOf({ leaf, fallback, inner, passed }: Trace): CodeNode[] {
  const own = [leaf, ...(fallback ? [fallback] : []), ...(inner ? literalsOf(inner) : [])].filter(
    ({ kind }) => kind === 'string' || kind === 'template',
  );
  return passed ? [...own, ...passed.values.flatMap(({ from }) => literalsOf(from))] : own;
}

const holdsEmulator = (trace: Trace, { text }: CodeFile): boolean =>
  literalsOf(trace).some(
    (node) => isEmulatorText(text.slice(node.start, node.end)) || (node.kind === 'string' && isEmulatorKey(node.value)),
  );

/** A use whose only secret is an emulator's: nothing to find, nothing to migrate. */
function isEmulator({ trace, match }: Use, file: CodeFile): boolean {
  if (trace.origin !== 'literal') return false;
  const isSo = (source: Trace): boolean => {
    const there = source.importedTrace ?? source.inner?.importedTrace;
    return holdsEmulator(source, file) || (there ? holdsEmulator(there.from, there.imported.file) : false);
  };
  // A parameter may be given an emulator's by one call, and another one's by the next.
  return sourcesOf(trace).every(isSo) || isEmulatorText(file.text.slice(match.node.start, match.node.end));
}

export function analyse(
  text: string,
  path: string,
  candidates: readonly Candidate[],
  language: Language,
  parser: Parser,
  patterns: Patterns,
  project?: ProjectContext,
  facts: Facts = noFacts,
): Analysis {
  const file = parser.parse(text, path, project);
  const { groups, blockers } = usesIn(file, patterns);
  const real = groups
    .map((group) => ({ ...group, uses: group.uses.filter((use) => !isEmulator(use, file)) }))
    .filter(({ uses }) => uses.length > 0);
  const all = [...candidates, ...slotCandidates(real, file, path, candidates)];
  return { language, parser, file, candidates: all, groups: real, blockers, facts };
}

/** The literals of each secret's uses, each once. */
const groupsByLiteral = remembered(({ groups }: Analysis) =>
  spanIndex(
    groups.flatMap((group) =>
      [...new Set(group.uses.flatMap(({ trace }) => literalsOf(trace)))].map((node) => ({ group, node })),
    ),
    ({ node }) => [node],
  ),
);

/** The uses a hardcoded value flows into, or null when no known client takes it. */
export function groupOfCandidate(
  analysis: Analysis,
  { span, around }: Pick<Candidate, 'span' | 'around'>,
): UseGroup | null {
  const near = groupsByLiteral(analysis);
  const holders = near(span).filter(({ node }) => contains(node, span));
  const found =
    around === undefined ? holders : [...holders, ...near(around).filter(({ node }) => overlaps(node, around))];
  const groups = found.map(({ group }) => group);
  return groups.length < 2 ? (groups[0] ?? null) : (analysis.groups.find((group) => groups.includes(group)) ?? null);
}

const candidatesByPlace = remembered(({ candidates }: Analysis) => spanIndex(candidates, ({ span }) => [span]));

/** The hardcoded values that flow into a use. */
export const candidatesOf = (analysis: Analysis, use: Use): readonly Candidate[] => [
  ...new Set(
    literalsOf(use.trace).flatMap((node) =>
      candidatesByPlace(analysis)(node).filter((candidate) => contains(node, candidate.span)),
    ),
  ),
];

const placeOf = ({ start, end }: Span): string => `${start}-${end}`;

const groupsByPlace = remembered(
  ({ groups }: Analysis) =>
    // The first one counts.
    new Map(groups.flatMap((group) => group.uses.map(({ match }) => [placeOf(match.node), group] as const)).reverse()),
);

/** The group with a use at exactly this place. */
export const groupAt = (analysis: Analysis, place: Span): UseGroup | null =>
  groupsByPlace(analysis).get(placeOf(place)) ?? null;
