import { describe, expect, it } from 'vitest';
import { after, filled, findings, planned } from '../../support/across';

const PATH = 'App/Program.cs';
const csproj =
  '<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    <TargetFramework>net8.0</TargetFramework>\n    <ImplicitUsings>enable</ImplicitUsings>\n    <Nullable>enable</Nullable>\n  </PropertyGroup>\n</Project>\n';
const project = (text: string, more: Readonly<Record<string, string>> = {}) =>
  filled({ 'App/App.csproj': csproj, ...more, [PATH]: text });

/** The file that uses the secret, after the first migration. */
const used = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
  const result = await after(files, PATH);
  return typeof result === 'string' || result === null ? result : result[PATH];
};

const top = (read: string) => `using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

IConfiguration config = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();

var connectionString = ${read};
var client = new BlobServiceClient(connectionString);
await Append(connectionString, "logs");

static async Task Append(string? connectionString, string name)
{
    var container = new BlobContainerClient(connectionString, name);
    await container.CreateIfNotExistsAsync();
}
`;

const AFTER_TOP = `using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

IConfiguration config = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();

var blobEndpoint = config["AZURE_STORAGEBLOB_RESOURCEENDPOINT"];
var credential = new DefaultAzureCredential();
var client = new BlobServiceClient(new Uri(blobEndpoint!), credential);
await Append(blobEndpoint, "logs");

static async Task Append(string? blobEndpoint, string name)
{
    var credential = new DefaultAzureCredential();
    var container = new BlobServiceClient(new Uri(blobEndpoint!), credential).GetBlobContainerClient(name);
    await container.CreateIfNotExistsAsync();
}
`;

describe('a setting of a C# program', () => {
  it.each([
    'config.GetSection("Blobs")?.Value',
    'config.GetSection("Storage").GetSection("Blobs").Value',
    'config.GetSection("Storage")?["Blobs"]',
    'config.GetSection("Storage:Blobs").Get<string>()',
  ])('is followed to the parameter of a local function: %s', async (read) => {
    expect(await used(project(top(read)))).toBe(AFTER_TOP);
  });

  it('is not followed through a section that nobody knows', async () => {
    expect(await findings(project(top('Sections.Blobs?.Value')), PATH)).toEqual([
      'key-auth/storage-blob elsewhere 7 secret-from-elsewhere',
      'key-auth/storage-blob elsewhere 12 secret-from-elsewhere',
    ]);
  });
});

describe('a credential that a branch hands to another service', () => {
  const branches = (vault: string) => `using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

class Blobs
{
    object Open(IConfiguration configuration, bool protect)
    {
        if (protect)
            ${vault};
        else
            return new BlobServiceClient(configuration["BLOBS"]);
        return null!;
    }
}
`;
  it.each([
    'services.ProtectKeysWithAzureKeyVault(new Uri("https://contoso.vault.azure.net/keys/a"), new DefaultAzureCredential())',
    'configuration.AddAzureKeyVault(new Uri("https://contoso.vault.azure.net"), new DefaultAzureCredential())',
    'vault = new SecretClient(new Uri("https://contoso.vault.azure.net"), new DefaultAzureCredential())',
  ])('is no choice where that is Key Vault: %s', async (vault) => {
    expect(await findings(project(branches(vault)), PATH)).toEqual(['key-auth/storage-blob configuration 12']);
  });

  it('is one where it is not', async () => {
    const other = 'return Clients.Open(new DefaultAzureCredential())';
    expect(await findings(project(branches(other)), PATH)).toEqual([
      'key-auth/storage-blob configuration 12 dual-path',
    ]);
  });
});

describe('a property of another class that may have no value', () => {
  const before = `using Azure.Storage.Blobs;

namespace Shop;

class Store
{
    private readonly BlobServiceClient _client = new BlobServiceClient(Settings.Conn);
}
`;
  it.each([
    ['string?', '=> Environment.GetEnvironmentVariable("CONN");', 'new Uri(Settings.BlobEndpoint!)'],
    ['string', '=> Environment.GetEnvironmentVariable("CONN")!;', 'new Uri(Settings.BlobEndpoint)'],
  ])('is said to have one: %s', async (type, value, expected) => {
    const settings = `namespace Shop;\n\nstatic class Settings\n{\n    public static ${type} Conn ${value}\n}\n`;
    expect(await used(project(before, { 'App/Settings.cs': settings }))).toContain(
      `new BlobServiceClient(${expected}, new DefaultAzureCredential())`,
    );
  });
});

