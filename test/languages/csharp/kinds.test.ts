import { describe, expect, it } from 'vitest';
import { after, filled } from '../../support/across';

const CSPROJ = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
`;
const LEGACY = CSPROJ.replaceAll('enable', 'disable');
const PATH = 'Shop/Store.cs';

/** The document after the migration of its first finding, or why there is none. */
async function migrated(code: string, more: Readonly<Record<string, string>> = {}, csproj = CSPROJ): Promise<string> {
  const result = await after(filled({ 'Shop/Shop.csproj': csproj, ...more, [PATH]: code }), PATH);
  return typeof result === 'object' ? (result?.[PATH] ?? 'nothing found') : result;
}

const ENV = 'Environment.GetEnvironmentVariable("S")';
const NEW_ENV = 'Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")';
const blob = (body: string, usings = ''): string =>
  `${usings}using Azure.Storage.Blobs;\n\nnamespace Shop\n{\n    public class Store\n    {\n        ${body}\n    }\n}\n`;

describe('names of types', () => {
  it('are written in full where the project has a type of that name', async () => {
    const types = {
      'Shop/Fakes/DefaultAzureCredential.cs': 'namespace Shop { public class DefaultAzureCredential { } }',
    };
    expect(await migrated(blob(`object Make() => new BlobServiceClient(${ENV}!);`), types)).toContain(
      'new Azure.Identity.DefaultAzureCredential()',
    );
  });

  it('of other namespaces do not get in the way', async () => {
    const types = {
      'Shop/Fakes/DefaultAzureCredential.cs': 'namespace Fakes { public class DefaultAzureCredential { } }',
    };
    expect(await migrated(blob(`object Make() => new BlobServiceClient(${ENV}!);`), types)).toContain(
      'using Azure.Identity;',
    );
  });

  it('begin with global:: where a part of the namespace is called so', async () => {
    const code = blob(`class DefaultAzureCredential { }\n        object Make() => new BlobServiceClient(${ENV}!);`);
    expect(await migrated(code.replace('namespace Shop', 'namespace Shop.Azure'))).toContain(
      'new global::Azure.Identity.DefaultAzureCredential()',
    );
  });

  it('do not come to mean two types by a directive for System', async () => {
    const code = blob(
      `public Version Version => new Version();\n        object Make() => new BlobServiceClient(System.${ENV});`,
      'using Shop.Models;\n',
    );
    const result = await migrated(code, {}, LEGACY);
    expect(result).toContain(`new System.Uri(System.${NEW_ENV})`);
    expect(result).not.toContain('using System;');
  });

  it('are in sight in the namespace that uses them, whatever another one sees', async () => {
    const other =
      'namespace Other\n{\n    using System;\n    class A { Uri a = new Uri("https://contoso.com"); }\n}\n\n';
    const inside = blob(`object Make(string credential) => new BlobServiceClient(System.${ENV});`).replace(
      /^(using .*;\n)\nnamespace Shop\n\{\n/,
      'namespace Shop\n{\n    $1\n',
    );
    expect(await migrated(other + inside, {}, LEGACY)).toMatch(/new (?:System\.)?Uri\(System\.Environment/);
  });
});

describe('names of variables', () => {
  it('are numbered within their method', async () => {
    const method = (name: string) => `void ${name}() { string cs = ${ENV}!; Use(new BlobServiceClient(cs)); }`;
    const result = await migrated(blob(`${method('A')}\n        ${method('B')}`));
    expect(result.match(/string blobEndpoint = /g)).toHaveLength(2);
  });

  it('do not hide what a base class in another file has', async () => {
    const root = {
      'Shop/Root.cs': 'namespace Shop; public class Root : Top { }',
      'Shop/Top.cs': 'namespace Shop; public class Top { protected string BlobEndpoint = ""; }',
    };
    const code = blob(
      `private static readonly string Conn = ${ENV}!;\n        object Make() => new BlobServiceClient(Conn);`,
    );
    expect(await migrated(code.replace('class Store', 'class Store : Root'), root)).toContain('string BlobEndpoint2 =');
  });

  it('stay where only the value of the credential changes', async () => {
    const code = `using Azure;\nusing Azure.Search.Documents;\n\nclass A\n{\n    private static readonly AzureKeyCredential Credential = new AzureKeyCredential(Environment.GetEnvironmentVariable("K")!);\n    object M(Uri u) => new SearchClient(u, "a", Credential);\n    object N(Uri u) => new SearchClient(u, "b", Credential);\n}\n`;
    expect(await migrated(code)).toBe(
      `using Azure.Identity;\nusing Azure.Search.Documents;\n\nclass A\n{\n    private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();\n    object M(Uri u) => new SearchClient(u, "a", Credential);\n    object N(Uri u) => new SearchClient(u, "b", Credential);\n}\n`,
    );
  });
});

describe('what may be missing', () => {
  const code = blob('object Make(IConfiguration c) => new BlobServiceClient(c["S"]);');
  it('gets a ! where the project looks for it', async () => {
    expect(await migrated(code)).toContain('c["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!');
  });
  it('gets none where it does not', async () => {
    expect(await migrated(`using Microsoft.Extensions.Configuration;\n${code}`, {}, LEGACY)).not.toContain(']!');
  });
});

describe('the secret is followed', () => {
  it('to a class of the same file', async () => {
    const keys = `\ninternal static class Keys { public static readonly string Storage = ${ENV}!; }\n`;
    const result = await migrated(blob('object Make() => new BlobServiceClient(Keys.Storage);') + keys);
    expect(result).toContain('new Uri(Keys.BlobEndpoint)');
    expect(result).toContain(`string BlobEndpoint = ${NEW_ENV}!;`);
  });

  it('to a setting whose name is a constant of another class', async () => {
    const keys = '\npublic static class Keys { public const string Storage = "S"; }\n';
    expect(
      await migrated(blob('object Make(IConfiguration c) => new BlobServiceClient(c[Keys.Storage]!);') + keys),
    ).toContain('new Uri(c["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!)');
  });

  it('through a section in a variable', async () => {
    const result = await migrated(
      blob('object Make(IConfiguration c) { var s = c.GetSection("A"); return new BlobServiceClient(s["B"]!); }'),
    );
    expect(result).toContain('new Uri(c["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!)');
  });

  it('not into a second setting', async () => {
    const code = blob(`object Make() => new BlobServiceClient(${ENV} ?? Environment.GetEnvironmentVariable("T"));`);
    expect(await migrated(code)).toBe('setting-chain');
  });
});

describe('clients are found', () => {
  it.each([
    ['an array', 'BlobServiceClient[] All(IConfiguration c) => new BlobServiceClient[] { new(c["A"]!) };'],
    ['a collection', 'List<BlobServiceClient> All(IConfiguration c) => [new(c["A"]!)];'],
    ['a dictionary', 'Dictionary<string, BlobServiceClient> All(IConfiguration c) => new() { ["a"] = new(c["A"]!) };'],
    ['a named argument', 'object Make(IConfiguration c) => new BlobServiceClient(connectionString: c["A"]!);'],
  ])('in %s', async (_, member) => {
    expect(await migrated(blob(member))).toMatch(/new(?: BlobServiceClient)?\((?:serviceUri: )?new Uri\(c\["AZURE_/);
  });
});

describe('what is around a client stays', () => {
  it('a cast', async () => {
    const code = blob(`object M(bool on) => on ? (object)new BlobClient(${ENV}!, "a", "b") : "none";`);
    expect(await migrated(code)).toContain('(object)new BlobServiceClient(');
  });

  it.each([
    [
      'a check with the client in it',
      'if (!string.IsNullOrEmpty(conn)) return new BlobServiceClient(conn); else throw new Exception("S is missing");',
      'if (!string.IsNullOrEmpty(blobEndpoint)) return new BlobServiceClient(new Uri(blobEndpoint), credential); else throw new Exception("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");',
    ],
    [
      'null for what is missing',
      'return conn is null ? null : new BlobServiceClient(conn);',
      'return blobEndpoint is null ? null : new BlobServiceClient(new Uri(blobEndpoint), credential);',
    ],
    [
      'a warning',
      'if (conn == null) Console.WriteLine("S is missing"); return new BlobServiceClient(conn);',
      'if (blobEndpoint == null) Console.WriteLine("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing"); var credential = new DefaultAzureCredential(); return new BlobServiceClient(new Uri(blobEndpoint), credential);',
    ],
  ])('%s', async (_, before, expected) => {
    const result = await migrated(blob(`object? Make(IConfiguration c) { var conn = c["S"]; ${before} }`));
    expect(result).toContain(expected);
  });
});

describe('a credential for Entity Framework', () => {
  const head = 'using Microsoft.EntityFrameworkCore;\n\nclass Shop : DbContext\n{\n';
  const use = (credential: string) =>
    `options.UseCosmos("https://contoso.documents.azure.com:443/", ${credential}, "shop")`;
  it('is one for all contexts', async () => {
    const code = `${head}    protected override void OnConfiguring(DbContextOptionsBuilder options)\n    {\n        ${use(`${ENV}!`)};\n    }\n}\n`;
    const result = await migrated(code);
    expect(result).toContain(
      'private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();',
    );
    expect(result).toContain(use('Credential'));
  });
});

describe('UseCredential', () => {
  const head = 'using Microsoft.Extensions.Azure;\n\nnamespace Shop;\n\nstatic class Setup\n{\n    ';
  it('stands above a return', async () => {
    const code = `${head}static object Add(AzureClientFactoryBuilder b, IConfiguration c) { return b.AddBlobServiceClient(c["S"]); }\n}\n`;
    expect(await migrated(code)).toMatch(/b\.UseCredential\(.*\);\s+return b\.AddBlobServiceClient\(new Uri/);
  });

  it('is a call on the client in an arrow', async () => {
    const code = `${head}static object Add(AzureClientFactoryBuilder b, IConfiguration c) => b.AddBlobServiceClient(c["S"]);\n}\n`;
    expect(await migrated(code)).toMatch(
      /=> b\.AddBlobServiceClient\(new Uri\(.*\)\)\.WithCredential\(new DefaultAzureCredential\(\)\);/,
    );
  });
});

describe('an if without else', () => {
  const read = 'var conn = builder.Configuration["ConnectionStrings:Queue"];';

  it('asks for the endpoint that took the place of the secret', async () => {
    const code = (variable: string, setting: string, client: string, extra = '') => `using Azure.Storage.Queues;
