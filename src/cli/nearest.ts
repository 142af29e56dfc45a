/** The names most like a mistyped one, best first; those that contain it, or are contained, come before typing errors. */
export function nearest(typed: string, names: readonly string[], most = 5): string[] {
  const wanted = typed.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, distance: rate(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.ceil(wanted.length * 0.3)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

function rate(typed: string, name: string): number {
  const whole = distance(typed, name);
  const related = typed.length > 2 && (name.includes(typed) || typed.includes(name));
  const last = distance(typed.slice(typed.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1));
  return Math.min(whole, last + 1, related ? 1 : Infinity);
}

/** Levenshtein's distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
