import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../../src/project/settings/mentions';
import { formsOf } from '../../src/project/settings/names';

const mentions = (text: string, path: string): readonly string[] =>
  mentionsOf(text, path, formsOf('SignalR')).map(({ start, end }) => text.slice(start, end));

describe('what names a setting', () => {
  it('is not the name of a package', () => {
    const project = '<ItemGroup><PackageReference Include="Microsoft.Azure.SignalR" Version="1.30.0" /></ItemGroup>';
    expect(mentions(project, 'App.csproj')).toEqual([]);
  });

  it('is a read of it in code', () => {
    expect(mentions('var c = configuration["SignalR"];', 'App.cs')).toEqual(['SignalR']);
  });
});
