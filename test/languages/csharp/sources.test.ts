import { describe, expect, it } from 'vitest';
import { after, filled, findings } from '../../support/across';

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
