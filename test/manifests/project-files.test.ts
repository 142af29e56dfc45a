import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import type { ProjectFile } from '../../src/core/files';
import { projectFiles } from '../../src/manifests/project-files';
import { VERSIONS } from '../../src/manifests/nuget-versions';
import { stepTexts } from '../support/steps';

const version = VERSIONS['Azure.Identity'] ?? '';

const project = (references: string, path = 'src/App/App.csproj'): ProjectFile => ({
  path,
  text: `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net8.0</TargetFramework>\n  </PropertyGroup>\n  <ItemGroup>\n${references}  </ItemGroup>\n</Project>\n`,
});

const props = (versions: string, central = 'true', path = 'Directory.Packages.props'): ProjectFile => ({
  path,
  text: `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>${central}</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${versions}  </ItemGroup>\n</Project>\n`,
});

const line = (name: string, of?: string, element = 'PackageReference') =>
  `    <${element} Include="${name}"${of === undefined ? '' : ` Version="${of}"`} />\n`;

function added(files: readonly ProjectFile[], document = 'src/App/Program.cs') {
  const change = projectFiles.addAcross?.(files, document, 'Azure.Identity');
  const texts = files.map(({ path, text }) =>
    applyEdits(text, change?.files.filter((one) => one.path === path).flatMap(({ edits }) => edits) ?? []),
  );
  return { texts, steps: stepTexts(change?.steps ?? []) };
}

describe('project files of .NET', () => {
  it('get the package among the others, by the alphabet', () => {
    const [text] = added([project(line('Azure.Storage.Blobs', '12.24.0') + line('Serilog', '4.0.0'))]).texts;
    expect(text).toBe(
      project(line('Azure.Identity', version) + line('Azure.Storage.Blobs', '12.24.0') + line('Serilog', '4.0.0')).text,
    );
  });

  it('get it at the end where the others are not sorted, with the line ends of the file', () => {
    const file = project(line('Serilog', '4.0.0') + line('Azure.Storage.Blobs', '12.24.0'));
    const windows = { ...file, text: file.text.replaceAll('\n', '\r\n') };
    const [text] = added([windows]).texts;
    expect(text).toBe(
      windows.text.replace(
        '12.24.0" />',
        `12.24.0" />\r\n    <PackageReference Include="Azure.Identity" Version="${version}" />`,
      ),
    );
  });

  it('get a group of their own where there is none', () => {
    const file = {
      path: 'App.csproj',
      text: '<Project Sdk="Microsoft.NET.Sdk">\n\n  <PropertyGroup />\n\n</Project>\n',
    };
    const { texts } = added([file], 'Program.cs');
    expect(texts[0]).toBe(
      `<Project Sdk="Microsoft.NET.Sdk">\n\n  <PropertyGroup />\n\n  <ItemGroup>\n    <PackageReference Include="Azure.Identity" Version="${version}" />\n  </ItemGroup>\n\n</Project>\n`,
    );
  });

  it('hold the name, and central package management the version', () => {
    const { texts, steps } = added([
      project(line('Azure.Storage.Blobs')),
      props(line('Azure.Storage.Blobs', '12.24.0', 'PackageVersion')),
    ]);
    expect(texts).toEqual([
      project(line('Azure.Identity') + line('Azure.Storage.Blobs')).text,
      props(
        line('Azure.Identity', version, 'PackageVersion') + line('Azure.Storage.Blobs', '12.24.0', 'PackageVersion'),
      ).text,
    ]);
    expect(steps).toEqual([]);
  });

  it('use the central version that is there', () => {
    const central = props(line('Azure.Identity', '1.13.1', 'PackageVersion'));
    expect(added([project(line('Azure.Storage.Blobs')), central]).texts[1]).toBe(central.text);
  });

  it('hold the version themselves where central management is off', () => {
    const central = props(line('Azure.Storage.Blobs', '12.24.0', 'PackageVersion'), 'false');
    const { texts } = added([project(line('Azure.Storage.Blobs', '12.24.0')), central]);
    expect(texts).toEqual([
      project(line('Azure.Identity', version) + line('Azure.Storage.Blobs', '12.24.0')).text,
      central.text,
    ]);
  });

  it('stay as they are with the package in them, comments aside', () => {
    const file = project(line('Azure.Identity', '1.13.1'));
    expect(added([file])).toEqual({ texts: [file.text], steps: [] });
    const commented = project(
      `    <!-- <PackageReference Include="Azure.Identity" Version="1.0.0" /> -->\n${line('Serilog', '4.0.0')}`,
    );
    expect(added([commented]).texts[0]).toContain(`<PackageReference Include="Azure.Identity" Version="${version}" />`);
  });

  it('stay as they are where Azure.Core holds the credentials itself', () => {
    const file = project(line('Azure.Core', '1.54.0'));
    expect(added([file])).toEqual({ texts: [file.text], steps: [] });
  });

  it('never mix an old Azure.Identity with a new Azure.Core', () => {
    const [text] = added([project(line('Azure.Core', '1.53.0') + line('Azure.Identity', '1.17.1'))]).texts;
    expect(text).toBe(project(line('Azure.Core', '1.53.0') + line('Azure.Identity', version)).text);
    const central = [
      project(line('Azure.Core') + line('Azure.Identity')),
      props(line('Azure.Core', '1.60.0', 'PackageVersion') + line('Azure.Identity', '1.19.0', 'PackageVersion')),
    ];
    expect(added(central).texts[1]).toContain(`Include="Azure.Identity" Version="${version}"`);
  });

  it.each([
    [
      'an Azure.Core that would be lowered',
      line('Azure.Core', '1.44.1'),
      'Upgrade Azure.Core to 1.53.0 or later, which contains the credentials.',
    ],
    [
      'an old broker',
      line('Azure.Identity.Broker', '1.2.0'),
      `Upgrade Azure.Identity.Broker to 1.6.0 or later, then Azure.Identity to ${version}.`,
    ],
  ])('leave %s to a person', (_title, references, step) => {
    const file = project(references);
    expect(added([file])).toEqual({ texts: [file.text], steps: [step] });
  });

  it.each<[string, readonly ProjectFile[]]>([
    ['no project', []],
    ['two projects in one folder', [project(''), project('', 'src/App/Tests.csproj')]],
    ['a project elsewhere', [project('', 'src/Other/Other.csproj')]],
    [
      'a project with packages.config',
      [{ path: 'src/App/App.csproj', text: '<Project ToolsVersion="15.0">\n</Project>\n' }],
    ],
    ['a text that is no project', [{ path: 'src/App/App.csproj', text: '<Project Sdk="x">' }]],
  ])('%s: says what to install', (_title, files) => {
    expect(added(files)).toEqual({
      texts: files.map(({ text }) => text),
      steps: ['Install the package Azure.Identity.'],
    });
  });

  it('that cannot be written are left to a person', () => {
    const file = { ...project(''), editable: false };
    expect(added([file])).toEqual({
      texts: [file.text],
      steps: ['src/App/App.csproj could not be edited: add the package Azure.Identity to it.'],
    });
  });

  it('are found by their names', () => {
    expect(
      ['a/App.csproj', 'Directory.Packages.props', 'package.json', 'App.csproj.user'].filter((path) =>
        projectFiles.isManifest(path),
      ),
    ).toEqual(['a/App.csproj', 'Directory.Packages.props']);
  });
});
