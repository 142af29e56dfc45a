import type { ProjectFile } from '../../src/core/files';
import { describe, expect, it } from 'vitest';
import { engineWith } from '../support/engine-over';
import { createEngine } from '../../src/engine/engine';
import type { FixKind } from '../../src/core/finding';
import { VERSIONS } from '../../src/manifests/npm-versions';
import type { Migration } from '../../src/migrate/migration';
import { fill } from '../support/fill';
import { edited } from '../support/migrated';
import { stepTexts } from '../support/steps';

const engine = createEngine();
const CODE = `import { BlobServiceClient } from "@azure/storage-blob";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
export const client = BlobServiceClient.fromConnectionString(connectionString ?? "");
`;

async function plan(files: readonly ProjectFile[], text = CODE, fix: FixKind = 'identity'): Promise<Migration> {
  const document = { path: 'src/upload.ts', text };
  const [finding] = (await engine.scan(document)).findings;
  if (!finding) throw new Error('nothing found');
  const made = await engineWith(files).plan(document, finding, fix);
  if (made.kind === 'refusal') throw new Error(made.id);
  return made;
}

const after = (migration: Migration, file: ProjectFile) => edited(file, migration);

describe('the whole change', () => {
  const manifest = {
    path: 'package.json',
    text: '{\n\t"name": "demo",\n\t"dependencies": {\n\t\t"@azure/storage-blob": "^12.0.0",\n\t\t"express": "^4.0.0"\n\t}\n}\n',
  };

  it('adds the package to the nearest manifest, sorted and indented as there', async () => {
    const outer = { path: 'package.json', text: '{}' };
    const inner = { ...manifest, path: 'src/package.json' };
    const migration = await plan([outer, inner]);
    expect(after(migration, inner)).toBe(
      manifest.text.replace(
        '"@azure/storage-blob"',
        `"@azure/identity": "^${VERSIONS['@azure/identity'] ?? ''}",\n\t\t"@azure/storage-blob"`,
      ),
    );
    expect(migration.files.map(({ path }) => path)).toEqual(['src/upload.ts', 'src/package.json']);
    expect(migration.packages).toEqual(['@azure/identity']);
  });

  it('leaves a manifest alone that has the package', async () => {
    const migration = await plan([
      { path: 'package.json', text: '{ "dependencies": { "@azure/identity": "^4.0.0" } }' },
    ]);
    expect(migration.files.map(({ path }) => path)).toEqual(['src/upload.ts']);
  });

  it.each([
    ['a manifest that is no JSON', { path: 'package.json', text: '{ "dependencies": {' }],
    ['a manifest that cannot be written', { ...manifest, editable: false }],
  ])('never edits %s: it says what to add', async (_name, file) => {
    const migration = await plan([file]);
    expect(migration.files.map(({ path }) => path)).toEqual(['src/upload.ts']);
    expect(stepTexts(migration.steps)).toContain(
      'package.json could not be edited: add the package @azure/identity to it.',
    );
  });

  it('leaves a setting empty that was: code that asks for it goes on without', async () => {
    const env = { path: '.env', text: 'PORT=3000\nAZURE_STORAGE_CONNECTION_STRING=\n' };
    const example = { path: '.env.example', text: env.text };
    const migration = await plan([env, example]);
    expect(after(migration, env)).toBe('PORT=3000\nAZURE_STORAGEBLOB_RESOURCEENDPOINT=\n');
    expect(after(migration, example)).toBe(
      'PORT=3000\nAZURE_STORAGEBLOB_RESOURCEENDPOINT=https://<account>.blob.core.windows.net\n',
    );
    expect(stepTexts(migration.steps)).not.toContain('Fill in AZURE_STORAGEBLOB_RESOURCEENDPOINT');
  });

  it('turns the setting into the endpoint wherever it stands', async () => {
    const env = {
      path: '.env',
      text: fill(
        '# storage\nPORT=3000\nexport AZURE_STORAGE_CONNECTION_STRING="{{storage-connection-string:contoso}}" # prod\nDEBUG=1\n',
      ),
    };
    const example = { path: '.env.example', text: 'AZURE_STORAGE_CONNECTION_STRING=\r\nPORT=' };
    const migration = await plan([env, example]);
    expect(after(migration, env)).toBe(
      '# storage\nPORT=3000\nexport AZURE_STORAGEBLOB_RESOURCEENDPOINT="https://contoso.blob.core.windows.net" # prod\nDEBUG=1\n',
    );
    expect(after(migration, example)).toBe(
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://<account>.blob.core.windows.net\r\nPORT=',
    );
    expect(migration.settings).toEqual({
      added: ['AZURE_STORAGEBLOB_RESOURCEENDPOINT'],
      removed: ['AZURE_STORAGE_CONNECTION_STRING'],
    });
    expect(migration.role?.name).toBe('Storage Blob Data Contributor');
    expect(stepTexts(migration.steps).join('\n')).toMatch(
      /Storage Blob Data Contributor \(ba92f5b4-2d11-453d-a403-e96b0029c9fe\)[^]*Treat it as leaked and rotate it/,
    );
  });

  it('keeps a setting that other code reads', async () => {
    const env = { path: '.env', text: fill('AZURE_STORAGE_CONNECTION_STRING={{storage-connection-string:contoso}}') };
    const other = { path: 'src/worker.js', text: 'start(process.env.AZURE_STORAGE_CONNECTION_STRING)' };
    const migration = await plan([env, other]);
    expect(after(migration, env)).toBe(
      `${env.text}\nAZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net`,
    );
    expect(migration.settings.removed).toEqual([]);
  });

  it('takes every line of a setting that is written twice', async () => {
    const text = CODE.replace('process.env.AZURE_STORAGE_CONNECTION_STRING', 'process.env.STORAGE_CONN');
    const env = {
      path: '.env',
      text: fill(
        'STORAGE_CONN={{storage-connection-string:contoso}}\nDEBUG=1\nSTORAGE_CONN="{{storage-connection-string:fabrikam}}"\n',
      ),
    };
    expect(after(await plan([env], text), env)).toBe(
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net\nDEBUG=1\n',
    );
  });

  it('drops the key of a shared key credential and leaves the account', async () => {
    const text = `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
const account = process.env.ACCOUNT!;
export const client = new BlobServiceClient(\`https://\${account}.blob.core.windows.net\`, new StorageSharedKeyCredential(account, process.env.ACCOUNT_KEY!));
`;
    const env = { path: '.env', text: fill('ACCOUNT=contoso\nACCOUNT_KEY={{storage-account-key}}\n') };
    const migration = await plan([env], text);
    expect(after(migration, env)).toBe('ACCOUNT=contoso\n');
    expect(migration.settings).toEqual({ added: [], removed: ['ACCOUNT_KEY'] });
  });

  it('says what it could not derive', async () => {
    const env = { path: '.env', text: 'AZURE_STORAGE_CONNECTION_STRING=${OTHER}\n' };
    const migration = await plan([env]);
    expect(after(migration, env)).toBe('AZURE_STORAGEBLOB_RESOURCEENDPOINT=\n');
    expect(stepTexts(migration.steps)).toContain(
      'Set AZURE_STORAGEBLOB_RESOURCEENDPOINT in .env: its value could not be derived.',
    );
  });

  it.each([
    ['sends', 'await client.createSender("orders").sendMessages({ body: 1 });', 'Azure Service Bus Data Sender'],
    ['receives', 'client.createReceiver("orders").subscribe(handlers);', 'Azure Service Bus Data Receiver'],
  ])('grants what the code needs that %s', async (_does, call, role) => {
    const text = `import { ServiceBusClient } from "@azure/service-bus";
const client = new ServiceBusClient(process.env.SERVICEBUS_CONNECTION_STRING!);
${call}
`;
    const migration = await plan([], text);
    expect(migration.role?.name).toBe(role);
    expect(stepTexts(migration.steps).join('\n')).toContain(role);
  });

  it('names both roles where the code does not tell whether it sends or receives', async () => {
    const text = `import { ServiceBusClient } from "@azure/service-bus";
export const client = new ServiceBusClient(process.env.SERVICEBUS_CONNECTION_STRING!);
`;
    const steps = stepTexts((await plan([], text)).steps).join('\n');
    expect(steps).toContain('Azure Service Bus Data Sender (69a216fc-b8fb-44d8-bc22-1f3c2cd27a39) to send');
    expect(steps).toContain('Azure Service Bus Data Receiver (4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0) to receive');
  });

  it('holds no secret anywhere', async () => {
    const text = fill(CODE.replace('?? ""', '?? "{{storage-connection-string:contoso}}"'));
    const env = { path: '.env', text: fill('AZURE_STORAGE_CONNECTION_STRING={{storage-connection-string:contoso}}\n') };
    for (const fix of ['identity', 'key-vault', 'setting'] as const) {
      const migration = await plan([env], text, fix).catch(() => null);
      expect(JSON.stringify(migration)).not.toMatch(/AccountKey|[A-Za-z0-9+/]{40}/);
    }
  });
});

