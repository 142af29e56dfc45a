import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SharedCredential } from '../../src/languages/contract/credential';
import { createEngine } from '../../src/engine/engine';

/** What the broken writer of a test does instead; null for the real one. */
const broken = vi.hoisted(() => ({ share: null as ((text: string) => SharedCredential) | null, usings: true }));

vi.mock(import('../../src/languages/csharp/credential'), async (original) => {
  const real = await original();
  return {
    ...real,
    shareCredential: (uses, code, layout) => {
      const text = uses[0]?.tree.rootNode.text ?? '';
      return broken.share?.(text) ?? real.shareCredential(uses, code, layout);
    },
  };
});

vi.mock(import('../../src/languages/csharp/usings'), async (original) => {
  const real = await original();
  return { ...real, usingEdits: (...args) => (broken.usings ? real.usingEdits(...args) : []) };
});

const engine = createEngine();

const TEXT = `using System;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

public class A
{
    private readonly object token = new();

    public static void M()
    {
        var connectionString = Environment.GetEnvironmentVariable("STORAGE");
        var queues = new QueueServiceClient(connectionString);
        var blobs = new BlobServiceClient(connectionString);
    }

    public void N() { }
}
`;

async function planned(): Promise<string> {
  const document = { path: 'A.cs', text: TEXT };
  const [finding] = (await engine.scan(document)).findings;
  if (!finding) throw new Error('nothing found');
  const plan = await engine.plan(document, finding, 'identity');
  return plan.kind === 'refusal' ? plan.id : 'migration';
}

/** A writer that says `name` at each use and puts a line in front of some place of the text. */
const writing =
  (name: string, declaration: string, place: RegExp) =>
  (text: string): SharedCredential => {
    const at = place.exec(text)?.index ?? 0;
    return {
      codeAt: () => name,
      edits: declaration === '' ? [] : [{ span: { start: at, end: at }, newText: `${declaration}\n        ` }],
      builds: true,
    };
  };

const DECLARATION = 'var credential = new DefaultAzureCredential();';

afterEach(() => {
  broken.share = null;
  broken.usings = true;
});

describe('an edit that binds no name wrongly', () => {
  it('is made by the writer as it is', async () => {
    expect(await planned()).toBe('migration');
  });

  it.each<[string, (text: string) => SharedCredential]>([
    ['above the first use: as it should be', writing('credential', DECLARATION, /var queues/)],
  ])('is taken: %s', async (_, share) => {
    broken.share = share;
    expect(await planned()).toBe('migration');
  });

  it.each<[string, (text: string) => SharedCredential]>([
    ['a credential below its first use', writing('credential', DECLARATION, /var blobs/)],
    ['a credential that nothing declares', writing('credential', '', /^/)],
    ['a credential of another method', writing('credential', DECLARATION, /(?<=void N\(\) \{ )/)],
    ['a name that is taken', writing('queues', DECLARATION.replace('credential', 'queues'), /var connectionString/)],
    ['an instance from a static method', writing('token', '', /^/)],
  ])('is none: %s', async (_, share) => {
    broken.share = share;
    expect(await planned()).toBe('cannot-read-back');
  });

  it('is none without the using it needs', async () => {
    broken.usings = false;
    expect(await planned()).toBe('cannot-read-back');
  });
});
