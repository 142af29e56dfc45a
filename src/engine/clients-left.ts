import { baseName } from '../core/document';
import type { Related } from '../core/finding';
import { linesOf } from '../core/lines';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Model } from '../project/model';
import { services } from '../services/index';
import type { Service } from '../services/service';
import type { Analyser } from './analyse';
import { languageOf } from './tools';

/** Who in the workspace still uses the keys of a service's resources. */
export interface ClientsLeft {
  /** Calls of clients that take a key or something made with one, ordered by path. */
  readonly clients: readonly Related[];
  /** False when a limit ended the search: there may be more. */
  readonly complete: boolean;
}

/** Files that are looked into. */
const MOST = 100;

/** The services whose clients open with the same secrets: those of one storage account. */
const sharing = ({ secrets, id }: Service): readonly Service[] =>
  services.filter((one) => one.id === id || one.secrets.some((kind) => secrets.includes(kind)));

const wordsOf = (all: readonly Service[]): readonly string[] => [
  ...new Set(
    all
      .flatMap(({ clients }) => Object.values(clients).flat())
      .flatMap(({ package: name, namespaces = {} }) => [name, ...Object.values(namespaces)])
      .filter((word) => word !== ''),
  ),
];

/** Counted from the code around a template: null for a service without clients. */
export async function clientsLeft(
  model: Model,
  analyser: Analyser,
  document: string,
  service: string,
): Promise<ClientsLeft | null> {
  const own = services.find(({ id }) => id === service);
  if (!own) return null;
  const all = new Set(sharing(own).map(({ id }) => id));
  const words = wordsOf(sharing(own));
  if (words.length === 0) return null;
  const { files, complete } = await model.filesMentioning(words, document, 'workspace');
  const code = files.filter(({ path }) => languageOf({ path, text: '' }) !== null);
  const clients: Related[] = [];
  for (const { path, text } of code.slice(0, MOST)) {
    const lines = linesOf(text);
    const found = await analyser.use({ path, text }, {}, ({ analysed }) =>
      (analysed?.analysis.groups ?? []).flatMap(({ uses }) =>
        uses.filter((use) => all.has(use.service.id)).map(({ match, service: of }) => ({ ...match.node, of })),
      ),
    );
    for (const { start, end, of } of found)
      clients.push({
        path,
        start: lines.positionAt(start),
        end: lines.positionAt(end),
        message: say('{service} is used with a secret instead of an identity', { service: of.title }),
      });
  }
  return { clients, complete: complete && code.length <= MOST };
}

/** Rules of findings that are about keys which clients may still use. */
export const isAboutKeys = (rule: string): boolean =>
  rule.startsWith('infra/') && baseName(rule) !== 'login-with-secret';

/** How far the way to switching keys off is. */
export function howMany({ clients, complete }: ClientsLeft): Message {
  const count = clients.length;
  if (count === 0)
    return complete
      ? say(
          'No client that can be recognized here uses the key. Switch it off once no binding and no other app uses it either.',
        )
      : say('No client was found that uses the key, but not every file was looked at.');
  if (!complete) return say('At least {count} clients still use the key. Switch it off when none is left.', { count });
  return count === 1
    ? say('1 client still uses the key. Switch it off when none is left.')
    : say('{count} clients still use the key. Switch it off when none is left.', { count });
}
