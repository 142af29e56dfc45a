/**
 * Small C# programs from tables, compiled, migrated and compiled again: `node scripts/ts.mjs test/combine/csharp/index.ts [COUNT] [SEED]`.
 * Needs the .NET SDK and a built `dist/`. Reports the programs that compile before and not after.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFake, createRandom } from '../../support/fake-secrets';
import { FLAVOURS, programsOf } from './programs';
import type { Flavour, Program } from './programs';
import type { Client } from './tables';

const PACKAGES: Readonly<Record<string, string>> = {
  'Azure.Identity': '1.21.0',
  'Azure.Storage.Blobs': '12.30.1',
  'Azure.Storage.Queues': '12.28.1',
  'Azure.Data.Tables': '12.13.0',
  'Azure.Messaging.ServiceBus': '7.21.0',
  'Azure.Messaging.EventHubs': '5.12.2',
  'Azure.Messaging.EventGrid': '4.17.0',
  'Azure.Search.Documents': '11.5.1',
  'Azure.Security.KeyVault.Secrets': '4.12.0',
  'Microsoft.Extensions.Configuration.Abstractions': '10.0.15',
};

const cli = path.resolve('dist/cli.js');

const projectOf = ({ properties }: Flavour): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Library</OutputType>
    <NoWarn>$(NoWarn);NU1603;CS8618;CS0219;CS8019</NoWarn>
    ${properties}
  </PropertyGroup>
  <ItemGroup>
${Object.entries(PACKAGES)
  .map(([name, version]) => `    <PackageReference Include="${name}" Version="${version}" />`)
  .join('\n')}
  </ItemGroup>
</Project>
`;

/** The errors of a build by file. Errors in declarations hide those in bodies: files with errors are set aside, until none is left. */
function errorsOf(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let round = 0; round < 6; round++) {
    const open = files.filter((file) => !found.has(file));
    const list = open.map((file) => `    <Compile Include="${file}" />`).join('\n');
    writeFileSync(
      path.join(folder, 'Directory.Build.targets'),
      `<Project><PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup><ItemGroup>\n<Compile Remove="@(Compile)" />\n${list}\n</ItemGroup></Project>\n`,
    );
    const { stdout } = spawnSync(
      'dotnet',
      ['build', '-v', 'q', '--nologo', '-clp:NoSummary', '-p:UseSharedCompilation=false'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    const errors = [...stdout.matchAll(/([\w.]+\.cs)\((\d+),\d+\): error (\w+): ([^[\n]*)/g)];
    for (const [, file = '', line = '', id = '', message = ''] of errors)
      if (!found.has(file)) found.set(file, `${line}: ${id} ${message.trim()}`);
    if (errors.length === 0) {
      if (/error/.test(stdout)) throw new Error(stdout.slice(0, 2000));
      break;
    }
  }
  return found;
}

function run(flavour: Flavour, count: number, seed: number): number {
  const folder = mkdtempSync(path.join(tmpdir(), `combine-${flavour.name}-`));
  const fake = createFake(seed);
  const random = createRandom(seed);
  const valueOf = ({ kind, type }: Client): string =>
    kind === 'key'
      ? fake.storageKey()
      : /^(?:ServiceBus|EventHub)/.test(type)
        ? fake.serviceBusConnectionString()
        : fake.storageConnectionString();
  const all = programsOf(count, flavour, random, valueOf);
  const write = (programs: readonly Program[]): void => {
    for (const { file, text } of programs) writeFileSync(path.join(folder, file), text);
  };
  writeFileSync(path.join(folder, 'Combine.csproj'), projectOf(flavour));
  write(all);
  const before = errorsOf(
    folder,
    all.map(({ file }) => file),
  );
  const good = all.filter(({ file }) => !before.has(file));
  for (const { file } of all.filter((one) => before.has(one.file))) rmSync(path.join(folder, file));
  rmSync(path.join(folder, 'Directory.Build.targets'));
  console.log(`${flavour.name}: ${good.length} of ${all.length} programs compile before`);
  for (const [file, error] of [...before].slice(0, 5))
    console.log(`  not before: ${file} ${error} (${all.find((one) => one.file === file)?.about})`);
  migrate(folder);
  const changed = good.filter(({ file, text }) => readFileSync(path.join(folder, file), 'utf8') !== text);
  const left = leftIn(folder, good, changed);
  const texts = new Map(changed.map(({ file }) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const after = errorsOf(
    folder,
    good.map(({ file }) => file),
  );
  migrate(folder);
  const again = changed.filter(({ file }) => readFileSync(path.join(folder, file), 'utf8') !== texts.get(file));
  console.log(
    `${flavour.name}: ${changed.length} migrated, ${after.size} do not compile after, ${again.length} change again`,
  );
  for (const [reason, files] of left)
    console.log(`  left: ${reason}: ${files.length} (${files.slice(0, 6).join(', ')})`);
  for (const [file, error] of after)
    console.log(`  ${path.join(folder, file)}:${error}\n    ${good.find((one) => one.file === file)?.about}`);
  for (const { file, about } of again) console.log(`  changes again: ${path.join(folder, file)} ${about}`);
  return after.size + again.length;
}

const migrate = (folder: string): void => {
  spawnSync('node', [cli, 'migrate', '--write', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
};

/** The programs that were not changed, by the reason that is given. */
function leftIn(
  folder: string,
  good: readonly Program[],
  changed: readonly Program[],
): ReadonlyMap<string, readonly string[]> {
  const { stdout } = spawnSync('node', [cli, 'scan', '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { findings } = JSON.parse(stdout) as { findings: { file: string; refusal: { id: string } | null }[] };
  const found = new Map<string, string[]>();
  for (const { file } of good) {
    const reasons = new Set(findings.filter((one) => one.file === file).map(({ refusal }) => refusal?.id ?? 'offered'));
    if (reasons.size === 0 && !changed.some((one) => one.file === file)) reasons.add('not found');
    for (const reason of reasons) found.set(reason, [...(found.get(reason) ?? []), file]);
  }
  return found;
}

const [count = '200', seed = '1'] = process.argv.slice(2);
execFileSync('dotnet', ['--version']);
let wrong = 0;
for (const flavour of FLAVOURS) wrong += run(flavour, Number(count) / FLAVOURS.length, Number(seed));
process.exitCode = wrong === 0 ? 0 : 1;
