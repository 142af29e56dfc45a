import type { FixKind } from '../../src/core/finding';

/** Code with a hardcoded secret, and the same code with the secret loaded from Key Vault at start-up. */
export interface VaultExample {
  readonly title: string;
  readonly file: string;
  readonly fix: FixKind;
  readonly before: string;
  readonly after: string;
}

const cs = (title: string, before: string, after: string): VaultExample => ({
  title,
  file: 'Program.cs',
  fix: 'key-vault',
  before,
  after,
});

const ts = (title: string, before: string, after: string, file = 'main.ts'): VaultExample => ({
  title,
  file,
  fix: 'key-vault-client',
  before,
  after,
});

export const vaultExamples: readonly VaultExample[] = [
  cs(
    'a web application',
    `using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(new BlobServiceClient("{{storage-connection-string:contoso}}"));
var app = builder.Build();
app.Run();
`,
    `using Azure.Identity;
using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddAzureKeyVault(
    new Uri(builder.Configuration["AZURE_KEYVAULT_RESOURCEENDPOINT"]!),
    new DefaultAzureCredential());

builder.Services.AddSingleton(new BlobServiceClient(builder.Configuration.GetConnectionString("Storage")!));
var app = builder.Build();
app.Run();
`,
  ),
  cs(
    'a host in a class, with a credential that stands there',
    `using System;
using Azure.Identity;
using Azure.Storage;
using Microsoft.Extensions.Hosting;

namespace Contoso.Worker
{
    public static class Program
    {
        public static void Main(string[] args)
        {
            var builder = Host.CreateApplicationBuilder(args); // the host
            var credential = new DefaultAzureCredential();
            var key = new StorageSharedKeyCredential("contoso", "{{storage-account-key}}");
            Console.WriteLine(key.AccountName);
            builder.Build().Run();
        }
    }
}
`,
    `using System;
using Azure.Identity;
using Azure.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Contoso.Worker
{
    public static class Program
    {
        public static void Main(string[] args)
        {
            var builder = Host.CreateApplicationBuilder(args); // the host
            var credential = new DefaultAzureCredential();
            builder.Configuration.AddAzureKeyVault(
                new Uri(builder.Configuration["AZURE_KEYVAULT_RESOURCEENDPOINT"]),
                credential);
            var key = new StorageSharedKeyCredential("contoso", builder.Configuration["Storage:AccountKey"]);
            Console.WriteLine(key.AccountName);
            builder.Build().Run();
        }
    }
}
`,
  ),
  cs(
    'a host that is configured by lambdas',
    `using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Contoso.Jobs
{
    public static class Program
    {
        public static IHostBuilder CreateHostBuilder(string[] args) =>
            Host.CreateDefaultBuilder(args)
                .ConfigureServices(services =>
                {
                    services.AddSingleton(_ => new BlobServiceClient("{{storage-connection-string:contoso}}"));
                });
    }
}
`,
    `using System;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Contoso.Jobs
{
    public static class Program
    {
        public static IHostBuilder CreateHostBuilder(string[] args) =>
            Host.CreateDefaultBuilder(args)
                .ConfigureAppConfiguration((_, configuration) => configuration.AddAzureKeyVault(
                    new Uri(configuration.Build()["AZURE_KEYVAULT_RESOURCEENDPOINT"]),
                    new DefaultAzureCredential()))
                .ConfigureServices((context, services) =>
                {
                    services.AddSingleton(_ => new BlobServiceClient(context.Configuration.GetConnectionString("Storage")));
                });
    }
}
`,
  ),
  ts(
    'a module that waits at its top level',
    `import { BlobServiceClient } from '@azure/storage-blob';

const blobs = BlobServiceClient.fromConnectionString('{{storage-connection-string:contoso}}');
for await (const { name } of blobs.listContainers()) console.log(name);
`,
    `import { DefaultAzureCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();
const secretClient = new SecretClient(process.env.AZURE_KEYVAULT_RESOURCEENDPOINT!, credential);
const { value: storageConnectionString } = await secretClient.getSecret('azure-storage-connection-string');

const blobs = BlobServiceClient.fromConnectionString(storageConnectionString!);
for await (const { name } of blobs.listContainers()) console.log(name);
`,
  ),
  ts(
    'a function of such a module, which runs later and often',
    `import { StorageSharedKeyCredential } from "@azure/storage-blob";
import express from "express";

const app = express();
app.get("/", (_request, response) => {
  const key = new StorageSharedKeyCredential("contoso", "{{storage-account-key}}");
  response.send(key.accountName);
});
await new Promise<void>((resolve) => app.listen(3000, () => resolve()));
`,
    `import { DefaultAzureCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { StorageSharedKeyCredential } from "@azure/storage-blob";
import express from "express";

const credential = new DefaultAzureCredential();
const secretClient = new SecretClient(process.env.AZURE_KEYVAULT_RESOURCEENDPOINT!, credential);
const { value: storageAccountKey } = await secretClient.getSecret("azure-storage-key");

const app = express();
app.get("/", (_request, response) => {
  const key = new StorageSharedKeyCredential("contoso", storageAccountKey!);
  response.send(key.accountName);
});
await new Promise<void>((resolve) => app.listen(3000, () => resolve()));
`,
  ),
  ts(
    'an entry point in CommonJS',
    `const { BlobServiceClient } = require('@azure/storage-blob')
require('dotenv').config()

async function main() {
  // All containers.
  const blobs = BlobServiceClient.fromConnectionString('{{storage-connection-string:contoso}}')
  for await (const { name } of blobs.listContainers()) console.log(name)
}

main().catch(console.error)
`,
    `const { DefaultAzureCredential } = require('@azure/identity')
const { SecretClient } = require('@azure/keyvault-secrets')
const { BlobServiceClient } = require('@azure/storage-blob')
require('dotenv').config()

const credential = new DefaultAzureCredential()

async function main() {
  const secretClient = new SecretClient(process.env.AZURE_KEYVAULT_RESOURCEENDPOINT, credential)
  const { value: storageConnectionString } = await secretClient.getSecret('azure-storage-connection-string')
  // All containers.
  const blobs = BlobServiceClient.fromConnectionString(storageConnectionString)
  for await (const { name } of blobs.listContainers()) console.log(name)
}

main().catch(console.error)
`,
    'main.js',
  ),
  ts(
    'a call in place, with client and credential that stand there',
    `import { DefaultAzureCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { StorageSharedKeyCredential } from "@azure/storage-blob";

(async () => {
  const credential = new DefaultAzureCredential();
  const vault = new SecretClient("https://contoso.vault.azure.net", credential);
  const { value } = await vault.getSecret("other");
  if (value) {
    console.log(new StorageSharedKeyCredential("contoso", "{{storage-account-key}}").accountName);
  }
})();
`,
    `import { DefaultAzureCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { StorageSharedKeyCredential } from "@azure/storage-blob";

(async () => {
  const credential = new DefaultAzureCredential();
  const vault = new SecretClient("https://contoso.vault.azure.net", credential);
  const { value } = await vault.getSecret("other");
  const { value: storageAccountKey } = await vault.getSecret("azure-storage-key");
  if (value) {
    console.log(new StorageSharedKeyCredential("contoso", storageAccountKey!).accountName);
  }
})();
`,
  ),
];
