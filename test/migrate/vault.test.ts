import type { ProjectFile } from '../../src/core/files';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/core/message';
import { engineWith } from '../support/engine-over';
import { createEngine } from '../../src/engine/engine';
import type { Migration } from '../../src/migrate/migration';
import { services } from '../../src/services/index';
import { implicitUsings, projectOf } from '../support/dotnet-project';
import { fill } from '../support/fill';
import { edited } from '../support/migrated';
import { vaultExamples } from '../support/vault-examples';
import { stepTexts } from '../support/steps';

const engine = createEngine();

async function kindsIn(path: string, before: string): Promise<readonly string[] | undefined> {
  return (await engine.scan({ path, text: fill(before) })).findings[0]?.fixes.map(({ kind }) => kind);
}

async function plan(
  path: string,
  before: string,
  fix: 'key-vault' | 'key-vault-client',
  files: readonly ProjectFile[] = [],
  project = implicitUsings,
): Promise<{ readonly migration: Migration; readonly text: string }> {
  const document = { path, text: fill(before) };
  const around = engineWith([...files, ...(path.endsWith('.cs') ? project.files : [])]);
  const { findings } = await around.scan(document);
  const finding = findings.find(({ rule }) => rule.startsWith('hardcoded/')) ?? findings[0];
  if (!finding) throw new Error('nothing found');
  const made = await around.plan(document, finding, fix);
  if (made.kind === 'refusal') throw new Error(made.id);
  return { migration: made, text: edited(document, made) };
}

describe('a secret that the code loads from Key Vault', () => {
  it.each(vaultExamples.map((example) => [example.title, example] as const))('%s', async (_, example) => {
    const { file, fix, before, after } = example;
    if (fix !== 'key-vault' && fix !== 'key-vault-client') throw new Error(fix);
    const { text } = await plan(file, before, fix, [], projectOf(after));
    expect(text).toBe(after);
    const { findings } = await engine.scan({ path: file, text });
    expect(findings.filter(({ rule }) => rule.startsWith('hardcoded/'))).toEqual([]);
  });
});

