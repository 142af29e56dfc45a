import type { Finding } from '../core/finding';
import { sha256Hex } from '../core/fingerprint';
import { isRecord, recordOf } from './record';

/**
 * Findings a team has decided to live with. Nothing in it tells a value: an entry is the hash of a salt and of a
 * fingerprint, which itself is made without the value. One entry a line, ordered, so that branches merge.
 */
export interface Baseline {
  /** Random, made once per file, lower-case hexadecimal. */
  readonly salt: string;
  readonly entries: readonly BaselineEntry[];
}

interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  /** Lower-case hexadecimal SHA-256 of salt and fingerprint. */
  readonly hash: string;
  /** Why it stays, for people. May be empty. */
  readonly reason: string;
}

/** A finding with the file it stands in, relative to the working directory. */
export interface Located {
  readonly file: string;
  readonly finding: Pick<Finding, 'rule' | 'fingerprint'>;
}

const baselineHash = (salt: string, fingerprint: string): string => sha256Hex(salt + fingerprint);

/** A test for findings that the baseline holds. */
export function baselineFilter(baseline: Baseline): (finding: Located['finding']) => boolean {
  const known = new Set(baseline.entries.map(({ rule, hash }) => `${rule} ${hash}`));
  return ({ rule, fingerprint }) => known.has(`${rule} ${baselineHash(baseline.salt, fingerprint)}`);
}

/** The baseline of these findings. Entries of `previous` that still hold keep their reason; the others are dropped. */
export function makeBaseline(
  findings: readonly Located[],
  salt: string,
  reason: string,
  previous: readonly BaselineEntry[] = [],
): Baseline {
  const reasons = new Map(previous.map((entry) => [`${entry.rule} ${entry.hash}`, entry.reason]));
  const entries = findings.map(({ file, finding: { rule, fingerprint } }) => {
    const hash = baselineHash(salt, fingerprint);
    return { rule, path: file, hash, reason: reasons.get(`${rule} ${hash}`) ?? reason };
  });
  return { salt, entries: entries.sort(byPlace) };
}

const byPlace = (a: BaselineEntry, b: BaselineEntry): number => {
  const left = [a.path, a.rule, a.hash].join('\n');
  const right = [b.path, b.rule, b.hash].join('\n');
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The file's text: JSON, one entry a line. */
export function baselineText({ salt, entries }: Baseline): string {
  const lines = entries.map(({ rule, path, hash, reason }) => `    ${JSON.stringify({ rule, path, hash, reason })}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": 1,\n  "salt": ${JSON.stringify(salt)},\n  "entries": ${list}\n}\n`;
}

/** Reads the file's text; null when it is no baseline. */
export function parseBaseline(text: string): Baseline | null {
  const value = recordOf(text);
  if (!value) return null;
  const { salt, entries } = value;
  if (typeof salt !== 'string' || !Array.isArray(entries)) return null;
  const read: BaselineEntry[] = [];
  for (const entry of entries as readonly unknown[]) {
    if (!isRecord(entry)) return null;
    const { rule, path, hash, reason = '' } = entry;
    if (typeof rule !== 'string' || typeof path !== 'string') return null;
    if (typeof hash !== 'string' || typeof reason !== 'string') return null;
    read.push({ rule, path, hash, reason });
  }
  return { salt, entries: read };
}
