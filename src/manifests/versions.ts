/** -1, 0 or 1 for two versions, or null where one of them is no plain version: `1.*`, `$(Version)`. */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [a, b].map((one) =>
    /^\[?\s*(\d+(?:\.\d+)*)(?:-[\w.-]+)?\s*\]?$/.exec(one.trim())?.[1]?.split('.').map(Number),
  );
  if (!left || !right) return null;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
