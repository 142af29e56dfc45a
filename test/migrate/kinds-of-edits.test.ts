import { describe, expect, it } from 'vitest';
import { implicitUsings } from '../support/dotnet-project';
import { engineWith } from '../support/engine-over';
import { edited } from '../support/migrated';

const engine = engineWith(implicitUsings.files);

interface Case {
  readonly title: string;
  readonly file: string;
  readonly before: string;
  readonly has: readonly (string | RegExp)[];
  readonly lacks?: readonly (string | RegExp)[];
}

const BLOBS = 'using Azure.Storage.Blobs;\n\n';
const SEARCH = 'using Azure;\nusing Azure.Search.Documents;\n\n';
const VAULT = 'using Azure.Core;\nusing Azure.Identity;\n\n';
const ENV = 'Environment.GetEnvironmentVariable("CONN")';
const SECRET = `new ClientSecretCredential(Environment.GetEnvironmentVariable("T"), Environment.GetEnvironmentVariable("C"), Environment.GetEnvironmentVariable("S"))`;
const FIELD = /private static readonly DefaultAzureCredential \w+ = new DefaultAzureCredential\(\);/;
const FROM_SEARCH = `import { SearchIndexClient, AzureKeyCredential } from '@azure/search-documents';\n`;
const BUS = `import { ServiceBusClient } from '@azure/service-bus';\n`;

const store = (members: string): string => `${BLOBS}public class Store\n{\n${members}\n}\n`;

const perCall: readonly Case[] = [
  {
    title: 'a method that reads',
    file: 'Store.cs',
    before: store(`    public async Task<string> ReadAsync(string name)
    {
        var client = new BlobClient(${ENV}, "docs", name);
        return (await client.DownloadContentAsync()).ToString();
    }`),
    has: [FIELD, 'Credential).GetBlobContainerClient("docs")'],
  },
  {
    title: 'a handler of requests',
    file: 'Store.cs',
    before: store(
      `    [HttpGet]\n    public static string Names()\n    {\n        return new BlobServiceClient(${ENV}).Uri.ToString();\n    }`,
    ),
    has: [FIELD, ', Credential)'],
  },
  {
    title: 'a property, with fields named as they are here',
    file: 'Store.cs',
    before: store(
      `    private static readonly string s_name = "docs";\n\n    private BlobContainerClient Container => new BlobContainerClient(${ENV}, s_name);`,
    ),
    has: [/DefaultAzureCredential s_credential = new/, ', s_credential)'],
  },
  {
    title: 'two methods of one type, once',
    file: 'Store.cs',
    before: store(
      ['One', 'Two']
        .map((name) => `    public async Task ${name}() { await new BlobServiceClient(${ENV}).GetPropertiesAsync(); }`)
        .join('\n\n'),
    ),
    has: [FIELD],
    lacks: [/new DefaultAzureCredential\(\)[^]*new DefaultAzureCredential\(\)/],
  },
];

const once: readonly Case[] = [
  {
    title: 'a method that hands the client out',
    file: 'Store.cs',
    before: store(`    public static BlobServiceClient Make() => new BlobServiceClient(${ENV});`),
    has: [', new DefaultAzureCredential())'],
    lacks: [FIELD],
  },
  {
    title: 'a program',
    file: 'Store.cs',
    before: store(
      `    static async Task Main() { await Run(); }\n    static async Task Run() { await new BlobServiceClient(${ENV}).GetPropertiesAsync(); }`,
    ),
    has: ['var credential = new DefaultAzureCredential();'],
    lacks: [FIELD],
  },
  {
    title: 'what puts a program together',
    file: 'Store.cs',
    before: store(
      `    public void ConfigureServices(IServiceCollection services) { services.AddSingleton(new BlobServiceClient(${ENV})); }`,
    ),
    has: ['new DefaultAzureCredential()'],
    lacks: [FIELD],
  },
];

