import type { Severity } from '../core/finding';
import type { DocumentKey } from './open-document';
import type { Entry, Located } from './store';

export type Grouping = 'service' | 'file' | 'severity';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export interface Leaf {
  readonly kind: 'finding';
  readonly key: DocumentKey;
  readonly located: Located;
}

/** A file, a service or a severity with its findings, in order of place. Never empty. */
export interface Group {
  readonly kind: 'group';
  readonly by: Grouping;
  /** The file's address, the service's id or the severity; empty for findings that belong to no service. */
  readonly id: string;
  /** Of the file; null for other groups. */
  readonly key: DocumentKey | null;
  readonly leaves: readonly Leaf[];
}

/**
 * The findings tree as data: files by address, services with most findings first, severities worst first.
 * @param wanted leaves out the findings that it does not hold for
 */
export function groupFindings(
  entries: readonly Entry[],
  by: Grouping,
  wanted: (leaf: Leaf) => boolean = () => true,
): readonly Group[] {
  const leaves = [...entries]
    .sort((a, b) => compare(a.key, b.key))
    .flatMap(({ key, findings }) =>
      [...findings].sort(inPlace).map((located): Leaf => ({ kind: 'finding', key, located })),
    )
    .filter(wanted);
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const { service, severity } = leaf.located.finding;
    const id = by === 'file' ? leaf.key : by === 'severity' ? severity : (service ?? '');
    const known = groups.get(id);
    if (known) known.push(leaf);
    else groups.set(id, [leaf]);
  }
  const list = [...groups].map(([id, own]): Group => ({
    kind: 'group',
    by,
    id,
    key: by === 'file' ? id : null,
    leaves: own,
  }));
  if (by === 'file') return list;
  if (by === 'severity')
    return list.sort((a, b) => SEVERITIES.indexOf(a.id as Severity) - SEVERITIES.indexOf(b.id as Severity));
  // What belongs to no service comes last, whatever its number.
  return list.sort(
    (a, b) => Number(a.id === '') - Number(b.id === '') || b.leaves.length - a.leaves.length || compare(a.id, b.id),
  );
}

const inPlace = (a: Located, b: Located): number =>
  a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A filter as people type it: words, all of which must occur in the message, the rule, the file or the severity. `!` before
 * a word leaves out what has it.
 */
export function matches(words: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '!')
    .every((word) => (word.startsWith('!') ? !all.includes(word.slice(1)) : all.includes(word)));
}
