import { describe, expect, it } from 'vitest';
import { english } from '../../src/core/message';
import { createSession } from '../../src/session/session';
import { refOf } from '../../src/session/store';
import { fake } from '../support/fake-secrets';
import { createFakeEditor } from './fake-editor';

const client = `import { BlobServiceClient } from '@azure/storage-blob';

export const service = BlobServiceClient.fromConnectionString(process.env.STORAGE_CONNECTION!);
`;

const at = (path: string): string => `file:///work/${path}`;

describe('the secret of a finding, everywhere', () => {
  it('changes the files of the folder, opened ones as they are there', { timeout: 60_000 }, async () => {
    const editor = createFakeEditor({
      [at('package.json')]: '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.26.0"\n  }\n}\n',
      [at('.env')]: `STORAGE_CONNECTION=${fake.storageConnectionString({ account: 'contoso' })}\n`,
      [at('src/upload.ts')]: client,
      [at('src/download.ts')]: client,
    });
    const session = editor.attach(createSession(editor.host));
    editor.open(at('.env'));
    await session.live.settled(at('.env'));
    const [located] = session.store.get(at('.env'))?.findings ?? [];
    if (!located) throw new Error('nothing was found');
    expect(located.finding.fixes).toEqual([]);
    const wish = { kind: 'everywhere', finding: refOf(at('.env'), located) } as const;
    const plan = await session.planner.plan(at('.env'), wish);
    if (plan.kind === 'refused') throw new Error(english(plan.message));
    expect(plan.changes.map(({ document }) => document.uri).sort()).toEqual(
      ['.env', 'package.json', 'src/download.ts', 'src/upload.ts'].map(at),
    );
    expect(plan.left).toEqual([]);
    editor.apply(plan.changes);
    expect(editor.textOf(at('.env'))).toBe(
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net\n',
    );
    for (const path of ['src/upload.ts', 'src/download.ts'])
      expect(editor.textOf(at(path))).toContain('new DefaultAzureCredential()');
  });
});
