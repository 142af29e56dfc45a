import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const CLIENTS = ['ServiceBusClient', 'ServiceBusAdministrationClient'];

export const serviceBus = defineService({
  id: 'service-bus',
  title: 'Azure Service Bus',
  secrets: ['servicebus-connection-string', 'servicebus-key', 'servicebus-sas'],
  // The client takes the host name alone.
  endpoint: ({ Endpoint }) => Endpoint?.replace(/^\w+:\/\//, '').replace(/\/.*$/, '') ?? null,
  endpointSetting: 'AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE',
  endpointWords: ['fully', 'qualified', 'namespace'],
  clients: {
    typescript: [
      sdk('@azure/service-bus', [
        rewrite('new $CLASS($CONNECTION, ...$REST)', 'new $CLASS($ENDPOINT, $CREDENTIAL, ...$REST)', { for: CLIENTS }),
        rewrite(
          'new $CLASS($HOST, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'new $CLASS($HOST, $CREDENTIAL, ...$REST)',
          { for: CLIENTS },
        ),
        rewrite(
          'new $CLASS($HOST, new AzureSASCredential($SAS), ...$REST)',
          'new $CLASS($HOST, $CREDENTIAL, ...$REST)',
          { for: CLIENTS },
        ),
        refuse('ServiceBusClient.createFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk'),
      ]),
      sdk('azure-sb', [refuse('createServiceBusService($CONNECTION, ...$REST)', 'legacy-sdk')]),
    ],
    csharp: [
      sdk(
        'Azure.Messaging.ServiceBus',
        [
          rewrite(
            'new $CLASS(connectionString: $CONNECTION, ...$REST)',
            'new $CLASS(fullyQualifiedNamespace: $ENDPOINT, credential: $CREDENTIAL, ...$REST)',
            { for: CLIENTS },
          ),
          ...['AzureNamedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
            rewrite(
              `new $CLASS(fullyQualifiedNamespace: $HOST, credential: new ${credential}, ...$REST)`,
              'new $CLASS(fullyQualifiedNamespace: $HOST, credential: $CREDENTIAL, ...$REST)',
              { for: CLIENTS },
            ),
          ),
        ],
        { namespaces: { ServiceBusAdministrationClient: 'Azure.Messaging.ServiceBus.Administration' } },
      ),
      sdk(
        'Microsoft.Extensions.Azure',
        CLIENTS.map((name) =>
          rewrite(`$BUILDER.Add${name}($CONNECTION)`, `$BUILDER.Add${name}WithNamespace($ENDPOINT)`, {
            beside: '$BUILDER.UseCredential($CREDENTIAL)',
          }),
        ),
      ),
      sdk(
        'Microsoft.Azure.ServiceBus',
        [
          refuse('new $CLASS($CONNECTION, ...$REST)', 'legacy-sdk', {
            for: [
              'QueueClient',
              'TopicClient',
              'SubscriptionClient',
              'SessionClient',
              'MessageSender',
              'MessageReceiver',
              'ManagementClient',
              'ServiceBusConnection',
              'ServiceBusConnectionStringBuilder',
            ],
          }),
          refuse('TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST)', 'legacy-sdk'),
        ],
        {
          namespaces: {
            TokenProvider: 'Microsoft.Azure.ServiceBus.Primitives',
            MessageSender: 'Microsoft.Azure.ServiceBus.Core',
            MessageReceiver: 'Microsoft.Azure.ServiceBus.Core',
            ManagementClient: 'Microsoft.Azure.ServiceBus.Management',
          },
          successor: 'Azure.Messaging.ServiceBus',
        },
      ),
      sdk(
        'WindowsAzure.ServiceBus',
        [
          refuse('$CLASS.CreateFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk', {
            for: ['NamespaceManager', 'QueueClient', 'TopicClient', 'SubscriptionClient', 'MessagingFactory'],
          }),
          refuse('TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST)', 'legacy-sdk'),
        ],
        {
          namespaces: {
            NamespaceManager: 'Microsoft.ServiceBus',
            TokenProvider: 'Microsoft.ServiceBus',
            QueueClient: 'Microsoft.ServiceBus.Messaging',
            TopicClient: 'Microsoft.ServiceBus.Messaging',
            SubscriptionClient: 'Microsoft.ServiceBus.Messaging',
            MessagingFactory: 'Microsoft.ServiceBus.Messaging',
          },
          successor: 'Azure.Messaging.ServiceBus',
        },
      ),
    ],
  },
  calls: {
    read: /^(?:createreceiver|createprocessor|receive|peek|acceptnextsession|acceptsession|getqueuereceiver|getsubscriptionreceiver|newreceiver|processor$|subscribe$)/,
    write: /^(?:createsender|send|schedule|getqueuesender|gettopicsender|newsender|sender$)/,
  },
  settings: [
    'AZURE_SERVICEBUS_CONNECTIONSTRING',
    'SERVICEBUS_CONNECTION_STRING',
    'SERVICE_BUS_CONNECTION_STRING',
    'AzureWebJobsServiceBus',
  ],
  identity: {
    support: 'yes',
    summary:
      'Service Bus accepts Microsoft Entra tokens. Give the identity the right to send or to receive and connect with the fully qualified namespace instead of a connection string.',
    roles: {
      read: [
        {
          name: 'Azure Service Bus Data Receiver',
          id: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0',
          allows: 'receive and settle messages',
        },
      ],
      write: [
        { name: 'Azure Service Bus Data Sender', id: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39', allows: 'send messages' },
      ],
      admin: [
        {
          name: 'Azure Service Bus Data Owner',
          id: '090c5cfd-751d-490a-894a-3ce6f1109419',
          allows: 'send, receive and manage entities (ServiceBusAdministrationClient)',
        },
      ],
      other: [],
    },
    apart: true,
    usual: 'Azure Service Bus Data Receiver',
    endpoint: '<namespace>.servicebus.windows.net',
    bindings: ['<connection>__fullyQualifiedNamespace=<namespace>.servicebus.windows.net'],
    scopeNote: 'Prefer the queue or topic as scope: append /queues/<queue> or /topics/<topic> to the scope.',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.ServiceBus/namespaces/<namespace>',
      bicepType: 'Microsoft.ServiceBus/namespaces@2026-01-01',
      terraformType: 'azurerm_servicebus_namespace',
    },
    disableKeys: {
      cli: 'az servicebus namespace update --resource-group <resource-group> --name <namespace> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_auth_enabled = false',
      effect: 'Every client of the namespace with a SAS rule stops, connections of Event Grid and Logic Apps included.',
    },
    rotate: [
      'az servicebus namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key PrimaryKey',
      'az servicebus namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key SecondaryKey',
      '# or, for the rule of a queue:',
      'az servicebus queue authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --queue-name <queue> --name <rule> --key PrimaryKey',
    ],
    limits: [
      'EntityPath of the connection string becomes an explicit queue or topic in the code.',
      'AMQP and JMS clients that only know SAS need the JMS library of Azure, or the connection string from Key Vault.',
    ],
    links: [
      {
        title: 'Authenticate a managed identity to Service Bus',
        url: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-managed-service-identity',
      },
      {
        title: 'Disable local authentication of Service Bus',
        url: 'https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication',
      },
      {
        title: 'Connect to Service Bus with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-service-bus',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment, for messages and for administration',
      file: 'bus.ts',
      before: `import { ServiceBusAdministrationClient, ServiceBusClient } from "@azure/service-bus";

const connectionString = process.env.SERVICEBUS_CONNECTION_STRING || "<connection string>";

export const bus = new ServiceBusClient(connectionString, { retryOptions: { maxRetries: 3 } });
export const admin = new ServiceBusAdministrationClient(connectionString);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { ServiceBusAdministrationClient, ServiceBusClient } from "@azure/service-bus";

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = process.env.AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE || "<namespace>.servicebus.windows.net";

export const bus = new ServiceBusClient(fullyQualifiedNamespace, credential, { retryOptions: { maxRetries: 3 } });
export const admin = new ServiceBusAdministrationClient(fullyQualifiedNamespace, credential);
`,
      rules: ['key-auth/service-bus', 'key-auth/service-bus'],
    },
    {
      language: 'typescript',
      title: 'a connection string in the code, in CommonJS',
      file: 'send.js',
      before: `const { ServiceBusClient } = require("@azure/service-bus");

async function main() {
  const client = new ServiceBusClient("{{servicebus-connection-string:contoso}}");
  const sender = client.createSender("orders");
  await sender.sendMessages({ body: "hello" });
  await client.close();
}

main();
`,
      after: `const { DefaultAzureCredential } = require("@azure/identity");
const { ServiceBusClient } = require("@azure/service-bus");

const credential = new DefaultAzureCredential();

async function main() {
  const client = new ServiceBusClient("contoso.servicebus.windows.net", credential);
  const sender = client.createSender("orders");
  await sender.sendMessages({ body: "hello" });
  await client.close();
}

main();
`,
      rules: ['hardcoded/servicebus-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a named key and a SAS',
      file: 'named.ts',
      before: `import { AzureNamedKeyCredential, AzureSASCredential } from "@azure/core-auth";
import { ServiceBusClient } from "@azure/service-bus";

const host = "contoso.servicebus.windows.net";

export const sending = new ServiceBusClient(host, new AzureNamedKeyCredential("send", process.env.SERVICEBUS_KEY!));
export const listening = new ServiceBusClient(host, new AzureSASCredential(process.env.SERVICEBUS_SAS!));
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { ServiceBusClient } from "@azure/service-bus";

const credential = new DefaultAzureCredential();

const host = "contoso.servicebus.windows.net";

export const sending = new ServiceBusClient(host, credential);
export const listening = new ServiceBusClient(host, credential);
`,
      rules: ['key-auth/service-bus', 'key-auth/service-bus'],
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const azure = require('azure-sb');

const bus = azure.createServiceBusService(process.env.SERVICEBUS_CONNECTION_STRING);
`,
      after: null,
      rules: ['key-auth/service-bus'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'typescript',
      title: 'a connection string that comes in as a parameter',
      file: 'factory.ts',
      before: `import { ServiceBusClient } from "@azure/service-bus";

export const createBus = (connectionString: string) => new ServiceBusClient(connectionString);
`,
      after: null,
      rules: ['key-auth/service-bus'],
      refusal: 'secret-from-parameter',
    },
    {
      language: 'csharp',
      title: 'a connection string, awaited and with options',
      file: 'Worker.cs',
      before: `using Azure.Messaging.ServiceBus;

namespace Orders;

public sealed class Worker(IConfiguration configuration)
{
    public async Task RunAsync()
    {
        var connectionString = configuration["ServiceBus:ConnectionString"]
            ?? throw new InvalidOperationException("ServiceBus:ConnectionString is not set");
        await using var client = new ServiceBusClient(connectionString, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets });
        await using var sender = client.CreateSender("orders");
    }
}
`,
      after: `using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Orders;

public sealed class Worker(IConfiguration configuration)
{
    public async Task RunAsync()
    {
        var fullyQualifiedNamespace = configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]
            ?? throw new InvalidOperationException("AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE is not set");
        var credential = new DefaultAzureCredential();
        await using var client = new ServiceBusClient(fullyQualifiedNamespace, credential, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets });
        await using var sender = client.CreateSender("orders");
    }
}
`,
      rules: ['key-auth/service-bus'],
    },
    {
      language: 'csharp',
      title: 'AddAzureClients',
      file: 'Program.cs',
      before: `using Microsoft.Extensions.Azure;

builder.Services.AddAzureClients(clients =>
{
    clients.AddServiceBusClient(builder.Configuration.GetConnectionString("ServiceBus"));
});
`,
      after: `using Azure.Identity;
using Microsoft.Extensions.Azure;

builder.Services.AddAzureClients(clients =>
{
    clients.AddServiceBusClientWithNamespace(builder.Configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]);
    clients.UseCredential(new DefaultAzureCredential());
});
`,
      rules: ['key-auth/service-bus'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using System;
using Microsoft.Azure.ServiceBus;

var queue = new QueueClient(Environment.GetEnvironmentVariable("SERVICEBUS_CONNECTION_STRING"), "orders");
`,
      after: null,
      rules: ['key-auth/service-bus'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'the first package of .NET',
      file: 'Classic.cs',
      before: `using System.Configuration;
using Microsoft.ServiceBus;
using Microsoft.ServiceBus.Messaging;

public class Classic
{
    private readonly string _connection = ConfigurationManager.AppSettings["Microsoft.ServiceBus.ConnectionString"];

    public QueueClient Orders() => QueueClient.CreateFromConnectionString(_connection, "orders");
}
`,
      after: null,
      rules: ['key-auth/service-bus'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'a connection handed to senders, in the legacy package',
      file: 'Senders.cs',
      before: `using Microsoft.Azure.ServiceBus;
using Microsoft.Azure.ServiceBus.Core;

public class Senders
{
    public MessageSender Create(string connectionString)
    {
        var builder = new ServiceBusConnectionStringBuilder(connectionString);
        var connection = new ServiceBusConnection(builder);
        return new MessageSender(connection, "orders");
    }
}
`,
      after: null,
      rules: ['key-auth/service-bus'],
      refusal: 'legacy-sdk',
    },
  ],
});
