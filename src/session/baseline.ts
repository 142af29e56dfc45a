import type { Finding } from '../core/finding';
import { isMarkOf, sha256Hex, valueMark } from '../core/fingerprint';
import type { Redacted } from '../core/redacted';
import { isRecord, recordOf } from './record';

/**
 * Findings a team has decided to live with. An entry is the hash of a salt and of a fingerprint, which itself is made without
 * the value, and of a hardcoded key the few bits that tell it from the next one. One entry a line, ordered, so that
 * branches merge.
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
  /** What tells the value from another one in its place; missing where there is none, and in older files: any value. */
  readonly value?: string;
  /** Why it stays, for people. May be empty. */
  readonly reason: string;
}

/** A finding with the file it is in, relative to the working directory. */
export interface Located {
  readonly file: string;
  readonly finding: Pick<Finding, 'rule' | 'fingerprint' | 'former'>;
  /** Of a hardcoded one. */
  readonly value?: Redacted | null;
}

const baselineHash = (salt: string, fingerprint: string): string => sha256Hex(salt + fingerprint);

/** A test for findings that the baseline holds. Another key in the place of an accepted one is not held. */
export function baselineFilter({
  salt,
  entries,
}: Baseline): (finding: Located['finding'], value?: Redacted | null) => boolean {
  const known = new Map(entries.map((entry) => [`${entry.rule} ${entry.hash}`, entry]));
  return ({ rule, fingerprint, former = fingerprint }, value = null) => {
    const entry =
      known.get(`${rule} ${baselineHash(salt, fingerprint)}`) ?? known.get(`${rule} ${baselineHash(salt, former)}`);
    return entry !== undefined && (entry.value === undefined || !value || isMarkOf(entry.value, salt, value.reveal()));
  };
}

const markOf = (salt: string, value: Redacted): string => valueMark(salt, value.reveal());

/** The baseline of these findings. Entries of `previous` that still hold keep their reason; the others are dropped. */
export function makeBaseline(
  findings: readonly Located[],
  salt: string,
  reason: string,
  previous: readonly BaselineEntry[] = [],
): Baseline {
  const reasons = new Map(previous.map((entry) => [`${entry.rule} ${entry.hash}`, entry.reason]));
  const entries = findings.map(({ file, finding: { rule, fingerprint, former = fingerprint }, value }) => {
    const hash = baselineHash(salt, fingerprint);
    const known = reasons.get(`${rule} ${hash}`) ?? reasons.get(`${rule} ${baselineHash(salt, former)}`);
    return { rule, path: file, hash, ...(value ? { value: markOf(salt, value) } : {}), reason: known ?? reason };
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
  const lines = entries.map(
    ({ rule, path, hash, value, reason }) =>
      `    ${JSON.stringify({ rule, path, hash, ...(value === undefined ? {} : { value }), reason })}`,
  );
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": 1,\n  "salt": ${JSON.stringify(salt)},\n  "entries": ${list}\n}\n`;
}

/** Reads the file's text; null when it is no baseline. */
export function parseBaseline(text: string): Baseline | null {
  const file = recordOf(text);
  if (!file) return null;
  const { salt, entries } = file;
  if (typeof salt !== 'string' || !Array.isArray(entries)) return null;
  const read: BaselineEntry[] = [];
  for (const entry of entries as readonly unknown[]) {
    if (!isRecord(entry)) return null;
    const { rule, path, hash, value, reason = '' } = entry;
    if (typeof rule !== 'string' || typeof path !== 'string') return null;
    if (typeof hash !== 'string' || typeof reason !== 'string') return null;
    if (value !== undefined && typeof value !== 'string') return null;
    read.push({ rule, path, hash, ...(value === undefined ? {} : { value }), reason });
  }
  return { salt, entries: read };
}
