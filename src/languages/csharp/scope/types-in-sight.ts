import type { Node } from '../syntax';
import { ancestors, field, isType } from '../syntax';
import type { DeclaredType } from './declared-types';
import type { Namespaces } from './namespaces';
import { namespaceName, hostOf } from './namespaces';

/** Types that the code of a project declares, and where they are in sight. */
export interface TypesInSight {
  /** True where the plain name of an export of a namespace would mean a type of the project instead, or could mean both. */
  isTaken(name: string, namespace: string, at: Node): boolean;
  /** True where the first part of a namespace means something else: it is written `global::A.B` there. */
  isHidden(namespace: string, at: Node): boolean;
  /** Every name that the types around a place have or inherit, as far as the project's files tell. */
  membersAround(at: Node): ReadonlySet<string>;
  /** Types that the file's own are derived from and that no file declares by now. */
  readonly unknownBases: readonly string[];
}

/**
 * @param own the types of the file
 * @param others those of other files of the project
 */
export function typesInSight(
  namespaces: Namespaces,
  own: readonly DeclaredType[],
  others: readonly DeclaredType[],
): TypesInSight {
  const all = [...own, ...others];
  const byName = new Map<string, DeclaredType[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);

  const isEnclosing = (outer: string, inner: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}.`);

  /** The members of types of these names and of what they are derived from. */
  const membersOf = (names: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    const found = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      for (const type of byName.get(name) ?? []) {
        for (const member of type.members) found.add(member);
        open.push(...type.bases);
      }
    }
    return found;
  };

  const names = new Map<number, string>();
  /** The namespace that a place is in: the same for all places of a host. */
  const namespaceAt = (at: Node): string => {
    const host = hostOf(at) ?? at;
    const known = names.get(host.id);
    if (known !== undefined) return known;
    const name = namespaceName(host);
    names.set(host.id, name);
    return name;
  };

  const around = (at: Node): string[] =>
    [at, ...ancestors(at)].filter(isType).map((type) => field(type, 'name')?.text ?? '');

  return {
    isTaken(name, namespace, at) {
      const here = namespaceAt(at);
      // A part of the code's own namespace that is called so comes before what a directive brings.
      if (here.split('.').includes(name)) return true;
      return (byName.get(name) ?? []).some((type) => {
        if (type.namespace === namespace && type.outer.length === 0) return false;
        if (type.outer.length > 0) {
          const types = around(at);
          return type.outer.some((outer) => types.includes(outer));
        }
        return isEnclosing(type.namespace, here) || namespaces.sees(type.namespace, at);
      });
    },
    isHidden(namespace, at) {
      const [first = ''] = namespace.split('.');
      const here = namespaceAt(at);
      const inner = here.split('.').slice(1).includes(first);
      const type = (byName.get(first) ?? []).some((one) => one.outer.length === 0 && isEnclosing(one.namespace, here));
      return inner || type || membersOf(around(at)).has(first);
    },
    membersAround: (at) => membersOf(around(at)),
    get unknownBases() {
      const bases = new Set(all.flatMap(({ bases }) => bases));
      const partial = own.filter(({ isPartial }) => isPartial).map(({ name }) => name);
      const known = new Set(others.map(({ name }) => name));
      const missing = [...bases].filter((name) => !byName.has(name) && !/^I[A-Z]/.test(name));
      return [...missing, ...partial.filter((name) => !known.has(name))];
    },
  };
}
