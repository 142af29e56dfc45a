import { withoutTrailing } from '../core/trailing';

/** A path as written in a file of `folder`, from the root on: `../lib` of `app` is `lib`. Null where it leads out of the root. */
export function resolve(folder: string, written: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** True for a path in a folder or below it; every path is below the root `''`. */
export const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** The part of a path below a folder. */
export const relativeTo = (path: string, folder: string): string =>
  folder === '' ? path : path.slice(folder.length + 1);

/**
 * The path that is meant among those there are: the very one, or the only one that differs in case alone. Projects written on
 * Windows or macOS are often not exact; where two differ in case alone, only the exact path counts.
 */
export function actual(wanted: string, there: ReadonlySet<string>): string | null {
  if (there.has(wanted)) return wanted;
  const lower = wanted.toLowerCase();
  const alike = [...there].filter((path) => path.toLowerCase() === lower);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** A glob of a workspace (`packages/*`, `apps/**`, `!old`) as a test of folders relative to it. */
export function globTest(pattern: string): (folder: string) => boolean {
  const parts = withoutTrailing(pattern.replace(/^\.?\//, ''), '/').split('/');
  return (folder) => matches(parts, folder.split('/'));
}

function matches(pattern: readonly string[], folder: readonly string[]): boolean {
  // Rows of a table instead of recursion: `**` would take exponential time.
  let row: boolean[] = [true, ...folder.map(() => false)];
  for (const part of pattern) {
    const next = folder.map(() => false);
    if (part === '**') {
      let seen = row[0] ?? false;
      row = [seen, ...folder.map((_, i) => (seen ||= row[i + 1] ?? false))];
      continue;
    }
    const test = segmentTest(part);
    folder.forEach((name, i) => (next[i] = (row[i] ?? false) && test(name)));
    row = [false, ...next];
  }
  return row[folder.length] ?? false;
}

/** One part of a glob: stars, braces of plain words, everything else as it is. */
function segmentTest(part: string): (name: string) => boolean {
  const words = /^\{([^{}]+)\}$/.exec(part)?.[1]?.split(',');
  if (words) return (name) => words.includes(name);
  const pieces = part.split('*');
  return (name) => {
    const [first = '', ...rest] = pieces;
    if (!name.startsWith(first)) return false;
    const last = rest.pop();
    if (last === undefined) return name === first;
    let from = first.length;
    for (const piece of rest) {
      const found = name.indexOf(piece, from);
      if (found < 0) return false;
      from = found + piece.length;
    }
    return name.length - last.length >= from && name.endsWith(last);
  };
}
