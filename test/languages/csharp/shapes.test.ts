import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { projectOf } from '../../support/dotnet-project';
import { engineWith } from '../../support/engine-over';
import { fill } from '../../support/fill';
import { edited, migrated } from '../../support/migrated';
import { parser } from './parsed';

const engine = createEngine();

/** A whole file after all its identity migrations; every result parses as well as what it came from. */
async function after(before: string, expected: string): Promise<string> {
  const document = { path: 'a.cs', text: fill(before) };
  const plan = await engineWith(projectOf(expected).files).plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  const text = edited(document, plan);
  expect((await parser()).parse(text, 'a.cs').errors).toEqual([]);
  return text;
}

describe('whole files of C#', () => {
  it.each<[string, string, string]>([
    [
      'a credential for every call, in the place of the member that goes',
      `using System;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Photos
{
    public class Store
    {
        private static readonly string Key = Environment.GetEnvironmentVariable("PHOTOS_KEY");

        public static BlobServiceClient Client
        {
            get { return new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new StorageSharedKeyCredential("contoso", Key)); }
        }
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Photos
{
    public class Store
    {
        private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();

        public static BlobServiceClient Client
        {
            get { return new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), Credential); }
        }
    }
}
`,
    ],
    [
      'what a private method returns, and a default that is empty',
      `using System;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Photos
{
    public class Store
    {
        private static string Connection() => Environment.GetEnvironmentVariable("PHOTOS_CONNECTION") ?? string.Empty;

        public static BlobServiceClient Photos() => new BlobServiceClient(Connection());
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Photos
{
    public class Store
    {
        private static string Connection() => Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT") ?? string.Empty;

        public static BlobServiceClient Photos() => new BlobServiceClient(new Uri(Connection()), new DefaultAzureCredential());
    }
}
`,
    ],
    [
      'a property with a getter that returns',
      `using System;
using Azure.Storage.Blobs;

namespace Photos
{
    public class Store
    {
        private static string Connection
        {
            get { return Environment.GetEnvironmentVariable("PHOTOS_CONNECTION"); }
        }

        public static BlobServiceClient Photos() => new BlobServiceClient(Connection);
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Photos
{
    public class Store
    {
        private static string BlobEndpoint
        {
            get { return Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT"); }
        }

        public static BlobServiceClient Photos() => new BlobServiceClient(new Uri(BlobEndpoint), new DefaultAzureCredential());
    }
}
`,
    ],
    [
      'a field that the constructor sets, with the message of its guard',
      `using Azure.Storage.Blobs;

namespace Photos;

public class Store
{
    private readonly string _connectionString;

    public Store(IConfiguration configuration)
    {
        _connectionString = configuration["Storage:Conn"] ?? throw new InvalidOperationException("Storage:Conn is missing");
    }

    public BlobContainerClient Photos() => new BlobContainerClient(_connectionString, "photos");
}
`,
      `using Azure.Identity;
using Azure.Storage.Blobs;

namespace Photos;

public class Store
{
    private readonly string _blobEndpoint;

    public Store(IConfiguration configuration)
    {
        _blobEndpoint = configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"] ?? throw new InvalidOperationException("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
    }

    public BlobContainerClient Photos() => new BlobServiceClient(new Uri(_blobEndpoint), new DefaultAzureCredential()).GetBlobContainerClient("photos");
}
`,
    ],
    [
      'a key in a field that the constructor sets: the field and the assignment go',
      `using System;
using Azure.Storage;
using Azure.Storage.Blobs;

class Store
{
    // how to get in
    private readonly string _key;
    private readonly int _retries;

    public Store(IConfiguration configuration)
    {
        _key = configuration["Key"];
        _retries = 3;
    }

    public BlobServiceClient Client() =>
        new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new StorageSharedKeyCredential("contoso", _key));
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

class Store
{
    private readonly int _retries;

    public Store(IConfiguration configuration)
    {
        _retries = 3;
    }

    public BlobServiceClient Client() =>
        new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new DefaultAzureCredential());
}
`,
    ],
    [
      'top-level statements, a guard, two clients and comments',
      `using Azure.Storage.Blobs;

var connectionString = Environment.GetEnvironmentVariable("CONN");
ArgumentException.ThrowIfNullOrEmpty(connectionString);
// the first
BlobServiceClient a = new(connectionString);
var b = new BlobContainerClient(
    connectionString, // the same
    "photos",
    new BlobClientOptions());
`,
      `using Azure.Identity;
using Azure.Storage.Blobs;

var blobEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
ArgumentException.ThrowIfNullOrEmpty(blobEndpoint);
var credential = new DefaultAzureCredential();
// the first
BlobServiceClient a = new(new Uri(blobEndpoint), credential);
var b = new BlobServiceClient(new Uri(blobEndpoint), credential, new BlobClientOptions()).GetBlobContainerClient("photos") /* the same */;
`,
    ],
    [
      'a guard that speaks of the variable',
      `using System;
using Azure.Storage.Blobs;

class A
{
    void M()
    {
        var connectionString = Environment.GetEnvironmentVariable("CONN");
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new ArgumentNullException(nameof(connectionString), "CONN is missing");
        var client = new BlobServiceClient(connectionString);
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

class A
{
    void M()
    {
        var blobEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
        if (string.IsNullOrWhiteSpace(blobEndpoint))
            throw new ArgumentNullException(nameof(blobEndpoint), "AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
        var credential = new DefaultAzureCredential();
        var client = new BlobServiceClient(new Uri(blobEndpoint), credential);
    }
}
`,
    ],
    [
      'named arguments in any order',
      `using System;
using Azure.Storage.Blobs;
class A
{
    void M(IConfiguration config)
    {
        var a = new BlobClient(blobName: "b", connectionString: config.GetValue<string>("S"), blobContainerName: "c");
        var b = new BlobServiceClient(options: new BlobClientOptions(), connectionString: config.GetValue<string>("S"));
        var c = new BlobServiceClient(config.GetValue<string>("S"), options: null);
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;
class A
{
    void M(IConfiguration config)
    {
        var credential = new DefaultAzureCredential();
        var a = new BlobServiceClient(new Uri(config.GetValue<string>("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), credential).GetBlobContainerClient("c").GetBlobClient("b");
        var b = new BlobServiceClient(options: new BlobClientOptions(), serviceUri: new Uri(config.GetValue<string>("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), credential: credential);
        var c = new BlobServiceClient(serviceUri: new Uri(config.GetValue<string>("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), credential: credential, options: null);
    }
}
`,
    ],
    [
      'several clients for dependency injection share one credential',
      `using Azure.Storage.Blobs;

services.AddSingleton<BlobServiceClient>(_ => new(Configuration["Conn"]));
services.AddSingleton(new BlobServiceClient(Configuration["Conn"]));
services.AddScoped(static sp => new BlobContainerClient(sp.GetRequiredService<IConfiguration>()["Conn"], "x"));
`,
      `using Azure.Identity;
using Azure.Storage.Blobs;

var credential = new DefaultAzureCredential();
services.AddSingleton<BlobServiceClient>(_ => new(new Uri(Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), credential));
services.AddSingleton(new BlobServiceClient(new Uri(Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), credential));
services.AddScoped(static sp => new BlobServiceClient(new Uri(sp.GetRequiredService<IConfiguration>()["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), new DefaultAzureCredential()).GetBlobContainerClient("x"));
`,
    ],
    [
      'a credential that is there already',
      `using Azure.Identity;
using Azure.Storage.Blobs;

var credential = new DefaultAzureCredential();
builder.Configuration.AddAzureKeyVault(new Uri("https://contoso.vault.azure.net"), credential);
if (builder.Environment.IsDevelopment()) Log(new ManagedIdentityCredential());
var blobs = new BlobServiceClient(builder.Configuration["Blob"]);
`,
      `using Azure.Identity;
using Azure.Storage.Blobs;

var credential = new DefaultAzureCredential();
builder.Configuration.AddAzureKeyVault(new Uri("https://contoso.vault.azure.net"), credential);
if (builder.Environment.IsDevelopment()) Log(new ManagedIdentityCredential());
var blobs = new BlobServiceClient(new Uri(builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), credential);
`,
    ],
    [
      'an injected credential, but not where it cannot be reached',
      `using System;
using Azure.Core;
using Azure.Storage.Blobs;

class A
{
    private readonly TokenCredential _credential;
    public A(TokenCredential credential) { _credential = credential; }
    BlobServiceClient M(IConfiguration config) => new BlobServiceClient(config["CONN"]);
    static BlobServiceClient N(IConfiguration config) => new BlobServiceClient(config["CONN"]);
}
`,
      `using System;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

class A
{
    private readonly TokenCredential _credential;
    public A(TokenCredential credential) { _credential = credential; }
    BlobServiceClient M(IConfiguration config) => new BlobServiceClient(new Uri(config["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]), _credential);
    static BlobServiceClient N(IConfiguration config) => new BlobServiceClient(new Uri(config["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]), new DefaultAzureCredential());
}
`,
    ],
    [
      'AddAzureClients in one line, and beside UseCredential',
      `using Azure.Identity;
using Microsoft.Extensions.Azure;

services.AddAzureClients(b => b.AddBlobServiceClient(Configuration.GetConnectionString("A")));
services.AddAzureClients(b =>
{
    b.UseCredential(new ManagedIdentityCredential(id));
    b.AddBlobServiceClient(Configuration.GetConnectionString("B"));
    b.AddBlobServiceClient(Configuration.GetSection("C"));
});
`,
      `using Azure.Identity;
using Microsoft.Extensions.Azure;

services.AddAzureClients(b => { b.AddBlobServiceClient(new Uri(Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!)); b.UseCredential(new DefaultAzureCredential()); });
services.AddAzureClients(b =>
{
    b.UseCredential(new ManagedIdentityCredential(id));
    b.AddBlobServiceClient(new Uri(Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT_B"]!));
    b.AddBlobServiceClient(Configuration.GetSection("C"));
});
`,
    ],
    [
      'aliases and full names, with usings in the namespace',
      `// Copyright (c) Contoso
namespace A.B
{
    using Azure.Storage.Blobs;
    using System.Text;
    using Client = Azure.Storage.Blobs.BlobServiceClient;

    class Store
    {
        /// <summary>The key.</summary>
        private static readonly string Conn = Environment.GetEnvironmentVariable("CONN");

        void M()
        {
            var conn = Store.Conn;
            var a = new Client(conn); var b = new global::Azure.Storage.Blobs.BlobContainerClient(Conn, "x");
        }
    }
}
`,
      `// Copyright (c) Contoso
namespace A.B
{
    using Azure.Identity;
    using Azure.Storage.Blobs;
    using System.Text;
    using Client = Azure.Storage.Blobs.BlobServiceClient;

    class Store
    {
        /// <summary>The key.</summary>
        private static readonly string BlobEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT");

        void M()
        {
            var credential = new DefaultAzureCredential();
            var a = new Client(new Uri(BlobEndpoint), credential); var b = new BlobServiceClient(new Uri(BlobEndpoint), credential).GetBlobContainerClient("x");
        }
    }
}
`,
    ],
    [
      'literals of all kinds',
      `using Azure.Storage.Blobs;

string name = "contoso", key = Environment.GetEnvironmentVariable("KEY")!;
var a = new BlobServiceClient(@"{{storage-connection-string:contoso}}");
var b = new BlobServiceClient($"DefaultEndpointsProtocol=https;AccountName={name};AccountKey={key};EndpointSuffix=core.windows.net");
var c = new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=" + name + ";AccountKey=" + key);
`,
      `using Azure.Identity;
using Azure.Storage.Blobs;

string name = "contoso";
var credential = new DefaultAzureCredential();
var a = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), credential);
var b = new BlobServiceClient(new Uri($"https://{name}.blob.core.windows.net"), credential);
var c = new BlobServiceClient(new Uri($"https://{name}.blob.core.windows.net"), credential);
`,
    ],
    [
      'SAS, as a credential and in the address',
      `using System;
using Azure;
using Azure.Storage.Blobs;

class A
{
    void M()
    {
        var sas = Environment.GetEnvironmentVariable("SAS_TOKEN");
        var a = new BlobServiceClient(new Uri($"https://contoso.blob.core.windows.net?{sas}"));
        var b = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new AzureSasCredential(sas), new BlobClientOptions());
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

class A
{
    void M()
    {
        var credential = new DefaultAzureCredential();
        var a = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), credential);
        var b = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), credential, new BlobClientOptions());
    }
}
`,
    ],
    [
      'a using that still serves another type stays',
      `using System;
using Azure;
using Azure.Storage.Blobs;

class A
{
    void M(string sas)
    {
        try { var b = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), new AzureSasCredential(Environment.GetEnvironmentVariable("SAS"))); }
        catch (RequestFailedException) { }
    }
}
`,
      `using System;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;

class A
{
    void M(string sas)
    {
        try { var credential = new DefaultAzureCredential(); var b = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"), credential); }
        catch (RequestFailedException) { }
    }
}
`,
    ],
    [
      '.NET Framework and its configuration',
      `using System.Configuration;
using Azure.Storage.Blobs;

namespace X
{
    class A
    {
        void M()
        {
            var conn = ConfigurationManager.ConnectionStrings["Storage"].ConnectionString;
            var c = new BlobServiceClient(conn);
        }
    }
}
`,
      `using System;
using System.Configuration;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace X
{
    class A
    {
        void M()
        {
            var blobEndpoint = ConfigurationManager.AppSettings["AZURE_STORAGEBLOB_RESOURCEENDPOINT"];
            var credential = new DefaultAzureCredential();
            var c = new BlobServiceClient(new Uri(blobEndpoint), credential);
        }
    }
}
`,
    ],
    [
      'a name that is taken in the method',
      `using System;
using Azure.Storage.Blobs;

class A
{
    void M(NetworkCredential credential)
    {
        var c = new BlobServiceClient(Environment.GetEnvironmentVariable("CONN"));
        Use(credential, c);
    }
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

class A
{
    void M(NetworkCredential credential)
    {
        var azureCredential = new DefaultAzureCredential();
        var c = new BlobServiceClient(new Uri(Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")), azureCredential);
        Use(credential, c);
    }
}
`,
    ],
  ])('%s', async (_title, before, expected) => {
    expect(await after(before, expected)).toBe(expected);
    const again = { path: 'a.cs', text: expected };
    expect(await engine.plan(again, 'all', 'identity')).toMatchObject({
      kind: 'refusal',
      id: 'nothing-to-do',
    });
    // Line ends are the file's own.
    expect(await after(before.replaceAll('\n', '\r\n'), expected)).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it.each([
    ['ManagedIdentityCredential', 'new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)'],
    [
      'userAssigned',
      'new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = Environment.GetEnvironmentVariable("AZURE_CLIENT_ID") })',
    ],
    ['pinned', 'new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)'],
  ] as const)('builds the credential that was chosen: %s', async (choice, code) => {
    const text = await migrated(
      engine,
      'a.cs',
      'using System;\nusing Azure.Storage.Blobs;\nnew BlobServiceClient(Environment.GetEnvironmentVariable("CONN"));\n',
      choice,
    );
    expect(text).toContain(`var credential = ${code};`);
  });

  it.each([
    [
      'dual-path',
      'a ternary',
      'var c = a ? new BlobServiceClient(new Uri(u), new DefaultAzureCredential()) : new BlobServiceClient(Environment.GetEnvironmentVariable("CONN"));',
    ],
    [
      'dual-path',
      'a way out before',
      'BlobServiceClient M() { if (a) return new BlobServiceClient(u, credential); return new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")); }',
    ],
    [
      'dual-path',
      'another way without the secret',
      'var conn = Environment.GetEnvironmentVariable("CONN"); if (conn != null) { Use(new BlobServiceClient(conn)); } else { UseIdentity(); }',
    ],
    [
      'dual-path',
      'another way through a function of the file',
      'class S { BlobServiceClient M() { if (hasKey) return new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")); return WithIdentity(); } BlobServiceClient WithIdentity() => new(u, new DefaultAzureCredential()); }',
    ],
    [
      'dual-path',
      'a function of the file in the other arm',
      'class S { BlobServiceClient M() => hasKey ? new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")) : WithIdentity(); BlobServiceClient WithIdentity() { var credential = new DefaultAzureCredential(); return new BlobServiceClient(u, credential); } }',
    ],
    [
      'dual-path',
      'a function of the file that gives the same field its value',
      'class S { BlobServiceClient c; void M() { if (!hasKey) { c = WithIdentity(); } else { c = new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")); } } static BlobServiceClient WithIdentity() => new(u, new DefaultAzureCredential()); }',
    ],
    ...[
      'c.GetContainer("d", "c").ReplaceThroughputAsync(400)',
      'c.GetContainer("d", "c").Scripts.CreateStoredProcedureAsync(p)',
      'c.GetDatabase("d").UpsertUserAsync("u")',
    ].map((call): [string, string, string] => [
      'creates-resources',
      call,
      `var c = new Microsoft.Azure.Cosmos.CosmosClient(Environment.GetEnvironmentVariable("CONN")); await ${call};`,
    ]),
    [
      'dual-path',
      'a credential of another class in the other arm',
      'BlobServiceClient M(Options o) => o.UseIdentity ? new BlobServiceClient(o.Host, Credentials.For(o)) : new BlobServiceClient(Environment.GetEnvironmentVariable("CONN"));',
    ],
    [
      'dual-path',
      'a credential that is waited for in the other arm',
      'async Task<BlobServiceClient> M(Options o) { if (o.UseIdentity) return new BlobServiceClient(o.Host, await GetCredentialAsync()); return new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")); }',
    ],
    ['secret-from-parameter', 'a parameter', 'BlobServiceClient M(string connectionString) => new(connectionString);'],
    ['secret-from-parameter', 'a primary constructor', 'class S(string conn) { BlobServiceClient C => new(conn); }'],
    [
      'secret-from-parameter',
      'a field from a parameter',
      'class S { string c; S(string conn) { c = conn; } void M() { new BlobServiceClient(c); } }',
    ],
    [
      'secret-from-options',
      'IOptions',
      'class S { StorageOptions _o; S(IOptions<StorageOptions> o) { _o = o.Value; } void M() { new BlobServiceClient(_o.Conn); } }',
    ],
    [
      'secret-from-options',
      'a section in a variable',
      'var s = configuration.GetSection("S"); new BlobServiceClient(s["Conn"]);',
    ],
    [
      'secret-from-field',
      'a field that others set',
      'class S { string conn; void M() { new BlobServiceClient(conn); } }',
    ],
    ['secret-from-elsewhere', 'another object', 'new BlobServiceClient(settings.ConnectionString);'],
    [
      'secret-exported',
      'a public constant',
      'class S { public const string Conn = "{{storage-connection-string}}"; void M() { new BlobServiceClient(Conn); } }',
    ],
    [
      'secret-exported',
      'a part of a class',
      'partial class S { const string Conn = "{{storage-connection-string}}"; void M() { new BlobServiceClient(Conn); } }',
    ],
    [
      'secret-reassigned',
      'a written variable',
      'var conn = Environment.GetEnvironmentVariable("CONN"); conn = conn + ";"; new BlobServiceClient(conn);',
    ],
    [
      'parsed-by-hand',
      'a string taken apart',
      'var conn = Environment.GetEnvironmentVariable("CONN"); var p = conn.Split(\';\'); new BlobServiceClient(conn);',
    ],
    [
      'emulator-fallback',
      'an emulator as fallback',
      'new BlobServiceClient(configuration["S"] ?? "UseDevelopmentStorage=true");',
    ],
    [
      'credential-elsewhere',
      'a key credential that goes elsewhere',
      'var key = new StorageSharedKeyCredential("a", Environment.GetEnvironmentVariable("KEY")); Use(key); new BlobServiceClient(u, key);',
    ],
    [
      'sas-needs-user-delegation-key',
      'a client that signs',
      'var c = new BlobServiceClient(Environment.GetEnvironmentVariable("CONN")); c.GetBlobContainerClient("a").GenerateSasUri(p, e);',
    ],
  ])('refuses %s: %s', async (reason, _title, code) => {
    const using = 'using Azure.Identity;\nusing Azure.Storage;\nusing Azure.Storage.Blobs;\n';
    expect(await migrated(engine, 'a.cs', using + code)).toBe(reason);
  });

  it("refuses code for a person's device", async () => {
    expect(
      await migrated(
        engine,
        'a.cs',
        'using Microsoft.Maui.Controls;\nusing Azure.Storage.Blobs;\nnew BlobServiceClient(Environment.GetEnvironmentVariable("CONN"));',
      ),
    ).toBe('client-side');
  });

  it.each([
    [
      'a class of the file',
      'using Azure.Storage.Blobs; class BlobServiceClient { public BlobServiceClient(string s) { } } class A { object c = new BlobServiceClient(Environment.GetEnvironmentVariable("X")); }',
    ],
    [
      'a class of another package',
      'using My.Azure.Storage.Blobs; var c = new BlobServiceClient(Environment.GetEnvironmentVariable("X"));',
    ],
    [
      'an address and a credential',
      'using Azure.Storage.Blobs; BlobServiceClient M(Uri uri, TokenCredential cred) => new(uri, cred);',
    ],
    ['an address', 'using Azure.Storage.Blobs; BlobServiceClient M(Uri uri) => new BlobServiceClient(uri);'],
    [
      'a section',
      'using Microsoft.Extensions.Azure; services.AddAzureClients(b => b.AddBlobServiceClient(Configuration.GetSection("S")));',
    ],
    ['the emulator', 'using Azure.Storage.Blobs; var c = new BlobServiceClient("UseDevelopmentStorage=true");'],
    ['a comment', 'using Azure.Storage.Blobs; // new BlobServiceClient(Environment.GetEnvironmentVariable("X"))'],
    ['a text', 'using Azure.Storage.Blobs; var s = "new BlobServiceClient(conn)";'],
  ])('is silent on %s', async (_title, code) => {
    expect(await migrated(engine, 'a.cs', code)).toBe('silent');
  });

  it('keeps a hardcoded secret as a setting where no identity will do', async () => {
    const document = {
      path: 'a.cs',
      text: fill(
        'using Azure.Storage.Blobs;\n\nclass A { void M(bool b) { var c = b ? new BlobServiceClient("{{storage-connection-string}}") : new BlobServiceClient(u, credential); } }\n',
      ),
    };
    const [finding] = (await engine.scan(document)).findings;
    expect(finding?.fixes.map(({ kind }) => kind)).toEqual(['key-vault', 'setting']);
    const plan = finding && (await engine.plan(document, finding, 'setting'));
    expect(plan?.kind === 'migration' && edited(document, plan)).toContain(
      'new BlobServiceClient(System.Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING"))',
    );
  });

  it('offers no setting where only a constant may stand', async () => {
    const document = {
      path: 'a.cs',
      text: fill(
        '[Key("{{storage-connection-string}}")] class A { const string B = "{{storage-connection-string:b}}"; }',
      ),
    };
    const { findings } = await engine.scan(document);
    expect(findings.map(({ fixes }) => fixes)).toEqual([[], []]);
  });
});

describe('members that the code sets on what it builds', () => {
  const text = (members: string) =>
    `using MySqlConnector;\n\nvar shop = new MySqlConnection("Server=contoso.mysql.database.azure.com;Database=a;User ID=a;Password={{password}}")${members};\n`;

  it('are not lost to those that the migration sets', async () => {
    expect(await migrated(engine, 'a.cs', text(' { Site = null }'))).toBe('cannot-read-back');
    expect(await migrated(engine, 'a.cs', text(''))).toContain(
      ' { ProvidePasswordCallback = _ => credential.GetToken(',
    );
  });
});
