/** Values that must not be seen anywhere: as services make them, and as people choose them. */
import { createFake } from './fake-secrets';
import type { Fake } from './fake-secrets';

/** A fake whose every maker gives such a value; where that stands in a connection string, its key is one. */
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
    storageConnectionString: (options = {}) => fake.storageConnectionString({ ...named, ...options, key: value() }),
    cosmosConnectionString: ({ account = 'contoso' } = {}) =>
      `AccountEndpoint=https://${account}.documents.azure.com:443/;AccountKey=${value()};`,
    serviceBusConnectionString: ({ namespace = 'contoso' } = {}) =>
      `Endpoint=sb://${namespace}.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${value()}`,
    eventHubsConnectionString: ({ namespace = 'contoso' } = {}) =>
      `Endpoint=sb://${namespace}.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${value()}`,
  };
}

const word = ({ random }: Fake): string =>
  random
    .pick([
      ['Som', 'mer'],
      ['Win', 'ter'],
      ['Pass', 'word'],
    ])
    .join('');

/** By what they are. */
export const values: Readonly<Record<string, (seed: number) => Fake>> = {
  'values as services make them': createFake,
  'a word and two digits': (seed) => chosen(seed, (fake) => word(fake) + fake.random.text(2, '0123456789')),
  'a word, a digit and a mark': (seed) => chosen(seed, (fake) => `${word(fake)}${fake.random.text(1, '123456789')}!`),
  'a value that looks like a placeholder': (seed) =>
    chosen(seed, (fake) => `my-${word(fake).toLowerCase()}-key-${fake.random.text(3, '0123456789')}`),
};
