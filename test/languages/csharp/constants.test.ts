import { describe, expect, it } from 'vitest';
import { after, filled, findings } from '../../support/across';

const csproj = '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n';

const settings = (member: string, around = 'public static class Settings') => `namespace Shop;

${around}
{
    public const int Retries = 3;
    ${member}
}
`;

const literal = 'public const string ConnectionString = "{{storage-connection-string:contoso}}";';
const read = 'public static readonly string ConnectionString = Environment.GetEnvironmentVariable("STORAGE_CONN")!;';

const store = `using System;
using Azure.Storage.Blobs;

namespace Shop;

public class Store
{
    private readonly BlobServiceClient _client = new BlobServiceClient(Settings.ConnectionString);
}
`;

const PATH = 'Shop/Data/Store.cs';
const project = (constants: string, more: Readonly<Record<string, string>> = {}) =>
  filled({ 'Shop/Shop.csproj': csproj, 'Shop/Settings.cs': constants, ...more, [PATH]: store });

describe('a constant of another C# class', () => {
  it.each([
    ['a literal', literal, 'literal', 'public const string BlobEndpoint = "https://contoso.blob.core.windows.net";'],
    [
      'a read-only field that reads the environment',
      read,
      'environment',
      'public static readonly string BlobEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")!;',
    ],
    [
      'a property that reads the environment',
      'public static string ConnectionString => Environment.GetEnvironmentVariable("STORAGE_CONN")!;',
      'environment',
      'public static string BlobEndpoint => Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")!;',
    ],
    [
      'a property with one value',
      'public static string ConnectionString { get; } = Environment.GetEnvironmentVariable("STORAGE_CONN")!;',
      'environment',
      'public static string BlobEndpoint { get; } = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")!;',
    ],
    [
      'a getter',
      'public static string ConnectionString { get { return Environment.GetEnvironmentVariable("STORAGE_CONN")!; } }',
      'environment',
      'public static string BlobEndpoint { get { return Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")!; } }',
    ],
  ])('is followed, and moved with its use: %s', async (_title, member, origin, expected) => {
    const files = project(settings(member));
    expect(await findings(files, PATH)).toEqual([`key-auth/storage-blob ${origin} 8`]);
    const result = await after(files, PATH);
    expect(result).toMatchObject({ 'Shop/Settings.cs': settings(expected) });
    const changed = result as Readonly<Record<string, string>>;
    expect(changed[PATH]).toContain(
      'new BlobServiceClient(new Uri(Settings.BlobEndpoint), new DefaultAzureCredential())',
    );
    expect(await findings(changed, PATH)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'where other code reads it',
      { 'Shop/Report.cs': 'namespace Shop;\nclass Report { string C = Settings.ConnectionString; }\n' },
    ],
    ['where every file may name it alone', { 'Shop/GlobalUsings.cs': 'global using static Shop.Settings;\n' }],
    [
      'in a package for others',
      { 'Shop/Shop.csproj': csproj.replace('\n', '\n  <PropertyGroup><PackageId>Shop</PackageId></PropertyGroup>\n') },
    ],
    ['in a class that others inherit from', { 'Shop/Settings.cs': settings(literal, 'public class Settings') }],
  ])('stays %s', async (_title, more) => {
    const files = project(settings(literal), more);
    const result = (await after(files, PATH)) as Readonly<Record<string, string>>;
    const { 'Shop/Settings.cs': before = '' } = files;
    expect(result['Shop/Settings.cs']).toBe(
      before.replace(
        /(.*ConnectionString = .*\n)/,
        '$1    public const string BlobEndpoint = "https://contoso.blob.core.windows.net";\n',
      ),
    );
  });

  it.each<[string, string]>([
    ['a class in parts', settings(literal, 'public static partial class Settings')],
    ['a class in another namespace', settings(literal).replace('namespace Shop;', 'namespace Other;')],
    ['a class in another class', `namespace Shop;\nclass Outer { public static class Settings { ${literal} } }\n`],
    ['a field that may change', settings(literal.replace('const', 'static'))],
    ['a property that may change', settings(read.replace(/readonly (.*) =/, '$1 { get; set; } ='))],
    ['a property that its class may change', settings(read.replace(/readonly (.*) =/, '$1 { get; private set; } ='))],
    [
      'a property of each object',
      settings(read.replace(/static readonly (.*) =/, '$1 { get; } ='), 'public class Settings'),
    ],
    [
      'a property that does more than read',
      settings(
        'public static string ConnectionString { get { Retry(); return Environment.GetEnvironmentVariable("STORAGE_CONN")!; } }',
      ),
    ],
    ['what is not there', settings('')],
  ])('is not followed: %s', async (_title, constants) => {
    expect(await findings(project(constants), PATH)).toEqual([
      'key-auth/storage-blob elsewhere 8 secret-from-elsewhere',
    ]);
  });
});