const types: readonly Case[] = [
  {
    title: 'in a pattern: it stays',
    file: 'A.cs',
    before: `${VAULT}public static class A\n{\n    public static string Name(TokenCredential one) => one switch { DefaultAzureCredential => "d", ClientSecretCredential => "s", _ => "o" };\n    public static bool Is(object one) => one is ClientSecretCredential || one.GetType() == typeof(ClientSecretCredential);\n    public static TokenCredential Make() => ${SECRET};\n}\n`,
    has: [
      'ClientSecretCredential => "s"',
      'is ClientSecretCredential',
      'typeof(ClientSecretCredential)',
      'Make() => new Def',
    ],
  },
  {
    title: 'of a variable and of a private method: it follows',
    file: 'A.cs',
    before: `${VAULT}public static class A\n{\n    private static ClientSecretCredential Make() => ${SECRET};\n    public static TokenCredential Get() { ClientSecretCredential one = Make(); return one; }\n}\n`,
    has: ['private static DefaultAzureCredential Make() => new Def', '{ DefaultAzureCredential one = Make();'],
  },
];

const boundTypes: readonly Case[] = [
  {
    title: 'of a method that other files call',
    file: 'A.cs',
    before: `${VAULT}public static class A\n{\n    public static ClientSecretCredential Make() => ${SECRET};\n}\n`,
    has: [],
  },
  {
    title: 'of the elements of a list',
    file: 'A.cs',
    before: `${VAULT}public static class A\n{\n    public static object Make() => new List<ClientSecretCredential> { ${SECRET} };\n}\n`,
    has: [],
  },
  {
    title: 'of an exported function',
    file: 'a.ts',
    before: `import { ClientSecretCredential } from '@azure/identity';\n\nexport function make(): ClientSecretCredential {\n  return new ClientSecretCredential(process.env.T!, process.env.C!, process.env.S!);\n}\n`,
    has: [],
  },
];

const keys: readonly Case[] = [
  {
    title: 'that nothing takes goes (C#)',
    file: 'A.cs',
    before: `${SEARCH}class A\n{\n    private static readonly string key = ${ENV};\n    private static readonly AzureKeyCredential unused = new AzureKeyCredential(key);\n    static SearchClient Open(Uri uri) => new SearchClient(uri, "i", new AzureKeyCredential(key));\n}\n`,
    has: ['new SearchClient(uri, "i", new DefaultAzureCredential())'],
    lacks: ['AzureKeyCredential(', 'string key'],
  },
  {
    title: 'that nothing takes goes (TypeScript)',
    file: 'a.ts',
    before: `${FROM_SEARCH}\nconst key = process.env.KEY!;\nconst unused = new AzureKeyCredential(key);\nexport const client = new SearchIndexClient('https://a.search.windows.net', new AzureKeyCredential(key));\n`,
    has: ['new DefaultAzureCredential()'],
    lacks: ['AzureKeyCredential', 'unused', 'KEY'],
  },
  {
    title: 'that goes to a method which takes a token, too, is replaced there',
    file: 'a.js',
    before: `const { ContainerClient, StorageSharedKeyCredential } = require('@azure/storage-blob');\nconst sharedKey = new StorageSharedKeyCredential('contoso', process.env.KEY);\nconst container = new ContainerClient('https://contoso.blob.core.windows.net/c', sharedKey);\nmodule.exports = (urls) => container.getBlobBatchClient().setBlobsAccessTier(urls, sharedKey, 'Cool');\n`,
    has: ["setBlobsAccessTier(urls, credential, 'Cool')"],
    lacks: ['haredKey'],
  },
  {
    title: 'that goes to a function which hands it to a client',
    file: 'a.js',
    before: `const { BlobServiceClient, ContainerClient, StorageSharedKeyCredential } = require('@azure/storage-blob');\nconst cred = new StorageSharedKeyCredential('contoso', process.env.KEY);\nfunction open(name, login) {\n  return new ContainerClient('https://contoso.blob.core.windows.net/' + name, login);\n}\nconst service = new BlobServiceClient('https://contoso.blob.core.windows.net', cred);\nmodule.exports = { service, client: open('a', cred) };\n`,
    has: ["open('a', cred", 'new DefaultAzureCredential()'],
    lacks: ['StorageSharedKeyCredential'],
  },
];

