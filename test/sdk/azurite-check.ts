// Runs code before and after its migration against the storage emulator.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';
import { applyEdits } from '../../src/core/edit';
import { createEngine, createTools } from '../../src/engine/engine';
import { memoryFiles } from '../support/memory-files';
import { run, sdk, startAzurite } from './azurite';
import type { Stage } from './azurite';
import { checkDemo, demoAccounts } from './azurite-demo';
import { programs } from './azurite-programs';
import type { Program } from './azurite-programs';

const ACCOUNT = 'contoso';

/** The setting of an account in Azure: a setting of the emulator would keep its key. The run leads to the emulator. */
const inAzure = (key: string): string =>
  `DefaultEndpointsProtocol=https;AccountName=${ACCOUNT};AccountKey=${key};EndpointSuffix=core.windows.net`;

async function bundled(stage: Stage, name: string, contents: string): Promise<string> {
  const outfile = path.join(stage.folder, `${name}.mjs`);
  await build({
    stdin: { contents, loader: 'ts', resolveDir: sdk },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

/** @throws where the program is refused, or does not read and write the same before and after */
async function checkProgram(stage: Stage, key: string, { service, setting, text }: Program): Promise<void> {
  const env = `${setting}=${inAzure(key)}\n`;
  const engine = createEngine({ files: memoryFiles({ '.env': env, 'package.json': '{}' }), tools });
  const plan = await engine.plan({ path: 'program.ts', text }, 'all', 'identity');
  if (plan.kind === 'refusal') throw new Error(`was refused: ${plan.id}`);
  const edited = (name: string, old: string): string =>
    applyEdits(old, plan.files.find((file) => file.path === name)?.edits ?? []);
  // The settings of the run are those that the migration wrote.
  const settings = Object.fromEntries(
    edited('.env', env)
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), stage.local(line.slice(line.indexOf('=') + 1))]),
  );
  if (Object.values(settings).some((value) => value.includes(key))) throw new Error('the key is still there');
  const old = await run(
    await bundled(stage, `${service}-before`, text),
    { ...stage.trusted, [setting]: stage.connection(ACCOUNT) },
    ['first'],
  );
  const fresh = await bundled(stage, `${service}-after`, edited('program.ts', text));
  const present = await run(fresh, { ...stage.identity, ...settings }, ['second']);
  if (JSON.stringify([old, present]) !== JSON.stringify([['first'], ['first', 'second']]))
    throw new Error(`read ${JSON.stringify(old)} before and ${JSON.stringify(present)} after`);
}

const tools = createTools();

/** Checks the programs and a workspace against a running emulator. Resolves to the number that failed. */
export async function checkAgainstAzurite(): Promise<number> {
  const key = randomBytes(64).toString('base64');
  const demo = demoAccounts();
  const stage = await startAzurite({ [ACCOUNT]: key, ...demo.accounts });
  const checks = [
    ...programs.map((program) => ({ name: program.service, check: () => checkProgram(stage, key, program) })),
    { name: 'demo node-functions', check: () => checkDemo(stage, demo) },
  ];
  let failed = 0;
  try {
    for (const { name, check } of checks) {
      try {
        await check();
        console.log(`${name.padEnd(24)} ran before and after: the same data, and more written with the identity`);
      } catch (error) {
        failed++;
        const message = error instanceof Error ? error.message : String(error);
        const shown = [key, ...Object.values(demo.accounts)].reduce(
          (now, one) => now.replaceAll(one, '[redacted]'),
          message,
        );
        console.log(`${name.padEnd(24)} ${shown}`);
      }
    }
  } finally {
    await stage.close();
  }
  return failed;
}
