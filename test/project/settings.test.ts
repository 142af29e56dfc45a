import { describe, expect, test } from 'vitest';
import { createModel } from '../../src/project/model';
import type { ValueKind } from '../../src/project/settings/facts';
import { createFake } from '../support/fake-secrets';
import { memoryFiles } from '../support/memory-files';

const fake = createFake(11);
const npm = (name: string, dependencies: Record<string, string> = {}) => JSON.stringify({ name, dependencies });
const csproj = '<Project Sdk="Microsoft.NET.Sdk.Web" />';

const factsOf = (files: Record<string, string>, name: string, path: string) =>
  createModel(memoryFiles(files)).settingFacts(name, path);

/** The readers as `path kind`, `?` where doubtful. */
const readersOf = async (files: Record<string, string>, name: string, path = 'a.ts') =>
  (await factsOf(files, name, path)).readers.map((one) => `${one.path} ${one.kind}${one.doubtful ? '?' : ''}`);

const readIn = async (file: string, text: string, name = 'STORAGE_CONN') =>
  (await readersOf({ [file]: text }, name, file)).map((one) => one.slice(file.length + 1));

test('a name as long as a file has no readers that anybody could name, and the search says that it is not complete', async () => {
  const facts = await factsOf({ 'a.properties': 'x=1\n' }, 'a.'.repeat(20_000), 'a.properties');
  expect(facts).toEqual({ declarations: [], readers: [], docs: [], complete: false });
});

describe('declarations of a setting', () => {
  const valueIn = async (value: string): Promise<ValueKind | undefined> =>
    (await factsOf({ '.env': `STORAGE_CONN=${value}\n`, 'package.json': npm('a') }, 'STORAGE_CONN', 'a.ts'))
      .declarations[0]?.value;

  test.each<[string, string, ValueKind]>([
    ['a secret', fake.storageConnectionString(), { kind: 'secret', secret: 'storage-connection-string' }],
    ['the storage emulator', 'UseDevelopmentStorage=true', { kind: 'emulator' }],
    [
      'the Service Bus emulator',
      'Endpoint=sb://localhost;SharedAccessKeyName=x;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;',
      { kind: 'emulator' },
    ],
    ['the address of the Cosmos DB emulator', 'https://localhost:8081', { kind: 'emulator' }],
    ['an endpoint', 'https://contoso.blob.core.windows.net', { kind: 'endpoint' }],
    ['a namespace', 'contoso.servicebus.windows.net', { kind: 'endpoint' }],
    ['a placeholder', 'AccountName=<account>;AccountKey=<your key>', { kind: 'placeholder' }],
    ['a reference', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x)', { kind: 'reference' }],
    ['another variable', '${OTHER}', { kind: 'reference' }],
    ['nothing', '', { kind: 'empty' }],
    ['something else', 'blue', { kind: 'other' }],
  ])('are judged: %s', async (_, value, expected) => {
    expect(await valueIn(value)).toEqual(expected);
  });

  test('hold no value', async () => {
    const secret = fake.storageConnectionString();
    expect(JSON.stringify(await factsOf({ '.env': `X_Y=${secret}` }, 'X_Y', 'a.ts'))).not.toContain('AccountKey');
  });

  test('tell whose they are, and templates; ignored by git or not', async () => {
    const files = {
      '.gitignore': '.env\nlocal.settings.json\n',
      'package.json': JSON.stringify({ name: 'root', workspaces: ['*'] }),
      '.env': 'CONN=1',
      'api/package.json': npm('api', { lib: '*' }),
      'api/.env.example': 'CONN=',
      'api/local.settings.json': '{ "Values": { "CONN": "x" } }',
      'lib/package.json': npm('lib'),
      'lib/.env': 'CONN=2',
      'worker/package.json': npm('worker'),
      'worker/.env': 'CONN=3',
    };
    const { declarations } = await factsOf(files, 'CONN', 'api/src/a.ts');
    expect(declarations.map(({ path, nearness, example }) => [path, nearness, example])).toEqual([
      ['.env', 'shared', false],
      ['api/.env.example', 'own', true],
      ['api/local.settings.json', 'own', false],
      ['lib/.env', 'related', false],
      ['worker/.env', 'other', false],
    ]);
  });

  test('are found by every name that .NET reads them by', async () => {
    const files = {
      'App.csproj': csproj,
      'appsettings.json': '{ "ConnectionStrings": { "Blobs": "" }, "blobs": "" }',
      '.env': 'ConnectionStrings__Blobs=\nCUSTOMCONNSTR_Blobs=\nBLOBS=\n',
      'local.settings.json': '{ "Values": { "connectionstrings:blobs": "" } }',
    };
    for (const name of ['ConnectionStrings:Blobs', 'ConnectionStrings__Blobs', 'SQLCONNSTR_Blobs']) {
      const { declarations } = await factsOf(files, name, 'a.cs');
      expect(declarations.map((one) => one.name)).toEqual([
        'ConnectionStrings__Blobs',
        'CUSTOMCONNSTR_Blobs',
        'ConnectionStrings:Blobs',
        'connectionstrings:blobs',
      ]);
    }
  });
});

