import { describe, expect, it } from 'vitest';
import { globalUsingsOf } from '../../../src/languages/csharp/project-file';
import { createEngine } from '../../../src/engine/engine';
import { after, findings } from '../../support/across';
import { memoryFiles } from '../../support/memory-files';

const csproj = (items = '', sdk = 'Microsoft.NET.Sdk', implicit = 'enable') => `<Project Sdk="${sdk}">
  <PropertyGroup>
    <ImplicitUsings>${implicit}</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" Version="12.24.0" />
${items}  </ItemGroup>
</Project>
`;

const using = '    <Using Include="Azure.Storage.Blobs" />\n';

/** No `using` and no package name in it. */
const program = `var connection = Environment.GetEnvironmentVariable("STORAGE_CONN");
var client = new BlobServiceClient(connection);
`;

const migrated = `using Azure.Identity;

var blobEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
var credential = new DefaultAzureCredential();
var client = new BlobServiceClient(new Uri(blobEndpoint!), credential);
`;

describe('namespaces that a whole C# project sees', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['an item of the project file', { 'App/App.csproj': csproj(using) }],
    [
      'a file of global usings, with implicit usings from above',
      {
        'Directory.Build.props':
          '<Project>\n  <PropertyGroup>\n    <ImplicitUsings>enable</ImplicitUsings>\n  </PropertyGroup>\n</Project>\n',
        'App/App.csproj': csproj().replace(/ {4}<ImplicitUsings>.*\n/, ''),
        'App/Common/GlobalUsings.cs': 'global using System.Text;\nglobal using Azure.Storage.Blobs;\n',
      },
    ],
  ])('are in sight: %s', async (_title, project) => {
    const files = { ...project, 'App/Storage/Program.cs': program };
    expect(await findings(files, 'App/Storage/Program.cs')).toEqual(['key-auth/storage-blob environment 2']);
    const result = await after(files, 'App/Storage/Program.cs');
    expect(result).toMatchObject({ 'App/Storage/Program.cs': migrated });
    expect(await findings(result as Readonly<Record<string, string>>, 'App/Storage/Program.cs')).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['of no project', { 'App/GlobalUsings.cs': 'global using Azure.Storage.Blobs;\n' }],
    ['of a project beside', { 'App/App.csproj': csproj(), 'Web/Web.csproj': csproj(using) }],
    [
      'of a project below',
      {
        'App/App.csproj': csproj(),
        'App/Tests/Tests.csproj': csproj(),
        'App/Tests/Usings.cs': 'global using Azure.Storage.Blobs;\n',
      },
    ],
    ['that are taken away again', { 'App/App.csproj': csproj(`${using}    <Using Remove="Azure.Storage.Blobs" />\n`) }],
    ['of a class only', { 'App/App.csproj': csproj('    <Using Include="Azure.Storage.Blobs" Static="true" />\n') }],
    ['in a comment', { 'App/App.csproj': csproj(`    <!-- ${using.trim()} -->\n`) }],
    ['where two projects share a folder', { 'App/A.csproj': csproj(using), 'App/B.csproj': csproj(using) }],
  ])('are not in sight: %s', async (_title, project) => {
    expect(await findings({ ...project, 'App/Program.cs': program }, 'App/Program.cs')).toEqual([]);
  });

  it('come by SDK where implicit usings are on', () => {
    const of = (text: string) => globalUsingsOf([{ path: 'App.csproj', text }], 'Program.cs');
    expect(of(csproj('', 'Microsoft.NET.Sdk', 'disable'))).toEqual([]);
    expect(of(csproj())).toContain('System.Threading.Tasks');
    expect(of(csproj())).not.toContain('Microsoft.Extensions.Configuration');
    expect(of(csproj('', 'Microsoft.NET.Sdk.Web'))).toContain('Microsoft.Extensions.Configuration');
    expect(of(csproj('', 'Microsoft.NET.Sdk.Worker'))).toContain('Microsoft.Extensions.DependencyInjection');
  });

  it('are read from few files, and once for a project', async () => {
    const files = {
      'App/App.csproj': csproj(),
      'App/GlobalUsings.cs': 'global using System.Text;\n',
      'App/Other.cs': 'class Other {}\n',
      'App/Program.cs': program,
    };
    const access = memoryFiles(files);
    const engine = createEngine({ files: access });
    for (const path of ['App/Program.cs', 'App/Other.cs'] as const) await engine.scan({ path, text: files[path] });
    expect(access.log.filter((entry) => /^read .*(?:cs|csproj)$/.test(entry))).toEqual([
      'read App/App.csproj',
      'read App/GlobalUsings.cs',
      'read App/Program.cs',
    ]);
  });
});
