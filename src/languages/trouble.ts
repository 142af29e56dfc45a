import type { CodeFile } from './contract/file';
import type { Trouble } from './contract/trouble';

const WORD = /[A-Za-z_$][\w$]*/g;

/** How often each word is in a text, comments and strings included. */
function counts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** The words that one of two texts has more often than the other: all names that a change may have bound anew. */
function changedWords(before: string, after: string): ReadonlySet<string> {
  const [old, fresh] = [counts(before), counts(after)];
  return new Set([...old.keys(), ...fresh.keys()].filter((word) => old.get(word) !== fresh.get(word)));
}

/** Once is as bad as twice for what the file does not declare: more code may speak of a name from elsewhere. */
const keyOf = ({ name, why }: Trouble, seen: Map<string, number>): string => {
  const n = why === 'undeclared' ? 0 : (seen.get(name + why) ?? 0);
  seen.set(name + why, n + 1);
  return `${why} ${name} ${String(n)}`;
};

/**
 * What a change of a file made of its names that no compiler takes, or that fails when the code runs: names that nothing
 * declares, that are used above their declaration or out of its reach, that are declared twice. Empty for a sound change.
 */
export function newTrouble(before: CodeFile, after: CodeFile): readonly Trouble[] {
  const names = changedWords(before.text, after.text);
  const [old, fresh] = [new Map<string, number>(), new Map<string, number>()];
  const known = new Set(before.trouble(names).map((one) => keyOf(one, old)));
  return after.trouble(names).filter((one) => !known.has(keyOf(one, fresh)));
}
