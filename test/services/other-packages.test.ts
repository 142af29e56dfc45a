import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { fill } from '../support/fill';
import { migrated } from '../support/migrated';

const engine = createEngine();

/** Rule and reason of what a scan finds. */
async function found(path: string, text: string): Promise<string[]> {
  const { findings } = await engine.scan({ path, text: fill(text) });
  return findings.map(({ rule, refusal }) => (refusal ? `${rule}: ${refusal.id}` : rule));
}

/** A call in a class of C#. */
const net = (usings: string, call: string): string =>
  `using Microsoft.Extensions.Configuration;\n${usings}\n\npublic static class Setup\n{\n    public static void Add(dynamic services, IConfiguration config)\n    {\n        ${call};\n    }\n}\n`;

const CONFIG = 'config["Bus"]';

describe('packages of .NET that hand a connection string on', () => {
  it.each([
    [
      'data protection',
      'using Microsoft.AspNetCore.DataProtection;',
      `services.AddDataProtection().PersistKeysToAzureBlobStorage(${CONFIG}, "keys", "keys.xml")`,
      'key-auth/storage-blob',
    ],
    [
      'data protection by key',
      'using System;\nusing Azure.Storage;\nusing Microsoft.AspNetCore.DataProtection;',
      `services.AddDataProtection().PersistKeysToAzureBlobStorage(new Uri("https://contoso.blob.core.windows.net/keys/keys.xml"), new StorageSharedKeyCredential("contoso", ${CONFIG}))`,
      'key-auth/storage-blob',
    ],
    [
      'Orleans, tables',
      'using Orleans.Hosting;',
      `services.UseAzureStorageClustering(o => o.ConfigureTableServiceClient(${CONFIG}))`,
      'key-auth/storage-table',
    ],
    [
      'Orleans, blobs',
      'using Orleans.Hosting;',
      `services.AddAzureBlobGrainStorage("s", o => { o.ConfigureBlobServiceClient(${CONFIG}); })`,
      'key-auth/storage-blob',
    ],
    [
      'Orleans, queues',
      'using Orleans.Hosting;',
      `services.AddAzureQueueStreams("q", b => b.Configure(o => o.ConfigureQueueServiceClient(${CONFIG})))`,
      'key-auth/storage-queue',
    ],
    [
      'Orleans 3',
      'using Orleans.Hosting;',
      `services.UseAzureStorageClustering(o => o.ConnectionString = ${CONFIG})`,
      'key-auth/storage-table: not-checked',
    ],
    [
      'MassTransit',
      'using MassTransit;',
      `services.AddMassTransit(x => x.UsingAzureServiceBus((ctx, cfg) => cfg.Host(${CONFIG})))`,
      'key-auth/service-bus: own-way',
    ],
    [
      'MassTransit in a block',
      'using MassTransit;',
      `services.AddMassTransit(x => x.UsingAzureServiceBus((ctx, cfg) => { cfg.Host(${CONFIG}, h => { h.RetryLimit = 3; }); cfg.ConfigureEndpoints(ctx); }))`,
      'key-auth/service-bus: own-way',
    ],
    [
      'NServiceBus',
      'using NServiceBus;',
      `var transport = new AzureServiceBusTransport(${CONFIG}, TopicTopology.Default)`,
      'key-auth/service-bus: own-way',
    ],
    [
      'NServiceBus 7',
      'using NServiceBus;',
      `var transport = services.UseTransport<AzureServiceBusTransport>();\n        transport.ConnectionString(${CONFIG})`,
      'key-auth/service-bus: own-way',
    ],
    [
      'Rebus',
      'using Rebus.Config;',
      `services.AddRebus(c => c.Transport(t => t.UseAzureServiceBus(${CONFIG}, "orders")))`,
      'key-auth/service-bus: own-way',
    ],
    [
      'Serilog',
      'using Serilog;',
      `new LoggerConfiguration().WriteTo.AzureBlobStorage(connectionString: ${CONFIG}).CreateLogger()`,
      'key-auth/storage-blob: own-way',
    ],
    [
      'Serilog with a formatter',
      'using Serilog;',
      `new LoggerConfiguration().WriteTo.AzureTableStorage(formatter, ${CONFIG}).CreateLogger()`,
      'key-auth/storage-table: own-way',
    ],
    [
      'health check of a topic',
      '',
      `services.AddHealthChecks().AddAzureServiceBusTopic(${CONFIG}, topicName: "t")`,
      'key-auth/service-bus: own-way',
    ],
    [
      'health check of a queue',
      '',
      `services.AddHealthChecks().AddAzureServiceBusQueue(${CONFIG}, "q", name: "bus")`,
      'key-auth/service-bus: own-way',
    ],
    [
      'health check of blobs',
      '',
      `services.AddHealthChecks().AddAzureBlobStorage(${CONFIG})`,
      'key-auth/storage-blob: own-way',
    ],
    [
      'health check of queues',
      '',
      `services.AddHealthChecks().AddAzureQueueStorage(${CONFIG})`,
      'key-auth/storage-queue: own-way',
    ],
    [
      'health check of an event hub',
      '',
      `services.AddHealthChecks().AddAzureEventHub(${CONFIG}, "hub")`,
      'key-auth/event-hubs: own-way',
    ],
    [
      'health check of Cosmos DB',
      '',
      `services.AddHealthChecks().AddCosmosDb(${CONFIG})`,
      'key-auth/cosmos-nosql: own-way',
    ],
    [
      'SignalR management',
      'using Microsoft.Azure.SignalR.Management;',
      `new ServiceManagerBuilder().WithOptions(o => o.ConnectionString = ${CONFIG}).BuildServiceManager()`,
      'key-auth/signalr',
    ],
    [
      'SignalR options',
      '',
      `services.AddSignalR().AddAzureSignalR(o => o.ConnectionString = ${CONFIG})`,
      'key-auth/signalr',
    ],
    [
      'Durable Task',
      'using DurableTask.AzureStorage;',
      `var settings = new AzureStorageOrchestrationServiceSettings { StorageConnectionString = ${CONFIG} }`,
      'key-auth/storage-blob: own-way',
    ],
    [
      'bot storage',
      'using Microsoft.Bot.Builder.Azure.Blobs;',
      `var storage = new BlobsStorage(${CONFIG}, "state")`,
      'key-auth/storage-blob: own-way',
    ],
    [
      'bot password',
      'using Microsoft.Bot.Connector.Authentication;',
      `var factory = new PasswordServiceClientCredentialFactory(config["Id"], config["Password"], tenantId, null, null)`,
      'key-auth/entra-app-client-secret: bot-password',
    ],
    [
      'Microsoft.Identity.Web',
      'using Microsoft.Identity.Web;',
      `services.AddMicrosoftIdentityWebApp(o => { o.ClientSecret = config["Secret"]; })`,
      'key-auth/entra-app-client-secret: msal-federated-credential',
    ],
    [
      'Semantic Kernel, chat client',
      'using Microsoft.SemanticKernel;',
      `services.AddAzureOpenAIChatClient("gpt", "https://contoso.openai.azure.com", config["Key"])`,
      'key-auth/openai',
    ],
    [
      'connection of an event hub',
      'using Azure.Messaging.EventHubs;',
      `var hub = new EventHubConnection(${CONFIG}, "orders")`,
      'key-auth/event-hubs',
    ],
    [
      'receiver of a partition',
      'using Azure.Messaging.EventHubs.Primitives;',
      `var hub = new PartitionReceiver("g", "0", position, ${CONFIG}, "orders")`,
      'key-auth/event-hubs',
    ],
    [
      'a table by its SAS',
      'using System;\nusing Azure;\nusing Azure.Data.Tables;',
      `var table = new TableClient(new Uri("https://contoso.table.core.windows.net/orders"), new AzureSasCredential(${CONFIG}))`,
      'key-auth/storage-table: own-way',
    ],
    [
      'a login of unknown strings',
      'using Azure.Identity;',
      'var login = new ClientSecretCredential(services["T"], services["C"], services["S"])',
      'key-auth/entra-app-client-secret: secret-from-elsewhere',
    ],
  ])('%s', async (_, usings, call, expected) => {
    expect(await found('Setup.cs', net(usings, call))).toEqual([expected]);
  });

  it.each([
    [
      'RabbitMQ beside it',
      'using MassTransit;',
      `services.AddMassTransit(x => x.UsingRabbitMq((ctx, cfg) => cfg.Host(${CONFIG})))`,
    ],
    [
      'a client of its own',
      'using Serilog;',
      'new LoggerConfiguration().WriteTo.AzureBlobStorage(services.GetRequiredService<BlobServiceClient>())',
    ],
    [
      'a namespace and a credential',
      '',
      'services.AddHealthChecks().AddAzureServiceBusTopic(config["Namespace"], "t", new DefaultAzureCredential())',
    ],
    ['the name of a check', '', 'services.AddHealthChecks().AddAzureBlobStorage("blobs")'],
    ['options of another library', '', `services.AddOther(o => o.ConnectionString = ${CONFIG})`],
    [
      'a host with a token',
      'using MassTransit;',
      'services.AddMassTransit(x => x.UsingAzureServiceBus((ctx, cfg) => cfg.Host(new Uri("sb://contoso.servicebus.windows.net"), h => h.TokenCredential = credential)))',
    ],
    [
      'a connection that is given',
      'using Azure.Messaging.EventHubs.Producer;',
      'var hub = new EventHubProducerClient(services.Hub, services.Options, services.More)',
    ],
  ])('leaves alone: %s', async (_, usings, call) => {
    expect(await found('Setup.cs', net(usings, call))).toEqual([]);
  });

  it('rewrites options in a lambda', async () => {
    const text = net(
      'using Microsoft.Azure.SignalR.Management;',
      `new ServiceManagerBuilder().WithOptions(o => { o.ConnectionString = ${CONFIG}; })`,
    );
    expect(await migrated(engine, 'Setup.cs', text)).toContain(
      'o.ServiceEndpoints = new[] { new ServiceEndpoint(new Uri(config["AZURE_SIGNALR_ENDPOINT"]), new DefaultAzureCredential()) };',
    );
  });

  it('rewrites a client inside the arguments of another one', async () => {
    const text = net(
      'using Azure.Messaging.EventHubs;\nusing Azure.Storage.Blobs;',
      'var processor = new EventProcessorClient(new BlobContainerClient(config["Blobs"], "checkpoints"), "g", config["Hub"], "orders")',
    );
    expect(await found('Setup.cs', text)).toEqual(['key-auth/event-hubs', 'key-auth/storage-blob']);
  });
});

