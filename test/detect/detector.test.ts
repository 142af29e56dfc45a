import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/core/message';
import { createDetector } from '../../src/detect/detector';
import { secretKinds } from '../../src/detect/kinds/index';
import { isPlaceholder } from '../../src/detect/placeholders';
import { isEmulatorKey, isMadeUp } from '../../src/detect/silent';
import { createFake } from '../support/fake-secrets';
import { candidatesIn, detected } from '../support/detected';

const fake = createFake(41);

describe('createDetector', () => {
  it('says whether directives may stand in the text', () => {
    const detector = createDetector([]);
    expect(detector.detect({ path: 'a.ts', text: '// secretlint-disable -- made up' }).directives).toBe(true);
    expect(detector.detect({ path: 'a.ts', text: '// eslint-disable' }).directives).toBe(false);
  });

  it('counts a word in quotes only where it is imported', () => {
    const words = (text: string): boolean => createDetector(['"pg"', "'pg'"]).detect({ path: 'a.ts', text }).words;
    for (const text of [
      'import { Pool } from "pg"',
      "export * from\n  'pg'",
      "import 'pg'",
      'const pg = require( "pg" )',
      "await import('pg')",
      "import pg = require('pg')",
      'import{Pool}from"pg"',
    ])
      expect(words(text), text).toBe(true);
    for (const text of ["type: 'pg'", 'x = "pg"', "case 'pg':", "['pg', 'mysql']"])
      expect(words(text), text).toBe(false);
  });

  it('says whether one of the words stands in the text', () => {
    const detector = createDetector(['@azure/storage-blob', 'BlobServiceClient', 'AccountKey']);
    expect(detector.detect({ path: 'a.ts', text: "import x from '@AZURE/storage-blob'" }).words).toBe(true);
    expect(detector.detect({ path: 'a.ts', text: 'blobserviceclient' }).words).toBe(true);
    expect(detector.detect({ path: 'a.ts', text: 'AccountKey=1' }).words).toBe(true);
    expect(detector.detect({ path: 'a.ts', text: 'nothing sig= here' }).words).toBe(false);
    expect(detector.detect({ path: 'a.ts', text: '' })).toEqual({
      candidates: [],
      smells: [],
      words: false,
      directives: false,
      skipped: null,
    });
  });

  it('skips binary and very large texts, and says why', () => {
    const detector = createDetector([]);
    const key = fake.storageKey();
    const skipped = (text: string): string | null => {
      const detection = detector.detect({ path: 'a.bin', text });
      expect(detection.candidates).toEqual([]);
      return detection.skipped === null ? null : english(detection.skipped);
    };
    expect(skipped(`\0${key}`)).toBe('a binary file');
    expect(skipped(key + ' '.repeat(5 * 1024 * 1024))).toBe('larger than 5 MB');
    expect(detector.detect({ path: 'a', text: `${key}\n${' '.repeat(9000)}\0` }).candidates).toHaveLength(1);
  });

  it('gives one candidate per place, in order', () => {
    const text = [fake.entraClientSecret(), fake.storageConnectionString(), fake.sasUrl(), fake.storageKey()].join(
      '\n',
    );
    expect(candidatesIn(text).map(({ kind }) => kind)).toEqual([
      'entra-client-secret',
      'storage-connection-string',
      'storage-sas',
      'storage-account-key',
    ]);
  });

  it('finds every value in a long line and in a text with odd characters', () => {
    const keys = Array.from({ length: 200 }, () => fake.storageKey());
    const line = keys.map((key) => `{"k":"${key}","x":"${'y'.repeat(400)}"}`).join(',');
    expect(detected(line)).toEqual(keys.map((key) => `storage-account-key ${key}`));
    const odd = `\ufeff\ud800\u0130\r\n"${keys[0]}"\udfff`;
    expect(detected(odd)).toEqual([`storage-account-key ${keys[0]}`]);
  });

  it('never fails, whatever the text', () => {
    const piece = fc.constantFrom(
      'AccountKey=',
      'sig=',
      '8Q~',
      '+ASt',
      '%2B',
      '\\u002B',
      '&amp;',
      '"',
      "'",
      '\n',
      '\ud800',
      'a'.repeat(40),
      '==',
      ';',
      '?sv=2020-01-01',
      '&',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        candidatesIn(pieces.join('').replace(/\0/g, ''));
      }),
    );
  });

  it('lists kinds with an article and distinct ids', () => {
    const ids = secretKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, noun, looks } of secretKinds) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      expect(noun).toMatch(/^an? /);
      for (const { anchors, pattern } of looks) {
        expect(anchors.length).toBeGreaterThan(0);
        expect(pattern.source).not.toMatch(/\.[*+]|[^\\][*+]\)?[*+]/);
      }
    }
  });
});

describe('silent', () => {
  it('does not take other keys for the emulators’', () => {
    expect(isEmulatorKey(fake.storageKey())).toBe(false);
  });

  it('tells made-up values from random ones', () => {
    for (let seed = 0; seed < 300; seed++) {
      const made = createFake(seed);
      for (const value of [
        made.storageKey(),
        made.serviceBusKey(),
        made.entraClientSecret(),
        made.hex(),
        made.devopsPat(),
        made.searchKey(),
      ]) {
        expect(isMadeUp(value)).toBe(false);
      }
    }
    for (const value of [
      `${'a'.repeat(86)}==`,
      '0123456789abcdef0123456789abcdef',
      'your'.repeat(8),
      'x'.repeat(32),
      'ab'.repeat(20),
    ]) {
      expect(isMadeUp(value)).toBe(true);
    }
  });

  it('knows references', () => {
    for (const value of [
      '${KEY}',
      '$(KEY)',
      '%KEY%',
      '#{KEY}#',
      '__KEY__',
      '{{ .Values.key }}',
      '@Microsoft.KeyVault(SecretUri=x)',
      '<key>',
      '{key}',
      '$KEY',
    ]) {
      expect(isPlaceholder(value)).toBe(true);
    }
    expect(isPlaceholder(fake.storageKey())).toBe(false);
  });
});
