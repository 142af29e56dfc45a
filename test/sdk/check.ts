import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../src/core/edit';
import { createEngine } from '../../src/engine/engine';
import { VERSIONS } from '../../src/manifests/npm-versions';
import type { Migration } from '../../src/migrate/migration';
import { services } from '../../src/services/index';
import type { Example, Service } from '../../src/services/service';
import { fill } from '../support/fill';
import { memoryFiles } from '../support/memory-files';
import { vaultExamples } from '../support/vault-examples';
import { checkAgainstAzurite } from './azurite-check';
import type { Source } from './compile';
import { compile } from './compile';

const folder = path.resolve(import.meta.dirname, '../../.sdk-test');
const pins = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  }
).dependencies;
const wanted = process.argv.slice(2);
const engine = createEngine({ files: memoryFiles({ 'package.json': '{}' }) });

interface Row {
  /** Of the service, or `key-vault-client`. */
  readonly id: string;
  readonly title: string;
  readonly before: Source;
  /** The engine's text, not the example's; null for a refusal. */
  readonly after: Source | null;
  readonly problems: readonly string[];
}

/** Migrates one example as the editor does, with a manifest next to it. */
async function rowOf(service: Service, example: Example, index: number): Promise<Row> {
  const text = fill(example.before);
  const place = (side: string, content: string): Source => ({
    path: `examples/${service.id}/${String(index)}/${side}/${example.file}`,
    text: content,
  });
  const before = place('before', text);
  const document = { path: example.file, text };
  const plan = await engine.plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') {
    const problems = example.after === null ? [] : [`refused: ${plan.id}`];
    return { id: service.id, title: example.title, before, after: null, problems };
  }
  const problems = problemsOf(plan);
  if (example.after === null) problems.push('was not refused');
  const after = place('after', edited(plan, example.file, text));
  return { id: service.id, title: example.title, before, after, problems };
}

const edited = ({ files }: Migration, name: string, old: string): string =>
  applyEdits(old, files.find((file) => file.path === name)?.edits ?? []);

/** Packages that the manifest gains in another version than the checked one. */
function problemsOf(plan: Migration): string[] {
  const { dependencies = {} } = JSON.parse(edited(plan, 'package.json', '{}')) as {
    dependencies?: Record<string, string>;
  };
  return plan.packages.flatMap((name) => {
    const pin = pins[name];
    return pin !== undefined && dependencies[name] === `^${pin}`
      ? []
      : [`package.json gains ${name} ${dependencies[name] ?? '(nothing)'}, checked is ${pin ?? '(nothing)'}`];
  });
}

/** Loads the first hardcoded secret of a text from Key Vault; null where nothing waits or nothing is hardcoded. */
async function vaultRow(title: string, index: string, file: string, text: string): Promise<Row | null> {
  const document = { path: file, text };
  const { findings } = await engine.scan(document);
  const finding = findings.find(({ fixes }) => fixes.some(({ kind }) => kind === 'key-vault-client'));
  if (!finding) return null;
  const plan = await engine.plan(document, finding, 'key-vault-client');
  const place = (side: string, content: string): Source => ({
    path: `examples/key-vault-client/${index}/${side}/${file}`,
    text: content,
  });
  const shared = { id: 'key-vault-client', title, before: place('before', text) };
  return plan.kind === 'refusal'
    ? { ...shared, after: null, problems: [`refused: ${plan.id}`] }
    : { ...shared, after: place('after', edited(plan, file, text)), problems: problemsOf(plan) };
}

const rows: Row[] = [];
for (const service of services.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  for (const [index, example] of service.examples.filter(({ language }) => language === 'typescript').entries())
    rows.push(await rowOf(service, example, index));
}

// The secret kept in Key Vault: the examples for that, and those of all services in a module that waits.
if (wanted.length === 0 || wanted.includes('key-vault-client')) {
  const waiting = services.flatMap(({ id, examples }) =>
    examples
      .filter(({ language }) => language === 'typescript')
      .map(({ title, file, before }) => ({
        title: `${id}: ${title}`,
        file,
        // CommonJS cannot wait there.
        text: fill(before) + (/\brequire\(/.test(before) ? '' : '\nawait Promise.resolve();\n'),
      })),
  );
  const own = vaultExamples
    .filter(({ fix }) => fix === 'key-vault-client')
    .map(({ title, file, before }) => ({ title, file, text: fill(before) }));
  for (const [index, { title, file, text }] of [...own, ...waiting].entries()) {
    const row = await vaultRow(title, String(index), file, text);
    if (row) rows.push(row);
    else if (index < own.length) throw new Error(`${title}: not offered`);
  }
}

const verdicts = compile(
  folder,
  rows.flatMap(({ before, after }) => (after ? [before, after] : [before])),
);

let failed = 0;
const counts = { before: 0, after: 0, refused: 0 };
const pad = (text: string, width: number): string => text.padEnd(width).slice(0, width);
const print = (...cells: string[]): void => {
  console.log([pad(cells[0] ?? '', 24), pad(cells[1] ?? '', 66), pad(cells[2] ?? '', 7), cells[3] ?? ''].join(' '));
};
print('service', 'example', 'before', 'after');
for (const { id, title, before, after, problems } of rows) {
  const old = verdicts.get(before.path);
  const made = after && verdicts.get(after.path);
  // A variable that nobody read before the migration either is not its doing.
  const unused = made?.unused.filter((message) => !old?.unused.includes(message)) ?? [];
  const wrong = [
    ...problems,
    ...(old?.errors ?? ['not checked']).map((one) => `before, ${one}`),
    ...(made?.errors ?? []).map((one) => `after, ${one}`),
    ...unused.map((one) => `after, ${one}`),
  ];
  const afterOk = made ? made.errors.length + unused.length === 0 : null;
  print(id, title, old?.errors.length === 0 ? 'ok' : 'ERROR', afterOk === null ? 'refused' : afterOk ? 'ok' : 'ERROR');
  for (const one of wrong) console.log(`    ${one}`);
  if (wrong.length > 0 && after) console.log(after.text.replace(/^/gm, '    | '));
  failed += wrong.length > 0 ? 1 : 0;
  counts.before++;
  counts[afterOk === null ? 'refused' : 'after']++;
}

for (const [name, version] of Object.entries(VERSIONS)) {
  if (pins[name] === version) continue;
  console.log(`${name}: the manifest edit writes ${version}, checked is ${pins[name] ?? '(nothing)'}`);
  failed++;
}
console.log(
  `${String(counts.before)} examples: ${String(counts.after)} rewritten and checked, ${String(counts.refused)} refused; ${String(failed)} with errors`,
);
if (wanted.length === 0) {
  console.log('\nAgainst the storage emulator, over HTTPS with tokens:');
  failed += await checkAgainstAzurite();
}
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;
