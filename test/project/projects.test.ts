import { describe, expect, test } from 'vitest';
import { createModel } from '../../src/project/model';
import { link, memoryFiles } from '../support/memory-files';

const idsOf = async (files: Record<string, string | symbol | null>, ...paths: string[]) => {
  const model = createModel(memoryFiles(files));
  return Promise.all(paths.map(async (path) => (await model.projectOf(path))?.id ?? null));
};

const relatedTo = async (files: Record<string, string>, path: string) => {
  const model = createModel(memoryFiles(files));
  const project = await model.projectOf(path);
  return project && (await model.related(project)).map(({ id }) => id);
};

const npm = (name: string, dependencies: Record<string, string> = {}, rest = {}) =>
  JSON.stringify({ name, dependencies, ...rest });
const csproj = (...references: string[]) =>
  `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>${references.map((path) => `<ProjectReference Include="${path}" />`).join('')}</ItemGroup></Project>`;

describe('the project of a file', () => {
  test('is the folder of the nearest manifest, without the projects below', async () => {
    const files = { 'package.json': npm('root'), 'api/package.json': npm('api'), 'api/src/a.ts': '', 'web/b.ts': '' };
    expect(await idsOf(files, 'api/src/a.ts', 'api/x/y/z.ts', 'web/b.ts', 'apiary/c.ts')).toEqual([
      'javascript:api',
      'javascript:api',
      'javascript:',
      'javascript:',
    ]);
  });

  test('is the one of its language where manifests share a folder or are nested', async () => {
    const files = { 'app/package.json': npm('app'), 'app/App.csproj': csproj(), 'app/ui/package.json': npm('ui') };
    expect(await idsOf(files, 'app/Program.cs', 'app/client.ts', 'app/ui/x.cs', 'app/ui/x.ts', 'app/ui/.env')).toEqual([
      'dotnet:app',
      'javascript:app',
      'dotnet:app',
      'javascript:ui'.replace('ui', 'app/ui'),
      'javascript:app/ui',
    ]);
  });

  test('is the nearest of any language where there is none of its own', async () => {
    const files = { 'package.json': npm('root'), 'web/Web.csproj': csproj() };
    expect(await idsOf(files, 'web/tool.py', 'web/main.go')).toEqual(['dotnet:web', 'dotnet:web']);
    expect(await idsOf({ 'a/x.ts': '' }, 'a/x.ts')).toEqual([null]);
  });

  test('is not made by a package.json that only sets the kind of modules, by a folder or by a link', async () => {
    const files = {
      'package.json': npm('root'),
      'dist/esm/package.json': '{ "type": "module" }',
      'odd/package.json/x.ts': '',
      'linked/package.json': link,
    };
    expect(await idsOf(files, 'dist/esm/a.js', 'odd/a.ts', 'odd/package.json/x.ts', 'linked/a.ts')).toEqual([
      'javascript:',
      'javascript:',
      'javascript:',
      'javascript:',
    ]);
    expect(await idsOf({ 'package.json': '{}' }, 'a.ts')).toEqual(['javascript:']);
  });

  test('is there although its manifest does not parse, and says so', async () => {
    const model = createModel(
      memoryFiles({ 'package.json': '{ "name": ', 'b/B.csproj': '<Project><', 'b/pyproject.toml': '[[' }),
    );
    const readable = await Promise.all(['a.ts', 'b/a.cs', 'b/a.py'].map((path) => model.projectOf(path)));
    expect(readable.map((project) => [project?.id, project?.readable])).toEqual([
      ['javascript:', false],
      ['dotnet:b', false],
      ['python:b', false],
    ]);
  });

  test('is one for all project files of a folder, whatever their case', async () => {
    const model = createModel(
      memoryFiles({
        'a/B.csproj': csproj('../c/C.csproj'),
        'a/b.csproj': csproj('../d/D.csproj'),
        'c/C.csproj': csproj(),
      }),
    );
    const project = await model.projectOf('a/x.cs');
    expect(project?.manifests).toEqual(['a/B.csproj', 'a/b.csproj']);
    expect(project?.references).toEqual(['c/C.csproj', 'd/D.csproj']);
  });

  test('changes with its manifests', async () => {
    const files: Record<string, string> = { 'package.json': npm('root'), 'a/x.ts': '' };
    const model = createModel(memoryFiles(files));
    expect((await model.projectOf('a/x.ts'))?.name).toBe('root');
    files['a/package.json'] = npm('a');
    model.changed('a/package.json');
    expect((await model.projectOf('a/x.ts'))?.name).toBe('a');
    files['a/package.json'] = npm('b');
    model.changed('a/package.json');
    expect((await model.projectOf('a/x.ts'))?.name).toBe('b');
    delete files['a/package.json'];
    model.changed('a');
    expect((await model.projectOf('a/x.ts'))?.name).toBe('root');
  });
});

