import { stepTexts } from '../support/steps';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { after, filled, findings, planned } from '../support/across';
import { memoryFiles } from '../support/memory-files';

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly title: string;
  /** The file that uses the secret comes last. */
  readonly before: Files;
  /** The origin of the first use. */
  readonly origin: string;
  /** The files that change, as they are after it. */
  readonly after: Files;
}

const uses = (imports: string, expression: string): string => `import { BlobServiceClient } from '@azure/storage-blob';
${imports}

export const client = BlobServiceClient.fromConnectionString(${expression});
`;

const rewritten = (
  imports: string,
  expression: string,
): string => `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
${imports}

const credential = new DefaultAzureCredential();

export const client = new BlobServiceClient(${expression}, credential);
`;

const cases: readonly Case[] = [
  {
    title: 'a constant that the environment fills',
    origin: 'environment',
    before: {
      'src/config.ts': "export const port = 80;\nexport const connectionString = process.env.STORAGE_CONN ?? '';\n",
      'src/a.ts': uses("import { connectionString, port } from './config';", 'connectionString'),
    },
    after: {
      'src/config.ts':
        "export const port = 80;\nexport const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? '';\n",
      'src/a.ts': rewritten("import { blobEndpoint, port } from './config';", 'blobEndpoint'),
    },
  },
  {
    title: 'a constant with another name here, from a file named by its compiled form',
    origin: 'environment',
    before: {
      'src/config.ts': 'export const connectionString: string = process.env.STORAGE_CONN!;\n',
      'src/a.ts': uses("import { connectionString as conn } from './config.js';", 'conn'),
    },
    after: {
      'src/config.ts': 'export const blobEndpoint: string = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;\n',
      'src/a.ts': rewritten("import { blobEndpoint } from './config.js';", 'blobEndpoint'),
    },
  },
  {
    title: 'a hardcoded constant of a folder, through the whole module',
    origin: 'literal',
    before: {
      'src/config/index.ts': "export const CONN = '{{storage-connection-string:contoso}}';\n",
      'src/a.ts': uses("import * as c from './config';", 'c.CONN'),
    },
    after: {
      'src/config/index.ts': "export const BLOB_ENDPOINT = 'https://contoso.blob.core.windows.net';\n",
      'src/a.ts': rewritten("import * as c from './config';", 'c.BLOB_ENDPOINT'),
    },
  },
  {
    title: 'a property of a default export, in a variable here',
    origin: 'environment',
    before: {
      'src/config.ts':
        "const config = {\n  storage: {\n    connectionString: process.env.STORAGE_CONN,\n    container: 'x',\n  },\n};\nexport default config;\n",
      'src/other.ts': "import settings from './config';\nexport const name = settings.storage.container;\n",
      'src/a.ts': uses("import config from './config';\n\nconst conn = config.storage.connectionString!;", 'conn'),
    },
    after: {
      'src/config.ts':
        "const config = {\n  storage: {\n    blobEndpoint: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT,\n    container: 'x',\n  },\n};\nexport default config;\n",
      'src/a.ts': `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import config from './config';

const credential = new DefaultAzureCredential();

const blobEndpoint = config.storage.blobEndpoint!;

export const client = new BlobServiceClient(blobEndpoint, credential);
`,
    },
  },
  {
    title: 'a hardcoded property of an object that is exported as it is made',
    origin: 'literal',
    before: {
      'src/config.ts':
        "export default {\n  storage: { connectionString: '{{storage-connection-string:contoso}}' },\n};\n",
      'src/a.ts': uses("import config from './config';", 'config.storage.connectionString'),
    },
    after: {
      'src/config.ts': "export default {\n  storage: { blobEndpoint: 'https://contoso.blob.core.windows.net' },\n};\n",
      'src/a.ts': rewritten("import config from './config';", 'config.storage.blobEndpoint'),
    },
  },
  {
    title: 'CommonJS, with checks in both files',
    origin: 'environment',
    before: {
      'config.js':
        "const CONN = process.env.CONN;\nif (!CONN) throw new Error('CONN is missing');\nmodule.exports = { CONN, port: 1 };\n",
      'a.js':
        "const { BlobServiceClient } = require('@azure/storage-blob');\nconst { CONN } = require('./config');\n\nif (!CONN) throw new Error('no CONN');\nmodule.exports = BlobServiceClient.fromConnectionString(CONN);\n",
    },
    after: {
      'config.js':
        "const BLOB_ENDPOINT = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;\nif (!BLOB_ENDPOINT) throw new Error('AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing');\nmodule.exports = { BLOB_ENDPOINT, port: 1 };\n",
      'a.js':
        "const { DefaultAzureCredential } = require('@azure/identity');\nconst { BlobServiceClient } = require('@azure/storage-blob');\nconst { BLOB_ENDPOINT } = require('./config');\n\nconst credential = new DefaultAzureCredential();\n\nif (!BLOB_ENDPOINT) throw new Error('no AZURE_STORAGEBLOB_RESOURCEENDPOINT');\nmodule.exports = new BlobServiceClient(BLOB_ENDPOINT, credential);\n",
    },
  },
  {
    title: 'CommonJS, an export on its own',
    origin: 'environment',
    before: {
      'config.js': 'exports.CONN = process.env.CONN;\nexports.port = 80;\n',
      'a.js':
        "const { BlobServiceClient } = require('@azure/storage-blob');\nconst config = require('./config');\n\nexports.client = BlobServiceClient.fromConnectionString(config.CONN);\n",
    },
    after: {
      'config.js': 'exports.BLOB_ENDPOINT = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;\nexports.port = 80;\n',
      'a.js':
        "const { DefaultAzureCredential } = require('@azure/identity');\nconst { BlobServiceClient } = require('@azure/storage-blob');\nconst config = require('./config');\n\nconst credential = new DefaultAzureCredential();\n\nexports.client = new BlobServiceClient(config.BLOB_ENDPOINT, credential);\n",
    },
  },
  {
    title: 'a constant that another file hands on by its name',
    origin: 'environment',
    before: {
      'src/config/storage.ts': 'export const connectionString = process.env.CONN!;\n',
      'src/config/other.ts': 'export const x = 1;\n',
      'src/config/index.ts': "export { connectionString } from './storage';\nexport * from './other';\n",
      'src/a.ts': uses("import { connectionString } from './config';", 'connectionString'),
    },
    after: {
      'src/config/storage.ts': 'export const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;\n',
      'src/config/index.ts': "export { blobEndpoint } from './storage';\nexport * from './other';\n",
      'src/a.ts': rewritten("import { blobEndpoint } from './config';", 'blobEndpoint'),
    },
  },
  {
    title: 'a constant that another file hands on with everything else',
    origin: 'environment',
    before: {
      'src/config/storage.ts': 'export const connectionString = process.env.CONN!;\n',
      'src/config/index.ts': "export * from './storage';\n",
      'src/a.ts': uses("import { connectionString } from './config';", 'connectionString'),
    },
    after: {
      'src/config/storage.ts': 'export const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;\n',
      'src/a.ts': rewritten("import { blobEndpoint } from './config';", 'blobEndpoint'),
    },
  },
  {
    title: 'a constant that other code reads stays, with the endpoint beside it',
    origin: 'environment',
    before: {
      'src/config.ts': "export const connectionString = process.env.CONN || '';\n",
      'src/b.ts': "import { connectionString } from './config';\nconsole.log(connectionString.length);\n",
      'src/a.ts': uses("import { connectionString } from './config';", 'connectionString'),
    },
    after: {
      'src/config.ts':
        "export const connectionString = process.env.CONN || '';\nexport const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || '';\n",
      'src/a.ts': rewritten("import { blobEndpoint } from './config';", 'blobEndpoint'),
    },
  },
  {
    title: 'a property stays when something hands the object on',
    origin: 'environment',
    before: {
      'src/config.ts': 'export const config = {\n  conn: process.env.CONN,\n  port: 80,\n};\n',
      'src/b.ts': "import { config } from './config';\nstart(config);\n",
      'src/a.ts': uses("import { config } from './config';", 'config.conn'),
    },
    after: {
      'src/config.ts':
        'export const config = {\n  conn: process.env.CONN,\n  blobEndpoint: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT,\n  port: 80,\n};\n',
      'src/a.ts': rewritten("import { config } from './config';", 'config.blobEndpoint'),
    },
  },
  {
    title: 'one secret of two services, in two lists',
    origin: 'environment',
    before: {
      'src/config.ts': 'export const conn = process.env.STORAGE_CONN!;\n',
      'src/a.ts':
        "import { BlobServiceClient } from '@azure/storage-blob';\nimport { QueueServiceClient } from '@azure/storage-queue';\nimport { conn } from './config';\n\nexport const a = BlobServiceClient.fromConnectionString(conn);\nexport const b = QueueServiceClient.fromConnectionString(conn);\n",
    },
    after: {
      'src/config.ts':
        'export const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;\nexport const queueEndpoint = process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT!;\n',
      'src/a.ts':
        "import { DefaultAzureCredential } from '@azure/identity';\nimport { BlobServiceClient } from '@azure/storage-blob';\nimport { QueueServiceClient } from '@azure/storage-queue';\nimport { blobEndpoint, queueEndpoint } from './config';\n\nconst credential = new DefaultAzureCredential();\n\nexport const a = new BlobServiceClient(blobEndpoint, credential);\nexport const b = new QueueServiceClient(queueEndpoint, credential);\n",
    },
  },
  {
    title: 'a key goes with its import; the account that the URL names stays',
    origin: 'literal',
    before: {
      'src/config.ts': "export const account = 'contoso';\nexport const accountKey = '{{storage-account-key}}';\n",
      'src/a.ts':
        "import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';\nimport { account, accountKey } from './config';\n\nexport const c = new BlobServiceClient(`https://${account}.blob.core.windows.net`, new StorageSharedKeyCredential(account, accountKey));\n",
    },
    after: {
      'src/config.ts': "export const account = 'contoso';\n",
      'src/a.ts':
        "import { DefaultAzureCredential } from '@azure/identity';\nimport { BlobServiceClient } from '@azure/storage-blob';\nimport { account } from './config';\n\nconst credential = new DefaultAzureCredential();\n\nexport const c = new BlobServiceClient(`https://${account}.blob.core.windows.net`, credential);\n",
    },
  },
  {
    title: 'an import that nothing reads any more goes',
    origin: 'environment',
    before: {
      'src/config.js': 'module.exports = { port: 80, key: process.env.STORAGE_KEY };\n',
      'src/a.js':
        "const { BlobServiceClient, StorageSharedKeyCredential } = require('@azure/storage-blob');\nconst config = require('./config');\n\nexports.c = new BlobServiceClient('https://contoso.blob.core.windows.net', new StorageSharedKeyCredential('contoso', config.key));\n",
    },
    after: {
      'src/config.js': 'module.exports = { port: 80 };\n',
      'src/a.js':
        "const { DefaultAzureCredential } = require('@azure/identity');\nconst { BlobServiceClient } = require('@azure/storage-blob');\n\nconst credential = new DefaultAzureCredential();\n\nexports.c = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);\n",
    },
  },
  {
    title: 'a key taken out of an imported object',
    origin: 'environment',
    before: {
      'src/config.ts':
        "export const config = {\n  endpoint: process.env.COSMOS_ENDPOINT!,\n  key: process.env.COSMOS_KEY!,\n  databaseId: 'Tasks',\n};\n",
      'src/a.ts':
        "import { CosmosClient } from '@azure/cosmos';\nimport { config } from './config';\n\nconst { endpoint, key, databaseId } = config;\nexport const client = new CosmosClient({ endpoint, key });\nexport const db = client.database(databaseId);\n",
    },
    after: {
      'src/config.ts':
        "export const config = {\n  endpoint: process.env.COSMOS_ENDPOINT!,\n  databaseId: 'Tasks',\n};\n",
      'src/a.ts':
        "import { CosmosClient } from '@azure/cosmos';\nimport { DefaultAzureCredential } from '@azure/identity';\nimport { config } from './config';\n\nconst credential = new DefaultAzureCredential();\n\nconst { endpoint, databaseId } = config;\nexport const client = new CosmosClient({ endpoint, aadCredentials: credential });\nexport const db = client.database(databaseId);\n",
    },
  },
  {
    title: 'a constant in a variable here, which keeps apart from the import',
    origin: 'environment',
    before: {
      'src/config.ts': 'export const conn = process.env.CONN!;\n',
      'src/a.ts': uses("import { conn } from './config';\n\nconst secret = conn;", 'secret'),
    },
    after: {
      'src/config.ts': 'export const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;\n',
      'src/a.ts': `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { blobEndpoint } from './config';

const credential = new DefaultAzureCredential();

const blobEndpoint2 = blobEndpoint;

export const client = new BlobServiceClient(blobEndpoint2, credential);
`,
    },
  },
  {
    title: 'a file of data, which anything may read',
    origin: 'literal',
    before: {
      'config.json': '{\n  "storage": {\n    "connectionString": "{{storage-connection-string:contoso}}"\n  }\n}\n',
      'a.ts': uses("import config from './config.json';", 'config.storage.connectionString'),
    },
    after: {
      'config.json':
        '{\n  "storage": {\n    "connectionString": "{{storage-connection-string:contoso}}",\n    "blobEndpoint": "https://contoso.blob.core.windows.net"\n  }\n}\n',
      'a.ts': rewritten("import config from './config.json';", 'config.storage.blobEndpoint'),
    },
  },
  {
    title: 'a file of data, named as code would be',
    origin: 'literal',
    before: {
      'config.json': '{"port":80,"conn":"{{storage-connection-string:contoso}}"}',
      'a.js':
        "const { BlobServiceClient } = require('@azure/storage-blob');\nconst { conn } = require('./config');\n\nexports.client = BlobServiceClient.fromConnectionString(conn);\n",
    },
    after: {
      'config.json':
        '{"port":80,"conn":"{{storage-connection-string:contoso}}", "blobEndpoint": "https://contoso.blob.core.windows.net"}',
      'a.js':
        "const { DefaultAzureCredential } = require('@azure/identity');\nconst { BlobServiceClient } = require('@azure/storage-blob');\nconst { blobEndpoint } = require('./config');\n\nconst credential = new DefaultAzureCredential();\n\nexports.client = new BlobServiceClient(blobEndpoint, credential);\n",
    },
  },
  {
    title: 'a template with the key in it',
    origin: 'environment',
    before: {
      'src/config.ts':
        "const account = 'contoso';\nconst key = process.env.KEY;\nexport const conn = `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key};EndpointSuffix=core.windows.net`;\n",
      'src/a.ts': uses("import { conn } from './config';", 'conn'),
    },
    after: {
      'src/config.ts':
        "const account = 'contoso';\nexport const blobEndpoint = `https://${account}.blob.core.windows.net`;\n",
      'src/a.ts': rewritten("import { blobEndpoint } from './config';", 'blobEndpoint'),
    },
  },
  {
    title: 'an exported constant that nothing reads, whatever members and comments have its name',
    origin: 'environment',
    before: {
      'package.json': '{ "dependencies": { "@azure/identity": "^4.13.1", "@azure/storage-blob": "^12.29.1" } }\n',
      'a.ts': `import { BlobServiceClient } from '@azure/storage-blob';
import { other } from './other';

export const secret = process.env.STORAGE_CONN ?? '';

export const client = BlobServiceClient.fromConnectionString(secret);
// another secret
console.log(other.secret, other?.secret);
`,
    },
    after: {
      'a.ts': `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { other } from './other';

const credential = new DefaultAzureCredential();

export const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? '';

export const client = new BlobServiceClient(blobEndpoint, credential);
// another secret
console.log(other.secret, other?.secret);
`,
    },
  },
];