const names: readonly Case[] = [
  {
    title: 'imported as a type alone',
    file: 'a.ts',
    before: `import type { DefaultAzureCredential } from '@azure/identity';\n${BUS}\nexport type Login = DefaultAzureCredential;\nexport const client = new ServiceBusClient(process.env.CONN!);\n`,
    has: [
      "import { DefaultAzureCredential } from '@azure/identity';",
      'const credential = new DefaultAzureCredential();',
    ],
  },
  {
    title: 'imported as one type of several',
    file: 'a.ts',
    before: `import type { DefaultAzureCredential, TokenCredential } from '@azure/identity';\n${BUS}\nexport type Login = DefaultAzureCredential | TokenCredential;\nexport const client = new ServiceBusClient(process.env.CONN!);\n`,
    has: [
      "import type { TokenCredential } from '@azure/identity';",
      /import \{ DefaultAzureCredential \} from '@azure\/identity';/,
    ],
  },
  {
    title: 'imported with the word type in the list',
    file: 'a.ts',
    before: `import { type DefaultAzureCredential, AzureCliCredential } from '@azure/identity';\n${BUS}\nexport type Login = DefaultAzureCredential;\nexport const cli = () => new AzureCliCredential();\nexport const client = new ServiceBusClient(process.env.CONN!);\n`,
    has: ["import { DefaultAzureCredential, AzureCliCredential } from '@azure/identity';"],
  },
];

const held: readonly Case[] = [
  {
    title: 'a private static field',
    file: 'a.ts',
    before: `${BUS}\nexport class Bus {\n  private static readonly CONNECTION = process.env.CONN!;\n  readonly client = new ServiceBusClient(Bus.CONNECTION);\n}\n`,
    has: [
      /private static readonly \w+ = process\.env\.AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE!;/,
      /new ServiceBusClient\(Bus\.\w+, credential\)/,
    ],
    lacks: ['CONN!'],
  },
  {
    title: 'a static field of a class that the file keeps to itself',
    file: 'a.js',
    before: `const { ServiceBusClient } = require('@azure/service-bus');\n\nclass Settings {\n  static bus = process.env.CONN;\n}\nconst client = new ServiceBusClient(Settings.bus);\nclient.close();\n`,
    has: [/new ServiceBusClient\(Settings\.\w+, credential\)/],
    lacks: ['process.env.CONN'],
  },
  {
    title: 'a client in the argument of another one: both move',
    file: 'P.cs',
    before: `using Azure.Messaging.EventHubs;\nusing Azure.Storage.Blobs;\n\npublic static class P\n{\n    public static EventProcessorClient Make(IConfiguration c) => new EventProcessorClient(\n        new BlobContainerClient(c["Blob"], "cp"),\n        "$Default",\n        c["Hub"],\n        "telemetry");\n}\n`,
    has: [/new BlobServiceClient\(new Uri\(/],
    lacks: ['c["Blob"]', 'c["Hub"]'],
  },
];

async function outcome({ file, before }: Case): Promise<string> {
  const document = { path: file, text: before };
  const plan = await engine.plan(document, 'all', 'identity');
  return plan.kind === 'refusal' ? plan.id : edited(document, plan);
}

const check = async (one: Case): Promise<void> => {
  const after = await outcome(one);
  for (const text of one.has)
    if (typeof text === 'string') expect(after).toContain(text);
    else expect(after).toMatch(text);
  for (const text of one.lacks ?? [])
    if (typeof text === 'string') expect(after).not.toContain(text);
    else expect(after).not.toMatch(text);
};

describe('one credential for all calls of', () => {
  it.each(perCall)('$title', check);
});

describe('a credential where it is used in', () => {
  it.each(once)('$title', check);
});

describe('the type of the old credential', () => {
  it.each(types)('$title', check);
  it.each(boundTypes)('$title: nothing changes', async (one) => {
    const { findings } = await engine.scan({ path: one.file, text: one.before });
    expect(findings.map(({ refusal }) => refusal?.id)).toEqual(['credential-elsewhere']);
  });
});

describe('a key credential', () => {
  it.each(keys)('$title', check);
});

describe('the name of the new credential', () => {
  it.each(names)('$title', check);
});

describe('the secret comes from', () => {
  it.each(held)('$title', check);
});
