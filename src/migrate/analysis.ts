import type { Span } from '../core/span';
import { contains, overlaps } from '../core/span';
import type { Candidate } from '../detect/candidate';
import { isEmulatorKey } from '../detect/silent';
import type { CodeFile } from '../languages/contract/file';
import type { Language, Parser, ProjectContext } from '../languages/contract/language';
import type { CodeNode } from '../languages/contract/node';
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
  /** What the project tells of the document. */
  readonly facts: Facts;
}

/** The literals a secret may stand in on its way to a use. */
export function literalsOf({ leaf, fallback, inner }: Trace): CodeNode[] {
  return [leaf, ...(fallback ? [fallback] : []), ...(inner ? literalsOf(inner) : [])].filter(
    ({ kind }) => kind === 'string' || kind === 'template',
  );
}

const holdsEmulator = (trace: Trace, { text }: CodeFile): boolean =>
  literalsOf(trace).some(
    (node) => isEmulatorText(text.slice(node.start, node.end)) || (node.kind === 'string' && isEmulatorKey(node.value)),
  );

/** A use whose only secret is an emulator's: nothing to find, nothing to migrate. */
function isEmulator({ trace, match }: Use, file: CodeFile): boolean {
  if (trace.origin !== 'literal') return false;
  const there = trace.beyond ?? trace.inner?.beyond;
  return (
    holdsEmulator(trace, file) ||
    (there ? holdsEmulator(there.from, there.imported.file) : false) ||
    isEmulatorText(file.text.slice(match.node.start, match.node.end))
  );
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

/** The uses a hardcoded value flows into, or null when no known client takes it. */
export const groupOfCandidate = (
  { groups }: Analysis,
  { span, around }: Pick<Candidate, 'span' | 'around'>,
): UseGroup | null =>
  groups.find(({ uses }) =>
    uses.some(({ trace }) =>
      literalsOf(trace).some((node) => contains(node, span) || (around !== undefined && overlaps(node, around))),
    ),
  ) ?? null;

/** The hardcoded values that flow into a use. */
export const candidatesOf = (analysis: Analysis, use: Use): readonly Candidate[] =>
  analysis.candidates.filter((candidate) => literalsOf(use.trace).some((node) => contains(node, candidate.span)));

/** The group with a use at exactly this place. */
export const groupAt = ({ groups }: Analysis, { start, end }: Span): UseGroup | null =>
  groups.find(({ uses }) => uses.some(({ match }) => match.node.start === start && match.node.end === end)) ?? null;