const js = (imported: string, code: string): string => `${imported}\n\n${code}\n`;

describe('packages of JavaScript that hand a secret on', () => {
  it.each([
    [
      'AI SDK',
      'import { createAzure } from "@ai-sdk/azure";',
      'export const azure = createAzure({ resourceName: "res", apiKey: process.env.AZURE_API_KEY });',
      'key-auth/openai',
    ],
    [
      'AI SDK without a key',
      'import { createAzure } from "@ai-sdk/azure";',
      'export const azure = createAzure({ resourceName: "res" });',
      'key-auth/openai',
    ],
    [
      'AI SDK as it comes',
      'import { azure } from "@ai-sdk/azure";',
      'export const model = azure("gpt-4o");',
      'key-auth/openai: own-way',
    ],
    [
      'LlamaIndex',
      'import { AzureOpenAI } from "@llamaindex/azure";',
      'export const llm = new AzureOpenAI({ deployment: "d", apiKey: process.env.KEY });',
      'key-auth/openai',
    ],
    [
      'LangChain',
      'import { AzureChatOpenAI } from "@langchain/openai";',
      'export const llm = new AzureChatOpenAI({ azureOpenAIApiInstanceName: "contoso", model: "gpt-4o" });',
      'key-auth/openai',
    ],
    [
      'LangChain, class of OpenAI',
      'import { ChatOpenAI } from "@langchain/openai";',
      'export const llm = new ChatOpenAI({ azureOpenAIApiKey: process.env.KEY });',
      'key-auth/openai: own-way',
    ],
    [
      'a key that nobody gives',
      'import { AzureOpenAI } from "openai";',
      'export const ai = new AzureOpenAI({ endpoint: "https://contoso.openai.azure.com", apiVersion: "2024-10-21" });',
      'key-auth/openai',
    ],
    [
      'nothing that anybody gives',
      'const { AzureOpenAI } = require("openai");',
      'module.exports = new AzureOpenAI();',
      'key-auth/openai',
    ],
    [
      'bot storage',
      'import { BlobsStorage } from "botbuilder-azure-blobs";',
      'export const s = new BlobsStorage(process.env.CONN!, "state");',
      'key-auth/storage-blob: own-way',
    ],
    [
      'bot transcripts',
      'const { BlobsTranscriptStore } = require("botbuilder-azure-blobs");',
      'module.exports = new BlobsTranscriptStore(process.env.CONN, "log");',
      'key-auth/storage-blob: own-way',
    ],
    [
      'bot state',
      'import { CosmosDbPartitionedStorage } from "botbuilder-azure";',
      'export const s = new CosmosDbPartitionedStorage({ cosmosDbEndpoint: process.env.E, authKey: process.env.KEY, databaseId: "d", containerId: "c" });',
      'key-auth/cosmos-nosql: own-way',
    ],
    [
      'bot password',
      'import { BotFrameworkAdapter } from "botbuilder";',
      'export const a = new BotFrameworkAdapter({ appId: process.env.ID, appPassword: process.env.PASSWORD });',
      'key-auth/entra-app-client-secret: bot-password',
    ],
    [
      'NextAuth',
      'import AzureADProvider from "next-auth/providers/azure-ad";',
      'export const p = AzureADProvider({ clientId: process.env.ID!, clientSecret: process.env.SECRET!, tenantId: process.env.T });',
      'key-auth/entra-app-client-secret: login-provider',
    ],
    [
      'Auth.js',
      'import MicrosoftEntraID from "next-auth/providers/microsoft-entra-id";',
      'export const p = MicrosoftEntraID({ clientSecret: process.env.SECRET });',
      'key-auth/entra-app-client-secret: login-provider',
    ],
    [
      'Passport',
      'const { OIDCStrategy } = require("passport-azure-ad");',
      'module.exports = new OIDCStrategy({ clientID: process.env.ID, clientSecret: process.env.SECRET }, verify);',
      'key-auth/entra-app-client-secret: login-provider',
    ],
    [
      'SIP',
      'import { SipRoutingClient } from "@azure/communication-phone-numbers";',
      'export const sip = new SipRoutingClient(process.env.CONN!);',
      'key-auth/communication-services',
    ],
    [
      'Sequelize, SQL',
      'const { Sequelize } = require("sequelize");',
      'module.exports = new Sequelize("d", "u", process.env.PW, { dialect: "mssql", host: "contoso.database.windows.net" });',
      'key-auth/sql: own-way',
    ],
    [
      'Sequelize, one object',
      'import { Sequelize } from "sequelize";',
      'export const db = new Sequelize({ dialect: "mysql", host: "contoso.mysql.database.azure.com", username: "u", password: process.env.PW });',
      'key-auth/mysql: own-way',
    ],
    [
      'Sequelize, dialect from elsewhere',
      'import { Sequelize } from "sequelize";',
      'export const db = new Sequelize("d", "u", process.env.PW, { dialect: process.env.DIALECT as any, host: "contoso.postgres.database.azure.com" });',
      'key-auth/postgresql: own-way',
    ],
    [
      'TypeORM',
      'import { DataSource } from "typeorm";',
      'export const db = new DataSource({ type: "postgres", host: "contoso.postgres.database.azure.com", username: "u", password: process.env.PW });',
      'key-auth/postgresql: own-way',
    ],
    [
      'TypeORM in NestJS',
      'import { TypeOrmModule } from "@nestjs/typeorm";',
      'export const db = TypeOrmModule.forRoot({ type: "mssql", host: "contoso.database.windows.net", username: "u", password: process.env.PW });',
      'key-auth/sql: own-way',
    ],
    [
      'Knex',
      'const knex = require("knex");',
      'module.exports = knex({ client: "pg", connection: { host: "contoso.postgres.database.azure.com", user: "u", password: process.env.PW } });',
      'key-auth/postgresql: own-way',
    ],
    [
      'Knex, SQL',
      'import knex from "knex";',
      'export const db = knex({ client: "mssql", connection: { server: "contoso.database.windows.net", user: "u", password: process.env.PW } });',
      'key-auth/sql: own-way',
    ],
    [
      'Mongoose',
      'const mongoose = require("mongoose");',
      'mongoose.connect(`mongodb://${process.env.COSMOSDB_HOST}:10255/d?ssl=true&replicaSet=globaldb`, { auth: { username: "u", password: process.env.COSMOSDB_PASSWORD } });',
      'key-auth/cosmos-mongodb: cosmos-mongo-request-units',
    ],
    [
      'Mongoose in NestJS',
      'import { MongooseModule } from "@nestjs/mongoose";',
      'export const db = MongooseModule.forRoot(process.env.AZURE_COSMOS_CONNECTIONSTRING!);',
      'key-auth/cosmos-mongodb: database-url',
    ],
    [
      'MongoDB',
      'import { MongoClient } from "mongodb";',
      'export const c = new MongoClient(`mongodb://${process.env.COSMOS_HOST}`, { auth: { username: "u", password: process.env.COSMOS_KEY } });',
      'key-auth/cosmos-mongodb: not-checked',
    ],
    [
      'BullMQ',
      'import { Queue } from "bullmq";',
      'export const q = new Queue("jobs", { connection: { host: "contoso.redis.cache.windows.net", port: 6380, password: process.env.KEY, tls: {} } });',
      'key-auth/redis: package-without-entra',
    ],
    [
      'Bull',
      'const Queue = require("bull");',
      'module.exports = new Queue("jobs", { redis: { host: "contoso.redis.cache.windows.net", password: process.env.KEY } });',
      'key-auth/redis: package-without-entra',
    ],
  ])('%s', async (_, imported, code, expected) => {
    expect(await found('app.ts', js(imported, code))).toEqual([expected]);
  });

  it.each([
    [
      'a database elsewhere',
      'import { Sequelize } from "sequelize";',
      'export const db = new Sequelize("d", "u", process.env.PW, { dialect: "postgres", host: "db.internal" });',
    ],
    [
      'a provider',
      'import { AzureOpenAI } from "openai";',
      'export const ai = new AzureOpenAI({ azureADTokenProvider, apiVersion: "2024-10-21" });',
    ],
    [
      'options of which nothing is known',
      'import { AzureOpenAI } from "openai";',
      'export const make = (options: any) => new AzureOpenAI({ ...options, apiVersion: "2024-10-21" });',
    ],
    [
      'a bot with a credential',
      'import { BlobsStorage } from "botbuilder-azure-blobs";',
      'export const s = new BlobsStorage("", "state", {}, url, new DefaultAzureCredential());',
    ],
  ])('leaves alone: %s', async (_, imported, code) => {
    expect(await found('app.ts', js(imported, code))).toEqual([]);
  });

  it('gives a provider to a client that reads its key itself', async () => {
    const text = js(
      'import { AzureOpenAI } from "openai";',
      'export const ai = new AzureOpenAI({ apiVersion: "2024-10-21" });',
    );
    expect(await migrated(engine, 'ai.ts', text)).toBe(
      js(
        'import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";\nimport { AzureOpenAI } from "openai";',
        'const credential = new DefaultAzureCredential();\n\nexport const ai = new AzureOpenAI({ azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"), apiVersion: "2024-10-21" });',
      ),
    );
  });

  it('tells the service of a header by the host, over names and additions', async () => {
    const call = (host: string): string =>
      js(
        'const fetch = require("node-fetch");',
        `const host = "${host}";\nconst path = "/translate";\nconst url = host + path + "&to=de";\nmodule.exports = (key) => fetch(url, { headers: { "Ocp-Apim-Subscription-Key": process.env.KEY } });`,
      );
    expect(await found('t.js', call('https://api.cognitive.microsofttranslator.com'))).toEqual([
      'key-auth/ai-services: rest-header',
    ]);
    expect(await found('t.js', call('https://contoso.azure-api.net'))).toEqual([
      'key-auth/api-management: rest-header',
    ]);
  });

  it('names the code to write in the reason', async () => {
    const text = fill(
      js(
        'import { BlobsStorage } from "botbuilder-azure-blobs";',
        'export const s = new BlobsStorage(process.env.CONN!, "state");',
      ),
    );
    const { findings } = await engine.scan({ path: 'bot.ts', text });
    expect(JSON.stringify(findings[0]?.refusal?.message)).toContain('new DefaultAzureCredential()');
  });
});
