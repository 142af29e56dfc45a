import { REFUSALS } from '../../src/migrate/refusals';

/** The text of a refusal for a service. */
export const refusalText = (id: string, service: string): string =>
  (REFUSALS[id] ?? id).replaceAll('{service}', service);
