import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PINS } from './csharp-packages';

/** A file of C# to be compiled, and what it builds on. */
export interface Unit {
  /** `storage-blob/3/after/Upload.cs`. */
  readonly path: string;
  readonly text: string;
  readonly packages: readonly string[];
}

export interface Verdict {
  readonly errors: readonly string[];
  /** Warnings about what may be null: CS86xx and CS87xx. */
  readonly nullability: readonly string[];
}

export interface Built {
  /** By path; units that are not among them were not compiled. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Why units were not compiled, by path. */
  readonly unchecked: ReadonlyMap<string, string>;
  readonly projects: number;
  /** What went wrong beside the code. */
  readonly problems: readonly string[];
}

const source = path.join(import.meta.dirname, 'csharp');

/** Runs `dotnet` with its output in a file: processes that outlive it would keep a pipe open. */
function dotnet(folder: string, args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const log = path.join(folder, 'dotnet.log');
  const out = openSync(log, 'w');
  const { status } = spawnSync('dotnet', args, {
    cwd: folder,
    stdio: ['ignore', out, out],
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1', DOTNET_CLI_UI_LANGUAGE: 'en' },
  });
  closeSync(out);
  return { code: status, output: readFileSync(log, 'utf8') };
}

/** The version of the .NET SDK, or null where there is none. */
export function dotnetVersion(): string | null {
  const { status, stdout } = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

const projectText = (packages: readonly string[]): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <LangVersion>latest</LangVersion>
    <NoWarn>$(NoWarn);CS0162;CS0168;CS0219;CS0618;CS1591;CS1998;CS8981;NU1603;NU1901;NU1902;NU1903;NU1904</NoWarn>
    <NuGetAudit>false</NuGetAudit>
    <RunAnalyzers>false</RunAnalyzers>
    <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
    <CopyLocalLockFileAssemblies>false</CopyLocalLockFileAssemblies>
    <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
    <GenerateDependencyFile>false</GenerateDependencyFile>
    <DebugType>none</DebugType>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <Using Include="Microsoft.AspNetCore.Builder;Microsoft.Extensions.Configuration;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Hosting;Microsoft.Extensions.Logging" />
${packages.map((name) => `    <PackageReference Include="${name}" Version="${PINS[name] ?? '*-*'}" />\n`).join('')}  </ItemGroup>
</Project>
`;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  // An unchanged project keeps what was restored for it.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** The packages that no registry of this machine has, with what NuGet says of each. */
function missingPackages(folder: string, names: readonly string[]): ReadonlyMap<string, string> {
  const all = path.join(folder, 'all');
  write(path.join(all, 'All.csproj'), projectText(names));
  const { output } = dotnet(all, ['restore', '-nodeReuse:false', '-v:minimal']);
  const missing = new Map<string, string>();
  for (const [, code = '', name = ''] of output.matchAll(/error (NU110[123]): .*?package '?([\w.]*\w)/g))
    missing.set(
      names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name,
      `${name} is not served (${code})`,
    );
  return missing;
}

/** Puts one set of packages and the units that need it into a project; the name is that of its folder. */
function writeProject(folder: string, name: string, packages: readonly string[], units: readonly Unit[]): void {
  const own = path.join(folder, name);
  for (const entry of existsSync(own) ? readdirSync(own) : [])
    if (entry !== 'obj' && entry !== `${name}.csproj`) rmSync(path.join(own, entry), { recursive: true, force: true });
  write(path.join(own, `${name}.csproj`), projectText(packages));
  copyFileSync(path.join(source, 'Surroundings.cs'), path.join(own, 'Surroundings.cs'));
  for (const file of packages.map((one) => `${one}.cs`))
    if (existsSync(path.join(source, file))) copyFileSync(path.join(source, file), path.join(own, file));
  for (const { path: file, text } of units) write(path.join(own, file), text);
}

/** Compiles units, in one project for each set of packages; those of packages that are not to be had are left out. */
export function build(folder: string, units: readonly Unit[]): Built {
  mkdirSync(folder, { recursive: true });
  const missing = missingPackages(folder, [...new Set(units.flatMap(({ packages }) => packages))].sort());
  const unchecked = new Map<string, string>();
  const sets = new Map<string, Unit[]>();
  for (const unit of units) {
    const lacking = unit.packages.filter((name) => missing.has(name));
    if (lacking.length > 0) unchecked.set(unit.path, lacking.map((name) => missing.get(name)).join(', '));
    else sets.set(unit.packages.join(' '), [...(sets.get(unit.packages.join(' ')) ?? []), unit]);
  }
  const names = new Map(
    [...sets].map(([key, own]) => [nameOf(key), { packages: key.split(' ').filter(Boolean), own }]),
  );
  for (const [name, { packages, own }] of names) writeProject(folder, name, packages, own);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== 'all' && !names.has(entry.name))
      rmSync(path.join(folder, entry.name), { recursive: true, force: true });
  write(
    path.join(folder, 'Examples.slnx'),
    `<Solution>\n${[...names.keys()].map((name) => `  <Project Path="${name}/${name}.csproj" />\n`).join('')}</Solution>\n`,
  );
  const { code, output } = dotnet(folder, [
    'build',
    'Examples.slnx',
    '-m',
    '-nodeReuse:false',
    '-t:Rebuild',
    '-restore',
    '-clp:NoSummary',
    '-v:minimal',
    '-p:UseSharedCompilation=false',
  ]);
  const lines = [...new Set(output.split(/\r?\n/).map((line) => line.trim()))];
  const problems: string[] = [];
  const verdicts = new Map<string, Verdict>();
  for (const [name, { own }] of names) {
    const about = lines.filter((line) => line.includes(`${path.sep}${name}${path.sep}`));
    const failed = about.find((line) => /error (?:NU|NETSDK|MSB)\w*\d+/.test(line));
    // Silence is no proof: the compiler has made an assembly, or said why not.
    const isCompiled = about.some((line) => line.includes(`${name}.dll`) || /: error CS\d+/.test(line));
    for (const unit of own) {
      const mine = about.filter((line) => line.includes(path.join(name, unit.path)));
      if (failed !== undefined || !isCompiled) unchecked.set(unit.path, failed ? said(failed) : 'not compiled');
      else
        verdicts.set(unit.path, {
          errors: mine.filter((line) => /: error CS\d+/.test(line)).map(said),
          nullability: mine.filter((line) => /: warning CS8[67]\d\d/.test(line)).map(said),
        });
    }
    for (const line of about)
      if (/: error CS\d+/.test(line) && !own.some((unit) => line.includes(path.join(name, unit.path))))
        problems.push(said(line));
  }
  if (code !== 0 && verdicts.size === 0 && names.size > 0 && !/error NU\d+/.test(output))
    problems.push(`dotnet build ended with ${String(code)}:\n${output.slice(-2000)}`);
  return { verdicts, unchecked, projects: names.size, problems };
}

/** A line of the build without the folders of this machine. */
const said = (line: string): string => line.replace(/^.*[/\\](?=[^/\\]+\(\d+,\d+\))/, '').replace(/\s*\[[^\]]*\]$/, '');

/** A folder's name for a set of packages, short enough for Windows. */
const nameOf = (key: string): string => {
  let hash = 5381;
  for (const letter of key) hash = ((hash * 33) ^ letter.charCodeAt(0)) >>> 0;
  return `set-${hash.toString(36)}`;
};
