import { describe, expect, test } from 'vitest';
import { readDotnetProject } from '../../src/manifests/dotnet-project';
import { readGoMod } from '../../src/manifests/go-mod';
import { readGradleBuild, readGradleSettings } from '../../src/manifests/gradle';
import { readPom } from '../../src/manifests/maven';
import { readMsbuild } from '../../src/manifests/msbuild';
import { readPackageJson } from '../../src/manifests/package-json';
import { readPnpmWorkspace } from '../../src/manifests/pnpm-workspace';
import { readPyproject } from '../../src/manifests/pyproject';
import { readRequirements } from '../../src/manifests/requirements';
import { readTsConfig } from '../../src/manifests/tsconfig';

const msbuild = (text: string) => readMsbuild(text)!;

describe('manifests are read', () => {
  test('a .NET project, with what it takes from the files above it', () => {
    const project = readDotnetProject(
      msbuild(`<Project Sdk="Microsoft.NET.Sdk.Web/8.0">
  <PropertyGroup>
    <TargetFrameworks>net8.0; net9.0</TargetFrameworks>
    <OutputType>Exe</OutputType>
    <RootNamespace>Shop.Web</RootNamespace>
    <Nullable Condition="'$(X)' == ''">disable</Nullable>
  </PropertyGroup>
  <PropertyGroup Condition="'$(Configuration)' == 'Debug'"><LangVersion>preview</LangVersion></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" />
    <ProjectReference Include="..\\Data\\Data.csproj;../Core/Core.csproj" />
    <ProjectReference Include="$(Other)\\x.csproj" />
    <InternalsVisibleTo Include="Shop.Tests" />
  </ItemGroup>
</Project>`),
      [
        msbuild(
          '<Project><PropertyGroup><nullable>enable</nullable><OutputType>Library</OutputType></PropertyGroup></Project>',
        ),
      ],
    );
    expect(project).toMatchObject({
      sdks: ['Microsoft.NET.Sdk.Web'],
      frameworks: ['net8.0', 'net9.0'],
      outputType: 'Exe',
      rootNamespace: 'Shop.Web',
      nullable: 'enable',
      langVersion: null,
      packages: ['Azure.Storage.Blobs'],
      references: ['../Data/Data.csproj', '../Core/Core.csproj'],
      internalsVisibleTo: ['Shop.Tests'],
      useMaui: false,
    });
  });

  test('a package.json; null where it is none', () => {
    const npm = readPackageJson(
      '{"name":"a","main":"x.js","browser":{"y":"z"},"workspaces":{"packages":["a/*",1]},"dependencies":{"b":"^1","c":null},"devDependencies":{"d":"2"},"scripts":{"s":"t"}}',
    );
    expect(npm).toMatchObject({ name: 'a', workspaces: ['a/*'], entries: ['x.js'] });
    expect([...(npm?.dependencies ?? [])]).toEqual([
      ['b', '^1'],
      ['d', '2'],
    ]);
    for (const text of ['', '[]', 'null', '{"a":', '<x/>']) expect(readPackageJson(text)).toBeNull();
  });

  test('a pnpm-workspace.yaml; one that grows without bound is no reason to fail', async () => {
    expect(await readPnpmWorkspace('packages:\n  - "a/*" # x\n  - b\ncatalog:\n  c: 1\n')).toEqual(['a/*', 'b']);
    expect(await readPnpmWorkspace('')).toEqual([]);
    expect(await readPnpmWorkspace('packages: [')).toBeNull();
    const laughs = `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [*a${String(i)}, *a${String(i)}]\n`).join('')}`;
    expect(await readPnpmWorkspace(laughs)).toEqual([]);
  });

  test('a tsconfig.json with comments', () => {
    expect(readTsConfig('{ /* x */ "references": [{ "path": "../a" }, {}, 1], }')).toEqual({ references: ['../a'] });
    expect(readTsConfig('nonsense')).toEqual({ references: [] });
  });

  test('a pom.xml', () => {
    const pom = readPom(
      '<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><groupId>g</groupId><artifactId>p</artifactId></parent><artifactId> a </artifactId><!-- <dependency/> --><dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId></dependency></dependencies></dependencyManagement></project>',
    );
    expect(pom).toEqual({ name: 'g:a', dependencies: ['g:p', 'x:y'] });
    expect(readPom('<project>')).toBeNull();
    expect(readPom('<other/>')).toBeNull();
  });

  test('Gradle files, as far as their text tells', () => {
    expect([
      ...readGradleSettings(
        "include 'a', ':b:c'\ninclude(\n  \":d\",\n)\n// include 'x'\n/* include 'y' */\nproject(':a').projectDir = file('z/a')",
      ),
    ]).toEqual([
      [':a', 'z/a'],
      [':b:c', 'b/c'],
      [':d', 'd'],
    ]);
    expect(
      readGradleBuild(
        'plugins { id("org.springframework.boot") version "3" }\ndependencies {\n  implementation("com.azure:azure-identity:1.0")\n  api project(path: \':b:c\')\n  // implementation("x:y:1")\n}',
      ),
    ).toEqual({ dependencies: ['com.azure:azure-identity', 'org.springframework.boot'], references: [':b:c'] });
  });

  test('a go.mod', () => {
    expect(
      readGoMod(
        'module example.com/a // x\n\ngo 1.22\n\nrequire (\n\tb.com/c v1.0.0\n)\nrequire d.com/e v2.0.0\n\nreplace (\n\tb.com/c => ../c\n\tf.com/g => h.com/i v1.0.0\n)\n',
      ),
    ).toEqual({
      module: 'example.com/a',
      dependencies: ['b.com/c', 'd.com/e'],
      references: ['../c'],
    });
  });

  test('a pyproject.toml of any tool; a requirements.txt', async () => {
    expect(
      await readPyproject(
        '[project]\nname = "My.App"\ndependencies = ["azure_identity[aio]>=1 ; python_version > \'3.8\'"]\n[project.optional-dependencies]\nx = ["b"]\n[dependency-groups]\ndev = ["pytest", { include-group = "x" }]\n[tool.uv.sources]\nlib = { path = "../lib", editable = true }\nw = { workspace = true }\n[tool.poetry.group.dev.dependencies]\nblack = "*"\n',
      ),
    ).toEqual({
      name: 'my-app',
      dependencies: ['azure-identity', 'b', 'pytest', 'black'],
      references: ['../lib'],
      members: [],
    });
    expect(await readPyproject('[a')).toBeNull();
    expect(
      readRequirements(
        '# x\nAzure.Identity>=1 # y\n-r other.txt\n--hash=sha256:x\n-e ./lib[x]\n../c\nhttps://x/y.whl\n',
      ),
    ).toEqual({
      dependencies: ['azure-identity', 'https'],
      references: ['./lib', '../c'],
    });
  });
});
