import type { Severity } from '../core/finding';
import { secretKinds } from '../detect/kinds/index';
import { otherKinds } from '../detect/others';
import { smells } from '../detect/smells/index';
import { services } from '../services/index';
import type { Catalog } from './findings';
import { serviceOfSmell } from '../services/smells';

/** A rule as README, SARIF and settings list it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly service: string | null;
}

/** A noun without its article: "Hardcoded Azure Storage account key". */
const bare = (noun: string): string => noun.replace(/^an? /, '');

/** Every kind of hardcoded value: Azure's own first, where both know one. */
const kinds = [...secretKinds, ...otherKinds.filter(({ id }) => !secretKinds.some((own) => own.id === id))];

/** What findings are called, and whose they are. */
export const catalog: Catalog = {
  nouns: new Map(kinds.map(({ id, noun }) => [id, bare(noun)])),
  serviceOfKind: (kind) => services.find((service) => service.secrets.includes(kind)) ?? null,
};

/** Every rule there is. */
export const rules: readonly Rule[] = [
  ...kinds.map(({ id, noun }) => ({
    id: `hardcoded/${id}`,
    title: `Hardcoded ${bare(noun)}`,
    severity: 'warning' as const,
    service: catalog.serviceOfKind(id)?.id ?? null,
  })),
  ...services.map(({ id, title }) => ({
    id: `key-auth/${id}`,
    title: `${title} is used with a secret instead of an identity`,
    severity: 'information' as const,
    service: id,
  })),
  ...smells.map(({ id, title }) => ({
    id: `infra/${id}`,
    title,
    severity: 'information' as const,
    service: serviceOfSmell(id),
  })),
];