describe('related projects', () => {
  test('of .NET: what it references and what references it, over several steps, not what shares a library', async () => {
    const files = {
      'Web/Web.csproj': csproj('..\\Data\\Data.csproj'),
      'Data/Data.csproj': csproj('..\\Core\\Core.csproj'),
      'Core/Core.csproj': csproj(),
      'Jobs/Jobs.csproj': csproj('../Core/Core.csproj'),
    };
    expect(await relatedTo(files, 'Data/a.cs')).toEqual(['dotnet:Core', 'dotnet:Web']);
    expect(await relatedTo(files, 'Web/a.cs')).toEqual(['dotnet:Core', 'dotnet:Data']);
    expect(await relatedTo(files, 'Jobs/a.cs')).toEqual(['dotnet:Core']);
  });

  test('of .NET: paths of another case, where they mean one project only; circles', async () => {
    const files = {
      'Web/Web.csproj': csproj('..\\data\\data.csproj'),
      'Data/Data.csproj': csproj(
        '..\\Web\\Web.csproj',
        '..\\Data\\Data.csproj',
        '..\\Gone\\Gone.csproj',
        '../../out/Out.csproj',
      ),
    };
    expect(await relatedTo(files, 'Web/a.cs')).toEqual(['dotnet:Data']);
    expect(await relatedTo(files, 'Data/a.cs')).toEqual(['dotnet:Web']);
    const two = { 'Web/Web.csproj': csproj('../data/x.csproj'), 'Data/x.csproj': csproj(), 'DATA/x.csproj': csproj() };
    expect(await relatedTo(two, 'Web/a.cs')).toEqual([]);
  });

  test.each([
    ['npm', { 'package.json': npm('root', {}, { workspaces: ['apps/*', 'libs/**', '!libs/old'] }) }],
    ['Yarn', { 'package.json': npm('root', {}, { workspaces: { packages: ['./apps/*', 'libs/{db,old}'] } }) }],
    ['pnpm', { 'package.json': npm('root'), 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - "libs/*"\n' }],
  ])('of %s workspaces: members that depend on each other by name', async (_, root) => {
    const files: Record<string, string> = {
      ...root,
      'apps/api/package.json': npm('api', { '@me/db': '*' }),
      'apps/worker/package.json': npm('worker', { api: '^1.0.0' }),
      'apps/other/package.json': npm('other', { express: '^5.0.0' }),
      'libs/db/package.json': npm('@me/db'),
      'elsewhere/x/package.json': npm('express'),
    };
    expect(await relatedTo(files, 'apps/api/a.ts')).toEqual(['javascript:apps/worker', 'javascript:libs/db']);
    expect(await relatedTo(files, 'apps/other/a.ts')).toEqual([]);
  });

  test('of packages by their path, and of tsconfig references', async () => {
    const files = {
      'a/package.json': npm('a', { b: 'file:../b' }),
      'b/package.json': npm('b'),
      'c/package.json': npm('c'),
      'c/tsconfig.json':
        '{ // comment\n "references": [{ "path": "../b/tsconfig.build.json" }, { "path": "./tsconfig.app.json" }], }',
    };
    expect(await relatedTo(files, 'b/x.ts')).toEqual(['javascript:a', 'javascript:c']);
  });

  test('of Maven, Gradle and Go', async () => {
    const maven = {
      'app/pom.xml':
        '<project><groupId>g</groupId><artifactId>app</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>lib</artifactId></dependency></dependencies></project>',
      'lib/pom.xml':
        '<project><parent><groupId>g</groupId><artifactId>p</artifactId></parent><artifactId>lib</artifactId></project>',
    };
    expect(await relatedTo(maven, 'lib/A.java')).toEqual(['java:app']);
    const gradle = {
      'settings.gradle.kts':
        'include(":app", ":data:store") // include(":x")\nproject(":data:store").projectDir = file("store")\n',
      'app/build.gradle.kts':
        'plugins { id("application") }\ndependencies { implementation(project(":data:store")) }\n',
      'store/build.gradle': '',
    };
    expect(await relatedTo(gradle, 'app/A.kt')).toEqual(['java:store']);
    const go = {
      'app/go.mod': 'module example.com/app\n\nrequire (\n\texample.com/lib v1.0.0 // indirect\n)\n',
      'lib/go.mod': 'module example.com/lib\n',
      'tool/go.mod': 'module example.com/tool\nrequire x.com/y v1.0.0\nreplace x.com/y => ../lib\n',
    };
    expect(await relatedTo(go, 'lib/a.go')).toEqual(['go:app', 'go:tool']);
  });

  test('of Python: path sources of uv, Poetry and pip, and members of a uv workspace', async () => {
    const files = {
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      'packages/app/pyproject.toml': '[project]\nname = "app"\ndependencies = ["My_Lib[x]>=1"]\n',
      'packages/lib/pyproject.toml': '[project]\nname = "my-lib"\n',
      'poetry/pyproject.toml':
        '[tool.poetry]\nname = "p"\n[tool.poetry.dependencies]\nmy-lib = { path = "../packages/lib" }\n',
      'pip/requirements.txt': 'azure-identity==1.0\n-e ../poetry # the other one\n',
    };
    expect(await relatedTo(files, 'packages/lib/a.py')).toEqual(['python:packages/app', 'python:pip', 'python:poetry']);
  });
});
