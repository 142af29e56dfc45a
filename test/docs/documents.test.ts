import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { createEngine } from '../../src/engine/engine';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');
/** A folder without a file in it is not in the repository. */
const isThere = (file: string): boolean => {
  const found = statSync(path.join(project, file), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found !== undefined;
  return readdirSync(path.join(project, file), { recursive: true, withFileTypes: true }).some((one) => one.isFile());
};
const missing = (files: readonly string[]): string[] => files.filter((file) => !isThere(file));

const engine = createEngine();
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map(([, link = '']) => link);
    expect(missing(links.filter((link) => !link.startsWith('media/screenshots/')))).toEqual([]);
  });

  test('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|syntaxes|bench|demo)\/[\w./-]*\w\/?)`/g)].map(
      ([, file = '']) => file,
    );
    // The walk "add a service" makes this one.
    expect(missing(named.filter((file) => !file.startsWith('src/services/contoso-queue')))).toEqual([]);
  });

  test('names scripts that package.json has', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  test('holds nothing that looks like a secret', async () => {
    expect((await engine.scan({ path: document, text })).findings).toEqual([]);
  });

  test('has no emoji', () => {
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
  });
});

test('ARCHITECTURE.md names the files of each room where they are', () => {
  const sources = readdirSync(path.join(project, 'src'));
  const named = [...read('ARCHITECTURE.md').matchAll(/`((?:\w+)\/[\w./-]+\.ts)`/g)].map(([, file = '']) => file);
  const inRooms = named.filter((file) => sources.includes(file.split('/')[0] ?? ''));
  expect(inRooms.length).toBeGreaterThan(5);
  expect(missing(inRooms.map((file) => `src/${file}`))).toEqual([]);
});

test('README.md and CHANGELOG.md know the version', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${manifest.version}]`);
  for (const name of ['rules', 'services', 'commands', 'settings'])
    expect(read('README.md')).toMatch(new RegExp(`<!-- generated:${name} -->[^]*<!-- /generated:${name} -->`));
});
