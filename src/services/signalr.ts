import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

export const signalr = defineService({
  id: 'signalr',
  title: 'Azure SignalR Service',
  secrets: ['signalr-connection-string'],
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  endpointSetting: 'AZURE_SIGNALR_ENDPOINT',
  endpointWords: ['signal', 'r', 'endpoint'],
  absent: { typescript: 'no package for servers; bindings of Azure Functions name a setting' },
  clients: {
    csharp: [
      sdk('Microsoft.Azure.SignalR', [
        rewrite(
          'new ServiceEndpoint(connectionString: $CONNECTION)',
          'new ServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL)',
        ),
        rewrite(
          'new ServiceEndpoint(connectionString: $CONNECTION, type: $TYPE, ...$REST)',
          'new ServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, endpointType: $TYPE, ...$REST)',
          { when: /EndpointType\./ },
        ),
        refuse('new ServiceEndpoint($CONNECTION, ...$REST)', 'not-checked'),
      ]),
      sdk(
        '',
        [
          rewrite(
            '$BUILDER.AddAzureSignalR($CONNECTION)',
            '$BUILDER.AddAzureSignalR(signalR => signalR.Endpoints = new[] { new ServiceEndpoint(new Uri($ENDPOINT), $CREDENTIAL) })',
            { names: { ServiceEndpoint: 'Microsoft.Azure.SignalR' } },
          ),
        ],
        { words: ['AddAzureSignalR'] },
      ),
    ],
  },
  settings: ['AzureSignalRConnectionString', 'SIGNALR_CONNECTION_STRING', 'AZURE_SIGNALR_CONNECTIONSTRING'],
  identity: {
    support: 'yes',
    summary:
      'SignalR Service accepts Microsoft Entra tokens. Give the identity the role of an app server, or a REST role in serverless mode, and connect with the endpoint instead of the connection string.',
    roles: {
      read: [
        {
          name: 'SignalR REST API Reader',
          id: 'ddde6b66-c0df-4114-a159-3618637b3035',
          allows: 'read over the REST API',
        },
      ],
      write: [
        {
          name: 'SignalR App Server',
          id: '420fcaa2-552c-430f-98ca-3264be4806c7',
          allows: 'act as app server and make client tokens',
        },
      ],
      admin: [
        {
          name: 'SignalR Service Owner',
          id: '7e4f1700-ea5a-4f59-8f37-079cfe29dce3',
          allows: 'use the whole data plane, serverless mode included',
        },
      ],
      other: [
        {
          name: 'SignalR REST API Owner',
          id: 'fd53cd77-2268-407a-8f46-7e7863d0f521',
          allows: 'use the whole REST API',
        },
      ],
    },
    endpoint: 'https://<signalr>.service.signalr.net',
    bindings: ['AzureSignalRConnectionString__serviceUri=https://<signalr>.service.signalr.net'],
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.SignalRService/signalR/<signalr>',
      bicepType: 'Microsoft.SignalRService/signalR@2024-03-01',
      terraformType: 'azurerm_signalr_service',
    },
    disableKeys: {
      cli: 'az signalr update --resource-group <resource-group> --name <signalr> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_auth_enabled = false',
      effect: 'Servers and functions that connect with an access key stop.',
    },
    rotate: [
      'az signalr key renew --resource-group <resource-group> --name <signalr> --key-type primary',
      'az signalr key renew --resource-group <resource-group> --name <signalr> --key-type secondary',
    ],
    limits: [
      'Serverless mode and the REST API need SignalR REST API Owner or SignalR Service Owner instead of SignalR App Server.',
      'The SignalR trigger of Azure Functions still needs a connection string; negotiate and output bindings take __serviceUri.',
      'Browsers keep getting a short-lived token from the negotiate endpoint.',
    ],
    links: [
      {
        title: 'Authorize a managed identity to SignalR Service',
        url: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
      },
    ],
  },
  examples: [
    {
      language: 'csharp',
      title: 'the connection string of the configuration',
      file: 'Program.cs',
      before: `var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR().AddAzureSignalR(builder.Configuration["Azure:SignalR:ConnectionString"]);
var app = builder.Build();
app.Run();
`,
      after: `using Azure.Identity;
using Microsoft.Azure.SignalR;

var builder = WebApplication.CreateBuilder(args);
var credential = new DefaultAzureCredential();
builder.Services.AddSignalR().AddAzureSignalR(signalR => signalR.Endpoints = new[] { new ServiceEndpoint(new Uri(builder.Configuration["AZURE_SIGNALR_ENDPOINT"]!), credential) });
var app = builder.Build();
app.Run();
`,
      rules: ['key-auth/signalr'],
    },
    {
      language: 'csharp',
      title: 'endpoints of their own',
      file: 'Endpoints.cs',
      before: `using System;
using Microsoft.Azure.SignalR;

public static class Endpoints
{
    public static ServiceEndpoint[] All(IConfiguration configuration) => new[]
    {
        new ServiceEndpoint(configuration["SignalR:East"]),
        new ServiceEndpoint(connectionString: configuration["SignalR:West"], type: EndpointType.Secondary, name: "west"),
    };
}
`,
      after: `using System;
using Azure.Identity;
using Microsoft.Azure.SignalR;

public static class Endpoints
{
    public static ServiceEndpoint[] All(IConfiguration configuration) => new[]
    {
        new ServiceEndpoint(new Uri(configuration["AZURE_SIGNALR_ENDPOINT"]), new DefaultAzureCredential()),
        new ServiceEndpoint(endpoint: new Uri(configuration["AZURE_SIGNALR_ENDPOINT_WEST"]), credential: new DefaultAzureCredential(), endpointType: EndpointType.Secondary, name: "west"),
    };
}
`,
      rules: ['key-auth/signalr', 'key-auth/signalr'],
    },
    {
      language: 'csharp',
      title: 'a type that cannot be read',
      file: 'Typed.cs',
      before: `using Microsoft.Azure.SignalR;

public static class Typed
{
    public static ServiceEndpoint Make(IConfiguration configuration, EndpointType type) =>
        new ServiceEndpoint(configuration["Azure:SignalR:ConnectionString"], type);
}
`,
      after: null,
      rules: ['key-auth/signalr'],
      refusal: 'not-checked',
    },
  ],
});
