/** Values that must not be seen anywhere: as services make them, and as people choose them. */
import { createFake } from './fake-secrets';
import type { Fake } from './fake-secrets';

/** A fake whose every maker gives such a value; where that is in a connection string, its key is one. */
function chosen(seed: number, make: (fake: Fake) => string): Fake {
  const fake = createFake(seed);
  const value = (): string => make(fake);
  const isKey = (name: string): boolean => /(?:Key|Secret|password|devopsPat|cask|hex)$/i.test(name);
  const weak = Object.fromEntries(
    Object.keys(fake)
      .filter(isKey)
      .map((name) => [name, value]),
  );
  const named = { namespace: 'contoso', account: 'contoso' };
  return {
    ...fake,
    ...weak,
    storageConnectionString: () => fake.storageConnectionString({ ...named, key: value() }),
    cosmosConnectionString: () => `AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=${value()};`,
    serviceBusConnectionString: () =>
      `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${value()}`,
    eventHubsConnectionString: () =>
      `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${value()}`,
  };
}

/** Words that no text of the product holds. */
const word = ({ random }: Fake): string =>
  random
    .pick([
      ['Som', 'mer'],
      ['Win', 'ter'],
      ['Ze', 'bra'],
    ])
    .join('');

const digits = ({ random }: Fake, count: number): string => random.text(count, '123456789');

/** As people choose passwords, and as placeholders look that somebody has filled in. */
const CHOICES: readonly ((fake: Fake) => string)[] = [
  (fake) => word(fake) + digits(fake, 2),
  (fake) => `${word(fake)}${digits(fake, 1)}!`,
  (fake) => `my-${word(fake).toLowerCase()}-key-${digits(fake, 3)}`,
];

/** By what they are; each seed gives values of its own. */
export const values: Readonly<Record<string, (seed: number) => Fake>> = {
  'values as services make them': createFake,
  'values as people choose them': (seed) =>
    chosen(seed, (fake) => (CHOICES[seed % CHOICES.length] as (fake: Fake) => string)(fake)),
};
