import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the workspaces are, each a folder of texts; scripts of test/sdk read them, too. */
export const DEMOS = resolve(import.meta.dirname, '../demos');

export const demos = readdirSync(DEMOS).filter((name) => statSync(join(DEMOS, name)).isDirectory());

const HEAD = /^=== (.+)\n/gm;

/** The files of a text: their paths, each before its text. */
export function unpack(text: string): Record<string, string> {
  const heads = [...text.matchAll(HEAD)];
  return Object.fromEntries(
    heads.map((head, at) => [head[1] ?? '', text.slice(head.index + head[0].length, heads[at + 1]?.index)]),
  );
}

/** The files of a workspace before its migration, or after it. */
export const filesOf = (demo: string, when: 'before' | 'after'): Record<string, string> =>
  unpack(readFileSync(join(DEMOS, demo, `${when}.txt`), 'utf8'));
