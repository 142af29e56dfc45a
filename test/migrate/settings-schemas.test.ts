import { describe, expect, it } from 'vitest';
import { after, findings } from '../support/across';

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

const NEW = 'AZURE_STORAGEBLOB_RESOURCEENDPOINT';
const IMPORT = "import { env } from './env';";

interface Case {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Another file, before and after. */
  readonly other?: string;
}

const moved: readonly Case[] = [
  {
    title: 'zod, the schema in a constant',
    before: `import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  STORAGE_CONN: z.string().min(1),
});

export type Env = z.infer<typeof schema>;
export const env = schema.parse(process.env);
`,
    after: `import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  ${NEW}: z.string().min(1),
});

export type Env = z.infer<typeof schema>;
export const env = schema.parse(process.env);
`,
  },
  {
    title: 'zod in one expression, with a message that names the old setting',
    before: `import { z } from 'zod';
export const env = z.object({ STORAGE_CONN: z.string({ required_error: 'STORAGE_CONN is missing' }), PORT: z.string() }).parse(process.env);
`,
    after: `import { z } from 'zod';
export const env = z.object({ ${NEW}: z.string(), PORT: z.string() }).parse(process.env);
`,
  },
  {
    title: 'envalid',
    before: `import { cleanEnv, port, str } from 'envalid';

export const env = cleanEnv(process.env, {
  STORAGE_CONN: str({ desc: 'The account' }),
  PORT: port({ default: 80 }),
});
`,
    after: `import { cleanEnv, port, str } from 'envalid';

export const env = cleanEnv(process.env, {
  ${NEW}: str(),
  PORT: port({ default: 80 }),
});
`,
  },
  {
    title: 't3-env',
    before: `import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: {
    STORAGE_CONN: z.string().min(1),
  },
  runtimeEnv: process.env,
});
`,
    after: `import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: {
    ${NEW}: z.string().min(1),
  },
  runtimeEnv: process.env,
});
`,
  },
  {
    title: 'a secret that another file reads, too, stays beside it',
    before: `import { z } from 'zod';
export const env = z.object({ STORAGE_CONN: z.string() }).parse(process.env);
`,
    other: `import { env } from './env';
export const backup = () => env.STORAGE_CONN;
`,
    after: `import { z } from 'zod';
export const env = z.object({ STORAGE_CONN: z.string(), ${NEW}: z.string() }).parse(process.env);
`,
  },
  {
    title: 'a schema that lists the endpoint already',
    before: `import { z } from 'zod';
export const env = z.object({ STORAGE_CONN: z.string(), ${NEW}: z.string() }).parse(process.env);
`,
    after: `import { z } from 'zod';
export const env = z.object({ ${NEW}: z.string() }).parse(process.env);
`,
  },
];

const stays: readonly (readonly [title: string, env: string, reason: string])[] = [
  [
    'a check that only the old value passes',
    `import { z } from 'zod';
export const env = z.object({ STORAGE_CONN: z.string().startsWith('Default') }).parse(process.env);
`,
    'secret-imported',
  ],
  [
    'a default',
    `import { cleanEnv, str } from 'envalid';
export const env = cleanEnv(process.env, { STORAGE_CONN: str({ default: '' }) });
`,
    'secret-imported',
  ],
  [
    'settings that are listed a second time',
    `import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';
export const env = createEnv({
  server: { STORAGE_CONN: z.string() },
  runtimeEnv: { STORAGE_CONN: process.env.STORAGE_CONN },
});
`,
    'secret-from-elsewhere',
  ],
  [
    'values that are not those of the environment',
    `import { z } from 'zod';
import { values } from './values';
export const env = z.object({ STORAGE_CONN: z.string() }).parse(values);
`,
    'secret-from-elsewhere',
  ],
];

describe('a secret that a schema reads from the environment', () => {
  it.each(moved)('$title', async ({ before, after: wanted, other }) => {
    const files = {
      'package.json': '{ "private": true }',
      'src/env.ts': before,
      ...(other === undefined ? {} : { 'src/b.ts': other }),
      'src/a.ts': uses(IMPORT, 'env.STORAGE_CONN'),
    };
    expect(await after(files, 'src/a.ts')).toEqual({
      ...files,
      'package.json': expect.any(String) as string,
      'src/env.ts': wanted,
      'src/a.ts': rewritten(IMPORT, `env.${NEW}`),
    });
  });

  it('is taken out of the object by its name', async () => {
    const schema = (name: string): string =>
      `import { z } from 'zod';\nexport const env = z.object({ ${name}: z.string() }).parse(process.env);\n`;
    const files = {
      'src/env.ts': schema('STORAGE_CONN'),
      'src/a.ts': uses(`${IMPORT}\nconst { STORAGE_CONN } = env;`, 'STORAGE_CONN'),
    };
    expect(await after(files, 'src/a.ts')).toEqual({
      'src/env.ts': schema(NEW),
      'src/a.ts': `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
${IMPORT}

const credential = new DefaultAzureCredential();
const { ${NEW} } = env;

export const client = new BlobServiceClient(${NEW}, credential);
`,
    });
  });

  it.each(stays)('refuses %s', async (_title, env, reason) => {
    const files = { 'src/env.ts': env, 'src/a.ts': uses(IMPORT, 'env.STORAGE_CONN') };
    expect(await findings(files, 'src/a.ts')).toEqual([expect.stringContaining(reason)]);
  });
});
