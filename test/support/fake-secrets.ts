/**
 * Structurally valid fake secrets, made when a test or the demo runs: nothing key-shaped is in the repository.
 * The same seed gives the same values.
 */
import { toBase32, toBase64 } from '../../src/detect/checksum/base64';
import { caskChecksum } from '../../src/detect/checksum/cask';
import { patChecksum, patMagic } from '../../src/detect/checksum/devops-pat';
import { entraChecksum } from '../../src/detect/checksum/entra';
import { keyChecksum } from '../../src/detect/checksum/identifiable-key';
import { fromBase64 } from '../../src/detect/checksum/base64';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const ALNUM = DIGITS + UPPER + LOWER;

export interface Random {
  /** An integer from 0 up to, not including, `bound`. */
  below(bound: number): number;
  text(length: number, alphabet: string): string;
  bytes(length: number): Uint8Array;
  pick<T>(list: readonly T[]): T;
}

/** A small seeded generator (mulberry32); not for anything but tests. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    text: (length, alphabet) => Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(''),
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
    pick: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
  };
}

/** A key with Microsoft's signature and a valid checksum. `size` in bytes: 64, 32, 39 or 40. */
export function identifiableKey(random: Random, size: number, signature: string, seed: string): string {
  const text = toBase64(random.bytes(size));
  const body = text.replace(/=+$/, '');
  const at = body.length - 10;
  // `A`: bits of the head that spill into the character after the signature are zero.
  const bytes = fromBase64(body.slice(0, at) + signature + 'A' + body.slice(at + 5));
  if (bytes === null) throw new Error(`signature ${signature} is not base64`);
  new DataView(bytes.buffer).setUint32(size - 4, keyChecksum(bytes, seed), true);
  return toBase64(bytes);
}

/** A CASK key of 84 characters with a valid checksum. */
export function caskKey(random: Random, signature: string, provider = 'AAAA', yearMonth = 'BC'): string {
  const body =
    random.text(52, ALNUM) + ['JQQ', 'J99'].join('') + yearMonth + 'AC' + random.text(10, ALNUM) + provider + signature;
  return body + caskChecksum(body).slice(0, 4);
}

const hex = (random: Random, length: number): string => random.text(length, '0123456789abcdef');

const guid = (random: Random): string =>
  [hex(random, 8), hex(random, 4), `4${hex(random, 3)}`, `a${hex(random, 3)}`, hex(random, 12)].join('-');

/** Free text as people choose it: letters, digits and a mark, nothing that needs quoting anywhere. */
const password = (random: Random): string =>
  random.pick(['Tundra', 'Walnut', 'Cobalt', 'Falcon', 'Marble']) +
  random.text(4, DIGITS) +
  random.pick(['!', '#', '-', '_']) +
  random.text(6, ALNUM);

const withoutMarks = (make: () => string): string => {
  for (;;) {
    const key = make();
    if (!/[+/]/.test(key)) return key;
  }
};

