import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redacted } from '../../src/core/redacted';
import { partsOf } from '../../src/detect/connection-string';
import { createFake } from '../support/fake-secrets';

const fake = createFake(3);
const parts = (text: string): Readonly<Record<string, string>> => partsOf(new Redacted(text));

describe('partsOf', () => {
  it('gives the harmless parts of a storage connection string', () => {
    expect(parts(fake.storageConnectionString({ account: 'contoso' }))).toEqual({
      DefaultEndpointsProtocol: 'https',
      AccountName: 'contoso',
      EndpointSuffix: 'core.windows.net',
    });
  });

  it('spells keys as usual, whatever their case and order', () => {
    expect(
      parts(`endpointsuffix = core.usgovcloudapi.net ; ACCOUNTKEY=${fake.storageKey()};accountname=adatum`),
    ).toEqual({
      EndpointSuffix: 'core.usgovcloudapi.net',
      AccountName: 'adatum',
    });
  });

  it('cuts endpoints at a query and at a user', () => {
    expect(
      parts(`BlobEndpoint=https://contoso.blob.core.windows.net/?${fake.sas()};SharedAccessSignature=${fake.sas()}`),
    ).toEqual({
      BlobEndpoint: 'https://contoso.blob.core.windows.net/',
    });
    expect(parts(`Endpoint=sb://root:${fake.password()}@bus.servicebus.windows.net/`)).toEqual({
      Endpoint: 'sb://bus.servicebus.windows.net/',
    });
  });

  it('gives the URL of a SAS without its query', () => {
    expect(parts(fake.sasUrl({ account: 'contoso', path: 'c/b.txt' }))).toEqual({
      Url: 'https://contoso.blob.core.windows.net/c/b.txt',
    });
  });

  it('undoes the escapes of JSON and XML', () => {
    expect(
      parts(
        `AccountName=contoso;AccountKey=${fake.storageKey().replace(/\+/g, '\\u002B')};BlobEndpoint=https:\\/\\/c.example`,
      ),
    ).toEqual({
      AccountName: 'contoso',
      BlobEndpoint: 'https://c.example',
    });
  });

  it('never gives a secret, in any order, case and spelling', () => {
    const harmless = fc.constantFrom(
      'AccountName=contoso',
      'EndpointSuffix=core.windows.net',
      'Endpoint=sb://b.servicebus.windows.net/',
      'HostName=h',
    );
    const secretKey = fc.constantFrom(
      'AccountKey',
      'SharedAccessKey',
      'SharedAccessSignature',
      'Password',
      'Pwd',
      'Secret',
      'AccessKey',
      'sig',
      'Anything',
    );
    const joint = fc.constantFrom('=', ' = ', '= ');
    fc.assert(
      fc.property(
        fc.array(harmless, { maxLength: 4 }),
        secretKey,
        joint,
        fc.boolean(),
        fc.nat(4),
        fc.integer(),
        (others, key, equals, lower, at, seed) => {
          const secret = createFake(seed).storageKey();
          const pairs: string[] = [...others];
          pairs.splice(at, 0, `${lower ? key.toLowerCase() : key}${equals}${secret}`);
          expect(JSON.stringify(parts(pairs.join(';')))).not.toContain(secret.slice(0, 20));
          expect(JSON.stringify(parts(pairs.join('')))).not.toContain(secret.slice(0, 20));
        },
      ),
    );
  });
});
