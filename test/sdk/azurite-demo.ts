import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { filesOf } from '../demos/bundle';
import { fill } from '../support/fill';
import { run } from './azurite';
import type { Accounts, Stage } from './azurite';

const DEMO = 'node-functions';
const ACCOUNT = 'contosophotos';
const SETTING = 'PHOTOS_STORAGE';

type Files = Readonly<Record<string, string>>;

/** The workspace before and after its migration, which test/demos compares with what the command makes of it. */
export interface Demo {
  readonly before: Files;
  readonly after: Files;
  readonly accounts: Accounts;
}

const settingsOf = (files: Files): Record<string, string> =>
  (JSON.parse(files['local.settings.json'] ?? '{}') as { Values: Record<string, string> }).Values;

/** Fills the places of the workspace with values; the emulator gets the key of its account. */
export function demoAccounts(): Demo {
  const before = Object.fromEntries(Object.entries(filesOf(DEMO, 'before')).map(([file, text]) => [file, fill(text)]));
  const key = /AccountKey=([^;]+)/.exec(settingsOf(before)[SETTING] ?? '')?.[1] ?? '';
  return { before, after: filesOf(DEMO, 'after'), accounts: { [ACCOUNT]: key } };
}

/** What the functions are given in place of the host: it remembers their handlers by name. */
const HOST = `export const handlers = {};
export const app = new Proxy({}, { get: () => (name, { handler }) => { handlers[name] = handler; } });
`;

/** Calls the function that is named first with the rest of what it needs. */
const driver = (files: Files): string => `import { handlers } from '@azure/functions';
${Object.keys(files)
  .filter((file) => file.startsWith('src/functions/'))
  .map((file) => `import './${file}';\n`)
  .join('')}
const [name = '', item = ''] = process.argv.slice(2);
await (handlers as any)[name](Buffer.from(item), { triggerMetadata: { name: item }, log: () => undefined });
console.log('null');
`;

/** Looks at the account with its key: makes the container, or lists what is in it; null where it is not there. */
const OBSERVER = `import { BlobServiceClient } from '@azure/storage-blob';
const container = BlobServiceClient.fromConnectionString(process.env.CONNECTION!).getContainerClient('thumbnails');
const names: string[] = [];
if (process.argv[2] === 'create') await container.create();
const exists = await container.exists();
if (exists) for await (const { name } of container.listBlobsFlat()) names.push(name);
console.log(JSON.stringify(exists ? names.sort() : null));
`;

async function bundled(folder: string, files: Files): Promise<string> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const outfile = path.join(folder, 'main.mjs');
  await build({
    entryPoints: [path.join(folder, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@azure/identity', '@azure/storage-blob'],
    alias: { '@azure/functions': path.join(folder, 'host.mjs') },
    logLevel: 'error',
  });
  return outfile;
}

/** @throws where a function does not do after its migration what it did before */
export async function checkDemo(stage: Stage, { before, after }: Demo): Promise<void> {
  const program = (name: string, files: Files): Promise<string> => bundled(path.join(stage.folder, name), files);
  const old = await program('before', { ...before, 'main.ts': driver(before), 'host.mjs': HOST });
  const fresh = await program('after', { ...after, 'main.ts': driver(after), 'host.mjs': HOST });
  const observer = await program('observer', { 'main.ts': OBSERVER });
  const observed = (what: string): Promise<unknown> =>
    run(observer, { ...stage.trusted, CONNECTION: stage.connection(ACCOUNT) }, [what]);
  const withKey = { ...settingsOf(before), [SETTING]: stage.connection(ACCOUNT), ...stage.trusted };
  const withIdentity = {
    ...Object.fromEntries(Object.entries(settingsOf(after)).map(([name, value]) => [name, stage.local(value)])),
    ...stage.identity,
  };
  await observed('create');
  await run(old, withKey, ['thumbnail', 'first.png']);
  await run(fresh, withIdentity, ['thumbnail', 'second.png']);
  const written = await observed('list');
  await run(fresh, withIdentity, ['cleanup']);
  const left = await observed('list');
  if (JSON.stringify([written, left]) !== JSON.stringify([['first.png', 'second.png'], null]))
    throw new Error(`wrote ${JSON.stringify(written)}, and left ${JSON.stringify(left)}`);
}