${extra}
var builder = WebApplication.CreateBuilder(args);
${variable.startsWith('conn') ? read : `var ${variable} = builder.Configuration["${setting}"];`}
if (!string.IsNullOrWhiteSpace(${variable}))
{
    builder.Services.AddHealthChecks().AddAzureQueueStorage(clientFactory: _ => ${client}, name: "queue");
}
`;
    const result = await migrated(code('conn', '', 'new QueueServiceClient(conn)'));
    expect(result).toContain('if (!string.IsNullOrWhiteSpace(queueEndpoint))');
    expect(result).toMatch(/clientFactory: _ => new QueueServiceClient\(new Uri\(queueEndpoint!?\), /);
    expect(result).not.toContain('conn');
  });

  it('stays refused where the key goes and nothing takes its place', async () => {
    const code = `using Azure;
using Azure.Search.Documents;

var key = Environment.GetEnvironmentVariable("KEY");
if (key != null)
{
    Use(new SearchClient(new Uri(args[0]), "hotels", new AzureKeyCredential(key)));
}
`;
    expect(await migrated(code)).toBe('dual-path');
  });
});

describe('a precondition', () => {
  it('asks for the endpoint that took the place of the secret', async () => {
    const code = blob(
      `public Store() { var conn = ${ENV}; Contract.Requires(!string.IsNullOrEmpty(conn)); client = new BlobServiceClient(conn); }\n        private readonly BlobServiceClient client;`,
      'using System.Diagnostics.Contracts;\n',
    );
    const result = await migrated(code);
    expect(result).toContain('Contract.Requires(!string.IsNullOrEmpty(blobEndpoint));');
    expect(result).not.toContain('conn');
  });
});

describe('test code', () => {
  it('is refused as test code, whatever else there is to say of it', async () => {
    const test = (body: string) => `using Azure.Storage.Blobs;
