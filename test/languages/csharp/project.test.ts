import type { ProjectFile } from '../../../src/core/files';
import { describe, expect, it } from 'vitest';
import { engineWith } from '../../support/engine-over';
import { createEngine } from '../../../src/engine/engine';
import type { Migration } from '../../../src/migrate/migration';
import { VERSIONS } from '../../../src/manifests/nuget-versions';
import { fill } from '../../support/fill';
import { edited } from '../../support/migrated';
import { stepTexts } from '../../support/steps';

const engine = createEngine();

const PROGRAM =
  'using Azure.Storage.Blobs;\n\nvar blobs = new BlobServiceClient(builder.Configuration.GetConnectionString("Storage"));\n';

async function planned(text: string, files: readonly ProjectFile[]): Promise<Migration> {
  const document = { path: 'src/App/Program.cs', text };
  const [finding] = (await engine.scan(document)).findings;
  if (!finding) throw new Error('nothing found');
  const plan = await engineWith(files).plan(document, finding, 'identity');
  if (plan.kind === 'refusal') throw new Error(plan.id);
  return plan;
}

describe('the whole change in .NET', () => {
  const project = {
    path: 'src/App/App.csproj',
    text: '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n    <PackageReference Include="Azure.Storage.Blobs" Version="12.24.0" />\n  </ItemGroup>\n</Project>\n',
  };
  const settings = {
    path: 'src/App/appsettings.json',
    text: fill(
      '{\n  "Logging": { "LogLevel": { "Default": "Warning" } },\n  "ConnectionStrings": {\n    "Storage": "{{storage-connection-string:contoso}}"\n  }\n}\n',
    ),
  };

  it('edits the code, the project and the settings', async () => {
    const migration = await planned(PROGRAM, [project, settings]);
    expect(migration.files.map(({ path }) => path)).toEqual(['src/App/Program.cs', project.path, settings.path]);
    expect(edited(project, migration)).toContain(
      `<PackageReference Include="Azure.Identity" Version="${VERSIONS['Azure.Identity'] ?? ''}" />\n    <PackageReference Include="Azure.Storage.Blobs"`,
    );
    expect(edited(settings, migration)).toBe(
      '{\n  "Logging": { "LogLevel": { "Default": "Warning" } },\n  "AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://contoso.blob.core.windows.net"\n}\n',
    );
    expect(migration.settings).toEqual({
      added: ['AZURE_STORAGEBLOB_RESOURCEENDPOINT'],
      removed: ['ConnectionStrings:Storage'],
    });
    expect(stepTexts(migration.steps).join('\n')).toContain('Treat it as leaked');
  });

  it('keeps a setting that other code reads, in whatever way', async () => {
    for (const code of [
      'configuration.GetConnectionString("Storage")',
      'configuration["ConnectionStrings:Storage"]',
      '[QueueTrigger("q", Connection = "Storage")]',
    ]) {
      const migration = await planned(PROGRAM, [settings, { path: 'src/App/Other.cs', text: code }]);
      expect(edited(settings, migration)).toContain('"Storage": "Default');
      expect(edited(settings, migration)).toContain(
        '"AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://contoso.blob.core.windows.net"',
      );
    }
  });

  it('keeps what a section hands on', async () => {
    const text =
      'using Azure.Storage.Blobs;\nservices.Configure<StorageOptions>(Configuration.GetSection("Storage"));\nvar blobs = new BlobServiceClient(Configuration["Storage:Conn"]);\n';
    const file = {
      path: 'src/App/appsettings.json',
      text: fill('{ "Storage": { "Conn": "{{storage-connection-string:contoso}}" } }'),
    };
    const migration = await planned(text, [file]);
    expect(edited(file, migration)).toContain('"Conn": "Default');
    expect(migration.settings.removed).toEqual([]);
  });

  it('speaks of user secrets where the project has them', async () => {
    const text = project.text.replace(
      '  <ItemGroup>',
      '  <PropertyGroup>\n    <UserSecretsId>shop</UserSecretsId>\n  </PropertyGroup>\n  <ItemGroup>',
    );
    const { steps } = await planned(PROGRAM, [{ ...project, text }]);
    expect(stepTexts(steps).filter((step) => step.includes('user-secrets'))).toEqual([
      'The project has user secrets: set AZURE_STORAGEBLOB_RESOURCEENDPOINT there too dotnet user-secrets set AZURE_STORAGEBLOB_RESOURCEENDPOINT <endpoint>',
      'Remove ConnectionStrings:Storage from the user secrets of the project dotnet user-secrets remove ConnectionStrings:Storage',
    ]);
    expect(stepTexts((await planned(PROGRAM, [project])).steps).join()).not.toContain('user-secrets');
  });

  it('leaves the settings of another project alone', async () => {
    const other = { ...settings, path: 'src/Other/appsettings.json' };
    const reader = { path: 'src/Other/Program.cs', text: PROGRAM };
    const manifest = { ...project, path: 'src/Other/Other.csproj' };
    const migration = await planned(PROGRAM, [manifest, other, reader, project, settings]);
    expect(migration.files.map(({ path }) => path)).toEqual(['src/App/Program.cs', project.path, settings.path]);
    // A library has no settings of its own: it reads those of its host.
    const host = {
      ...manifest,
      text: manifest.text.replace(
        '  <ItemGroup>\n',
        '  <ItemGroup>\n    <ProjectReference Include="../App/App.csproj" />\n',
      ),
    };
    const hosted = await planned(PROGRAM, [host, other, project]);
    expect(hosted.files.map(({ path }) => path)).toEqual(['src/App/Program.cs', project.path, other.path]);
    // A project that has nothing to do with it is left alone, whoever else has settings.
    const apart = await planned(PROGRAM, [manifest, other, project]);
    expect(apart.files.map(({ path }) => path)).toEqual(['src/App/Program.cs', project.path]);
  });

  it('gives a second resource a setting of its own', async () => {
    const file = {
      path: 'src/App/appsettings.json',
      text: fill(
        '{\n  "AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://fabrikam.blob.core.windows.net/",\n  "ConnectionStrings": {\n    "ArchiveStorage": "{{storage-connection-string:contoso}}"\n  }\n}\n',
      ),
    };
    const text =
      'using Azure.Storage.Blobs;\n\nvar blobs = new BlobServiceClient(builder.Configuration.GetConnectionString("ArchiveStorage"));\n';
    const migration = await planned(text, [file]);
    expect(edited({ path: 'src/App/Program.cs', text }, migration)).toContain(
      'builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT_ARCHIVE"]',
    );
    expect(edited(file, migration)).toBe(
      '{\n  "AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://fabrikam.blob.core.windows.net/",\n  "AZURE_STORAGEBLOB_RESOURCEENDPOINT_ARCHIVE": "https://contoso.blob.core.windows.net"\n}\n',
    );
    const same = { ...file, text: file.text.replace('fabrikam', 'contoso') };
    expect(edited(same, await planned(text, [same]))).toBe(
      '{\n  "AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://contoso.blob.core.windows.net/"\n}\n',
    );
  });

  it('knows a setting under its name in the environment', async () => {
    const env = {
      path: '.env',
      text: fill('ConnectionStrings__Storage={{storage-connection-string:contoso}}\nOther=1\n'),
    };
    expect(edited(env, await planned(PROGRAM, [env]))).toBe(
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net\nOther=1\n',
    );
  });

  it('leaves the Functions host its storage', async () => {
    const text =
      'using Azure.Storage.Blobs;\nvar blobs = new BlobServiceClient(Environment.GetEnvironmentVariable("AzureWebJobsStorage"));\n';
    const file = {
      path: 'src/App/local.settings.json',
      text: fill(
        '{\n  "IsEncrypted": false,\n  "Values": {\n    "AzureWebJobsStorage": "{{storage-connection-string:contoso}}"\n  }\n}\n',
      ),
    };
    const after = edited(file, await planned(text, [file]));
    expect(after).toBe(
      file.text.replace(
        /(AzureWebJobsStorage": "[^"]*")/,
        '$1,\n    "AZURE_STORAGEBLOB_RESOURCEENDPOINT": "https://contoso.blob.core.windows.net"',
      ),
    );
  });
});

describe('a package that builds on others', () => {
  const CODE = fill(
    'using Npgsql;\n\nvar source = NpgsqlDataSource.Create("Host=contoso.postgres.database.azure.com;Database=a;Username=a;Password={{password}}");\n',
  );
  const projectWith = (...packages: readonly [name: string, version: string][]) => ({
    path: 'src/App/App.csproj',
    text: `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n${packages.map(([name, version]) => `    <PackageReference Include="${name}" Version="${version}" />\n`).join('')}  </ItemGroup>\n</Project>\n`,
  });

  it('raises an Azure.Identity that does not go with what it brings', async () => {
    const project = projectWith(['Azure.Identity', '1.13.0'], ['Npgsql', '9.0.3']);
    expect(edited(project, await planned(CODE, [project]))).toBe(
      projectWith(['Azure.Identity', '1.21.0'], ['Microsoft.Azure.PostgreSQL.Auth', '1.0.0'], ['Npgsql', '9.0.3']).text,
    );
  });

  it('is no way for older ones', async () => {
    await expect(planned(CODE, [projectWith(['Npgsql', '7.0.0'])])).rejects.toThrow('package-too-old');
  });
});

describe('packages that the rewritten code needs at run time', () => {
  const code = fill(
    'using Microsoft.Data.SqlClient;\n\nvar db = new SqlConnection("Server=tcp:contoso.database.windows.net,1433;Database=shop;User ID=app;Password={{password}};");\n',
  );
  const NEEDS = 'Microsoft.Data.SqlClient.Extensions.Azure';
  const app = (reference: string): ProjectFile => ({
    path: 'src/App/App.csproj',
    text: `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    ${reference}\n  </ItemGroup>\n</Project>\n`,
  });
  const central = {
    path: 'Directory.Packages.props',
    text: '<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Microsoft.Data.SqlClient" Version="7.0.1" />\n  </ItemGroup>\n</Project>\n',
  };

  it.each([
    ['7.0', [app('<PackageReference Include="Microsoft.Data.SqlClient" Version="7.0.1" />')], true],
    ['a central version', [app('<PackageReference Include="Microsoft.Data.SqlClient" />'), central], true],
    ['6.1', [app('<PackageReference Include="Microsoft.Data.SqlClient" Version="6.1.2" />')], false],
    [
      '7.0 with it',
      [
        app(
          `<PackageReference Include="Microsoft.Data.SqlClient" Version="7.0.1" />\n    <PackageReference Include="${NEEDS}" Version="1.0.0" />`,
        ),
      ],
      false,
    ],
  ] as const)('SqlClient %s', async (_, files, isAsked) => {
    const { steps } = await planned(code, files);
    expect(stepTexts(steps).join('\n').includes(NEEDS)).toBe(isAsked);
  });
});
