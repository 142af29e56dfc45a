import assert from 'node:assert/strict';
import { createFake } from '../support/fake-secrets';
import type { Answer, Question } from './worker';

/** The worker, and which of its files it has loaded. */
export interface Worker {
  readonly ask: (question: Question) => Promise<Answer>;
  /** Libraries, grammars and runtimes that were fetched so far, of those that are heavy. */
  readonly loaded: () => readonly Heavy[];
}

export type Heavy = 'typescript' | 'secretlint' | 'tree-sitter' | 'csharp grammar';

/** In order: each sees what those before have loaded. */
export interface Check {
  readonly title: string;
  run(worker: Worker): Promise<void>;
}

// Made now: nothing key-shaped is in the repository, the bundle or the page.
const fake = createFake(20_261_014);
const key = fake.storageKey();
const connection = fake.storageConnectionString({ account: 'contoso', key });

const typescript: Omit<Question, 'call'> = {
  path: 'src/upload.ts',
  files: {
    'package.json': '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.26.0"\n  }\n}\n',
    'src/upload.ts': `import { BlobServiceClient } from '@azure/storage-blob';

export const service = BlobServiceClient.fromConnectionString('${connection}');
`,
  },
};

const csharp: Omit<Question, 'call'> = {
  path: 'Upload.cs',
  files: {
    'Upload.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" Version="12.24.0" />
  </ItemGroup>
</Project>
`,
    'Upload.cs': `using Azure.Storage.Blobs;

public class Upload
{
    private readonly BlobServiceClient service = new BlobServiceClient(Environment.GetEnvironmentVariable("STORAGE_CONNECTION"));
}
`,
  },
};

const MIGRATED_TYPESCRIPT = `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();

export const service = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);
`;

const MIGRATED_CSHARP = `using Azure.Identity;
using Azure.Storage.Blobs;

public class Upload
{
    private readonly BlobServiceClient service = new BlobServiceClient(new Uri(Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), new DefaultAzureCredential());
}
`;

/** A difference is shown without the fake value. */
const sameText = (actual: string | undefined, expected: string, what: string): void => {
  const shown = (actual ?? 'nothing').replaceAll(key, '…');
  assert.ok(
    actual === expected,
    `${what} is not the expected text:
${shown}`,
  );
};

const rules = ({ findings }: Answer): string[] => findings.map(({ rule }) => rule);

export const checks: readonly Check[] = [
  {
    title: 'a text is scanned at a keystroke, with no parser',
    async run({ ask, loaded }) {
      const answer = await ask({ ...typescript, call: 'scanText' });
      assert.deepEqual(rules(answer), ['hardcoded/storage-connection-string']);
      sameText(answer.findings[0]?.text, key, 'what is found');
      assert.deepEqual(loaded(), []);
    },
  },
  {
    title: 'a file without code or words of ours loads none either',
    async run({ ask, loaded }) {
      const answer = await ask({ call: 'scan', path: 'notes.txt', files: { 'notes.txt': 'nothing to see' } });
      assert.deepEqual(rules(answer), []);
      assert.ok(!loaded().includes('typescript') && !loaded().includes('tree-sitter'));
    },
  },
  {
    title: 'TypeScript is scanned with its own parser, and no other',
    async run({ ask, loaded }) {
      const answer = await ask({ ...typescript, call: 'scan' });
      assert.deepEqual(rules(answer), ['hardcoded/storage-connection-string']);
      sameText(answer.findings[0]?.text, key, 'what is found');
      assert.deepEqual([...loaded()].sort(), ['secretlint', 'typescript']);
    },
  },
  {
    title: 'TypeScript is migrated with its package',
    async run({ ask, loaded }) {
      const { refusal, after } = await ask({ ...typescript, call: 'plan' });
      assert.equal(refusal, '');
      sameText(after['src/upload.ts'], MIGRATED_TYPESCRIPT, 'the code');
      assert.match(after['package.json'] ?? '', /"@azure\/identity"/);
      assert.deepEqual(rules(await ask({ call: 'scan', path: 'src/upload.ts', files: after })), []);
      assert.ok(!loaded().includes('tree-sitter'));
    },
  },
  {
    title: 'C# is scanned with the grammar that was fetched for it',
    async run({ ask, loaded }) {
      const answer = await ask({ ...csharp, call: 'scan' });
      assert.deepEqual(rules(answer), ['key-auth/storage-blob']);
      assert.deepEqual([...loaded()].sort(), ['csharp grammar', 'secretlint', 'tree-sitter', 'typescript']);
    },
  },
  {
    title: 'C# is migrated with its package',
    async run({ ask }) {
      const { refusal, after } = await ask({ ...csharp, call: 'plan' });
      assert.equal(refusal, '');
      sameText(after['Upload.cs'], MIGRATED_CSHARP, 'the code');
      assert.match(after['Upload.csproj'] ?? '', /<PackageReference Include="Azure\.Identity" /);
    },
  },
  {
    title: 'a session follows an open document from the finding to the fix',
    async run({ ask }) {
      const { refusal, after, findings } = await ask({ ...typescript, call: 'session' });
      assert.equal(refusal, '');
      sameText(after['src/upload.ts'], MIGRATED_TYPESCRIPT, 'the code');
      assert.deepEqual(Object.keys(after).sort(), ['package.json', 'src/upload.ts']);
      assert.deepEqual(findings, []);
    },
  },
];