describe('a method of another class that reads the environment variable it is told', () => {
  const before = `using Azure.Storage.Blobs;

namespace Shop;

class Store
{
    private readonly BlobServiceClient _client = new BlobServiceClient(Env.Required("STORAGE_CONN"));
}
`;
  const helper = (member: string, head = 'namespace Shop;\n\npublic static class Env') => ({
    'App/Env.cs': `${head}\n{\n    ${member}\n}\n`,
  });
  const RETURNS = 'Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);';

  it.each([
    `public static string Required(string name) => ${RETURNS}`,
    `internal static string Required(string key) { return Environment.GetEnvironmentVariable(key)!; }`,
    'public static string Required(string name)\n    {\n        var value = System.Environment.GetEnvironmentVariable(name);\n        if (string.IsNullOrEmpty(value)) { throw new InvalidOperationException(name); }\n        return value;\n    }',
  ])('is followed: %s', async (member) => {
    const files = project(before, helper(member));
    expect(await after(files, PATH)).toEqual({
      ...files,
      'App/App.csproj': expect.stringContaining('Azure.Identity') as unknown,
      [PATH]: before
        .replace('using Azure', 'using Azure.Identity;\nusing Azure')
        .replace(
          'Env.Required("STORAGE_CONN")',
          'new Uri(Env.Required("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), new DefaultAzureCredential()',
        ),
    });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'it takes apart what it reads',
      helper(`public static string Required(string name) => Decrypt(${RETURNS.slice(0, 40)}));`),
    ],
    [
      'it reads another name',
      helper(`public static string Required(string name) => ${RETURNS.replace('(name)', '("APP_" + name)')}`),
    ],
    [
      'it has an overload',
      helper(
        `public static string Required(string name) => ${RETURNS}\n    public static string Required(object o) => "";`,
      ),
    ],
    [
      'it is one of each object',
      helper(`public string Required(string name) => ${RETURNS}`, 'namespace Shop;\n\npublic class Env'),
    ],
    [
      'it gives something else instead',
      helper(
        'public static string Required(string name) { var value = Environment.GetEnvironmentVariable(name); if (value == null) { value = Ask(name); } return value; }',
      ),
    ],
    [
      'its class has more parts',
      helper(
        `public static string Required(string name) => ${RETURNS}`,
        'namespace Shop;\n\npublic static partial class Env',
      ),
    ],
    [
      'its class is of another namespace',
      helper(`public static string Required(string name) => ${RETURNS}`, 'namespace Other;\n\npublic static class Env'),
    ],
    ['nobody has it', {}],
  ])('is not followed where %s', async (_title, more) => {
    expect(await findings(project(before, more), PATH)).toEqual([
      'key-auth/storage-blob elsewhere 7 secret-from-elsewhere',
    ]);
  });

  it('is a reader of the setting that stays', async () => {
    const text = before.replace('}\n', '    public string Old = Env.Required("STORAGE_CONN");\n}\n');
    const files = project(text, helper(`public static string Required(string name) => ${RETURNS}`));
    const result = await planned(files, PATH);
    expect(JSON.stringify(result)).not.toContain('nothing in the workspace reads it');
  });
});

describe('a function of the same file that reads a setting by its name', () => {
  const program = (body: string): string => `using Azure.Storage.Blobs;

var client = new BlobServiceClient(Setting("CONN"));

static string Setting(string name)${body}

static string Decrypt(string text) => text;
`;
  const READ = 'Environment.GetEnvironmentVariable(name)';

  it.each([
    ['at once', ` => ${READ}!;`],
    [
      'or fails in one expression',
      `\n{\n    var value = ${READ};\n    return string.IsNullOrEmpty(value) ? throw new Exception(name) : value;\n}`,
    ],
    ['or fails', ` => ${READ} ?? throw new InvalidOperationException(name);`],
    [
      'from a variable',
      `\n{\n    var value = ${READ};\n    if (string.IsNullOrEmpty(value)) throw new Exception(name);\n    return value;\n}`,
    ],
  ])('is followed: %s', async (_, body) => {
    expect(await used(project(program(body)))).toContain(
      'new BlobServiceClient(new Uri(Setting("AZURE_STORAGEBLOB_RESOURCEENDPOINT"))',
    );
  });

  it.each([
    ['what another function makes of it', ` => Decrypt(${READ}!);`],
    ['the same from a variable', `\n{\n    var value = ${READ}!;\n    return Decrypt(value);\n}`],
    ['the same before a check', `\n{\n    var value = Decrypt(${READ}!);\n    return value;\n}`],
  ])('is not where it gives %s', async (_, body) => {
    expect(await used(project(program(body)))).not.toContain('RESOURCEENDPOINT');
  });
});
