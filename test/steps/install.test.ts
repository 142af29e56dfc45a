import { describe, expect, test } from 'vitest';
import type { InstallTool } from '../../src/steps/install';
import { installSteps, tellsTool, toolOf } from '../../src/steps/install';
import { codeOf, stepText } from '../support/steps';

describe('the tool that installs packages', () => {
  test.each<[string, readonly string[], InstallTool | null]>([
    ['package.json', [], 'npm'],
    ['package.json', ['package-lock.json'], 'npm'],
    ['package.json', ['pnpm-lock.yaml'], 'pnpm'],
    ['package.json', ['tsconfig.json', 'yarn.lock'], 'yarn'],
    ['package.json', ['bun.lock'], 'bun'],
    ['package.json', ['bun.lockb'], 'bun'],
    // The nearest decides.
    ['package.json', ['package-lock.json', 'pnpm-lock.yaml'], 'npm'],
    ['App.csproj', [], 'dotnet'],
    ['App.csproj', ['packages.lock.json'], 'dotnet-locked'],
    ['Directory.Packages.props', [], 'dotnet'],
    ['requirements-dev.txt', [], 'pip'],
    ['pyproject.toml', [], null],
    ['pyproject.toml', ['uv.lock'], 'uv'],
    ['pyproject.toml', ['poetry.lock'], 'poetry'],
    ['pom.xml', [], 'maven'],
    ['build.gradle.kts', ['gradle.lockfile'], 'gradle-locked'],
    ['go.mod', ['go.sum'], 'go'],
    ['README.md', ['package-lock.json'], null],
  ])('%s beside %j: %s', (manifest, around, tool) => {
    expect(toolOf(manifest, around)).toBe(tool);
  });

  test('is told by lock files only', () => {
    expect(['pnpm-lock.yaml', 'packages.lock.json', 'uv.lock'].map(tellsTool)).toEqual([true, true, true]);
    expect(['package.json', 'index.ts'].map(tellsTool)).toEqual([false, false]);
  });
});

test.each<[InstallTool, string]>([
  ['npm', 'npm install'],
  ['pnpm', 'pnpm install'],
  ['dotnet-locked', 'dotnet restore --force-evaluate'],
])('%s also updates the lock file', (tool, command) => {
  expect(installSteps([{ packages: ['a'], manifest: 'package.json', tool }]).map(codeOf)).toEqual([command]);
});

test('says in which folder, and what', () => {
  const steps = installSteps([{ packages: ['@azure/identity'], manifest: 'api/package.json', tool: 'npm' }]);
  expect(steps.map(stepText)).toEqual([
    'Install the new packages: @azure/identity api/package.json already lists them. The lock file, if there is one, is updated too. # in the folder api:\nnpm install',
  ]);
  const [pip] = installSteps([{ packages: ['a'], manifest: 'x/requirements dev.txt', tool: 'pip' }]).map(codeOf);
  expect(pip).toContain('-r "requirements dev.txt"');
});

test('is one step for the same packages of several manifests', () => {
  const steps = installSteps([
    { packages: ['Azure.Identity'], manifest: 'api/Api.csproj', tool: 'dotnet' },
    { packages: ['@azure/identity'], manifest: 'web/package.json', tool: 'npm' },
    { packages: ['Azure.Identity'], manifest: 'jobs/Jobs.csproj', tool: 'dotnet' },
  ]);
  expect(steps.map(stepText)).toEqual([
    'Install the new packages: Azure.Identity 2 manifests already list them. Lock files, if there are any, are updated too. ' +
      '# in the folder api:\ndotnet restore\n# in the folder jobs:\ndotnet restore',
    'Install the new packages: @azure/identity web/package.json already lists them. The lock file, if there is one, is ' +
      'updated too. # in the folder web:\nnpm install',
  ]);
});
