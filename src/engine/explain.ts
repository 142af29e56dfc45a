import { cluesIn } from '../guide/clues';
import type { Clues } from '../guide/clues';
import { explainSubject, hosts } from '../guide/explain';
import type { ExplainOptions } from '../guide/explain';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import { rules } from '../migrate/catalog';
import { services } from '../services/index';

/** Guidance for a rule or a service, or null when there is no such subject or host. */
export function explain(
  subject: string,
  host?: string,
  iac?: Iac,
  options: Omit<ExplainOptions, 'host' | 'iac'> = {},
): Guidance | null {
  if (subject.includes('/') && !rules.some(({ id }) => id === subject)) return null;
  return explainSubject(services, subject, { ...options, host, iac });
}

/** What texts of the workspace tell about a service, to be passed to `explain`: the finding's file first. */
export function clues(id: string, texts: readonly string[]): Clues {
  const service = services.find((one) => one.id === id);
  return service ? cluesIn(service, texts) : { values: {} };
}

/** What can be asked for: ids and titles. */
export const serviceChoices: readonly Choice[] = services.map(({ id, title }) => ({ id, title }));
export const hostChoices: readonly Choice[] = hosts.map(({ id, title }) => ({ id, title }));
