import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/core/message';
import { createFake } from '../../support/fake-secrets';
import { candidatesIn, detected } from '../../support/detected';

const fake = createFake(21);

describe('storage-connection-string', () => {
  const key = fake.storageKey();
  const connection = fake.storageConnectionString({ account: 'contoso', key });

  it.each([
    ['TypeScript', `const c = BlobServiceClient.fromConnectionString("${connection}");`],
    ['.env', `AZURE_STORAGE_CONNECTION_STRING=${connection}\nOTHER=1\n`],
    ['.env with CRLF', `A=1\r\nAZURE_STORAGE_CONNECTION_STRING="${connection}"\r\n`],
    ['YAML', `storage:\n  connection: ${connection}\n  name: x\n`],
    ['XML', `<add key="Storage" value="${connection}" />`],
    ['element', `<ConnectionString>${connection}</ConnectionString>`],
    ['shell', `export CONN='${connection}' && run`],
    ['shell, no quotes', `export CONN=${connection} && run`],
    [
      'concatenated',
      `"DefaultEndpointsProtocol=https;AccountName=x;" + "AccountKey=${key};EndpointSuffix=core.windows.net"`,
    ],
  ])('is found in %s, with the value exactly', (_, text) => {
    expect(detected(text)).toEqual([`storage-connection-string ${key}`]);
  });

  it('has the whole string around it', () => {
    for (const text of [
      `x("${connection}");`,
      `A=${connection}\n`,
      `conn: ${connection} # note`,
      `<v>${connection}</v>`,
    ]) {
      const [candidate] = candidatesIn(text);
      expect(text.slice(candidate?.around?.start, candidate?.around?.end)).toBe(connection);
    }
  });

  it('is found in any order and case of its keys, old keys too', () => {
    const pairs = (seed: number): string[] => [
      'DefaultEndpointsProtocol=https',
      'AccountName=contoso',
      `AccountKey=${createFake(seed).oldKey(64)}`,
      'EndpointSuffix=core.windows.net',
    ];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
        fc.boolean(),
        fc.boolean(),
        (seed, order, lower, semicolon) => {
          const all = pairs(seed);
          const chosen = (order.includes(2) ? order : [...order, 2]).map((i) => all[i] ?? '');
          const value = all[2]?.slice('AccountKey='.length);
          const text =
            chosen.map((pair) => (lower ? pair.replace(/^\w+/, (name) => name.toLowerCase()) : pair)).join(';') +
            (semicolon ? ';' : '');
          expect(detected(`run('${text}')`)).toEqual([`storage-connection-string ${value}`]);
          const around = candidatesIn(`run('${text}')`)[0]?.around;
          expect(`run('${text}')`.slice(around?.start, around?.end)).toBe(text);
        },
      ),
    );
  });

  it.each([
    ['JSON', (value: string) => value.replace(/\+/g, '\\u002B').replace(/=/g, '\\u003d')],
    ['JSON slashes', (value: string) => value.replace(/\//g, '\\/')],
    ['percent-encoding', (value: string) => encodeURIComponent(value)],
    ['XML', (value: string) => value.replace(/\+/g, '&#43;').replace(/\//g, '&#x2F;')],
  ])('keeps the encoding of %s in the range and undoes it in the value', (_, encode) => {
    const raw = encode(key);
    const text = `{"c": "AccountName=contoso;AccountKey=${raw};EndpointSuffix=core.windows.net"}`;
    expect(detected(text)).toEqual([`storage-connection-string ${raw}`]);
    expect(candidatesIn(text)[0]?.value.reveal()).toBe(key);
  });

  it.each([
    'UseDevelopmentStorage=true',
    'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${key};EndpointSuffix=core.windows.net',
    'AccountName=x;AccountKey=<your-account-key>;',
    'AccountName=x;AccountKey={3}',
    'AccountName=x;AccountKey=%STORAGE_KEY%',
    `AccountName=x;AccountKey=${'a'.repeat(86)}==`,
    `AccountName=x;AccountKey=${'x'.repeat(86)}==;EndpointSuffix=core.windows.net`,
  ])('is silent about %j', (text) => {
    expect(detected(`c = "${text}"`)).toEqual([]);
  });
});

describe('storage-account-key', () => {
  const key = fake.storageKey();

  it.each([
    ['a credential', `new StorageSharedKeyCredential("contoso", "${key}")`],
    ['a flag', `az storage blob list --account-name c --account-key ${key} --container x`],
    ['Hadoop', `fs.azure.account.key.c.dfs.core.windows.net=${key}`],
    ['Terraform', `access_key = "${key}"`],
    ['AccountKey with quotes', `"AccountKey": "${key}"`],
    ['AccountKey of an object', `AccountKey = "${key}"`],
    ['the end of the text', key],
  ])('is found in %s', (_, text) => {
    expect(detected(text)).toEqual([`storage-account-key ${key}`]);
    expect(candidatesIn(text)[0]?.grade).toBe('certain');
  });

  it('is never hidden by a hash name or a lock file when its checksum holds', () => {
    expect(detected(`"sha512": "${key}"`, 'package-lock.json')).toEqual([`storage-account-key ${key}`]);
  });

  it('with a wrong checksum is found all the same, but not where hashes stand', () => {
    const wrong = key.slice(0, 10) + (key[10] === 'B' ? 'C' : 'B') + key.slice(11);
    expect(detected(`key = "${wrong}"`)).toEqual([`storage-account-key ${wrong}`]);
    expect(detected(`"sha512": "${wrong}"`)).toEqual([]);
    expect(detected(`integrity: sha512-${wrong}`)).toEqual([]);
    expect(detected(`key = "${wrong}"`, 'web/package-lock.json')).toEqual([]);
  });

  it('is not cut out of longer base64', () => {
    expect(detected(`x = "A${key}"`)).toEqual([]);
    expect(detected(`x = "${key.slice(0, -2)}AAAA${key}"`)).toEqual([]);
  });
});

describe('storage-sas', () => {
  it.each([
    ['an account SAS', () => fake.sas()],
    ['a service SAS', () => fake.sas({ service: true })],
    ['a user delegation SAS', () => fake.sas({ userDelegation: true })],
    ['a URL', () => fake.sasUrl()],
  ])('is found in %s, its signature exactly', (_, make) => {
    const sas = make();
    const signature = /sig=([^&]+)/.exec(sas)?.[1] ?? '';
    for (const text of [`const url = "${sas}";`, `SAS_TOKEN=${sas}\n`, `[here](${sas}) is it`]) {
      expect(detected(text)).toEqual([`storage-sas ${signature}`]);
      const around = candidatesIn(text)[0]?.around;
      expect(text.slice(around?.start, around?.end)).toBe(sas);
    }
  });

  it('is found in any order of its parameters, with any encoding of the ampersand', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('&', '&amp;', '\\u0026'),
        fc.boolean(),
        fc.infiniteStream(fc.nat(100)),
        (seed, and, service, ranks) => {
          const query = createFake(seed).sas({ service }).split('&');
          const order = query
            .map((pair) => ({ pair, rank: ranks.next().value as number }))
            .sort((a, b) => a.rank - b.rank);
          const sas = order.map(({ pair }) => pair).join(and);
          const signature = query.find((pair) => pair.startsWith('sig='))?.slice(4) ?? '';
          expect(detected(`url = "https://c.blob.core.windows.net/x?${sas}"`)).toEqual([`storage-sas ${signature}`]);
        },
      ),
    );
  });

  it('is found inside a connection string, which stands around it', () => {
    const sas = fake.sas();
    const text = `BlobEndpoint=https://contoso.blob.core.windows.net/;SharedAccessSignature=${sas}`;
    const [candidate] = candidatesIn(`CONN=${text}\n`);
    expect(candidate?.kind).toBe('storage-sas');
    expect(`CONN=${text}\n`.slice(candidate?.around?.start, candidate?.around?.end)).toBe(text);
  });

  it.each([
    ['2026-05-31T00:00:00Z', 'expired', 'Hardcoded SAS token, expired on 2026-05-31'],
    ['2026-12-31T00:00:00Z', 'narrow', undefined],
    ['2030-01-01T00:00:00Z', 'wide', 'Hardcoded SAS token, valid until 2030-01-01'],
  ])('says what the expiry %s means', (expires, reach, message) => {
    const [candidate] = candidatesIn(`"${fake.sasUrl({ expires })}"`);
    expect(candidate?.reach).toBe(reach);
    expect(candidate?.message === undefined ? undefined : english(candidate.message)).toBe(message);
  });

  it('ends with the delegation key that signed it, where that ends earlier', () => {
    const url = fake.sasUrl({ expires: '2030-01-01T00:00:00Z' });
    const [candidate] = candidatesIn(`"${url}&ske=2026-05-31T00%3A00%3A00Z"`);
    expect(candidate?.reach).toBe('expired');
    expect(candidate?.message && english(candidate.message)).toBe('Hardcoded SAS token, expired on 2026-05-31');
  });

  it.each([
    'https://x.example/?v=2&sig=abc',
    'https://c.blob.core.windows.net/x?sv=2022-11-02&sr=b&sig={signature}',
    `https://x.example/?v=1&sig=${encodeURIComponent(fake.oldKey(32))}`,
  ])('is silent about %s', (text) => {
    expect(detected(text)).toEqual([]);
  });
});
