import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { filled } from '../support/across';
import { cli, contents, project } from './project';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};

const client = (imports: string, expression: string) => `import { BlobServiceClient } from '@azure/storage-blob';
${imports}

export const client = BlobServiceClient.fromConnectionString(${expression});
`;

/** One configuration, two readers. The configuration comes first when the tree is walked. */
const shop = () =>
  filled({
    'package.json': '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.0.0"\n  }\n}\n',
    'src/config.ts': "export const config = {\n  port: 80,\n  conn: '{{storage-connection-string:contoso}}',\n};\n",
    'src/read.ts': client("import { config } from './config';", 'config.conn'),
    'src/web/write.ts': client("import { config } from '../config.js';", 'config.conn'),
  });

describe('a secret in another file', { timeout: 60_000 }, () => {
  test('scan says where it comes from, from whatever folder', async () => {
    const root = project({ ...shop(), '.git/HEAD': 'x' });
    for (const [cwd, arguments_] of [
      [root, ['src/read.ts', 'src/web']],
      [`${root}/src/web`, ['write.ts', '../read.ts']],
    ] as const) {
      const { stdout } = await cli(cwd, ['scan', '--format', 'json', ...arguments_], tools);
      const { findings } = JSON.parse(stdout) as {
        findings: { file: string; rule: string; origin: string; refusal: unknown; fixes: { kind: string }[] }[];
      };
      expect(
        findings.map(({ rule, origin, refusal, fixes }) => ({
          rule,
          origin,
          refusal,
          fixes: fixes.map(({ kind }) => kind),
        })),
      ).toEqual(
        Array.from({ length: 2 }, () => ({
          rule: 'key-auth/storage-blob',
          origin: 'literal',
          refusal: null,
          fixes: ['identity'],
        })),
      );
    }
  });

  test('migrate moves every reader, and the secret goes with the last one', async () => {
    const files = shop();
    const root = project(files);
    const { stdout, stderr, code } = await cli(root, ['migrate', '--write', '.'], tools);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const after = contents(root);
    expect(after['src/config.ts']).toBe(
      "export const config = {\n  port: 80,\n  blobEndpoint: 'https://contoso.blob.core.windows.net',\n};\n",
    );
    for (const path of ['src/read.ts', 'src/web/write.ts'])
      expect(after[path]).toContain('new BlobServiceClient(config.blobEndpoint, credential)');
    expect(stdout).toContain('2 migrations, 4 files changed.');
    expect(stdout).toContain('Treat it as leaked and rotate it');
    expect((await cli(root, ['scan', '.'], tools)).code).toBe(0);
  });

  test('the diff of all of it is one that git applies', async () => {
    const root = project(shop());
    const { stdout } = await cli(root, ['migrate', '.'], tools);
    expect(stdout).not.toMatch(/AccountKey=(?!\[)/);
    const written = project(shop());
    await cli(written, ['migrate', '--write', '.'], tools);
    // The diff masks the value that goes, so only the files without one can be patched.
    const readable = stdout
      .split(/^(?=--- )/m)
      .filter((part) => !part.includes('config.ts'))
      .join('');
    execFileSync('git', ['apply', '-'], { cwd: root, input: readable });
    const [patched, expected] = [contents(root), contents(written)];
    expect({ ...patched, 'src/config.ts': '' }).toEqual({ ...expected, 'src/config.ts': '' });
  });

  test('a file that cannot be written stops the whole change', async () => {
    const root = project(shop());
    execFileSync('chmod', ['a-w', `${root}/src/config.ts`]);
    const before = contents(root);
    const { code, stderr } = await cli(root, ['migrate', '--write', 'src/read.ts'], tools);
    expect(stderr).toContain('A file that this change needs cannot be written.');
    expect(code).toBe(1);
    expect(contents(root)).toEqual(before);
  });
});
