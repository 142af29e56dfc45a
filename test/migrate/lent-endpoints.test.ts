import { describe, expect, it } from 'vitest';
import { after, filled } from '../support/across';

type Files = Readonly<Record<string, string>>;

/** Migrates one file after the other, first finding by first finding, as a person would. */
async function migrated(files: Files, ...paths: readonly string[]): Promise<Files> {
  let now = filled(files);
  for (const path of paths) {
    const next = await after(now, path);
    if (next === null || typeof next === 'string') throw new Error(`${path}: ${String(next)}`);
    now = { ...next };
  }
  return now;
}

const CLASS = (...lines: readonly string[]): string =>
  `public static class Constants\n{\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;

const user = (service: string, client: string, constant = 'connectionString'): string =>
  `using System;\nusing ${service};\n\npublic class C\n{\n    public object M() => new ${client}(Constants.${constant});\n    public void N() => Legacy.Parse(Constants.${constant});\n}\n`;

const blob = user('Azure.Storage.Blobs', 'BlobServiceClient');
const queue = user('Azure.Storage.Queues', 'QueueServiceClient');

describe('an endpoint that an earlier migration has put beside the secret of another class', () => {
  it('is used again when another endpoint stands between', async () => {
    const files = {
      'Constants.cs': CLASS('public const string connectionString = "";'),
      'A.cs': blob,
      'B.cs': queue,
      'C.cs': blob,
    };
    const result = await migrated(files, 'A.cs', 'B.cs', 'C.cs');
    expect(result['Constants.cs']).toBe(
      CLASS(
        'public const string connectionString = "";',
        'public const string queueEndpoint = "";',
        'public const string blobEndpoint = "";',
      ),
    );
    expect(result['C.cs']).toContain('new Uri(Constants.blobEndpoint)');
  });

  it('is used again when a person has filled in the one between', async () => {
    const files = {
      'Constants.cs': CLASS(
        'public const string connectionString = "";',
        'public const string queueEndpoint = "https://contoso.queue.core.windows.net";',
        'public const string blobEndpoint = "";',
      ),
      'A.cs': blob,
    };
    expect((await migrated(files, 'A.cs'))['Constants.cs']).toBe(files['Constants.cs']);
  });

  it('is used again wherever it stands in the class, when it names the account', async () => {
    const files = filled({
      'Constants.cs': CLASS(
        'public const string connectionString = "{{storage-connection-string:contoso}}";',
        'public const int Port = 80;',
        'public const string blobEndpoint = "https://contoso.blob.core.windows.net";',
      ),
      'A.cs': blob,
    });
    expect((await migrated(files, 'A.cs'))['Constants.cs']).toBe(files['Constants.cs']);
  });

  it('is another one for another secret that says no more', async () => {
    const files = {
      'Constants.cs': CLASS('public const string first = "";', 'public const string second = "";'),
      'A.cs': user('Azure.Storage.Blobs', 'BlobServiceClient', 'first'),
      'B.cs': user('Azure.Storage.Blobs', 'BlobServiceClient', 'second'),
      'C.cs': user('Azure.Storage.Blobs', 'BlobServiceClient', 'second'),
    };
    const result = await migrated(files, 'A.cs', 'B.cs', 'C.cs');
    expect(result['Constants.cs']).toBe(
      CLASS(
        'public const string first = "";',
        'public const string blobEndpoint = "";',
        'public const string second = "";',
        'public const string blobEndpoint2 = "";',
      ),
    );
    expect(result['C.cs']).toContain('new Uri(Constants.blobEndpoint2)');
  });

  it('is another one for another account, and in another class', async () => {
    const files = {
      'Constants.cs':
        CLASS('public const string connectionString = "{{storage-connection-string:contoso}}";') +
        'public static class Others\n{\n    public const string blobEndpoint = "https://contoso.blob.core.windows.net";\n}\n',
      'A.cs': blob,
    };
    expect((await migrated(files, 'A.cs'))['Constants.cs']).toContain('blobEndpoint2 = "https://contoso');
    const other = {
      ...files,
      'Constants.cs': CLASS(
        'public const string connectionString = "{{storage-connection-string:contoso}}";',
        'public const string blobEndpoint = "https://fabrikam.blob.core.windows.net";',
      ),
    };
    expect((await migrated(other, 'A.cs'))['Constants.cs']).toContain('blobEndpoint2 = "https://contoso');
  });
});

describe('an endpoint that an earlier migration has put into a module', () => {
  const use = (pkg: string, client: string, from: string, value: string): string =>
    `import { ${client} } from '@azure/${pkg}';\n${from}\n\nexport const client = ${client}.fromConnectionString(${value});\nlegacy(${value});\n`;
  const IMPORT = "import { connectionString } from './config';";

  it.each<[string, string, string, string, string]>([
    [
      'a constant',
      "export const connectionString = process.env.CONN || '';\n",
      IMPORT,
      'connectionString',
      "export const connectionString = process.env.CONN || '';\nexport const queueEndpoint = process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT || '';\nexport const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || '';\n",
    ],
    [
      'a property',
      'export const config = {\n  conn: process.env.CONN,\n  port: 80,\n};\n',
      "import { config } from './config';",
      'config.conn',
      'export const config = {\n  conn: process.env.CONN,\n  queueEndpoint: process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT,\n  blobEndpoint: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT,\n  port: 80,\n};\n',
    ],
  ])('is used again: %s', async (_, config, from, value, expected) => {
    const files = {
      'config.ts': config,
      'a.ts': use('storage-blob', 'BlobServiceClient', from, value),
      'b.ts': use('storage-queue', 'QueueServiceClient', from, value),
      'c.ts': use('storage-blob', 'BlobServiceClient', from, value),
    };
    expect((await migrated(files, 'a.ts', 'b.ts', 'c.ts'))['config.ts']).toBe(expected);
  });
});
