import type { Declaration } from './contract/declaration';
import type { Scopes } from './contract/scope';

/**
 * True where a declaration of that name may come into sight at these places: nothing there has the name, but for declarations
 * that go.
 */
export const isFree = (
  name: string,
  scopes: Scopes,
  places: readonly number[],
  freed: readonly Declaration[] = [],
): boolean =>
  places.every((at) => {
    if (!scopes.names(at).has(name)) return true;
    const start = scopes.meaning(name, at)?.span?.start;
    return freed.some(({ nameSpan }) => nameSpan.start === start);
  });
