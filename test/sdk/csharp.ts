// Compiles every migrated C# example against the real packages, where the .NET SDK and NuGet are to be had.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../src/core/edit';
import { createEngine } from '../../src/engine/engine';
import { grammar } from '../../src/languages/csharp/grammar';
import { parserFor } from '../../src/languages/tree-sitter/runtime';
import { services } from '../../src/services/index';
import { fill } from '../support/fill';
import { vaultExamples } from '../support/vault-examples';
import type { CSharpSource } from './csharp-source';
import { inNamespace } from './csharp-source';

const folder = path.resolve(import.meta.dirname, '../../.sdk-test/csharp');
const wanted = process.argv.slice(2);
const engine = createEngine();
const parse = await parserFor(grammar);

const sources: CSharpSource[] = [];
const problems: string[] = [];
for (const service of services.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  for (const [index, { language, before, after, file }] of service.examples.entries()) {
    if (language !== 'csharp' || after === null) continue;
    const document = { path: file, text: fill(before) };
    const plan = await engine.plan(document, 'all', 'identity');
    const name = `${service.id}/${String(index)}/${file}`;
    if (plan.kind === 'refusal') {
      problems.push(`${name}: refused: ${plan.id}`);
      continue;
    }
    const edits = plan.files.find((one) => one.path === file)?.edits ?? [];
    const namespace = `Examples.${service.id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())}${String(index)}`;
    sources.push({ path: name, text: inNamespace(applyEdits(document.text, edits), namespace, parse) });
  }
}

for (const [index, { file, fix, before, title }] of vaultExamples.entries()) {
  if (!file.endsWith('.cs') || (wanted.length > 0 && !wanted.includes('key-vault-client'))) continue;
  const document = { path: file, text: fill(before) };
  const [finding] = (await engine.scan(document)).findings;
  const plan = finding && (await engine.plan(document, finding, fix));
  if (plan?.kind !== 'migration') {
    problems.push(`${title}: refused`);
    continue;
  }
  const after = applyEdits(document.text, plan.files.find((one) => one.path === file)?.edits ?? []);
  sources.push({
    path: `${fix}/${String(index)}/${file}`,
    text: inNamespace(after, `Examples.KeyVault${String(index)}`, parse),
  });
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of ['Examples.csproj', 'Surroundings.cs'])
  copyFileSync(path.join(import.meta.dirname, 'csharp', name), path.join(folder, name));
for (const { path: name, text } of sources) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  if (parse(text).rootNode.hasError) problems.push(`${name}: does not parse`);
}

const found = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
if (found.status !== 0) {
  console.log(
    `C#: no .NET SDK here. ${String(sources.length)} migrated examples parse, none of them was compiled; the project is in ${path.relative(process.cwd(), folder)}.`,
  );
} else {
  const built = spawnSync('dotnet', ['build', '--nologo', '-clp:NoSummary', folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' },
  });
  const output = `${built.stdout}\n${built.stderr}`;
  const restore = /error NU\d+|error NETSDK\d+|unable to load the service index/i.exec(output);
  if (restore)
    console.log(
      `C#: the packages could not be had (${restore[0]}). ${String(sources.length)} migrated examples parse, none of them was compiled.`,
    );
  else {
    const errors = new Set(output.split('\n').filter((line) => /: error CS\d+/.test(line)));
    problems.push(...errors);
    console.log(`C#: ${String(sources.length)} migrated examples compiled, ${String(errors.size)} errors.`);
  }
}
for (const one of problems) console.log(`    ${one}`);
process.exitCode = problems.length > 0 || sources.length === 0 ? 1 : 0;
