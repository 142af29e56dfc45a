// Compiles the C# examples, before and after their migration, against the real packages, where the .NET SDK is.
import path from 'node:path';
import { applyEdits } from '../../src/core/edit';

import { grammar } from '../../src/languages/csharp/grammar';
import { parserFor } from '../../src/languages/tree-sitter/runtime';
import { services } from '../../src/services/index';
import { projectOf } from '../support/dotnet-project';
import { engineWith } from '../support/engine-over';
import { fill } from '../support/fill';
import { vaultExamples } from '../support/vault-examples';
import type { Unit, Verdict } from './csharp-build';
import { build, dotnetVersion } from './csharp-build';
import { packagesOf } from './csharp-packages';
import { inNamespace } from './csharp-source';

const folder = path.resolve(import.meta.dirname, '../../.sdk-test/csharp');
const wanted = process.argv.slice(2);
const isWanted = (id: string): boolean => wanted.length === 0 || wanted.includes(id);
const started = Date.now();
const parse = await parserFor(grammar);

/** An example, and the engine's text for it. */
interface Row {
  readonly name: string;
  readonly before: Unit;
  readonly after: Unit;
}

const rows: Row[] = [];
const problems: string[] = [];

function add(name: string, file: string, before: string, after: string): void {
  if (parse(after).rootNode.hasError) problems.push(`${name}: does not parse`);
  const space = name.replace(/(?:^|\W)(\w)/g, (_, first: string) => first.toUpperCase());
  // Both sides build on the same packages, so that only their code differs.
  const packages = packagesOf(`${before}\n${after}`);
  const unit = (side: string, text: string): Unit => ({
    path: path.join(name, side, file),
    text: inNamespace(text, `Examples.${space}.${side}`, parse),
    packages,
  });
  rows.push({ name, before: unit('Before', before), after: unit('After', after) });
}

for (const service of services.filter(({ id }) => isWanted(id))) {
  for (const [index, { language, before, after, file }] of service.examples.entries()) {
    if (language !== 'csharp' || after === null) continue;
    const document = { path: file, text: fill(before) };
    const plan = await engineWith(projectOf(after).files).plan(document, 'all', 'identity');
    const name = `${service.id}/${String(index)}`;
    if (plan.kind === 'refusal') problems.push(`${name}: refused: ${plan.id}`);
    else add(name, file, document.text, applyEdits(document.text, editsOf(plan.files, file)));
  }
}
for (const [index, { file, fix, before, after, title }] of vaultExamples.entries()) {
  if (!file.endsWith('.cs') || !isWanted('key-vault-client')) continue;
  const document = { path: file, text: fill(before) };
  const around = engineWith(projectOf(after).files);
  const [finding] = (await around.scan(document)).findings;
  const plan = finding && (await around.plan(document, finding, fix));
  if (plan?.kind !== 'migration') problems.push(`${title}: refused`);
  else
    add(`kept-in-${fix}/${String(index)}`, file, document.text, applyEdits(document.text, editsOf(plan.files, file)));
}

function editsOf(files: readonly { path: string; edits: Parameters<typeof applyEdits>[1] }[], file: string) {
  return files.find((one) => one.path === file)?.edits ?? [];
}

const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Prints what became of each example. */
function report(): void {
  const {
    verdicts,
    unchecked,
    projects,
    problems: others,
  } = build(
    folder,
    rows.flatMap(({ before, after }) => [before, after]),
  );
  problems.push(...others);
  const seen = (unit: Unit): Verdict => verdicts.get(unit.path) ?? { errors: [], nullability: [] };
  const sums = { compiled: 0, unchecked: 0, rejected: 0, before: 0, after: 0 };
  for (const { name, before, after } of rows) {
    const why = unchecked.get(before.path) ?? unchecked.get(after.path);
    if (why !== undefined || !verdicts.has(before.path) || !verdicts.has(after.path)) {
      sums.unchecked++;
      console.log(`    unchecked ${name}: ${why ?? 'not compiled'}`);
      continue;
    }
    const [old, made] = [seen(before), seen(after)];
    const errors = [...old.errors.map((one) => `before, ${one}`), ...made.errors.map((one) => `after, ${one}`)];
    sums[errors.length > 0 ? 'rejected' : 'compiled']++;
    sums.before += old.nullability.length;
    sums.after += made.nullability.length;
    if (made.nullability.length > old.nullability.length)
      for (const one of made.nullability) console.log(`    may be null ${name}: ${one}`);
    if (errors.length > 0) console.log(after.text.replace(/^/gm, '    | '));
    problems.push(...errors.map((one) => `${name}: ${one}`));
  }
  console.log(
    `C#: ${count(rows.length, 'migrated example')}: ${String(sums.compiled)} compiled before and after in ${count(projects, 'project')}, ${String(sums.unchecked)} unchecked, ${String(sums.rejected)} rejected; warnings about null: ${String(sums.before)} before, ${String(sums.after)} after; ${((Date.now() - started) / 1000).toFixed(0)} s.`,
  );
}

if (dotnetVersion() === null)
  console.log(
    `C#: no .NET SDK here: ${count(rows.length, 'migrated example')} parsed, all of them unchecked by the compiler.`,
  );
else report();
for (const one of problems) console.log(`    ${one}`);
process.exitCode = problems.length > 0 || (rows.length === 0 && wanted.length === 0) ? 1 : 0;
