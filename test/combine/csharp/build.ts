import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Flavour } from './programs';

/** Packages with versions that the registry serves. */
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

/** The project that the programs of one flavour are compiled in. */
export const projectOf = ({ properties }: Flavour): string => `<Project Sdk="Microsoft.NET.Sdk">
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

/** Null where the .NET SDK is and can restore the packages, else why nothing can be compiled. */
export function whyNoSdk(): string | null {
  const { error, status } = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
  return error || status !== 0 ? 'the .NET SDK is not installed' : null;
}

const MOST_ROUNDS = 8;

/** The first error of each file. Errors in declarations hide those in bodies: such files are set aside, until none is left. */
export function errorsOf(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = files.filter((file) => !found.has(file));
    const list = open.map((file) => `    <Compile Include="${file}" />`).join('\n');
    writeFileSync(
      path.join(folder, 'Directory.Build.targets'),
      `<Project><PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup><ItemGroup>\n<Compile Remove="@(Compile)" />\n${list}\n</ItemGroup></Project>\n`,
    );
    const { stdout } = spawnSync(
      'dotnet',
      ['build', '-v', 'q', '--nologo', '-clp:NoSummary', '-p:UseSharedCompilation=false', '-nodeReuse:false'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const errors = [...stdout.matchAll(/([\w.]+\.cs)\((\d+),\d+\): error (\w+): ([^[\n]*)/g)];
    for (const [, file = '', line = '', id = '', message = ''] of errors)
      if (!found.has(file)) found.set(file, `${line}: ${id} ${message.trim()}`);
    if (errors.length > 0) continue;
    if (/\berror\b/.test(stdout)) throw new Error(stdout.slice(0, 2000));
    return found;
  }
  throw new Error('the errors of a build do not end');
}
