import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { SWITCHES } from '../../src/cli/report-text';
import { createFake } from '../support/fake-secrets';
import { cli, contents, project } from './project';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};

/** A project as people have it: CRLF here, a byte-order mark there, secrets in code, in `.env`, accepted ones and foreign ones. */
function shop(seed: number) {
  const fake = createFake(seed);
  const literal = fake.storageConnectionString({ account: 'contoso' });
  const setting = fake.storageConnectionString({ account: 'fabrikam' });
  const accepted = fake.storageKey();
  const entra = fake.entraClientSecret();
  const other = fake.password();
  const secrets = [keyOf(literal), keyOf(setting), accepted, entra, other];
  const files = {
    '.gitignore': '.env\n',
    '.env': `OTHER=${other}\nAZURE_STORAGE_CONNECTION_STRING=${setting}\n`,
    '.env.example': 'AZURE_STORAGE_CONNECTION_STRING=\n',
    'package.json': '{\r\n  "dependencies": {\r\n    "@azure/storage-blob": "^12.0.0"\r\n  }\r\n}\r\n',
    'src/upload.ts': `\uFEFFimport { BlobServiceClient } from '@azure/storage-blob';\r\n\r\nexport const client = BlobServiceClient.fromConnectionString('${literal}');\r\n`,
    'src/read.ts':
      'import { BlobServiceClient } from "@azure/storage-blob";\n\n' +
      'const connection = process.env.AZURE_STORAGE_CONNECTION_STRING;\n' +
      'if (!connection) throw new Error("no connection");\n' +
      'export const client = BlobServiceClient.fromConnectionString(connection);\n',
    'src/sign-in.ts':
      'import { ClientSecretCredential } from "@azure/identity";\n' +
      `export const credential = new ClientSecretCredential("${fake.guid()}", "${fake.guid()}", "${entra}");\n` +
      `// secretlint-disable-next-line -- a test account's\nconst key = "${accepted}";\n`,
  };
  return { files, secrets };
}

const keyOf = (connection: string): string => /AccountKey=([^;]+)/.exec(connection)?.[1] ?? '';

/** A secret or a telling part of it. */
function leaks(text: string, secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => {
    const parts = Array.from({ length: Math.max(1, secret.length - 7) }, (_, i) => secret.slice(i, i + 8));
    return parts.filter((part) => text.includes(part)).map((part) => `${part.length} characters of a secret`);
  });
}

