import { describe, expect, it } from 'vitest';
import { fromBase32, fromBase64, toBase32, toBase64 } from '../../../src/detect/checksum/base64';
import { readCask } from '../../../src/detect/checksum/cask';
import { isDevopsPat } from '../../../src/detect/checksum/devops-pat';
import { isEntraSecret } from '../../../src/detect/checksum/entra';
import { isIdentifiableKey } from '../../../src/detect/checksum/identifiable-key';
import { marvin64 } from '../../../src/detect/checksum/marvin';
import { createFake, createRandom } from '../../support/fake-secrets';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const otherLetter = (key: string, at: number): string =>
  key.slice(0, at) + (key[at] === 'B' ? 'C' : 'B') + key.slice(at + 1);

describe('marvin', () => {
  // The two test vectors published with SymCrypt.
  it('agrees with the published test vectors', () => {
    expect(marvin64(ascii('abc'), { high: 0xd53cd9ce, low: 0xcd0893b7 })).toEqual({
      high: 0x22c74339,
      low: 0x492769bf,
    });
    expect(marvin64(ascii('abcdefghijklmnopqrstuvwxyz'), { high: 0x0ddddeee, low: 0xeffff000 })).toEqual({
      high: 0xa128eb7e,
      low: 0x7260aca2,
    });
  });
});

describe('base64 and base32', () => {
  it('round-trip any bytes', () => {
    const random = createRandom(5);
    for (let length = 0; length < 70; length++) {
      const bytes = random.bytes(length);
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
    }
  });

  it('give null for other characters', () => {
    expect(fromBase64('ab$d')).toBeNull();
    expect(fromBase32('abc1')).toBeNull();
  });
});

describe('checksums', () => {
  const fake = createFake(11);

  it('hold for made keys and break with one changed character', () => {
    for (let round = 0; round < 20; round++) {
      const storage = fake.storageKey();
      expect(storage).toMatch(/^[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5}[AQgw]==$/);
      expect(isIdentifiableKey(storage, 'storage')).toBe(true);
      expect(isIdentifiableKey(storage, 'cosmos')).toBe(false);
      expect(isIdentifiableKey(otherLetter(storage, 7), 'storage')).toBe(false);
      const bus = fake.serviceBusKey();
      expect(bus).toMatch(/^[A-Za-z0-9+/]{33}\+ASb[A-P][A-Za-z0-9+/]{5}=$/);
      expect(isIdentifiableKey(bus, 'messaging')).toBe(true);
      const search = fake.searchKey();
      expect(search).toMatch(/^[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}$/);
      expect(isIdentifiableKey(search, 'search')).toBe(true);
      const functions = fake.functionsKey();
      expect(functions).toMatch(/^[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==$/);
      expect(isIdentifiableKey(functions, 'functions')).toBe(true);
      const secret = fake.entraClientSecret();
      expect(secret).toHaveLength(40);
      expect(isEntraSecret(secret)).toBe(true);
      expect(isEntraSecret(otherLetter(secret, 20))).toBe(false);
      const pat = fake.devopsPat();
      expect(pat).toMatch(/^[a-z2-7]{52}$/);
      expect(isDevopsPat(pat)).toBe(true);
      expect(isDevopsPat('a'.repeat(52))).toBe(false);
    }
  });

  it('read a CASK key', () => {
    const key = fake.cask('ACOG', 'AAAB', 'BC');
    expect(readCask(key)).toEqual({
      signature: 'ACOG',
      provider: 'AAAB',
      made: { year: 2025, month: 3 },
      checksumValid: true,
    });
    expect(readCask(otherLetter(key, 3))?.checksumValid).toBe(false);
    expect(readCask('x'.repeat(84))).toBeNull();
  });
});