describe('a secret that another file exports', () => {
  it.each(cases)('$title', async ({ before, origin, after: expected }) => {
    const entries = Object.entries(expected).map(([file, text]) => [`after ${file}`, text] as const);
    const all = filled({ ...Object.fromEntries(entries), ...before });
    const files = Object.fromEntries(Object.keys(before).map((file) => [file, all[file] ?? '']));
    const expectedFiles = Object.fromEntries(Object.keys(expected).map((file) => [file, all[`after ${file}`] ?? '']));
    const path = Object.keys(files).at(-1) ?? '';
    expect((await findings(files, path))[0]).toContain(` ${origin} `);
    const result = await after(files, path);
    expect(result).toEqual({ ...files, ...expectedFiles });
    // Nothing is found any more, and nothing is left to do.
    expect(await findings({ ...files, ...expectedFiles }, path)).toEqual([]);
  });

  it('moves the setting of the constant, and says what is left', async () => {
    const files = filled({
      '.env': 'STORAGE_CONN={{storage-connection-string:contoso}}\n',
      'package.json': '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.0.0"\n  }\n}\n',
      'src/config.ts': 'export const conn = process.env.STORAGE_CONN!;\n',
      'src/a.ts': uses("import { conn } from './config';", 'conn'),
    });
    const plan = await planned(files, 'src/a.ts');
    if (plan?.kind !== 'migration') throw new Error('no migration');
    expect(plan.files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/config.ts', 'package.json', '.env']);
    expect(plan.settings).toEqual({ added: ['AZURE_STORAGEBLOB_RESOURCEENDPOINT'], removed: ['STORAGE_CONN'] });
    const result = await after(files, 'src/a.ts');
    expect(result).toMatchObject({
      '.env': 'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net\n',
      'src/config.ts': 'export const conn = process.env.STORAGE_CONN!;\n'
        .replace('conn', 'blobEndpoint')
        .replace('STORAGE_CONN', 'AZURE_STORAGEBLOB_RESOURCEENDPOINT'),
    });
  });

  it('says that a hardcoded secret stays where other code may read it, and is to be rotated', async () => {
    const files = filled({
      'src/config.ts': "export const conn = '{{storage-connection-string:contoso}}';\n",
      'src/b.ts': "export * from './config';\n",
      'src/a.ts': uses("import { conn } from './config';", 'conn'),
    });
    const plan = await planned(files, 'src/a.ts');
    if (plan?.kind !== 'migration') throw new Error('no migration');
    const steps = stepTexts(plan.steps).join('\n');
    expect(steps).toContain('conn stays in src/config.ts, since other code may read it.');
    expect(steps).toContain('Treat it as leaked and rotate it');
    expect(JSON.stringify(plan)).not.toContain('AccountKey');
  });

  it('gives the second reader the endpoint that the first one got, and then deletes the secret', async () => {
    const files = filled({
      'src/config.ts':
        "export const config = {\n  conn: process.env.CONN || '',\n  archive: process.env.ARCHIVE_CONN || '',\n};\n",
      'src/b.ts': uses("import { config } from './config';", 'config.conn'),
      'src/c.ts': uses("import { config } from './config';", 'config.archive'),
      'src/a.ts': uses("import { config } from './config';", 'config.conn'),
    });
    let now = files;
    for (const path of ['src/a.ts', 'src/c.ts', 'src/b.ts']) {
      const next = await after(now, path);
      if (typeof next !== 'object' || !next) throw new Error(String(next));
      now = { ...next };
    }
    // Another account's secret gets a setting of its own, however alike it looks.
    expect(now['src/config.ts']).toBe(
      "export const config = {\n  blobEndpoint: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || '',\n  blobEndpoint2: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT_ARCHIVE || '',\n};\n",
    );
    expect(now['src/a.ts']).toBe(rewritten("import { config } from './config';", 'config.blobEndpoint'));
    expect(now['src/b.ts']).toBe(now['src/a.ts']);
    expect(now['src/c.ts']).toBe(rewritten("import { config } from './config';", 'config.blobEndpoint2'));
  });

  it.each([
    [
      'an object with a type',
      'export const config: Config = { conn: process.env.CONN };\n',
      "import { config } from './config';",
      'config.conn',
      'environment',
      'secret-imported',
    ],
    [
      'a value exported as default',
      'export default process.env.CONN;\n',
      "import conn from './config';",
      'conn',
      'environment',
      'secret-imported',
    ],
    [
      'a constant that code chooses by',
      'export const conn = process.env.CONN;\n',
      "import { conn } from './config';\nif (conn) { a(); } else { b(); }",
      'conn',
      'environment',
      'dual-path',
    ],
    [
      'a property that is written later',
      "export const config = { conn: process.env.CONN };\nconfig.conn = 'x';\n",
      "import { config } from './config';",
      'config.conn',
      'environment',
      'secret-reassigned',
    ],
    [
      'a variable',
      "export let conn = '';\nconn = process.env.CONN;\n",
      "import { conn } from './config';",
      'conn',
      'literal',
      'secret-reassigned',
    ],
    [
      'a value taken apart there',
      "export const conn = process.env.CONN;\nexport const name = conn.split(';')[0];\n",
      "import { conn } from './config';",
      'conn',
      'environment',
      'parsed-by-hand',
    ],
    [
      'a function of the other file',
      'const read = () => process.env.CONN;\nexport const conn = read();\n',
      "import { conn } from './config';",
      'conn',
      'environment',
      'secret-from-function',
    ],
    [
      'code of a browser',
      'export const conn = import.meta.env.VITE_CONN;\n',
      "import { conn } from './config';",
      'conn',
      'environment',
      'client-side',
    ],
    [
      'a constant that is itself imported',
      "import { env } from './env';\nexport const conn = env.CONN;\n",
      "import { conn } from './config';",
      'conn',
      'elsewhere',
      'secret-from-elsewhere',
    ],
    [
      'a property behind which others are spread',
      'export default { conn: process.env.CONN, ...rest };\n',
      "import config from './config';",
      'config.conn',
      'elsewhere',
      'secret-from-elsewhere',
    ],
    [
      'what is not there',
      'export const other = 1;\n',
      "import { conn } from './config';",
      'conn',
      'elsewhere',
      'secret-from-elsewhere',
    ],
  ])('is left alone: %s', async (_title, config, imports, expression, origin, reason) => {
    const files = { 'src/config.ts': config, 'src/a.ts': uses(imports, expression) };
    const [first = ''] = await findings(files, 'src/a.ts');
    expect(first).toMatch(new RegExp(`^key-auth/storage-blob ${origin} \\d+ ${reason}$`));
  });

  it("is silent for an emulator's", async () => {
    const files = {
      'src/config.ts': "export const conn = 'UseDevelopmentStorage=true';\n",
      'src/a.ts': uses("import { conn } from './config';", 'conn'),
    };
    expect(await findings(files, 'src/a.ts')).toEqual([]);
  });

  it.each([
    ['a comment', '// connectionString: see config\nexport const x = 1;', false],
    ['another file of the name', "import { connectionString } from './other/config';\nuse(connectionString);", false],
    ['another name of the file', "import { port } from './config';\nuse(port);", false],
    ['an import for its effects', "import './config';\n", false],
    ['a type', "import type { connectionString } from './config';\n", true],
    ['a mock', "vi.mock('./config', () => ({}));\n", true],
    ['an import at run time', "const { port } = await import('./config');\nuse(port);", false],
    ['all at run time', "import('./config').then(use);\n", true],
    ['an alias of the path', "import { connectionString } from '@/config';\nuse(connectionString);", true],
    ['a component', "<script setup>\nimport { connectionString } from './config'\n</script>\n", true, 'src/b.vue'],
    ['a file handed on by its folder', "export * from '../src/config';\n", true, 'lib/index.ts'],
    ['a list that another file hands on', "export { connectionString } from './config';\n", true],
  ])('knows who reads it: %s', async (_title, text, reads, path = 'src/b.ts') => {
    const files = {
      'src/config.ts': "export const port = 80;\nexport const connectionString = process.env.CONN ?? '';\n",
      'src/other/config.ts': 'export const connectionString = 1;\n',
      [path]: text,
      'src/a.ts': uses("import { connectionString } from './config';", 'connectionString'),
    };
    const result = await after(files, 'src/a.ts');
    if (typeof result !== 'object') throw new Error(result);
    expect(result?.['src/config.ts']?.includes('connectionString')).toBe(reads);
  });

  it('stays when a package offers the file to others', async () => {
    const files = {
      'packages/shared/package.json': '{ "name": "@contoso/shared", "main": "dist/index.js" }',
      'packages/shared/src/index.ts': 'export const conn = process.env.CONN;\n',
      'packages/shared/src/a.ts': uses("import { conn } from './index';", 'conn'),
    };
    const result = await after(files, 'packages/shared/src/a.ts');
    expect(result).toMatchObject({
      'packages/shared/src/index.ts':
        'export const conn = process.env.CONN;\nexport const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;\n',
    });
  });

  it('costs no file where nothing comes from elsewhere', async () => {
    const files = {
      'src/config.ts': 'export const conn = process.env.CONN;\n',
      'src/a.ts': uses("import { conn } from './config';", 'process.env.CONN'),
      'src/b.ts': "import { conn } from './config';\nconsole.log(conn);\n",
    };
    expect(await readFor(files, 'src/b.ts')).toEqual([]);
    // What the project knows of the setting is asked, not what the document does not import.
    const text = files['src/a.ts'];
    const { needs } = await createEngine({ files: memoryFiles(files) }).scan({ path: 'src/a.ts', text });
    expect(needs).not.toContain('src/b.ts');
    const more = { ...files, 'src/c.ts': uses("import { conn } from './config';", 'conn') };
    expect((await readFor(more, 'src/c.ts'))[0]).toBe('read src/config.ts');
  });
});

/** What a scan of a document lists and reads. */
async function readFor(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const access = memoryFiles(files);
  await createEngine({ files: access }).scan({ path, text: files[path] ?? '' });
  return access.log;
}