describe('a secret that stays', () => {
  const text = fill(`import { BlobServiceClient } from '@azure/storage-blob';
export const client = BlobServiceClient.fromConnectionString('{{storage-connection-string:contoso}}');
`);

  it.each(['key-vault', 'setting'] as const)('moves out of the code: %s', async (fix) => {
    const example = { path: '.env.example', text: 'PORT=3000' };
    const migration = await plan([example], text, fix);
    expect(after(migration, { path: 'src/upload.ts', text }))
      .toBe(`import { BlobServiceClient } from '@azure/storage-blob';
export const client = BlobServiceClient.fromConnectionString(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`);
    expect(after(migration, example)).toBe('PORT=3000\nAZURE_STORAGE_CONNECTION_STRING=\n');
    expect(migration.steps.map(({ id }) => id).slice(0, 2)).toEqual(
      fix === 'setting'
        ? ['rotate:storage-blob', 'set-setting:AZURE_STORAGE_CONNECTION_STRING']
        : ['rotate:storage-blob', 'store:azure-storage-connection-string'],
    );
    expect(stepTexts(migration.steps)[0]).toMatch(
      /^Rotate the leaked secret: Azure Blob Storage The secret was found in a file\. /,
    );
  });

  it('takes another name when the usual one holds another secret', async () => {
    const env = { path: '.env', text: 'AZURE_STORAGE_CONNECTION_STRING=something\n' };
    expect(after(await plan([env], text, 'setting'), { path: 'src/upload.ts', text })).toContain(
      'process.env.AZURE_STORAGE_CONNECTION_STRING_2!',
    );
  });

  it('is not offered for a part of a text', async () => {
    const part = fill('export const page = `<p>{{storage-connection-string:contoso}} and ${1}</p>`;\n');
    const { findings } = await engine.scan({ path: 'a.ts', text: part });
    expect(findings.map(({ fixes, refusal }) => [fixes, refusal?.id])).toEqual([[[], 'no-known-client']]);
  });
});

describe('an account that is only dots', () => {
  const dots = (key: string) =>
    `DefaultEndpointsProtocol=https;AccountName=...;AccountKey=${key};EndpointSuffix=core.windows.net`;

  it('gives the example of an endpoint in a template of settings', async () => {
    const example = { path: '.env.example', text: `AZURE_STORAGE_CONNECTION_STRING=${dots('...')}\n` };
    const manifest = { path: 'package.json', text: '{ "dependencies": { "@azure/storage-blob": "^12.0.0" } }' };
    expect(after(await plan([example, manifest]), example)).toContain(
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://<account>.blob.core.windows.net',
    );
  });

  it('gives it in code, too', async () => {
    const code = CODE.replace('process.env.AZURE_STORAGE_CONNECTION_STRING', `"${dots('...')}"`);
    expect(after(await plan([], code), { path: 'src/upload.ts', text: code })).toContain(
      '"https://<account>.blob.core.windows.net"',
    );
  });
});
