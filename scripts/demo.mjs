// Makes the demo workspace: demo/ with fake secrets in the places of `{{name}}` or `{{name {"option": "value"}}}`, where
// `name` is one of the makers of test/support/fake-secrets.ts. The same place text gives the same secret in every file.
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { projectRoot } from './process.mjs';

const SEED = 2026;

/** The demo has no node_modules/: the language service's errors about that would hide the findings. */
export const DEMO_SETTINGS = { 'typescript.validate.enable': false, 'javascript.validate.enable': false };

const PLACE = /\{\{(\w+)(?: (\{.*?\}))?\}\}/g;

/** Copies the demo into `folder`, on top of what is there. */
export async function makeDemo(folder) {
  const fake = (await loadFakeSecrets()).createFake(SEED);
  const made = new Map();
  const fill = (place, name, options) => {
    if (!made.has(place)) {
      if (!Object.hasOwn(fake, name)) throw new Error(`demo/: nothing makes ${place}`);
      made.set(place, fake[name](...(options ? [JSON.parse(options)] : [])));
    }
    return made.get(place);
  };
  cpSync(path.join(projectRoot, 'demo'), folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replace(PLACE, fill));
  }
}

async function loadFakeSecrets() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/support/fake-secrets.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
