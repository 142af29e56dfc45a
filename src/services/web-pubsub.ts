import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

export const webPubsub = defineService({
  id: 'web-pubsub',
  title: 'Azure Web PubSub',
  secrets: ['webpubsub-connection-string'],
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  // Not Service Connector's AZURE_WEBPUBSUB_HOST: that one holds the host name alone, the client takes a URL.
  endpointSetting: 'AZURE_WEBPUBSUB_ENDPOINT',
  endpointWords: ['web', 'pub', 'sub', 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/web-pubsub', [
        rewrite(
          'new WebPubSubServiceClient($CONNECTION, $NAME, ...$REST)',
          'new WebPubSubServiceClient($ENDPOINT, $CREDENTIAL, $NAME, ...$REST)',
        ),
        rewrite(
          'new WebPubSubServiceClient($URL, new AzureKeyCredential($KEY), ...$REST)',
          'new WebPubSubServiceClient($URL, $CREDENTIAL, ...$REST)',
        ),
      ]),
    ],
    csharp: [
      sdk('Azure.Messaging.WebPubSub', [
        rewrite(
          'new WebPubSubServiceClient(connectionString: $CONNECTION, hub: $NAME, ...$REST)',
          'new WebPubSubServiceClient(endpoint: new Uri($ENDPOINT), hub: $NAME, credential: $CREDENTIAL, ...$REST)',
        ),
        rewrite(
          'new WebPubSubServiceClient(endpoint: $URL, hub: $NAME, credential: new AzureKeyCredential($KEY), ...$REST)',
          'new WebPubSubServiceClient(endpoint: $URL, hub: $NAME, credential: $CREDENTIAL, ...$REST)',
        ),
      ]),
      sdk(
        'Microsoft.Azure.WebPubSub.AspNetCore',
        [
          rewrite(
            'new WebPubSubServiceEndpoint(connectionString: $CONNECTION, ...$REST)',
            'new WebPubSubServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
          ),
          rewrite(
            'new WebPubSubServiceEndpoint(endpoint: $URL, credential: new AzureKeyCredential($KEY), ...$REST)',
            'new WebPubSubServiceEndpoint(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
          ),
        ],
        { words: ['WebPubSubServiceEndpoint'] },
      ),
      sdk('Microsoft.Extensions.Azure', [
        refuse('$BUILDER.AddWebPubSubServiceClient($CONNECTION, $NAME)', 'not-checked'),
      ]),
    ],
  },
  settings: ['WebPubSubConnectionString', 'WEB_PUBSUB_CONNECTION_STRING', 'AZURE_WEBPUBSUB_CONNECTIONSTRING'],
  identity: {
    support: 'yes',
    summary:
      'Web PubSub accepts Microsoft Entra tokens. Give the identity the role of an owner of the service and connect with the endpoint instead of the connection string.',
    roles: {
      read: [
        {
          name: 'Web PubSub Service Reader',
          id: 'bfb1c7d2-fb1a-466b-b2ba-aee63b92deaf',
          allows: 'read over the REST API',
        },
      ],
      write: [
        {
          name: 'Web PubSub Service Owner',
          id: '12cf5a90-567b-43ae-8102-96cf46c7d9b4',
          allows: 'send messages, manage connections and make client tokens',
        },
      ],
      admin: [],
      other: [],
    },
    endpoint: 'https://<web-pubsub>.webpubsub.azure.com',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.SignalRService/webPubSub/<web-pubsub>',
      bicepType: 'Microsoft.SignalRService/webPubSub@2024-03-01',
      terraformType: 'azurerm_web_pubsub',
    },
    disableKeys: {
      cli: 'az webpubsub update --resource-group <resource-group> --name <web-pubsub> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_auth_enabled = false',
      effect: 'Servers and functions that connect with an access key stop.',
    },
    rotate: [
      'az webpubsub key regenerate --resource-group <resource-group> --name <web-pubsub> --key-type primary',
      'az webpubsub key regenerate --resource-group <resource-group> --name <web-pubsub> --key-type secondary',
    ],
    limits: [
      'With a token credential, getClientAccessToken asks the service for the token of the client (a network call) instead of signing it locally.',
      'The commands az webpubsub are an extension of the Azure CLI.',
    ],
    links: [
      {
        title: 'Authorize a managed identity to Web PubSub',
        url: 'https://learn.microsoft.com/azure/azure-web-pubsub/howto-authorize-from-managed-identity',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment',
      file: 'hub.ts',
      before: `import { WebPubSubServiceClient } from "@azure/web-pubsub";

const hub = "chat";

export const service = new WebPubSubServiceClient(process.env.WebPubSubConnectionString!, hub, { allowInsecureConnection: false });
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { WebPubSubServiceClient } from "@azure/web-pubsub";

const credential = new DefaultAzureCredential();

const hub = "chat";

export const service = new WebPubSubServiceClient(process.env.AZURE_WEBPUBSUB_ENDPOINT!, credential, hub, { allowInsecureConnection: false });
`,
      rules: ['key-auth/web-pubsub'],
    },
    {
      language: 'typescript',
      title: 'a connection string in the code, in CommonJS',
      file: 'server.js',
      before: `const { WebPubSubServiceClient } = require('@azure/web-pubsub')

const service = new WebPubSubServiceClient('Endpoint=https://contoso.webpubsub.azure.com;AccessKey={{key:32}};Version=1.0;', 'chat')

module.exports = { service }
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { WebPubSubServiceClient } = require('@azure/web-pubsub')

const credential = new DefaultAzureCredential()

const service = new WebPubSubServiceClient('https://contoso.webpubsub.azure.com', credential, 'chat')

module.exports = { service }
`,
      rules: ['hardcoded/webpubsub-connection-string'],
    },
    {
      language: 'typescript',
      title: 'an endpoint and a key',
      file: 'notify.ts',
      before: `import { AzureKeyCredential, WebPubSubServiceClient } from "@azure/web-pubsub";

export const service = new WebPubSubServiceClient("https://contoso.webpubsub.azure.com", new AzureKeyCredential(process.env.WEB_PUBSUB_KEY!), "chat");
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { WebPubSubServiceClient } from "@azure/web-pubsub";

const credential = new DefaultAzureCredential();

export const service = new WebPubSubServiceClient("https://contoso.webpubsub.azure.com", credential, "chat");
`,
      rules: ['key-auth/web-pubsub'],
    },
    {
      language: 'csharp',
      title: 'a connection string from the configuration',
      file: 'Hub.cs',
      before: `using Azure.Messaging.WebPubSub;

var hub = new WebPubSubServiceClient(builder.Configuration["WebPubSub:ConnectionString"], "chat");
`,
      after: `using Azure.Identity;
using Azure.Messaging.WebPubSub;

var credential = new DefaultAzureCredential();
var hub = new WebPubSubServiceClient(new Uri(builder.Configuration["AZURE_WEBPUBSUB_ENDPOINT"]!), "chat", credential);
`,
      rules: ['key-auth/web-pubsub'],
    },
    {
      language: 'csharp',
      title: 'the endpoint of a web application',
      file: 'Program.cs',
      before: `using Microsoft.Azure.WebPubSub.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebPubSub(options =>
    options.ServiceEndpoint = new WebPubSubServiceEndpoint(builder.Configuration["Azure:WebPubSub:ConnectionString"]))
    .AddWebPubSubServiceClient<ChatHub>();
`,
      after: `using Azure.Identity;
using Microsoft.Azure.WebPubSub.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebPubSub(options =>
    options.ServiceEndpoint = new WebPubSubServiceEndpoint(new Uri(builder.Configuration["AZURE_WEBPUBSUB_ENDPOINT"]!), new DefaultAzureCredential()))
    .AddWebPubSubServiceClient<ChatHub>();
`,
      rules: ['key-auth/web-pubsub'],
    },
  ],
});
