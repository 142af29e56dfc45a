import { describe, expect, it } from 'vitest';
import { implicitUsings } from '../../support/dotnet-project';
import { engineWith } from '../../support/engine-over';
import { fill } from '../../support/fill';
import { migrated } from '../../support/migrated';

const engine = engineWith(implicitUsings.files);

const HEAD = 'using Azure.Storage.Blobs;\n\n';
const AFTER = 'using Azure.Identity;\nusing Azure.Storage.Blobs;\n\n';
const ENV = 'Environment.GetEnvironmentVariable("CONN")';
const URI = 'Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")';

const followed: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'a private static method with a key',
    `using System;
using Azure;
using Azure.AI.TextAnalytics;

class A
{
    static void Main() { var c = Make(Environment.GetEnvironmentVariable("ENDPOINT"), Environment.GetEnvironmentVariable("KEY")); }

    /// <summary>Makes it.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="key">The key.</param>
    private static TextAnalyticsClient Make(string endpoint, string key)
    {
        return new TextAnalyticsClient(new Uri(endpoint), new AzureKeyCredential(key));
    }
}
`,
    `using System;
using Azure.AI.TextAnalytics;
using Azure.Identity;

class A
{
    static void Main() { var c = Make(Environment.GetEnvironmentVariable("ENDPOINT")); }

    /// <summary>Makes it.</summary>
    /// <param name="endpoint">The address.</param>
    private static TextAnalyticsClient Make(string endpoint)
    {
        var credential = new DefaultAzureCredential();
        return new TextAnalyticsClient(new Uri(endpoint), credential);
    }
}
`,
  ],
  [
    'a private method, called twice, once by name',
    `${HEAD}public class Store
{
    /// <param name="connectionString">The connection string.</param>
    private BlobServiceClient Open(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return new BlobServiceClient(connectionString);
    }

    public void One() => Open(${ENV}).GetProperties();

    public void Two() => this.Open(connectionString: ${ENV}).GetProperties();
}
`,
    `${AFTER}public class Store
{
    /// <param name="blobEndpoint">The endpoint.</param>
    private BlobServiceClient Open(string blobEndpoint)
    {
        ArgumentNullException.ThrowIfNull(blobEndpoint);
        var credential = new DefaultAzureCredential();
        return new BlobServiceClient(new Uri(blobEndpoint), credential);
    }

    public void One() => Open(${URI}).GetProperties();

    public void Two() => this.Open(blobEndpoint: ${URI}).GetProperties();
}
`,
  ],
  [
    'a local function',
    `${HEAD}var client = Open(${ENV});
Console.WriteLine(client.Uri);

static BlobServiceClient Open(string conn) => new BlobServiceClient(conn);
`,
    `${AFTER}var client = Open(${URI});
Console.WriteLine(client.Uri);

static BlobServiceClient Open(string blobEndpoint) => new BlobServiceClient(new Uri(blobEndpoint), new DefaultAzureCredential());
`,
  ],
  [
    'the constructor of a private class, with a field and a guard',
    `${HEAD}public class Program
{
    public static void Main() => new Store(${ENV}).Open();

    private sealed class Store
    {
        private readonly string _conn;

        public Store(string conn)
        {
            _conn = conn ?? throw new ArgumentNullException(nameof(conn));
        }

        public void Open() => new BlobServiceClient(_conn).GetProperties();
    }
}
`,
    `${AFTER}public class Program
{
    public static void Main() => new Store(${URI}).Open();

    private sealed class Store
    {
        private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();
        private readonly string _blobEndpoint;

        public Store(string blobEndpoint)
        {
            _blobEndpoint = blobEndpoint ?? throw new ArgumentNullException(nameof(blobEndpoint));
        }

        public void Open() => new BlobServiceClient(new Uri(_blobEndpoint), Credential).GetProperties();
    }
}
`,
  ],
  [
    'the constructor of a class that no other file names, target-typed',
    `${HEAD}internal class Store
{
    private readonly BlobServiceClient _client;

    public Store(string conn, string name)
    {
        _client = new BlobServiceClient(conn);
    }
}

public class Program
{
    private readonly Store _store = new(${ENV}, "images");
}
`,
    `${AFTER}internal class Store
{
    private readonly BlobServiceClient _client;

    public Store(string blobEndpoint, string name)
    {
        var credential = new DefaultAzureCredential();
        _client = new BlobServiceClient(new Uri(blobEndpoint), credential);
    }
}

public class Program
{
    private readonly Store _store = new(${URI}, "images");
}
`,
  ],
  [
    'a primary constructor',
    `${HEAD}var store = new Store(${ENV});
store.Open();

class Store(string conn)
{
    public void Open() => new BlobServiceClient(conn).GetProperties();
}
`,
    `${AFTER}var store = new Store(${URI});
store.Open();

class Store(string blobEndpoint)
{
    private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();

    public void Open() => new BlobServiceClient(new Uri(blobEndpoint), Credential).GetProperties();
}
`,
  ],
  [
    'an account and its key',
    `using Azure.Storage;
using Azure.Storage.Blobs;

public class Program
{
    public static void Main()
    {
        var account = Environment.GetEnvironmentVariable("ACCOUNT");
        var key = Environment.GetEnvironmentVariable("STORAGE_KEY");
        Open(account, key);
    }

    private static BlobServiceClient Open(string account, string key) =>
        new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), new StorageSharedKeyCredential(account, key));
}
`,
    `using Azure.Identity;
using Azure.Storage.Blobs;

public class Program
{
    public static void Main()
    {
        var account = Environment.GetEnvironmentVariable("ACCOUNT");
        Open(account);
    }

    private static BlobServiceClient Open(string account) =>
        new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), new DefaultAzureCredential());
}
`,
  ],
];

