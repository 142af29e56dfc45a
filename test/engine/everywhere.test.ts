import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { english } from '../../src/core/message';
import type { EverywherePlan } from '../../src/engine/engine';
import { filled } from '../support/across';
import { engineOver } from '../support/engine-over';
import { stepTexts } from '../support/steps';

type Files = Readonly<Record<string, string>>;

const client = (connection: string): string => `import { BlobServiceClient } from '@azure/storage-blob';

export const service = BlobServiceClient.fromConnectionString(${connection});
`;

const after = (endpoint: string): string => `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();

export const service = new BlobServiceClient(${endpoint}, credential);
`;

const MANIFEST = '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.26.0"\n  }\n}\n';
const READ = 'process.env.STORAGE_CONNECTION!';
const ENDPOINT = 'process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!';
const URL = 'https://contoso.blob.core.windows.net';

const shop = (): Files =>
  filled({
    'package.json': MANIFEST,
    '.env': 'PORT=80\nSTORAGE_CONNECTION={{storage-connection-string:contoso}}\n',
    'src/upload.ts': client(READ),
    'src/download.ts': client(READ),
    'src/other.ts': client('process.env.OTHER_CONNECTION!'),
  });

/** The plan for the first finding of a file. */
async function planned(files: Files, path: string): Promise<EverywherePlan> {
  const engine = engineOver(files);
  const document = { path, text: files[path] ?? '' };
  const [first] = (await engine.scan(document)).findings;
  if (!first) throw new Error(`nothing is found in ${path}`);
  return engine.planEverywhere(document, first);
}

/** The files that the plan changes, as they are afterwards; the refusal's reason where there is none. */
function changed(files: Files, { plan }: EverywherePlan): Files | string {
  if (plan.kind === 'refusal') return english(plan.message);
  return Object.fromEntries(plan.files.map(({ path, edits }) => [path, applyEdits(files[path] ?? '', edits)]));
}

const whatIsLeft = ({ left }: EverywherePlan): string[] =>
  left.map(({ path, line, rule, why }) => `${path}:${String(line)} ${String(rule)}: ${english(why)}`);

describe('a secret, everywhere', { timeout: 60_000 }, () => {
  const everywhere = {
    '.env': `PORT=80\nAZURE_STORAGEBLOB_RESOURCEENDPOINT=${URL}\n`,
    'package.json': MANIFEST.replace('    "@azure/storage', '    "@azure/identity": "^4.13.3",\n    "@azure/storage'),
    'src/download.ts': after(ENDPOINT),
    'src/upload.ts': after(ENDPOINT),
  };

  it.each(['src/upload.ts', 'src/download.ts', '.env'])(
    'is migrated from %s in all that reads and sets it, and in nothing else',
    async (path) => {
      const files = shop();
      const made = await planned(files, path);
      const now = changed(files, made);
      expect({ ...everywhere, 'package.json': null }).toEqual({ ...(now as Files), 'package.json': null });
      expect((now as Files)['package.json']).toContain('"@azure/identity"');
      expect(whatIsLeft(made)).toEqual([]);
      if (made.plan.kind === 'refusal') throw new Error();
      expect(english(made.plan.title)).toBe('Migrate this secret everywhere (4 files)');
      expect(stepTexts(made.plan.steps)).not.toContain('still read');
    },
  );

  it('names what it cannot change, with the reason, among the steps too', async () => {
    const files = {
      ...shop(),
      'src/sign.ts': `import { BlobServiceClient } from '@azure/storage-blob';

const connection = process.env.STORAGE_CONNECTION!;
export const key = connection.split('AccountKey=')[1];
export const service = BlobServiceClient.fromConnectionString(connection);
`,
      'scripts/load.sh': 'az storage blob list --connection-string "$STORAGE_CONNECTION"\n',
    };
    const made = await planned(files, 'src/upload.ts');
    const now = changed(files, made) as Files;
    expect(Object.keys(now).sort()).toEqual(['.env', 'package.json', 'src/download.ts', 'src/upload.ts']);
    expect(now['.env']).toContain('STORAGE_CONNECTION=');
    expect(made.left.map(({ path, line, rule }) => `${path}:${String(line)} ${String(rule)}`)).toEqual([
      'src/sign.ts:5 key-auth/storage-blob',
      '.env:2 hardcoded/storage-connection-string',
      'scripts/load.sh:1 null',
    ]);
    if (made.plan.kind === 'refusal') throw new Error();
    expect(made.plan.steps.map(({ title }) => english(title))).toContain('src/sign.ts, line 5, could not be changed');
  });

  it('is found again by its value in other files', async () => {
    const files = filled({
      'package.json': MANIFEST,
      'src/a.ts': client("'{{storage-connection-string:contoso}}'"),
      'src/b.ts': client("'{{storage-connection-string:contoso}}'"),
      'src/c.ts': client("'{{storage-connection-string:fabrikam}}'"),
    });
    const now = changed(files, await planned(files, 'src/a.ts')) as Files;
    expect(Object.keys(now)).toEqual(['src/a.ts', 'package.json', 'src/b.ts']);
    expect(now['src/b.ts']).toBe(after(`'${URL}'`));
  });

  it('is refused with the reason of its finding where nothing can be changed', async () => {
    const files = filled({ '.env': 'STORAGE_CONNECTION={{storage-connection-string:contoso}}\n' });
    const made = await planned(files, '.env');
    expect(changed(files, made)).toMatch(/^No code in this project seems to read/);
    expect(made.left).toHaveLength(1);
  });

  it('is planned against the text of the editor, not of the disk', async () => {
    const files = shop();
    const engine = engineOver(files);
    const document = { path: 'src/upload.ts', text: `// new\n${files['src/upload.ts'] ?? ''}` };
    const [first] = (await engine.scan(document)).findings;
    if (!first) throw new Error();
    const { plan } = await engine.planEverywhere(document, first);
    if (plan.kind === 'refusal') throw new Error(english(plan.message));
    const own = plan.files.find(({ path }) => path === document.path);
    expect(applyEdits(document.text, own?.edits ?? [])).toBe(`// new\n${after(ENDPOINT)}`);
  });
});
