import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { fill } from '../../support/fill';
import { edited, migrated } from '../../support/migrated';
import { parser } from './parsed';

const engine = createEngine();

async function after(before: string): Promise<string> {
  const document = { path: 'a.cs', text: fill(before) };
  const plan = await engine.plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  const text = edited(document, plan);
  expect((await parser()).parse(text, 'a.cs').errors).toEqual([]);
  return text;
}

describe('shapes of real C#', () => {
  it.each<[string, string, string]>([
    [
      'clients registered with names, a connection string beside UseCredential',
      `using System;
using Azure.Identity;
using Microsoft.Extensions.Azure;

public static class Registration
{
    public static IServiceCollection AddClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAzureClients(clients =>
        {
            clients.AddServiceBusClient(configuration["Bus"]).WithName("orders");
            clients.AddQueueServiceClient(configuration.GetConnectionString("Storage"))
                .ConfigureOptions(options => options.Retry.MaxRetries = 3);
            clients.UseCredential(new DefaultAzureCredential());
        });
        return services;
    }
}
`,
      `using System;
using Azure.Identity;
using Microsoft.Extensions.Azure;

public static class Registration
{
    public static IServiceCollection AddClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAzureClients(clients =>
        {
            clients.AddServiceBusClientWithNamespace(configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]).WithName("orders");
            clients.AddQueueServiceClient(new Uri(configuration["AZURE_STORAGEQUEUE_RESOURCEENDPOINT"]))
                .ConfigureOptions(options => options.Retry.MaxRetries = 3);
            clients.UseCredential(new DefaultAzureCredential());
        });
        return services;
    }
}
`,
    ],
    [
      'singletons: a value, a factory, a target-typed factory',
      `using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new ServiceBusClient(builder.Configuration["Bus"]));
builder.Services.AddSingleton<ServiceBusClient>(sp => new(sp.GetRequiredService<IConfiguration>()["Bus"]));
builder.Services.AddSingleton(sp =>
{
    var configuration = sp.GetRequiredService<IConfiguration>();
    return new ServiceBusAdministrationClient(configuration["Bus"]);
});
`,
      `using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;

var builder = WebApplication.CreateBuilder(args);
var credential = new DefaultAzureCredential();
builder.Services.AddSingleton(new ServiceBusClient(builder.Configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"], credential));
builder.Services.AddSingleton<ServiceBusClient>(sp => new(sp.GetRequiredService<IConfiguration>()["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"], credential));
builder.Services.AddSingleton(sp =>
{
    var configuration = sp.GetRequiredService<IConfiguration>();
    return new ServiceBusAdministrationClient(configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"], credential);
});
`,
    ],
    [
      'a target-typed client over several lines, in a field',
      `using System;
using Azure.Messaging.EventHubs.Producer;

public class Telemetry
{
    private static readonly string Connection = Environment.GetEnvironmentVariable("EVENTHUB_CONNECTION");

    private readonly EventHubProducerClient _producer = new(
        Connection, // of the namespace
        "telemetry",
        new EventHubProducerClientOptions { Identifier = "app" });
}
`,
      `using System;
using Azure.Identity;
using Azure.Messaging.EventHubs.Producer;

public class Telemetry
{
    private static readonly string FullyQualifiedNamespace = Environment.GetEnvironmentVariable("AZURE_EVENTHUB_FULLYQUALIFIEDNAMESPACE");

    private readonly EventHubProducerClient _producer = new(
        FullyQualifiedNamespace, // of the namespace
        "telemetry",
        new DefaultAzureCredential(),
        new EventHubProducerClientOptions { Identifier = "app" });
}
`,
    ],
    [
      'a subclass that hands the secret to its base',
      `using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

public class Bus : ServiceBusClient
{
    public Bus(IConfiguration configuration) : base(configuration["Bus"], new ServiceBusClientOptions()) { }
}
`,
      `using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

public class Bus : ServiceBusClient
{
    public Bus(IConfiguration configuration) : base(configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"], new DefaultAzureCredential(), new ServiceBusClientOptions()) { }
}
`,
    ],
    [
      'settings read through a function of the file, which other code uses too',
      `using System;
using Microsoft.Azure.Cosmos;

public static class Program
{
    public static void Main()
    {
        var client = new CosmosClient(Setting("COSMOS_ENDPOINT"), Setting("COSMOS_KEY"));
        Console.WriteLine(Setting("COSMOS_DATABASE"));
    }

    private static string Setting(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? throw new InvalidOperationException($"{name} is missing") : value;
    }
}
`,
      `using System;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

public static class Program
{
    public static void Main()
    {
        var credential = new DefaultAzureCredential();
        var client = new CosmosClient(Setting("COSMOS_ENDPOINT"), credential);
        Console.WriteLine(Setting("COSMOS_DATABASE"));
    }

    private static string Setting(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? throw new InvalidOperationException($"{name} is missing") : value;
    }
}
`,
    ],
    [
      'two accounts: each has a setting of its own',
      `using System;
using Azure.Storage.Blobs;

var source = new BlobServiceClient(Environment.GetEnvironmentVariable("SOURCE_CONNECTION_STRING"));
var target = new BlobServiceClient(Environment.GetEnvironmentVariable("TARGET_CONNECTION_STRING"));
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Blobs;

var credential = new DefaultAzureCredential();
var source = new BlobServiceClient(new Uri(Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT")!), credential);
var target = new BlobServiceClient(new Uri(Environment.GetEnvironmentVariable("AZURE_STORAGEBLOB_RESOURCEENDPOINT_TARGET")!), credential);
`,
    ],
    [
      'the name of the setting in a constant',
      `using System;
using Azure.Storage.Queues;

public static class Queues
{
    private const string StorageAccountKey = "AzureWebJobsStorage";

    public static QueueClient Orders() =>
        new QueueClient(Environment.GetEnvironmentVariable(StorageAccountKey), "orders", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
`,
      `using System;
using Azure.Identity;
using Azure.Storage.Queues;

public static class Queues
{
    private const string StorageAccountKey = "AzureWebJobsStorage";

    public static QueueClient Orders() =>
        new QueueServiceClient(new Uri(Environment.GetEnvironmentVariable("AZURE_STORAGEQUEUE_RESOURCEENDPOINT")), new DefaultAzureCredential(), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient("orders");
}
`,
    ],
  ])('%s', async (_title, before, expected) => {
    expect(await after(before)).toBe(expected);
    expect(await engine.plan({ path: 'a.cs', text: expected }, 'all', 'identity')).toMatchObject({
      kind: 'refusal',
      id: 'nothing-to-do',
    });
  });

  it.each([
    [
      'dual-path',
      'a ternary on the key',
      'var c = string.IsNullOrEmpty(opts.Key) ? new CosmosClient(opts.Uri, new DefaultAzureCredential()) : new CosmosClient(opts.Uri, opts.Key);',
    ],
    [
      'secret-from-options',
      'a class of settings',
      'class A { public A(GlobalSettings globalSettings) { var c = new BlobServiceClient(globalSettings.Storage.ConnectionString); } }',
    ],
    [
      'secret-from-parameter',
      'a subclass with a parameter',
      'class Bus : ServiceBusClient { public Bus(string connection) : base(connection) { } }',
    ],
    [
      'parsed-by-hand',
      'a signed token',
      "var cs = Environment.GetEnvironmentVariable(\"CS\"); var parts = cs.Split(';').ToDictionary(p => p.Split('=', 2)[0]); var c = new ServiceBusClient(cs);",
    ],
    [
      'creates-resources',
      'a database that is made at the start',
      'var c = new CosmosClient(Environment.GetEnvironmentVariable("ENDPOINT"), Environment.GetEnvironmentVariable("KEY")); await c.CreateDatabaseIfNotExistsAsync("a");',
    ],
    [
      'client-side',
      'an app of Unity',
      'class A : MonoBehaviour { void M() { var c = new BlobServiceClient(Environment.GetEnvironmentVariable("CS")); } }',
      'using UnityEngine;\n',
    ],
  ])('refuses %s: %s', async (reason, _title, code, using = '') => {
    const usings =
      'using System;\nusing Azure.Identity;\nusing Azure.Messaging.ServiceBus;\nusing Azure.Storage.Blobs;\nusing Microsoft.Azure.Cosmos;\n';
    expect(await migrated(engine, 'a.cs', usings + using + code)).toBe(reason);
  });

  it.each([
    [
      'bindings of Azure Functions',
      '[FunctionName("A")] void M([BlobTrigger("x", Connection = "Storage")] string s) { }',
    ],
    ['Aspire', 'builder.AddAzureBlobClient("blobs"); builder.AddAzureServiceBusClient("bus");'],
    ['SignalR, which reads its setting itself', 'builder.Services.AddSignalR().AddAzureSignalR();'],
    [
      'a project with a connection string and a credential',
      'var p = new AIProjectClient(connectionString, new DefaultAzureCredential());',
    ],
    [
      'models of GitHub',
      'var c = new ChatCompletionsClient(new Uri("https://models.inference.ai.azure.com"), new AzureKeyCredential(Environment.GetEnvironmentVariable("GITHUB_TOKEN")));',
    ],
    [
      'a section of the configuration',
      'services.AddAzureClients(b => b.AddBlobServiceClient(configuration.GetSection("Storage")));',
    ],
    [
      'a comment beside a credential',
      '// var c = new BlobServiceClient(connectionString);\nvar c = new BlobServiceClient(uri, new DefaultAzureCredential());',
    ],
    ['code on a screen', 'var help = """\nnew BlobServiceClient("<connection string>")\n""";'],
    [
      'another class of the same name',
      'class SqlConnection { public SqlConnection(string s) { } } class B { object c = new SqlConnection("Server=a.database.windows.net;Password=" + p); }',
    ],
    [
      'a database whose setting may name the identity',
      'var c = new SqlConnection(configuration["AZURE_SQL_CONNECTIONSTRING"]);',
    ],
    ['a cache without a password', 'var c = ConnectionMultiplexer.Connect("contoso.redis.cache.windows.net:6380");'],
    ['an account that is read from another object', 'var name = blobs.AccountName;'],
  ])('is silent on %s', async (_title, code) => {
    const usings =
      'using Azure;\nusing Azure.AI.Inference;\nusing Azure.AI.Projects;\nusing Azure.Identity;\nusing Azure.Storage.Blobs;\nusing Microsoft.Azure.WebJobs;\nusing Microsoft.Data.SqlClient;\nusing Microsoft.Extensions.Azure;\nusing StackExchange.Redis;\n';
    expect(await migrated(engine, 'a.cs', usings + code)).toBe('silent');
  });

  it('survives code that is nested beyond any stack, and code that is cut anywhere', async () => {
    const nested = `using Azure.Storage.Blobs;\nvar x = ${'new BlobServiceClient('.repeat(3000)}a${')'.repeat(3000)};`;
    expect(await engine.scan({ path: 'a.cs', text: nested })).toMatchObject({ findings: [] });
    const code =
      'using Azure.Storage.Blobs;\nclass A : B { A(string c) : base(c) { var x = new BlobServiceClient(S("CONN"), new()); } string S(string k) => config[k]; }';
    for (let cut = 0; cut < code.length; cut++) {
      const { skipped } = await engine.scan({ path: 'a.cs', text: code.slice(0, cut) });
      expect(skipped).toBeNull();
    }
  });
});
