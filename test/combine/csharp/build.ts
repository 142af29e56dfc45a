import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Flavour } from './flavours';

/** Packages with versions that the registry serves. */
const PACKAGES: Readonly<Record<string, string>> = {
  'Azure.AI.OpenAI': '2.1.0',
  'Azure.Data.Tables': '12.13.0',
  'Azure.Identity': '1.21.0',
  'Azure.Messaging.EventGrid': '4.17.0',
  'Azure.Messaging.EventHubs': '5.12.2',
  'Azure.Messaging.ServiceBus': '7.21.0',
  'Azure.Search.Documents': '11.5.1',
  'Azure.Security.KeyVault.Secrets': '4.12.0',
  'Azure.Storage.Blobs': '12.30.1',
  'Azure.Storage.Files.Shares': '12.28.0',
  'Azure.Storage.Queues': '12.28.1',
  'Microsoft.Azure.Cosmos': '3.64.0',
  'Microsoft.Extensions.Azure': '1.14.1',
  // Asked for by the build of Microsoft.Azure.Cosmos.
  'Newtonsoft.Json': '13.0.4',
};

const items = (name: 'PackageReference'): string =>
  Object.entries(PACKAGES)
    .map(([id, version]) => `    <${name} Include="${id}" Version="${version}" />`)
    .join('\n');

/** The project file that the migration of a program sees. */
export const projectOf = ({ properties }: Flavour): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Library</OutputType>
    ${properties}
  </PropertyGroup>
  <ItemGroup>
${items('PackageReference')}
  </ItemGroup>
</Project>
`;

/** The project of the checker: it refers to the packages only so that their paths can be listed. */
const CHECKER = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <ImplicitUsings>enable</ImplicitUsings>
    <NoWarn>$(NoWarn);NU1603;CS8785</NoWarn>
    <AllowMissingPrunePackageData>true</AllowMissingPrunePackageData>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
${items('PackageReference')}
    <Reference Include="Microsoft.CodeAnalysis"><HintPath>$(RoslynTargetsPath)/bincore/Microsoft.CodeAnalysis.dll</HintPath></Reference>
    <Reference Include="Microsoft.CodeAnalysis.CSharp"><HintPath>$(RoslynTargetsPath)/bincore/Microsoft.CodeAnalysis.CSharp.dll</HintPath></Reference>
  </ItemGroup>
  <Target Name="List" AfterTargets="ResolveAssemblyReferences">
    <ItemGroup><Listed Include="@(ReferencePath)" Condition="!$([System.String]::new('%(Filename)').StartsWith('Microsoft.CodeAnalysis'))" /></ItemGroup>
    <WriteLinesToFile File="references.txt" Lines="@(Listed)" Overwrite="true" />
  </Target>
</Project>
`;

const RESTORE_MINUTES = 5;

/** What finds the errors of the files in a folder. */
export type Checker = (folder: string, flavour: Flavour) => ReadonlyMap<string, string>;

/**
 * Builds the checker, once per machine, where the .NET SDK is and can restore the packages; else says why nothing can be
 * checked.
 */
export function checkerIn(folder: string): Checker | string {
  const { error, status } = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
  if (error || status !== 0) return 'the .NET SDK is not installed';
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'Checker.csproj'), CHECKER);
  copyFileSync(path.resolve('test/combine/csharp/checker/Checker.cs'), path.join(folder, 'Checker.cs'));
  const built = spawnSync(
    'dotnet',
    ['build', '-v', 'q', '--nologo', '-clp:NoSummary', '-nodeReuse:false', '-p:UseSharedCompilation=false'],
    {
      cwd: folder,
      encoding: 'utf8',
      // Without a network a restore tries again and again.
      timeout: RESTORE_MINUTES * 60_000,
    },
  );
  const program = path.join(folder, 'bin/Debug/net10.0/Checker.dll');
  if (built.status !== 0 || !existsSync(program))
    return `its packages cannot be restored: ${built.stdout.split('\n').find((line) => /error/.test(line)) ?? ''}`;
  return (at, flavour) => checked(program, path.join(folder, 'references.txt'), at, flavour);
}

function checked(program: string, references: string, folder: string, flavour: Flavour): Map<string, string> {
  const { nullable, implicit, version } = flavour;
  const args = [program, folder, references, version, nullable ? 'enable' : 'disable', String(implicit)];
  const { stdout, stderr, status } = spawnSync('dotnet', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the checker failed: ${stderr.slice(0, 2000)}`);
  return new Map(
    stdout
      .split('\n')
      .filter((line) => line.includes('|'))
      .map((line) => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1).trim()]),
  );
}
