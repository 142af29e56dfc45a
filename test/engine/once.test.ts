import { describe, expect, it } from 'vitest';
import { createEngine, createTools } from '../../src/engine/engine';
import type { Tools } from '../../src/engine/engine';
import { createFake } from '../support/fake-secrets';

const fake = createFake(12);

/** Tools that count what an engine asks of them. */
function counting(): { readonly tools: Tools; readonly counts: { path: number; drafts: number } } {
  const counts = { path: 0, drafts: 0 };
  const own = createTools();
  const tools: Tools = {
    ...own,
    detector: {
      detect(document, options) {
        if (document.path === '') counts.path++;
        return own.detector.detect(document, options);
      },
    },
    async load(language) {
      const loaded = await own.load(language);
      const parser = Object.create(loaded.parser, {
        writer: {
          value: (file: Parameters<typeof loaded.parser.writer>[0]) => {
            counts.drafts++;
            return loaded.parser.writer(file);
          },
        },
      }) as typeof loaded.parser;
      return { ...loaded, parser };
    },
  };
  return { tools, counts };
}

const literals = (n: number): string =>
  Array.from({ length: n }, (_, i) => `export const a${String(i)} = "AccountKey=${fake.storageKey()}";\n`).join('');

const clients = (n: number): string =>
  `import { BlobServiceClient } from "@azure/storage-blob";\n${Array.from(
    { length: n },
    (_, i) => `export const c${String(i)} = BlobServiceClient.fromConnectionString(process.env.CONN_${String(i)}!);\n`,
  ).join('')}`;

describe('what costs is done once', () => {
  it('the search of a path for secrets, however often the document is scanned', () => {
    const { tools, counts } = counting();
    const engine = createEngine({ tools });
    const document = { path: 'src/a.ts', text: literals(1) };
    engine.scanText(document);
    const first = counts.path;
    for (let i = 0; i < 10; i++) engine.scanText({ ...document, text: `${document.text}// ${String(i)}` });
    expect(counts.path).toBe(first);
  });

  it('the migration of each value: those still to come are not drafted with it', async () => {
    const made = async (n: number): Promise<number> => {
      const { tools, counts } = counting();
      const plan = await createEngine({ tools }).planFile({ path: 'a.ts', text: literals(n) }, { fix: 'key-vault' });
      expect(plan.migrations).toHaveLength(n);
      return counts.drafts;
    };
    expect(await made(12)).toBeLessThanOrEqual(2 * (await made(6)));
  });

  it('the draft of each client that moves', async () => {
    const { tools, counts } = counting();
    const plan = await createEngine({ tools }).planFile({ path: 'a.ts', text: clients(10) }, { fix: 'identity' });
    expect(plan.migrations).toHaveLength(10);
    // At the start, when it is found to be next, and when it moves.
    expect(counts.drafts).toBeLessThanOrEqual(3 * 10);
  });
});
