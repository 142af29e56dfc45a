import { perTree } from './per-tree';
import { field, parts } from './syntax';

/** How many methods of a type have each name. */
export const methodsOf = perTree((type): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of parts(field(type, 'body') ?? type)) {
    const name = one.type === 'method_declaration' ? field(one, 'name')?.text : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});
