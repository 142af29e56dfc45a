import type { Role } from '../../../services/identity';
import { roleIn } from './host-roles';
import type { NeededRole } from './host-roles';

/** How a template grants a role. */
export interface Granting {
  /** It grants the role already. */
  isThere(role: Role): boolean;
  /** The name that its grant would have. */
  nameOf(role: Role): string;
  /** The name, or one made of it that is free; `taken` are those of the grants before. */
  free(name: string, taken: ReadonlySet<string>): string;
  /** The grant, as the template writes it. */
  written(name: string, role: Role): string;
}

/** The grants of roles that a template lacks, as it writes them; null for an unknown role. */
export function grantsOf(needed: readonly NeededRole[], template: Granting): readonly string[] | null {
  const found: string[] = [];
  const taken = new Set<string>();
  for (const one of needed) {
    const role = roleIn(one);
    if (!role) return null;
    if (template.isThere(role)) continue;
    const name = template.free(template.nameOf(role), taken);
    taken.add(name);
    found.push(template.written(name, role));
  }
  return found;
}

/** The name, or the first of those made from it that is not taken. */
export function firstFree(wanted: string, isTaken: (name: string) => boolean, between: string): string {
  let name = wanted;
  for (let n = 2; isTaken(name); n++) name = wanted + between + String(n);
  return name;
}
