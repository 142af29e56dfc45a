import type { Uri } from 'vscode';
import type { Entry, Located } from './store';

export type Grouping = 'service' | 'file';

export interface Leaf {
  readonly kind: 'finding';
  readonly uri: Uri;
  readonly located: Located;
}

/** A file or a service with its findings, in order of place. Never empty. */
export interface Group {
  readonly kind: 'group';
  /** The file's address, or the service's id; empty for findings that belong to no service. */
  readonly id: string;
  /** Of the file; null for a service. */
  readonly uri: Uri | null;
  readonly leaves: readonly Leaf[];
}

/** The findings tree as data: files by path, services with most findings first. */
export function groupFindings(entries: readonly Entry[], by: Grouping): readonly Group[] {
  const leaves = [...entries]
    .sort((a, b) => compare(a.uri.path, b.uri.path))
    .flatMap(({ uri, findings }) =>
      [...findings].sort(inPlace).map((located): Leaf => ({ kind: 'finding', uri, located })),
    );
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const id = by === 'file' ? leaf.uri.toString() : (leaf.located.finding.service ?? '');
    groups.set(id, [...(groups.get(id) ?? []), leaf]);
  }
  const list = [...groups].map(([id, own]): Group => ({
    kind: 'group',
    id,
    uri: by === 'file' ? (own[0]?.uri ?? null) : null,
    leaves: own,
  }));
  if (by === 'file') return list;
  // What belongs to no service comes last, whatever its number.
  return list.sort(
    (a, b) => Number(a.id === '') - Number(b.id === '') || b.leaves.length - a.leaves.length || compare(a.id, b.id),
  );
}

const inPlace = (a: Located, b: Located): number =>
  a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
