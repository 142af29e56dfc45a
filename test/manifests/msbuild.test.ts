import { describe, expect, it } from 'vitest';
import { projectPackages, projectProperty, takesPackages } from '../../src/manifests/msbuild';
import { compareVersions } from '../../src/manifests/versions';

describe('MSBuild files', () => {
  it('name packages in many ways', () => {
    const text = `<Project Sdk="x">
<ItemGroup Condition="'$(A)' > '1'">
  <PackageReference Version="1.0" Include="A" PrivateAssets='all' />
  <PackageReference Include="B"><Version> 2.0 </Version></PackageReference>
  <PackageReference Update="C" VersionOverride="3.0"></PackageReference>
  <PackageReference
    Include="D" />
  <!-- <PackageReference Include="E" Version="5.0" /> -->
  <PackageVersion Include="F" Version="$(F)" />
  <PackageReference Remove="G" />
</ItemGroup>
</Project>`;
    expect(
      projectPackages(text)?.map(({ name, version, versionSpan }) => [
        name,
        version,
        versionSpan && text.slice(versionSpan.start, versionSpan.end),
      ]),
    ).toEqual([
      ['A', '1.0', '1.0'],
      ['B', '2.0', '2.0'],
      ['C', '3.0', '3.0'],
      ['D', null, null],
      ['F', '$(F)', '$(F)'],
    ]);
  });

  it.each(['', '{}', '<Project>', '<!-- <Project></Project> -->'])('are not %j', (text) => {
    expect(projectPackages(text)).toBeNull();
  });

  it('have properties and a style', () => {
    expect(projectProperty('<Project><PropertyGroup><A> b </A></PropertyGroup></Project>', 'A')).toBe('b');
    expect(projectProperty('<Project></Project>', 'A')).toBeNull();
    expect(takesPackages('<Project Sdk="Microsoft.NET.Sdk" />')).toBe(true);
    expect(takesPackages('<Project ToolsVersion="15.0" />')).toBe(false);
  });

  it.each<[string, string, number | null]>([
    ['1.53.0', '1.53.0', 0],
    ['1.53', '1.53.0', 0],
    ['1.9.0', '1.53.0', -1],
    ['1.53.1', '1.53.0', 1],
    ['[1.53.0]', '1.53.0', 0],
    ['1.54.0-beta.1', '1.53.0', 1],
    ['1.*', '1.53.0', null],
    ['$(Version)', '1.53.0', null],
  ])('compare %s with %s', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
  });
});