/** The examples of all services, in files that build a host or wait at their top level. */
const everywhere = services.flatMap(({ id, examples }) =>
  examples.flatMap(({ title, file, before, language }) => {
    const name = `${id}: ${title}`;
    if (language === 'typescript')
      return /\brequire\(/.test(before) ? [] : [{ name, file, before: `${before}\nawait Promise.resolve();\n` }];
    if (language !== 'csharp' || /\b(?:class|namespace|record)\s|CreateBuilder|var builder\b/.test(before)) return [];
    const usings = /^(?:\s*using [\w.=\s]+;\r?\n)*/.exec(before)?.[0] ?? '';
    const host = '\nvar builder = WebApplication.CreateBuilder(args);\n';
    return [{ name, file, before: usings + host + before.slice(usings.length) }];
  }),
);

describe('in the examples of all services', () => {
  it('each hardcoded secret goes, once and for all', async () => {
    const made = new Map<string, number>();
    for (const { name, file, before } of everywhere) {
      const hardcoded = async (text: string) =>
        (await engine.scan({ path: file, text })).findings.filter(({ rule }) => rule.startsWith('hardcoded/'));
      let document = { path: file, text: fill(before) };
      for (let findings = await hardcoded(document.text); findings.length > 0;) {
        const fix = findings[0]?.fixes.find(
          ({ kind }) => kind === 'key-vault-client' || (kind === 'key-vault' && file.endsWith('.cs')),
        );
        if (!findings[0] || !fix) break;
        const migration = await engine.plan(document, findings[0], fix.kind);
        if (migration.kind === 'refusal') throw new Error(`${name}: ${migration.id}`);
        document = { path: file, text: edited(document, migration) };
        const left = await hardcoded(document.text);
        expect(left.length, name).toBeLessThan(findings.length);
        findings = left;
        made.set(fix.kind, (made.get(fix.kind) ?? 0) + 1);
        expect(document.text.match(/new SecretClient\(|AddAzureKeyVault\(/g), name).toHaveLength(1);
      }
    }
    expect(made.get('key-vault-client')).toBeGreaterThan(8);
    expect(made.get('key-vault')).toBeGreaterThan(0);
  });
});

const SERVER = `import { BlobServiceClient } from '@azure/storage-blob';

const blobs = BlobServiceClient.fromConnectionString('{{storage-connection-string:contoso}}');
await blobs.getProperties();
`;

const WEB = `using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
var blobs = new BlobServiceClient("{{storage-connection-string:contoso}}");
`;

describe('the project around it', () => {
  it('of TypeScript gains packages and the address of the vault', async () => {
    const files = [
      { path: 'package.json', text: '{}' },
      { path: '.env', text: 'PORT=3000\n' },
      { path: '.env.example', text: 'PORT=\n' },
    ];
    const { migration } = await plan('src/main.ts', SERVER, 'key-vault-client', files);
    expect(migration.packages).toEqual(['@azure/keyvault-secrets', '@azure/identity']);
    expect(files.map((file) => edited(file, migration))).toEqual([
      '{"dependencies": {"@azure/identity": "^4.13.1","@azure/keyvault-secrets":"^4.11.2"}}',
      'PORT=3000\nAZURE_KEYVAULT_RESOURCEENDPOINT=\n',
      'PORT=\nAZURE_KEYVAULT_RESOURCEENDPOINT=https://<vault>.vault.azure.net/\n',
    ]);
    expect(migration.settings.added).toEqual(['AZURE_KEYVAULT_RESOURCEENDPOINT']);
    expect(migration.role?.id).toBe('4633458b-17de-408a-b874-0445c86b69e6');
    expect(stepTexts(migration.steps)).toEqual([
      expect.stringMatching(/^Install the new packages: @azure\/keyvault-secrets, @azure\/identity .* npm install$/),
      expect.stringMatching(
        /^Rotate the leaked secret: Azure Blob Storage The secret was found in a file: [^]* --key primary\n/,
      ),
      expect.stringMatching(
        /^Store the new value in Key Vault From a file that only you can read, .* A line break at the end .* az keyvault secret set --vault-name <vault> --name azure-storage-connection-string --file <path> /,
      ),
      expect.stringMatching(/^Enable a managed identity where the app runs /),
      expect.stringMatching(
        /^Grant Key Vault Secrets User on Azure Key Vault [^]* --role 4633458b-17de-408a-b874-0445c86b69e6 [^]*\/vaults\/<vault>$/,
      ),
      'Set AZURE_KEYVAULT_RESOURCEENDPOINT where the app runs AZURE_KEYVAULT_RESOURCEENDPOINT=https://<vault>.vault.azure.net/',
      expect.stringMatching(/^Deploy /),
      expect.stringMatching(/^Then renew the other key: Azure Blob Storage [^]* --key secondary$/),
    ]);
  });

  it('of C# gains two packages in one file, and the address beside the other settings', async () => {
    const files = [
      {
        path: 'Web/Web.csproj',
        text: '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <UserSecretsId>a</UserSecretsId>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageReference Include="Azure.Storage.Blobs" />\n  </ItemGroup>\n</Project>\n',
      },
      {
        path: 'Directory.Packages.props',
        text: '<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Azure.Storage.Blobs" Version="12.24.0" />\n  </ItemGroup>\n</Project>\n',
      },
      { path: 'Web/appsettings.json', text: '{\n  "AllowedHosts": "*"\n}\n' },
      { path: 'Web/appsettings.Development.json', text: '{\n  "Logging": {}\n}\n' },
      { path: 'appsettings.json', text: '{\n  "Other": "x"\n}\n' },
    ];
    const { migration } = await plan('Web/Program.cs', WEB, 'key-vault', files);
    expect(files.map((file) => edited(file, migration))).toEqual([
      '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <UserSecretsId>a</UserSecretsId>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageReference Include="Azure.Extensions.AspNetCore.Configuration.Secrets" />\n    <PackageReference Include="Azure.Identity" />\n    <PackageReference Include="Azure.Storage.Blobs" />\n  </ItemGroup>\n</Project>\n',
      '<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Azure.Extensions.AspNetCore.Configuration.Secrets" Version="1.4.0" />\n    <PackageVersion Include="Azure.Identity" Version="1.21.0" />\n    <PackageVersion Include="Azure.Storage.Blobs" Version="12.24.0" />\n  </ItemGroup>\n</Project>\n',
      '{\n  "AllowedHosts": "*",\n  "AZURE_KEYVAULT_RESOURCEENDPOINT": ""\n}\n',
      '{\n  "Logging": {}\n}\n',
      '{\n  "Other": "x"\n}\n',
    ]);
    expect(english(migration.title)).toBe(
      'Keep the secret in Key Vault and read the setting ConnectionStrings:Storage',
    );
    expect(stepTexts(migration.steps)).toContain(
      'The project has user secrets: set AZURE_KEYVAULT_RESOURCEENDPOINT there too dotnet user-secrets set AZURE_KEYVAULT_RESOURCEENDPOINT <endpoint>',
    );
    expect(migration.steps.find(({ kind }) => kind === 'store')?.text.map(english)).toContain(
      'The name ConnectionStrings--Storage becomes the setting ConnectionStrings:Storage: two hyphens stand for the colon. The app loads every secret of the vault once, at start-up: give it a vault of its own.',
    );
  });

  it('keeps its own name for the address, and a setting of the same name', async () => {
    const files = [
      {
        path: 'appsettings.json',
        text: '{\n  "KeyVault": { "Uri": "https://contoso.vault.azure.net" },\n  "ConnectionStrings": { "storage": "x" }\n}\n',
      },
    ];
    const { migration, text } = await plan('Program.cs', WEB, 'key-vault', files);
    expect(text).toContain(
      'builder.Configuration.AddAzureKeyVault(new Uri(builder.Configuration["KeyVault:Uri"]!), new DefaultAzureCredential());',
    );
    expect(text).toContain('builder.Configuration.GetConnectionString("Storage2")!');
    // The package goes into the project; no settings file changes.
    expect(migration.files.map(({ path }) => path)).toEqual(['Program.cs', 'App.csproj']);
  });

  it('is left alone by the second secret', async () => {
    const two = WEB + 'var key = new Azure.Storage.StorageSharedKeyCredential("contoso", "{{storage-account-key}}");\n';
    const first = await plan('Program.cs', two, 'key-vault');
    const second = await plan('Program.cs', first.text, 'key-vault');
    expect(second.text).toBe(first.text.replace(/"[^"]+"\);\n$/, 'builder.Configuration["Storage:AccountKey"]!);\n'));
    expect(second.migration.packages).toEqual([]);
    expect(second.migration.settings.added).toEqual([]);
  });

  it('shares one client between two secrets of a module', async () => {
    const two = SERVER.replace(
      'await blobs',
      "const key = new StorageSharedKeyCredential('contoso', '{{storage-account-key}}');\nawait blobs",
    ).replace('{ BlobServiceClient }', '{ BlobServiceClient, StorageSharedKeyCredential }');
    const first = await plan('main.ts', two, 'key-vault-client');
    const second = await plan('main.ts', first.text, 'key-vault-client');
    expect(second.text).toContain(
      `const secretClient = new SecretClient(process.env.AZURE_KEYVAULT_RESOURCEENDPOINT!, credential);
const { value: storageAccountKey } = await secretClient.getSecret('azure-storage-key');
const { value: storageConnectionString } = await secretClient.getSecret('azure-storage-connection-string');
`,
    );
    expect(second.text).toContain("new StorageSharedKeyCredential('contoso', storageAccountKey!)");
  });
});

describe('without a place to wait', () => {
  const CALL = "BlobServiceClient.fromConnectionString('{{storage-connection-string:contoso}}')";
  const IMPORT = "import { BlobServiceClient } from '@azure/storage-blob';\n";
  it.each([
    ['a function that others call', `${IMPORT}export async function f() { await ${CALL}.getProperties(); }`],
    ['a handler', `${IMPORT}app.get('/', async () => { await ${CALL}.getProperties(); });`],
    ['an entry point that nothing waits in', `${IMPORT}async function main() { ${CALL}; }\nmain();`],
    ['one that is called twice', `${IMPORT}async function main() { await ${CALL}; }\nmain();\nmain();`],
    ['one that is called in a loop', `${IMPORT}async function main() { await ${CALL}; }\nfor (;;) main();`],
    ['one that is called in a timer', `${IMPORT}async function main() { await ${CALL}; }\nsetInterval(main, 1);`],
    ['one that is exported', `${IMPORT}export const main = async () => { await ${CALL}; };\nmain();`],
    ['a declared function in it', `${IMPORT}async function main() { await f(); function f() { ${CALL}; } }\nmain();`],
    ['a value outside of it', `${IMPORT}const c = ${CALL};\nasync function main() { await c; }\nmain();`],
    ['settings that are loaded later', `${IMPORT}await 0;\nprocess.loadEnvFile();\n${CALL};`],
    ['code in a browser', `${IMPORT}document.title = '';\nawait ${CALL}.getProperties();`],
  ])('stays a setting: %s', async (_, before) => {
    expect(await kindsIn('main.ts', before)).not.toContain('key-vault-client');
  });

  it('is refused with the reason', async () => {
    await expect(plan('main.ts', `${IMPORT}${CALL};`, 'key-vault-client')).rejects.toThrow('no-place-to-wait');
  });
});

describe('without a host', () => {
  const BUILDER = 'var builder = WebApplication.CreateBuilder(args);';
  const CALL = 'new BlobServiceClient("{{storage-connection-string:contoso}}")';
  const ENVIRONMENT = 'Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING")!';
  it.each([
    ['no builder', `var blobs = ${CALL};`],
    ['before the builder', `var blobs = ${CALL};\n${BUILDER}`],
    ['in a class of its own', `${BUILDER}\nclass A { object B = ${CALL}; }`],
    ['in a static lambda', `${BUILDER}\nbuilder.Services.AddSingleton(static _ => ${CALL});`],
    ['in a local function', `${BUILDER}\nobject F() => ${CALL};`],
    ['two builders', `${BUILDER}\nvar other = WebApplication.CreateBuilder(args);\nvar blobs = ${CALL};`],
    [
      'names of secrets of its own',
      `${BUILDER}\nbuilder.Configuration.AddAzureKeyVault(uri, credential, new PrefixManager("A"));\nvar blobs = ${CALL};`,
    ],
    ['a vault that is opened later', `${BUILDER}\nvar blobs = ${CALL};\nbuilder.Configuration.AddAzureKeyVault(u, c);`],
    ['a bare host', `new HostBuilder().ConfigureServices((c, s) => s.AddSingleton(${CALL})).Build().Run();`],
    ['a service collection of its own', `Host.CreateDefaultBuilder();\nother.ConfigureServices((c, s) => ${CALL});`],
  ])('reads the environment: %s', async (_, before) => {
    const { text } = await plan('Program.cs', `using Azure.Storage.Blobs;\n\n${before}\n`, 'key-vault');
    expect(text).toBe(`using Azure.Storage.Blobs;\n\n${fill(before).replace(/"[^"]*AccountKey[^"]*"/, ENVIRONMENT)}\n`);
  });

  it('uses the defaults of the Functions worker', async () => {
    const { text } = await plan(
      'Program.cs',
      `using Azure.Storage.Blobs;

new HostBuilder().ConfigureFunctionsWorkerDefaults().ConfigureServices((_, s) => s.AddSingleton(${CALL})).Build().Run();
`,
      'key-vault',
    );
    expect(text).toBe(`using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

new HostBuilder().ConfigureFunctionsWorkerDefaults().ConfigureAppConfiguration((_, configuration) => configuration.AddAzureKeyVault(new Uri(configuration.Build()["AZURE_KEYVAULT_RESOURCEENDPOINT"]!), new DefaultAzureCredential())).ConfigureServices((context, s) => s.AddSingleton(new BlobServiceClient(context.Configuration.GetConnectionString("Storage")!))).Build().Run();
`);
  });
});

describe('a secret of the configuration that has to stay', () => {
  const text = `using Microsoft.Azure.NotificationHubs;

var builder = WebApplication.CreateBuilder(args);
var hub = new NotificationHubClient(builder.Configuration["Hub:Connection"], "news");
`;
  const key = fill('{{storage-account-key}}');
  const files = [
    {
      path: 'appsettings.json',
      text: `{\n  "Hub": {\n    "Connection": "Endpoint=sb://x/;SharedAccessKey=${key}"\n  }\n}\n`,
    },
  ];

  it('is filled from Key Vault, and goes from the settings', async () => {
    const { migration, text: after } = await plan('Program.cs', text, 'key-vault', files);
    expect(after).toBe(`using Azure.Identity;
using Microsoft.Azure.NotificationHubs;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddAzureKeyVault(
    new Uri(builder.Configuration["AZURE_KEYVAULT_RESOURCEENDPOINT"]!),
    new DefaultAzureCredential());
var hub = new NotificationHubClient(builder.Configuration["Hub:Connection"], "news");
`);
    expect(files.map((file) => edited(file, migration))).toEqual([
      '{\n  "Hub": {\n    "Connection": ""\n  },\n  "AZURE_KEYVAULT_RESOURCEENDPOINT": ""\n}\n',
    ]);
    expect(
      stepTexts(migration.steps)
        .filter((step) => !step.startsWith('Install'))
        .slice(0, 2),
    ).toEqual([
      expect.stringMatching(/^Rotate the leaked secret: Azure Notification Hubs The secret was found in a file: /),
      expect.stringMatching(
        /^Store the new value [^]*az keyvault secret set --vault-name <vault> --name Hub--Connection --file <path>/,
      ),
    ]);
    expect(JSON.stringify(migration)).not.toContain(key);
    expect(await kindsIn('Program.cs', after)).toEqual([]);
  });

  it("is nobody's business where no vault can name it", async () => {
    expect(await kindsIn('Program.cs', text)).toEqual(['key-vault']);
    expect(await kindsIn('Program.cs', text.replace('Hub:Connection', 'HUB_CONNECTION'))).toEqual([]);
    expect(await kindsIn('Hub.cs', text.replace(/var builder.*\n/, ''))).toEqual([]);
  });
});
