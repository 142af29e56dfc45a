import { applyEdits } from '../../../src/core/edit';
import { engineOver } from '../../support/engine-over';

/** The settings of a function app on a developer's machine. */
export const SETTINGS = 'api/local.settings.json';

type Files = Readonly<Record<string, string>>;

export const settings = (values: Files): string =>
  `{\n  "IsEncrypted": false,\n  "Values": {\n${Object.entries(values)
    .map(([name, value]) => `    "${name}": "${value}"`)
    .join(',\n')}\n  }\n}\n`;

export const hostJson = (range = '[4.*, 5.0.0)'): string =>
  `{\n  "version": "2.0",\n  "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "${range}" }\n}\n`;

/** A function app of Node.js with one file of code. */
export const nodeApp = (values: Files, code: string, range?: string): Record<string, string> => ({
  'api/package.json': '{ "name": "api", "dependencies": { "@azure/functions": "^4.5.0" } }\n',
  [SETTINGS]: settings(values),
  'api/host.json': hostJson(range),
  'api/src/app.js': `const { app, input, output } = require('@azure/functions');\n${code}`,
});

/** A function app of .NET with one class. */
export const dotnetApp = (values: Files, code: string, packages: Files): Record<string, string> => ({
  [SETTINGS]: settings(values),
  'api/host.json': '{ "version": "2.0" }\n',
  'api/api.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup>
  <ItemGroup>
${Object.entries(packages)
  .map(([name, version]) => `    <PackageReference Include="${name}" Version="${version}" />\n`)
  .join('')}  </ItemGroup>
</Project>
`,
  'api/Functions.cs': `using Microsoft.Azure.Functions.Worker;\npublic class Functions\n{\n${code}\n}\n`,
});

export const planOf = (files: Files, path: string) =>
  engineOver(files).plan({ path, text: files[path] ?? '' }, 'all', 'identity');

/** The file after the plan, or the reasons at its findings. */
export async function migratedFile(files: Files, path: string): Promise<string> {
  const text = files[path] ?? '';
  const plan = await planOf(files, path);
  if (plan.kind !== 'refusal') return applyEdits(text, plan.files.find((file) => file.path === path)?.edits ?? []);
  const { findings } = await engineOver(files).scan({ path, text });
  return `refused: ${findings.map(({ refusal }) => refusal?.id ?? 'nothing').join(', ')}`;
}