describe('the real engine', { timeout: 60_000 }, () => {
  test('scan finds what stands in code, at exactly the value', async () => {
    const { files, secrets } = shop(1);
    const root = project(files);
    const { stdout, code } = await cli(root, ['scan', '--format', 'json', '.'], tools);
    const { findings } = JSON.parse(stdout) as {
      findings: { file: string; rule: string; range: { start: { offset: number }; end: { offset: number } } }[];
    };
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'src/read.ts key-auth/storage-blob',
      'src/sign-in.ts hardcoded/entra-client-secret',
      'src/upload.ts hardcoded/storage-connection-string',
    ]);
    const value = ({ file, range }: (typeof findings)[number]) =>
      readFileSync(join(root, file), 'utf8')
        .replace(/^\uFEFF/, '')
        .slice(range.start.offset, range.end.offset);
    expect(findings.slice(1).map(value)).toEqual([secrets[3], secrets[0]]);
    expect(code).toBe(1);
  });

  test('migrate --write gives the expected files; then everything is clean and nothing is left to do', async () => {
    const { files } = shop(2);
    const root = project(files);
    const { code, stderr, stdout } = await cli(root, ['migrate', '--write', '.'], tools);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('ba92f5b4-2d11-453d-a403-e96b0029c9fe');
    const after = contents(root);
    expect(Buffer.from(after['src/upload.ts'] ?? '', 'latin1').toString('utf8')).toBe(
      "\uFEFFimport { DefaultAzureCredential } from '@azure/identity';\r\nimport { BlobServiceClient } from '@azure/storage-blob';\r\n\r\n" +
        'const credential = new DefaultAzureCredential();\r\n\r\n' +
        "export const client = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);\r\n",
    );
    expect(after['.env']?.split('\n').slice(1)).toEqual([
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://fabrikam.blob.core.windows.net',
      '',
    ]);
    expect(after['package.json']).toMatch(/^\{\r\n {2}"dependencies": \{\r\n {4}"@azure\/identity": "[^"]+",\r\n/);
    expect(await cli(root, ['scan', '.'], tools)).toMatchObject({
      code: 0,
      stdout: `No findings in 6 files.\nSwitched off 1: ${SWITCHES}.\n`,
    });
    await cli(root, ['migrate', '--write', '.'], tools);
    expect(contents(root)).toEqual(after);
  });

  test('the preview and the written files are the same change', async () => {
    const { files, secrets } = shop(3);
    const root = project(files);
    const { stdout } = await cli(root, ['migrate', 'src/read.ts'], tools);
    await cli(root, ['migrate', '--write', 'src/read.ts'], tools);
    const after = contents(root);
    const added = stdout.split('\n').filter((line) => line.startsWith('+') && !line.startsWith('+++'));
    for (const line of added) expect(Object.values(after).join('\n')).toContain(line.slice(1));
    expect(stdout).toContain(
      '\n-AZURE_STORAGE_CONNECTION_STRING=[redacted]\n+AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://fabrikam.blob',
    );
    expect(leaks(stdout, secrets)).toEqual([]);
  });

  test('no output of any command holds a secret or a part of one', async () => {
    for (const seed of [11, 12, 13, 14, 15]) {
      const { files, secrets } = shop(seed);
      expect(leaks(Object.values(files).join('\n'), secrets)).not.toEqual([]);
      const root = project(files);
      const said: string[] = [];
      for (const argv of [
        ['scan', '--no-ignore', '.'],
        ['scan', '--no-ignore', '--format', 'json', '.'],
        ['scan', '--no-ignore', '--format', 'sarif', '.'],
        ['report', '--no-ignore', '.'],
        ['report', '--no-ignore', '--format', 'html', '.'],
        ['baseline', '--no-ignore', '--output', 'b.json', '.'],
        ['migrate', '--no-ignore', '.'],
        ['migrate', '--no-ignore', '--to', 'key-vault', '.'],
        ['migrate', '--no-ignore', '--rule', 'hardcoded', '.'],
        ['migrate', '--no-ignore', '--write', '.'],
        ['explain', 'hardcoded/storage-connection-string'],
      ]) {
        const { stdout, stderr } = await cli(root, argv, tools);
        expect(stdout).not.toBe('');
        said.push(stdout, stderr);
      }
      said.push(readFileSync(join(root, 'b.json'), 'utf8'));
      expect(leaks(said.join('\n'), secrets)).toEqual([]);
    }
  });

  test('explain knows every service and every rule on every host', async () => {
    const { engine } = tools;
    for (const { id } of [...engine.services, ...engine.rules]) {
      const { code, stdout } = await cli('/', ['explain', id], tools);
      expect({ id, code }).toEqual({ id, code: 0 });
      expect(stdout).toMatch(/^# /);
    }
    for (const { id: host } of engine.hosts) {
      for (const iac of ['cli', 'bicep', 'terraform']) {
        const { code, stdout } = await cli('/', ['explain', 'storage-blob', '--host', host, '--iac', iac], tools);
        expect({ host, iac, code }).toEqual({ host, iac, code: 0 });
        expect(stdout).toContain('ba92f5b4-2d11-453d-a403-e96b0029c9fe');
      }
    }
  });

  test('broken code, half a connection string, lone surrogates, a 1 MB line: no crash, no edit that loses a character', async () => {
    const fake = createFake(21);
    const connection = fake.storageConnectionString();
    const head = "import { BlobServiceClient } from '@azure/storage-blob';\n";
    const files = {
      'broken.ts': `${head}const c = BlobServiceClient.fromConnectionString('${connection}'\nfunction (\n`,
      'open.ts': `${head}const c = BlobServiceClient.fromConnectionString('${connection}\n`,
      'half.ts': `${head}const c = BlobServiceClient.fromConnectionString('DefaultEndpointsProtocol=https;AccountKey=');\n`,
      'escape.ts': `${head}const s = '\\ud800';\nconst c = BlobServiceClient.fromConnectionString('${connection}');\n`,
      'long.ts': `${head}const c = BlobServiceClient.fromConnectionString('${connection}'); // ${'x'.repeat(1024 * 1024)}\n`,
      'package.json': '{ "dependencies": ',
      '.env': '"\n=\nA=\'unclosed\n',
    };
    const root = project(files);
    const { code } = await cli(root, ['migrate', '--write', '.'], tools);
    const after = contents(root);
    expect(after['broken.ts']).toBe(files['broken.ts']);
    expect(after['open.ts']).toBe(files['open.ts']);
    expect(after['package.json']).toBe(files['package.json']);
    expect(after['.env']).toBe(files['.env']);
    expect(after['escape.ts']).toContain("const s = '\\ud800';\n");
    // One is too long to be analysed.
    expect(code).toBe(2);
  });
});
