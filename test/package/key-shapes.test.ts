import { describe, expect, it } from 'vitest';
import { createFake } from '../support/fake-secrets';
import { KEY_SHAPES } from './key-shapes';

const fake = createFake(7);
const shapesOf = (text: string): string[] =>
  Object.entries(KEY_SHAPES).flatMap(([shape, regex]) => (regex.test(text) ? [shape] : []));

describe('the shapes that may not be in the package', () => {
  it.each([
    ['64-byte key in base64', fake.oldKey(64)],
    ['64-byte key in base64', fake.storageConnectionString()],
    ['32-byte key after a key name', `SharedAccessKey=${fake.oldKey(32)}`],
    ['key with an Azure signature', fake.searchKey()],
    ['key with an Azure signature', fake.redisConnectionString()],
    ['CASK key', fake.openAiKey()],
    ['Entra client secret', fake.entraClientSecret()],
    ['Entra client secret', fake.entraClientSecret7()],
    ['signature of a SAS', fake.sasUrl()],
    ['private key', `${['-----BEGIN', 'PRIVATE KEY-----'].join(' ')}\n${fake.oldKey(48)}`],
    ['JSON web token', ['eyJ', 'eyJ', ''].map((head) => head + fake.hex(20)).join('.')],
    ['GitHub token', `ghp_${fake.hex(36)}`],
    ['npm token', `npm_${fake.hex(36)}`],
    ['AWS access key', `AKIA${fake.hex(16).toUpperCase()}`],
    ['Slack token', `xoxb-${fake.hex(24)}`],
  ])('%s', (shape, value) => {
    expect(shapesOf(`const a = "${value}";`)).toContain(shape);
  });

  it('are not seen in prose, hashes, packed data and code', () => {
    const packed = Array.from({ length: 2000 }, () => fake.oldKey(48)).join('');
    const texts = [fake.hex(64), fake.guid(), 'AccountKey=<key>;', 'const a = b.sig=c;', packed];
    expect(texts.flatMap(shapesOf)).toEqual([]);
  });
});
