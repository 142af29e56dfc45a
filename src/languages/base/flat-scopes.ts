import type { Scopes } from '../contract/scope';

/** Scopes of a language where every name is in sight in the whole file. */
export function flatScopes(text: string, names: ReadonlySet<string>): Scopes {
  return {
    meaning: (name) => (names.has(name) ? { name, way: 'module', span: null, assigned: true, usable: true } : null),
    names: () => names,
    mentions: (name) =>
      [...text.matchAll(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].map(({ index }) => ({
        start: index,
        end: index + name.length,
      })),
    reach: () => ({ start: 0, end: text.length + 1 }),
    place: () => ({
      within: null,
      static: true,
      loop: false,
      expressionTree: false,
      beforeBase: false,
      initialiser: false,
      nullable: false,
    }),
    mayBring: ({ path: [name = ''] }) => !names.has(name),
    asks: [],
  };
}
