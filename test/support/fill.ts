import type { Fake } from './fake-secrets';
import { fake as usual } from './fake-secrets';

type Maker = (fake: Fake, argument: string | undefined) => string;

/** Fake values by secret kind; the argument is the account or namespace where the value holds one. */
const MAKERS: Readonly<Record<string, Maker>> = {
  'storage-connection-string': (fake, account = 'contoso') => fake.storageConnectionString({ account }),
  'storage-account-key': (fake) => fake.storageKey(),
  'storage-sas': (fake) => fake.sas(),
  'storage-sas-url': (fake, account = 'contoso') => fake.sasUrl({ account, path: '' }),
  'entra-client-secret': (fake) => fake.entraClientSecret(),
  'cosmos-key': (fake) => fake.cosmosKey(),
  'cosmos-connection-string': (fake, account = 'contoso') => fake.cosmosConnectionString({ account }),
  'servicebus-connection-string': (fake, namespace = 'contoso') => fake.serviceBusConnectionString({ namespace }),
  'servicebus-key': (fake) => fake.serviceBusKey(),
  'eventhubs-connection-string': (fake, namespace = 'contoso') => fake.eventHubsConnectionString({ namespace }),
  'eventgrid-key': (fake) => fake.eventGridKey(),
  'redis-key': (fake) => fake.redisKey(),
  'search-key': (fake) => fake.searchKey(),
  'azure-openai-key': (fake) => fake.openAiKey(),
  'maps-key': (fake) => fake.cask('AZMP'),
  'batch-key': (fake) => fake.batchKey(),
  'iothub-key': (fake) => fake.iotKey(),
  'devops-pat': (fake) => fake.devopsPat(),
  // The key of a connection string that an example writes out otherwise; the argument is its size in bytes.
  key: (fake, size = '32') => fake.oldKey(Number(size)),
  password: (fake) => fake.password(),
  hex: (fake) => fake.hex(),
  guid: (fake) => fake.guid(),
};

const PLACES = /\{\{[\w-]+(?::[\w-]+)?\}\}/g;

/** The part of a made value that is secret: an account's name is not. */
const SECRET_PART = /(?:AccountKey|SharedAccessKey|SharedSecret|Secret|password|Pwd|sig)=([^;&,]+)/i;
export const secretOf = (value: string): string => SECRET_PART.exec(value)?.[1] ?? value;

/** Fills a text and says which secrets are in it. */
export function fillNoting(text: string, fake: Fake = usual): { text: string; secrets: string[] } {
  const secrets = new Set<string>();
  const made = new Map([...new Set(text.match(PLACES) ?? [])].map((place) => [place, fill(place, fake)]));
  for (const [place, value] of made) if (!place.startsWith('{{guid')) secrets.add(secretOf(value));
  return { text: text.replace(PLACES, (place) => made.get(place) ?? place), secrets: [...secrets] };
}

/**
 * Fills `{{kind}}` and `{{kind:account}}` with fake values made now. The same place gives the same value within one call.
 * @throws RangeError for a kind without a maker.
 */
export function fill(text: string, fake: Fake = usual): string {
  const made = new Map<string, string>();
  return text.replace(/\{\{([\w-]+)(?::([\w-]+))?\}\}/g, (place, kind: string, argument: string | undefined) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const maker = MAKERS[kind];
    if (!maker) throw new RangeError(`no fake value for ${place}`);
    const value = maker(fake, argument);
    made.set(place, value);
    return value;
  });
}