/** Makers of fake values, all from one seeded generator. */
export function createFake(seed: number) {
  const random = createRandom(seed);
  const identifiable = (size: number, signature: string, name: string) => () =>
    identifiableKey(random, size, signature, name);
  const storageKey = identifiable(64, '+ASt', 'Default0');
  const cosmosKey = identifiable(64, 'ACDb', 'MastRW00');
  const serviceBusKey = identifiable(32, '+ASb', 'Manage00');
  const eventHubsKey = identifiable(32, '+AEh', 'Send0000');
  const relayKey = identifiable(32, '+ARm', 'Listen00');
  const iotKey = identifiable(32, 'AIoT', 'IoTHub00');
  const redisKey = identifiable(32, 'AzCa', 'Access00');
  const name = (): string => random.pick(['contoso', 'fabrikam', 'northwind', 'adatum']) + random.text(4, LOWER);
  /** A base64 key without any signature, as services made them before 2022. */
  const oldKey = (size: number): string => toBase64(random.bytes(size));
  const messaging =
    (key: () => string, policy: string) =>
    (options: { namespace?: string; entity?: string } = {}) =>
      `Endpoint=sb://${options.namespace ?? name()}.servicebus.windows.net/;SharedAccessKeyName=${policy};SharedAccessKey=${key()}` +
      (options.entity === undefined ? '' : `;EntityPath=${options.entity}`);
  const sasParameters = (options: SasOptions = {}): Record<string, string> => ({
    sv: '2022-11-02',
    ...(options.userDelegation === true
      ? {
          sr: 'b',
          skoid: guid(random),
          sktid: guid(random),
          skt: '2030-01-01T00%3A00%3A00Z',
          ske: '2030-01-02T00%3A00%3A00Z',
          sks: 'b',
          skv: '2022-11-02',
        }
      : options.service === true
        ? { sr: 'c' }
        : { ss: 'bfqt', srt: 'sco' }),
    sp: 'rl',
    se: (options.expires ?? '2030-06-01T00:00:00Z').replace(/:/g, '%3A'),
    spr: 'https',
    sig: encodeURIComponent(toBase64(random.bytes(32))),
  });
  /** The query of a SAS, without the question mark. */
  const sas = (options: SasOptions = {}): string =>
    Object.entries(sasParameters(options))
      .map(([key, value]) => `${key}=${value}`)
      .join('&');
  const entraClientSecret = (): string => {
    // No full stop or dash at the edges: prose and lists round the value stay what they are.
    const first = random.text(3, ALNUM) + '8Q' + '~' + random.text(31, `${ALNUM}._-`);
    const secret = first + entraChecksum(first);
    return /[.\-_~]$/.test(secret) ? entraClientSecret() : secret;
  };
  return {
    random,
    name,
    guid: (): string => guid(random),
    hex: (length = 32): string => hex(random, length),
    password: (): string => password(random),
    oldKey,
    storageKey,
    storageConnectionString: (options: { account?: string; key?: string; suffix?: string } = {}): string =>
      `DefaultEndpointsProtocol=https;AccountName=${options.account ?? name()};AccountKey=${options.key ?? storageKey()};EndpointSuffix=${options.suffix ?? 'core.windows.net'}`,
    sas,
    sasUrl: (options: SasOptions & { account?: string; path?: string } = {}): string =>
      `https://${options.account ?? name()}.blob.core.windows.net/${options.path ?? 'images/cat.png'}?${sas({ service: true, ...options })}`,
    entraClientSecret,
    /** The older form, 37 characters, without a checksum. */
    entraClientSecret7: (): string =>
      random.text(3, ALNUM) + '7Q' + '~' + random.text(30, `${ALNUM}._-`) + random.text(1, ALNUM),
    /** 34 characters without a signature, as Entra made them before 2020. */
    entraClientSecretLegacy: (): string =>
      random.text(1, LOWER) + random.text(32, `${ALNUM}._-~`) + random.text(1, DIGITS),
    cosmosKey,
    cosmosConnectionString: (options: { account?: string } = {}): string =>
      `AccountEndpoint=https://${options.account ?? name()}.documents.azure.com:443/;AccountKey=${cosmosKey()};`,
    serviceBusKey,
    serviceBusConnectionString: messaging(serviceBusKey, 'RootManageSharedAccessKey'),
    eventHubsKey,
    eventHubsConnectionString: messaging(eventHubsKey, 'send'),
    relayKey,
    relayConnectionString: messaging(relayKey, 'listen'),
    iotKey,
    iotHubConnectionString: (): string =>
      `HostName=${name()}.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=${iotKey()}`,
    iotDeviceConnectionString: (): string =>
      `HostName=${name()}.azure-devices.net;DeviceId=sensor-7;SharedAccessKey=${iotKey()}`,
    eventGridKey: identifiable(32, 'AZEG', 'Unknown0'),
    redisKey,
    redisConnectionString: (): string =>
      `${name()}.redis.cache.windows.net:6380,password=${redisKey()},ssl=True,abortConnect=False`,
    searchKey: (): string => withoutMarks(() => identifiableKey(random, 39, 'AzSe', 'PAdmin00')),
    registryPassword: identifiable(39, '+ACR', 'ACRDflt0'),
    functionsKey: (): string => identifiableKey(random, 40, 'AzFu', 'Functi00').replace(/\+/g, '-').replace(/\//g, '_'),
    batchKey: identifiable(64, '+ABa', 'AbAcct00'),
    apimKey: identifiable(64, 'APIM', 'Tenant00'),
    machineLearningKey: identifiable(64, '+AMC', 'Classic0'),
    cask: (signature: string, provider?: string, yearMonth?: string): string =>
      caskKey(random, signature, provider, yearMonth),
    openAiKey: (): string => caskKey(random, 'ACOG', 'AAAB'),
    appConfigConnectionString: (): string =>
      `Endpoint=https://${name()}.azconfig.io;Id=${random.text(4, ALNUM)};Secret=${oldKey(32)}`,
    devopsPat: (): string => {
      const bytes = random.bytes(32);
      const sum = patChecksum(bytes, patMagic.user);
      [22, 8, 7, 2].forEach((at, i) => {
        bytes[at] = (sum >>> (8 * i)) & 255;
      });
      return toBase32(bytes);
    },
  };
}

export interface SasOptions {
  /** ISO time of `se`. */
  readonly expires?: string;
  /** A SAS of one container instead of the account. */
  readonly service?: boolean;
  readonly userDelegation?: boolean;
}

export type Fake = ReturnType<typeof createFake>;

/** Values from a fixed seed, for tests that need any valid value. */
export const fake = createFake(20_260_401);
