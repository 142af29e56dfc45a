import { describe, expect, it } from 'vitest';
import { english } from '../../src/core/message';
import { filled, found } from '../support/across';

const CLIENT = `import { BlobServiceClient } from '@azure/storage-blob';
export const client = BlobServiceClient.fromConnectionString(process.env.PHOTOS!);
`;
const manifest = '{ "name": "photos", "dependencies": { "@azure/storage-blob": "12.29.1" } }\n';

/** `file:line:character message` of what is beside each finding of a file, lines and characters from 1. */
async function related(files: Readonly<Record<string, string>>, path: string): Promise<string[]> {
  const { findings } = await found(filled(files), path);
  return findings.flatMap((one) =>
    one.related.map(
      ({ path: file, start, message }) =>
        `${file}:${String(start.line + 1)}:${String(start.character + 1)} ${english(message)}`,
    ),
  );
}

describe('what belongs to a finding in other files', () => {
  const files = {
    'package.json': manifest,
    'src/photos.ts': CLIENT,
    '.env': 'LOG=all\nPHOTOS={{storage-connection-string}}\n',
    '.env.example': 'PHOTOS=\n',
    'compose.yaml': 'services:\n  app:\n    environment:\n      - PHOTOS=${PHOTOS}\n',
  };

  it('leads from a client to the settings files that give it its secret', async () => {
    expect(await related(files, 'src/photos.ts')).toEqual([
      '.env:2:1 PHOTOS is set here',
      '.env.example:1:1 Example for PHOTOS',
      'compose.yaml:4:9 PHOTOS is passed on here',
    ]);
  });

  it('leads from a setting to the code and the files that read it', async () => {
    expect(await related(files, '.env')).toEqual([
      '.env.example:1:1 Example for PHOTOS',
      'compose.yaml:4:9 PHOTOS is passed on here',
      'src/photos.ts:2:74 PHOTOS is read here',
    ]);
  });

  it('leads to no other project with the same name', async () => {
    const both = { 'a/package.json': manifest, 'a/x.ts': CLIENT, 'b/package.json': manifest, 'b/.env': 'PHOTOS=1\n' };
    expect(await related(both, 'a/x.ts')).toEqual([]);
  });

  it('names ten places at most, those that set the setting first', async () => {
    const many = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`src/reader${String(i)}.ts`, CLIENT]));
    const places = await related({ 'package.json': manifest, ...many, 'src/.env': 'PHOTOS=1\n' }, 'src/reader3.ts');
    expect(places).toHaveLength(10);
    expect(places[0]).toBe('src/.env:1:1 PHOTOS is set here');
  });

  it('has nothing of the value in it', async () => {
    const texts = filled(files);
    const value = /PHOTOS=(.*)/.exec(texts['.env'] ?? '')?.[1] ?? '';
    expect(value.length).toBeGreaterThan(80);
    for (const path of ['.env', 'src/photos.ts'])
      expect(JSON.stringify((await found(texts, path)).findings)).not.toContain(value.slice(60, 90));
  });
});