using Xunit;

namespace Shop;

public class StoreTests
{
    [Fact]
    public void Works()
    {
        ${body}
    }
}
`;
    expect(await migrated(test('var client = new BlobServiceClient(Settings.Elsewhere.Connection);'))).toBe(
      'test-code',
    );
    expect(await migrated(test('var client = new BlobServiceClient(Other.Read("X"));'))).toBe('test-code');
  });
});

describe('a public member that nothing else reads', () => {
  const keys = `internal static class Keys { public static readonly string Storage = ${ENV}; }`;
  const file = (more: string): string =>
    blob(`object Make() => new BlobServiceClient(Keys.Storage);\n        ${more}`) + keys;

  it('moves, though a type of another file has a member of its name', async () => {
    const text = await migrated(file('string Other() => OtherKeys.Storage;'), {}, LEGACY);
    expect(text).toContain('new BlobServiceClient(new Uri(Keys.BlobEndpoint), new DefaultAzureCredential())');
    expect(text).toContain(NEW_ENV);
    expect(text).toContain('OtherKeys.Storage');
  });

  it.each([
    ['an object of its type', 'string Other(Keys keys) => keys.Storage;'],
    ['an expression', 'string Other() => Get().Storage;'],
    ['another name of it', 'string Other() => typeof(Keys).Name + K.Storage;'],
  ])('stays where %s may have it', async (_, more) => {
    expect(await migrated(file(more), {}, LEGACY)).toBe('secret-exported');
  });
});
