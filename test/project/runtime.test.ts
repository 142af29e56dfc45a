import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { createModel } from '../../src/project/model';
import { mockedIn } from '../../src/project/runtime/tests';
import { memoryFiles } from '../support/memory-files';

const npm = (...dependencies: string[]) =>
  JSON.stringify({ name: 'app', dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])) });

const runtimeIn = async (files: Record<string, string>, path: string) => {
  const { kind, evidence } = await createModel(memoryFiles(files)).runtimeOf({ path, text: files[path] ?? '' });
  return [kind, evidence && english(evidence)];
};

const web = async (dependencies: readonly string[], path: string, text = '', more: Record<string, string> = {}) =>
  runtimeIn({ 'package.json': npm(...dependencies), ...more, [path]: text }, path);

const net = async (project: string, text = '', path = 'App/A.cs', more: Record<string, string> = {}) =>
  runtimeIn({ 'App/App.csproj': project, ...more, [path]: text }, path);

describe('where TypeScript and JavaScript run', () => {
  test('the evidence is part of the answer', async () => {
    expect(await web(['@angular/core'], 'src/app/blob.service.ts')).toEqual([
      'browser',
      'package.json depends on @angular/core',
    ]);
    expect(await web(['next'], 'app/api/x/route.ts', "export const runtime = 'edge';")).toEqual([
      'edge',
      "route.ts contains runtime = 'edge'",
    ]);
    expect(await web([], 'a.ts')).toEqual(['unknown', null]);
  });

  test.each<[string, string[], string, string?]>([
    // Client frameworks, and what in their projects runs elsewhere.
    ['browser', ['vue', 'vite'], 'src/storage.ts'],
    ['browser', ['svelte'], 'src/storage.ts'],
    ['browser', ['react', 'react-dom', 'vite'], 'src/storage.ts'],
    ['browser', ['react', 'react-scripts'], 'src/api/storage.ts'],
    ['unknown', ['react'], 'src/storage.ts'],
    ['server', ['react', 'vite'], 'scripts/upload.ts'],
    ['server', ['react', 'vite'], 'server/index.ts'],
    ['server', ['react', 'vite'], 'src/server/index.ts'],
    ['server', ['vue', 'vite'], 'api/upload/index.ts'],
    ['server', ['react', 'vite'], 'vite.config.ts'],
    ['browser', ['@angular/core'], 'src/app/app.config.ts'],
    ['server', ['react', 'vite'], 'src/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['server', ['react', 'vite'], 'src/x.js', "const fs = require('fs');"],
    ['browser', ['express'], 'public/upload.js'],
    ['browser', ['webpack', 'webpack-dev-server'], 'client.js'],
    ['unknown', ['vite', 'vitest'], 'src/x.ts'],
    // Servers.
    ['server', ['express'], 'a.js'],
    ['server', ['@nestjs/core'], 'src/a.ts'],
    ['function', ['@azure/functions'], 'src/a.ts'],
    ['function', ['react', 'vite'], 'src/f.ts', "import { app } from '@azure/functions';"],
    // Both in one project.
    ['unknown', ['express', 'react', 'vite'], 'src/storage.ts'],
    ['browser', ['express', 'react', 'vite'], 'src/App.tsx', "import { useState } from 'react';"],
    ['browser', ['express', 'react', 'vite'], 'client/src/storage.ts'],
    ['server', ['express', 'react', 'vite'], 'src/x.ts', "import express from 'express';"],
    // Next.js.
    ['server', ['next', 'react', 'react-dom'], 'app/api/upload/route.ts', 'export async function POST() {}'],
    ['server', ['next', 'react'], 'src/app/page.tsx'],
    ['server', ['next', 'react'], 'pages/api/upload.js'],
    ['browser', ['next', 'react'], 'app/upload.tsx', "'use client';\nimport x from 'y';"],
    ['browser', ['next', 'react'], 'app/upload.tsx', '// first\n/* second */ "use client"\n'],
    ['server', ['next', 'react'], 'lib/actions.ts', "'use server';\n"],
    ['unknown', ['next', 'react', 'react-dom'], 'lib/storage.ts'],
    ['edge', ['next'], 'middleware.ts'],
    ['server', ['next'], 'middleware.ts', "export const config = { matcher: '/', runtime: 'nodejs' };"],
    ['edge', ['next'], 'pages/api/x.ts', "export const config = {\n  runtime: 'experimental-edge',\n};"],
    ['server', ['next'], 'app/x/route.ts', 'export const runtime = "nodejs";'],
    ['server', ['next'], 'app/x/route.ts', "// export const runtime = 'edge'"],
    // Others with two sides.
    ['server', ['nuxt', 'vue'], 'server/api/x.ts'],
    ['browser', ['nuxt', 'vue'], 'composables/storage.ts'],
    ['unknown', ['nuxt', 'vue'], 'lib/x.ts'],
    ['server', ['@sveltejs/kit', 'svelte'], 'src/routes/x/+server.ts'],
    ['server', ['@sveltejs/kit', 'svelte'], 'src/routes/x/+page.server.ts'],
    ['server', ['@sveltejs/kit', 'svelte'], 'src/lib/server/db.ts'],
    ['browser', ['@sveltejs/kit', 'svelte'], 'src/routes/+page.ts'],
    ['unknown', ['@sveltejs/kit', 'svelte'], 'src/lib/db.ts'],
    ['server', ['@angular/core', '@angular/ssr'], 'server.ts'],
    ['browser', ['@angular/core', '@angular/ssr'], 'src/app/x.ts'],
    // Devices.
    ['mobile', ['react-native', 'react'], 'src/storage.ts'],
    ['mobile', ['expo'], 'app/index.tsx'],
    ['desktop', ['electron'], 'main.js', "const fs = require('fs');"],
    // Tests.
    ['test', ['express'], 'a.js', "vi.mock('@azure/storage-blob', () => ({}));"],
    ['test', ['express'], 'src/a.test.ts'],
    ['test', ['vue'], 'src/__tests__/a.ts'],
    ['test', ['express', 'jest'], 'test/helpers.js'],
    ['server', ['express'], 'test/helpers.js'],
    ['test', ['express'], 'check.ts', "import { test } from 'node:test';"],
  ])('%s: %j %s %j', async (kind, dependencies, path, text = '') => {
    expect((await web(dependencies, path, text))[0]).toBe(kind);
  });

  test('a page beside a bundler; a worker; a bundle for Node.js', async () => {
    expect(await web(['vite'], 'src/a.ts', '', { 'index.html': '' })).toEqual([
      'browser',
      'the project contains index.html',
    ]);
    expect(await web(['webpack'], 'a.js', '', { 'webpack.config.js': 'module.exports = {}' })).toEqual([
      'browser',
      'the project contains webpack.config.js',
    ]);
    expect(
      (await web(['webpack'], 'a.js', '', { 'webpack.config.js': "module.exports = { target: 'node' }" }))[0],
    ).toBe('unknown');
    expect(await web([], 'src/worker.ts', '', { 'wrangler.toml': '' })).toEqual([
      'edge',
      'the project contains wrangler.toml',
    ]);
  });

  test('mocked modules', () => {
    expect(mockedIn("vi.mock('a'); jest\n  .mock(\"b\", () => ({})); vi.mock(import('./c')); x.mock('d')")).toEqual([
      'a',
      'b',
      './c',
    ]);
  });
});

describe('where C# runs', () => {
  const sdk = (name: string, properties = '', packages: string[] = []) =>
    `<Project Sdk="${name}"><PropertyGroup>${properties}</PropertyGroup><ItemGroup>${packages.map((one) => `<PackageReference Include="${one}" />`).join('')}</ItemGroup></Project>`;
  const PLAIN = 'Microsoft.NET.Sdk';

  test.each<[string, string, string?]>([
    ['mobile', sdk(PLAIN, '<UseMaui>true</UseMaui>')],
    ['mobile', sdk(PLAIN, '<TargetFrameworks>net8.0-android;net8.0-ios</TargetFrameworks>')],
    ['mobile', sdk(PLAIN, '', ['Xamarin.Forms'])],
    ['desktop', sdk(PLAIN, '<UseWPF>true</UseWPF>')],
    ['desktop', sdk(PLAIN, '<UseWindowsForms>True</UseWindowsForms>')],
    ['desktop', sdk(PLAIN, '', ['Avalonia'])],
    ['browser', sdk('Microsoft.NET.Sdk.BlazorWebAssembly')],
    ['server', sdk('Microsoft.NET.Sdk.Web', '', ['Microsoft.AspNetCore.Components.WebAssembly.Server'])],
    ['server', sdk('Microsoft.NET.Sdk.Worker')],
    ['function', sdk(PLAIN, '<AzureFunctionsVersion>v4</AzureFunctionsVersion>')],
    ['unknown', sdk(PLAIN, '<OutputType>Exe</OutputType>')],
    ['test', sdk(PLAIN, '', ['xunit', 'Moq'])],
    ['test', sdk(PLAIN, '<IsTestProject>true</IsTestProject>')],
    ['test', sdk('Microsoft.NET.Sdk.Web'), 'using Moq;'],
    ['desktop', sdk(PLAIN), 'using System.Windows.Controls;'],
    ['mobile', sdk(PLAIN), 'using Microsoft.Maui.Controls;'],
    ['server', sdk('Microsoft.NET.Sdk.Web'), 'using Microsoft.AspNetCore.Components.WebAssembly.Server;'],
    ['unknown', '<Project', ''],
  ])('%s: %s %j', async (kind, project, text = '') => {
    expect((await net(project, text))[0]).toBe(kind);
  });

  test('properties come from Directory.Build.props, too; the evidence names the code', async () => {
    const props = {
      'Directory.Build.props': '<Project><PropertyGroup><UseMaui>true</UseMaui></PropertyGroup></Project>',
    };
    expect(await net(sdk(PLAIN), '', 'App/A.cs', props)).toEqual([
      'mobile',
      'App/App.csproj contains <UseMaui>true</UseMaui>',
    ]);
  });

  test('two project files in one folder that disagree leave it open', async () => {
    const other = { 'App/Other.csproj': sdk('Microsoft.NET.Sdk.Web') };
    expect((await net(sdk(PLAIN, '<UseMaui>true</UseMaui>'), '', 'App/A.cs', other))[0]).toBe('unknown');
    expect((await net(sdk('Microsoft.NET.Sdk.Web'), '', 'App/A.cs', other))[0]).toBe('server');
  });

  test('Unity', async () => {
    const files = { 'Game/Assets/Scripts/Store.cs': '', 'Game/ProjectSettings/ProjectVersion.txt': '' };
    expect((await runtimeIn(files, 'Game/Assets/Scripts/Store.cs'))[0]).toBe('desktop');
  });
});

describe('where other languages run', () => {
  test.each<[string, Record<string, string>, string]>([
    ['server', { 'requirements.txt': 'streamlit==1.0\n' }, 'app.py'],
    ['function', { 'requirements.txt': 'azure-functions\n' }, 'function_app.py'],
    ['server', { 'pyproject.toml': '[project]\ndependencies = ["FastAPI[standard]>=0.1"]\n' }, 'src/app.py'],
    ['test', { 'requirements.txt': 'flask\n' }, 'tests/test_app.py'],
    ['mobile', { 'app/build.gradle': '', 'app/src/main/AndroidManifest.xml': '' }, 'app/src/main/java/A.java'],
    [
      'server',
      {
        'pom.xml':
          '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent></project>',
      },
      'src/main/java/A.java',
    ],
    ['test', { 'pom.xml': '<project/>' }, 'src/test/java/A.java'],
    ['test', { 'go.mod': 'module x' }, 'a_test.go'],
    ['unknown', { 'go.mod': 'module x' }, 'a.go'],
    ['unknown', {}, '.env'],
  ])('%s: %j %s', async (kind, files, path) => {
    expect((await runtimeIn({ ...files, [path]: '' }, path))[0]).toBe(kind);
  });
});
