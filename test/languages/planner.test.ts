import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCES = new URL('../../src/', import.meta.url);

/** The names of languages, and the ends of their files: as words of code or in strings and expressions. */
const LANGUAGES =
  /\b(?:csharp|c#|typescript|javascript|python|golang|kotlin)\b|\bC#|\\?\.(?:csx?|tsx?|jsx?|py|java|go)\b(?=[$'"`)|\\])/i;

/** Lines that may name one, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {};

/** A path of this project in a comment. */
const OWN_PATH = /`[\w./-]+\.ts`/g;

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, SOURCES), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`);

describe('what is the same for all languages', () => {
  it.each(['migrate/', 'engine/', 'session/'])('%s names none of them', (folder) => {
    const named = filesIn(folder).flatMap((file) =>
      readFileSync(new URL(file, SOURCES), 'utf8')
        .split('\n')
        .filter((line) => LANGUAGES.test(line.replace(OWN_PATH, '')) && !(line.trim() in ALLOWED))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(named).toEqual([]);
  });

  it('allows only lines that there are', () => {
    const lines = ['migrate/', 'engine/', 'session/'].flatMap(filesIn).flatMap((file) =>
      readFileSync(new URL(file, SOURCES), 'utf8')
        .split('\n')
        .map((line) => line.trim()),
    );
    for (const line of Object.keys(ALLOWED)) expect(lines).toContain(line);
  });
});
