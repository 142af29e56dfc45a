// Writes the pages of docs/ and the tables of README.md from the sources.   npm run docs
// With --check it writes nothing, and fails when something would change.     npm run docs:check
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { createEngine } from '../src/engine/engine';
import { services } from '../src/services/index';
import { withBlocks } from './docs/blocks';
import { coveragePageText } from './docs/coverage';
import { commandsTable, settingsTable } from './docs/manifest';
import type { ExtensionManifest, Texts } from './docs/manifest';
import { commandLinePageText } from './docs/command-line';
import { servicePage } from './docs/markdown';
import { risksTable } from './docs/risks';
import { rulePages, rulesTable } from './docs/rules';
import { servicePageText, servicesTable } from './docs/services';

const root = path.resolve(import.meta.dirname, '..');
const at = (file: string): string => path.join(root, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');

/** Folders in which every file is generated. */
const OWNED = ['docs/rules', 'docs/services'];

/** Every generated file with its text, as `prettier --write` would leave it: the two never disagree. */
async function generated(): Promise<Map<string, string>> {
  const engine = createEngine();
  const files = new Map([
    ['docs/coverage.md', coveragePageText(services)],
    ['docs/command-line.md', commandLinePageText()],
  ]);
  for (const [page, text] of rulePages({ engine, services })) files.set(`docs/${page}`, text);
  for (const service of services) files.set(`docs/${servicePage(service.id)}`, servicePageText(service, engine));

  const manifest = JSON.parse(read('package.json')) as ExtensionManifest;
  const texts = JSON.parse(read('package.nls.json')) as Texts;
  const blocks = {
    rules: rulesTable(engine.rules, 'docs/'),
    services: servicesTable(services, 'docs/'),
    commands: commandsTable(manifest, texts),
    settings: settingsTable(manifest, texts),
    risks: risksTable(),
  };
  if (existsSync(at('README.md'))) files.set('README.md', withBlocks(read('README.md'), blocks));

  for (const [file, text] of files) {
    const options = await prettier.resolveConfig(at(file), { editorconfig: true });
    files.set(file, await prettier.format(text, { ...options, filepath: at(file) }));
  }
  return files;
}

/** Pages that nothing generates any more. */
const leftOver = (files: ReadonlyMap<string, string>): string[] =>
  OWNED.filter((folder) => existsSync(at(folder)))
    .flatMap((folder) => readdirSync(at(folder)).map((name) => `${folder}/${name}`))
    .filter((file) => !files.has(file));

const files = await generated();
const changed = [...files].filter(([file, text]) => !existsSync(at(file)) || read(file) !== text);
const gone = leftOver(files);

if (process.argv.includes('--check')) {
  for (const [file] of changed) console.error(`${file} is not up to date`);
  for (const file of gone) console.error(`${file} is not generated any more`);
  if (changed.length + gone.length > 0) {
    console.error('Run "npm run docs" and commit the result.');
    process.exitCode = 1;
  }
} else {
  for (const [file, text] of changed) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }
  for (const file of gone) rmSync(at(file));
  console.log(`${files.size} files generated, ${changed.length} changed, ${gone.length} removed`);
}