const PRIVATE = 'private static BlobServiceClient Open(string conn) => new BlobServiceClient(conn);';
const refused: readonly (readonly [title: string, id: string, members: string])[] = [
  [
    'a public method',
    'secret-from-parameter',
    `public static BlobServiceClient Open(string conn) => new BlobServiceClient(conn);\n    object c = Open(${ENV});`,
  ],
  [
    'a method that is handed on',
    'secret-from-parameter',
    `${PRIVATE}\n    object c = Open(${ENV});\n    Func<string, BlobServiceClient> f = Open;`,
  ],
  [
    'overloads',
    'secret-from-parameter',
    `${PRIVATE}\n    private static BlobServiceClient Open(int n) => null;\n    object c = Open(${ENV});`,
  ],
  [
    'a default',
    'secret-from-parameter',
    `private static BlobServiceClient Open(string conn = "") => new BlobServiceClient(conn);\n    object c = Open(${ENV});`,
  ],
  [
    'callers with different settings',
    'secret-from-parameter',
    `${PRIVATE}\n    object c = Open(${ENV});\n    object d = Open(Environment.GetEnvironmentVariable("OTHER"));`,
  ],
  [
    'another use',
    'secret-from-parameter',
    `private static BlobServiceClient Open(string conn) { Console.WriteLine(conn.Length); return new BlobServiceClient(conn); }\n    object c = Open(${ENV});`,
  ],
  ['no caller at all', 'secret-from-parameter', PRIVATE],
  ['a handler with an attribute', 'secret-from-parameter', `[Fact] ${PRIVATE}\n    object c = Open(${ENV});`],
];

describe('a secret that comes in as a parameter, in C#', () => {
  it.each(followed)('is followed to the callers: %s', async (_, before, after) => {
    expect(await migrated(engine, 'A.cs', before)).toBe(fill(after));
  });

  it.each(refused)('is refused: %s', async (_, id, members) => {
    expect(await migrated(engine, 'A.cs', `${HEAD}public class A\n{\n    ${members}\n}\n`)).toBe(id);
  });

  it('is refused: a class that is handed to a container', async () => {
    const code = `var services = new ServiceCollection();
services.AddSingleton<Store>();
var store = new Store(${ENV});

class Store(string conn)
{
    public void Open() => new BlobServiceClient(conn).GetProperties();
}
`;
    expect(await migrated(engine, 'A.cs', HEAD + code)).toBe('secret-from-parameter');
  });

  it('is refused: a class that another file names', async () => {
    const other = { path: 'Other.cs', text: 'class Other { Store s = new Store("x"); }\n' };
    const code = `class Store
{
    private readonly BlobServiceClient _client;

    public Store(string conn) { _client = new BlobServiceClient(conn); }

    public static Store Own() => new Store(${ENV});
}
`;
    expect(await migrated(engineWith([...implicitUsings.files, other]), 'A.cs', HEAD + code)).toBe(
      'secret-from-parameter',
    );
  });
});
