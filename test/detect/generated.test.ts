import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { createFake } from '../support/fake-secrets';

const fake = createFake(13);
const detector = createDetector([]);

const kindsIn = (text: string): readonly string[] =>
  detector.detect({ path: 'a.sql', text }).candidates.map(({ kind }) => kind);

const FILLING = 'x,'.repeat(10_001);

describe('a text with a line of more than 20,000 characters, which a tool made', () => {
  const host = 'contoso.database.windows.net';
  const named = `sql_password = "${fake.password()}" -- ${host}`;

  it('names tell nothing there', () => {
    expect(kindsIn(`${named}\n`)).toHaveLength(1);
    expect(kindsIn(`${named}\n${FILLING}\n`)).toEqual([]);
    expect(kindsIn(`${FILLING}${named}`)).toEqual([]);
  });

  it('the length of a line is what counts, wherever it is', () => {
    const line = 'x'.repeat(20_000);
    expect(kindsIn(`${line}\n${named}\n${line}`)).toHaveLength(1);
    expect(kindsIn(`${named}\n${line}\n${line}x`)).toEqual([]);
  });

  it('a value that has a shape of its own counts', () => {
    expect(kindsIn(`${FILLING}AccountKey=${fake.storageKey()};`)).toHaveLength(1);
  });

  it('and so does one that its checksum proves', () => {
    const token = `https://dev.azure.com/contoso "token": "${fake.devopsPat()}"`;
    expect(kindsIn(`${FILLING}\n${token}`)).toEqual(kindsIn(token));
  });
});
