/**
 * A function whose answer follows from its first argument alone, an object that never changes: it is computed once for each, and
 * forgotten with the object. What else is passed only helps to compute it.
 */
export function remembered<Key extends object, Rest extends readonly unknown[], Answer>(
  compute: (key: Key, ...rest: Rest) => Answer,
): (key: Key, ...rest: Rest) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before) return before.answer;
    const answer = compute(key, ...rest);
    known.set(key, { answer });
    return answer;
  };
}
