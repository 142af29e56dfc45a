import { remembered } from '../../core/remember';
import type { Declaration } from '../../languages/contract/declaration';
import type { Draft, Endpoint } from './model';

/** The endpoints that take the place of a variable with the secret: several services may share one. */
export const endpointsOf = (declaration: Declaration, { endpoints }: Draft): readonly Endpoint[] =>
  byDeclaration(endpoints).get(declaration) ?? [];

const byDeclaration = remembered((endpoints: readonly Endpoint[]): ReadonlyMap<Declaration, readonly Endpoint[]> => {
  const found = new Map<Declaration, Endpoint[]>();
  for (const one of endpoints) {
    const known = found.get(one.declaration);
    if (known) known.push(one);
    else found.set(one.declaration, [one]);
  }
  return found;
});