describe('readers of a setting', () => {
  test.each([
    ['process.env.STORAGE_CONN', ['code']],
    ['process.env["STORAGE_CONN"]', ['code']],
    ['const { STORAGE_CONN } = process.env', ['code']],
    ['const { STORAGE_CONN: conn = "" } = process.env', ['code']],
    ['config.get<string>("STORAGE_CONN")', ['code']],
    ['const keys = { storage: "STORAGE_CONN" }', ['code']],
    ['process.env.STORAGE_CONN_2', []],
    ['process.env.MY_STORAGE_CONN', []],
    ['storage_conn', []],
    ['// process.env.STORAGE_CONN', []],
    ['import { z } from "zod";\nz.object({ STORAGE_CONN: z.string() })', ['schema']],
    ['import * as Joi from "joi";\nJoi.object({ STORAGE_CONN: Joi.string().required() })', ['schema']],
    ['import { cleanEnv, str } from "envalid";\ncleanEnv(process.env, { STORAGE_CONN: str() })', ['schema']],
    ['import * as t from "io-ts";\nt.type({ "STORAGE_CONN": t.string })', ['schema']],
    ['import { IsString } from "class-validator";\nclass E {\n  @IsString()\n  STORAGE_CONN!: string;\n}', ['schema']],
    ['import { z } from "zod";\nschema.parse({ STORAGE_CONN: process.env.STORAGE_CONN })', ['code']],
    ['declare namespace NodeJS { interface ProcessEnv { STORAGE_CONN: string; } }', ['type']],
    ['interface ImportMetaEnv { readonly STORAGE_CONN?: string }', ['type']],
    ["import { app } from '@azure/functions';\napp.serviceBusQueue('in', { connection: 'STORAGE_CONN' })", ['binding']],
    ["new DataSource({ connection: 'STORAGE_CONN' })", ['code']],
  ])('in TypeScript: %j', async (text, expected) => {
    expect(await readIn('a.ts', text)).toEqual(expected);
  });

  test.each([
    ['Environment.GetEnvironmentVariable("Storage")', 'Storage', ['code']],
    ['configuration["storage"]', 'Storage', ['code']],
    ['using Azure.Storage.Blobs;', 'Storage', ['code?']],
    ['configuration["Azure:Storage:Key"]', 'Azure:Storage:Key', ['code']],
    ['configuration["azure:storage:key"]', 'Azure__Storage__Key', ['code']],
    ['var s = configuration.GetSection("Azure:Storage"); s["Other"]', 'Azure:Storage:Key', ['code?']],
    ['services.Configure<O>(configuration.GetSection(nameof(Azure)))', 'Azure:Storage:Key', ['code?']],
    ['section["Key"]', 'Azure:Storage:Key', ['code?']],
    ['configuration.GetConnectionString("Blobs")', 'ConnectionStrings:Blobs', ['code']],
    ['configuration["ConnectionStrings:Blobs"]', 'ConnectionStrings:Blobs', ['code']],
    ['o.UseSqlServer("Name=ConnectionStrings:Blobs")', 'ConnectionStrings:Blobs', ['code']],
    ['configuration.GetSection("ConnectionStrings")["Other"]', 'ConnectionStrings:Blobs', []],
    ['static class Keys { public const string Storage = "Storage"; }', 'Storage', ['code']],
    ['using Microsoft.Azure.Functions.Worker;\n[ServiceBusTrigger("q", Connection = "Bus")]', 'Bus', ['binding']],
    ['using Microsoft.Azure.WebJobs;\n[StorageAccount("Bus")]', 'Bus', ['binding']],
    ['using Microsoft.Azure.WebJobs;\n[ServiceBusTrigger("%Bus%")]', 'Bus', ['binding']],
  ])('in C#: %j %j', async (text, name, expected) => {
    expect(await readIn('a.cs', text, name)).toEqual(expected);
  });

  test.each([
    ['a.py', 'os.environ["STORAGE_CONN"]', ['code']],
    [
      'a.py',
      'import azure.functions as func\n@app.queue_trigger(arg_name="m", queue_name="q", connection="STORAGE_CONN")',
      ['binding'],
    ],
    ['a.py', 'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n  STORAGE_CONN: str', ['schema']],
    ['a.py', '# os.environ["STORAGE_CONN"]', []],
    ['A.java', 'System.getenv("STORAGE_CONN")', ['code']],
    [
      'A.java',
      'import com.microsoft.azure.functions.annotation.*;\n@QueueOutput(name = "m", connection = "STORAGE_CONN")',
      ['binding'],
    ],
    ['a.go', 'os.LookupEnv("STORAGE_CONN")', ['code']],
    ['In/function.json', '{ "bindings": [{ "connection": "STORAGE_CONN" }] }', ['binding']],
    [
      'host.json',
      '{ "extensions": { "durableTask": { "storageProvider": { "connectionName": "STORAGE_CONN" } } } }',
      ['binding'],
    ],
    ['docker-compose.prod.yml', 'environment:\n  STORAGE_CONN: ${STORAGE_CONN}', ['compose']],
    ['k8s/app.yaml', 'apiVersion: v1\nkind: Secret\ndata:\n  STORAGE_CONN: x', ['kubernetes']],
    ['.github/workflows/ci.yml', 'env:\n  STORAGE_CONN: ${{ secrets.STORAGE_CONN }}', ['workflow']],
    ['azure-pipelines.yml', 'variables:\n  STORAGE_CONN: x', ['pipeline']],
    ['main.bicep', "{ name: 'STORAGE_CONN', value: x }", ['template']],
    ['main.tf', 'app_settings = { STORAGE_CONN = var.x }', ['template']],
    ['arm.json', '{ "type": "Microsoft.Web/sites", "x": "STORAGE_CONN" }', ['template']],
    ['run.sh', 'echo "$STORAGE_CONN"', ['script']],
    ['run.ps1', '$env:STORAGE_CONN', ['script']],
    ['Dockerfile', 'ENV STORAGE_CONN=', ['script']],
    ['.env', 'OTHER=${STORAGE_CONN}', ['code']],
    ['.env', '# STORAGE_CONN=', []],
    ['appsettings.json', '{ "Serilog": { "connectionStringName": "STORAGE_CONN" } }', ['code']],
    ['local.settings.json', '{ "Values": { "STORAGE_CONN": "" } }', []],
    ['README.md', 'Set STORAGE_CONN.', []],
    ['package-lock.json', '{ "STORAGE_CONN": 1 }', []],
  ])('in %s: %j', async (file, text, expected) => {
    expect(await readIn(file, text)).toEqual(expected);
  });

  test('prose names a setting, and reads none', async () => {
    const { readers, docs } = await factsOf(
      { 'README.md': 'Set `STORAGE_CONN`.', 'x.md': 'STORAGE_CONN_2' },
      'STORAGE_CONN',
      'a.ts',
    );
    expect([readers, docs]).toEqual([[], ['README.md']]);
  });

  test('a section of a settings file declares what is in it', async () => {
    const files = { 'appsettings.json': '{ "Azure": { "Storage": { "Key": "" } }, "Key": "" }', 'App.csproj': csproj };
    expect(await readersOf(files, 'Azure:Storage:Key', 'a.cs')).toEqual([]);
  });

  test('the Functions host reads what is its own', async () => {
    const app = { 'package.json': npm('a', { '@azure/functions': '4' }), 'index.js': '' };
    expect(await readersOf(app, 'AzureWebJobsStorage', 'index.js')).toEqual(['package.json host']);
    expect(await readersOf({ ...app, 'host.json': '{}' }, 'AzureWebJobsStorage__accountName', 'index.js')).toEqual([
      'host.json host',
    ]);
    expect(await readersOf(app, 'STORAGE_CONN', 'index.js')).toEqual([]);
    const dotnet = {
      'App.csproj':
        '<Project Sdk="x"><PropertyGroup><AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup></Project>',
      'Lib/Lib.csproj': '<Project Sdk="x" />',
    };
    expect(await readersOf(dotnet, 'AzureWebJobsStorage', 'Fn.cs')).toEqual(['App.csproj host']);
    expect(await readersOf(dotnet, 'AzureWebJobsStorage', 'Lib/Fn.cs')).toEqual([]);
    expect(await readersOf({ 'Fn/host.json': '{}', 'Fn/run.csx': '' }, 'AzureWebJobsStorage', 'Fn/run.csx')).toEqual([
      'Fn/host.json host',
    ]);
  });

  test('libraries read settings that no code names', async () => {
    const files = { 'App.csproj': csproj, 'Program.cs': 'services.AddSignalR().AddAzureSignalR();' };
    expect(await readersOf(files, 'Azure:SignalR:ConnectionString', 'Program.cs')).toEqual(['Program.cs host']);
  });

  test('prose and imports that only name a library read nothing', async () => {
    const files = {
      'package.json': npm('a', { openai: '5' }),
      'login.vue': '<n-result title="The Azure OpenAI Chat" />',
      'types.ts': 'import type { OpenAI } from "openai";',
      'chat.ts': 'import OpenAI from "openai";\nexport const chat = new OpenAI({ baseURL });',
    };
    expect(await readersOf(files, 'OPENAI_API_KEY', 'a.ts')).toEqual(['chat.ts host']);
  });

  test('what Visual Studio knows of the services behind a project is no code', async () => {
    const files = { 'App.csproj': csproj, 'Properties/serviceDependencies.local.json': '{ "x": "STORAGE_CONN" }' };
    expect(await readersOf(files, 'STORAGE_CONN', 'Program.cs')).toEqual([
      'Properties/serviceDependencies.local.json template',
    ]);
  });

  test('tell where the name is, and in whose project', async () => {
    const files = {
      'api/package.json': npm('api'),
      'api/a.ts':
        "import { app } from '@azure/functions';\nprocess.env.STORAGE_CONN; app.timer('t', { connection: 'STORAGE_CONN' }); process.env.STORAGE_CONN;",
      'legacy/pom.xml': '<project><artifactId>legacy</artifactId></project>',
      'legacy/F.java': 'System.getenv("STORAGE_CONN")',
      'deploy/compose.yaml': 'STORAGE_CONN:',
    };
    const { readers } = await factsOf(files, 'STORAGE_CONN', 'api/a.ts');
    expect(
      readers.map(({ path, kind, nearness, project, spans }) => [
        path,
        kind,
        nearness,
        project?.id ?? null,
        spans.length,
      ]),
    ).toEqual([
      ['api/a.ts', 'code', 'own', 'javascript:api', 2],
      ['api/a.ts', 'binding', 'own', 'javascript:api', 1],
      ['deploy/compose.yaml', 'compose', 'shared', null, 1],
      ['legacy/F.java', 'code', 'other', 'java:legacy', 1],
    ]);
    for (const { spans } of readers.slice(0, 2))
      for (const { start, end } of spans) expect(files['api/a.ts'].slice(start, end)).toBe('STORAGE_CONN');
  });

  test('may have been missed: a limit, a folder or a file that cannot be read', async () => {
    const files = { 'a.ts': 'STORAGE_CONN', 'b.ts': 'STORAGE_CONN' };
    const ask = async (given: Parameters<typeof memoryFiles>[0], limit = 100) =>
      (
        await createModel(memoryFiles(given), { files: limit, bytes: 1000, found: 100 }).settingFacts(
          'STORAGE_CONN',
          'a.ts',
        )
      ).complete;
    expect(await ask(files)).toBe(true);
    expect(await ask(files, 1)).toBe(false);
    expect(await ask({ ...files, locked: null })).toBe(false);
    // UTF-16 is read as well.
    expect(await ask({ ...files, 'c.ts': Uint8Array.of(0xff, 0xfe, 0x41, 0) })).toBe(true);
    expect(await ask({ ...files, 'c.ts': Uint8Array.of(0), 'd.js': 'x'.repeat(2000) })).toBe(true);
  });
});
