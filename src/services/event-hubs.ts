import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const PRODUCERS = ['EventHubProducerClient', 'EventHubBufferedProducerClient'];

export const eventHubs = defineService({
  id: 'event-hubs',
  title: 'Azure Event Hubs',
  secrets: ['eventhubs-connection-string', 'eventhubs-key'],
  // The client takes the host name alone.
  endpoint: ({ Endpoint }) => Endpoint?.replace(/^\w+:\/\//, '').replace(/\/.*$/, '') ?? null,
  endpointSetting: 'AZURE_EVENTHUB_FULLYQUALIFIEDNAMESPACE',
  endpointWords: ['fully', 'qualified', 'namespace'],
  entity: ({ EntityPath }) => EntityPath ?? null,
  clients: {
    typescript: [
      sdk('@azure/event-hubs', [
        rewrite('new $CLASS($CONNECTION, $NAME, ...$REST)', 'new $CLASS($ENDPOINT, $NAME, $CREDENTIAL, ...$REST)', {
          for: PRODUCERS,
        }),
        rewrite('new $CLASS($CONNECTION)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL)', { for: PRODUCERS }),
        rewrite('new $CLASS($CONNECTION, $OPTIONS)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)', {
          for: PRODUCERS,
        }),
        rewrite(
          'new EventHubConsumerClient($GROUP, $CONNECTION, $NAME, ...$REST)',
          'new EventHubConsumerClient($GROUP, $ENDPOINT, $NAME, $CREDENTIAL, ...$REST)',
        ),
        rewrite(
          'new EventHubConsumerClient($GROUP, $CONNECTION)',
          'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
        ),
        rewrite(
          'new EventHubConsumerClient($GROUP, $CONNECTION, $OPTIONS, ...$REST)',
          'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS, ...$REST)',
        ),
        ...['new AzureNamedKeyCredential($ACCOUNT, $KEY)', 'new AzureSASCredential($SAS)'].flatMap((key) => [
          rewrite(`new $CLASS($HOST, $NAME, ${key}, ...$REST)`, 'new $CLASS($HOST, $NAME, $CREDENTIAL, ...$REST)', {
            for: PRODUCERS,
          }),
          rewrite(
            `new EventHubConsumerClient($GROUP, $HOST, $NAME, ${key}, ...$REST)`,
            'new EventHubConsumerClient($GROUP, $HOST, $NAME, $CREDENTIAL, ...$REST)',
          ),
        ]),
        refuse('EventHubClient.createFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk'),
      ]),
      sdk('@azure/event-processor-host', [
        refuse(
          'EventProcessorHost.createFromConnectionString($HOST, $CONTAINER, $STORAGE, $CONNECTION, ...$REST)',
          'legacy-sdk',
        ),
      ]),
    ],
    csharp: [
      sdk(
        'Azure.Messaging.EventHubs',
        [
          rewrite(
            'new $CLASS(connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
            'new $CLASS(fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
            { for: PRODUCERS },
          ),
          rewrite('new $CLASS($CONNECTION)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL)', { for: PRODUCERS }),
          rewrite('new $CLASS($CONNECTION, $OPTIONS)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)', {
            for: PRODUCERS,
          }),
          rewrite(
            'new EventHubConsumerClient(consumerGroup: $GROUP, connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
            'new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
          ),
          rewrite(
            'new EventHubConsumerClient($GROUP, $CONNECTION)',
            'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
          ),
          rewrite(
            'new EventHubConsumerClient($GROUP, $CONNECTION, $OPTIONS)',
            'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)',
          ),
          ...['AzureNamedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].flatMap((key) => [
            rewrite(
              `new $CLASS(fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: new ${key}, ...$REST)`,
              'new $CLASS(fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
              { for: PRODUCERS },
            ),
            rewrite(
              `new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: new ${key}, ...$REST)`,
              'new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
            ),
          ]),
        ],
        {
          namespaces: {
            EventHubProducerClient: 'Azure.Messaging.EventHubs.Producer',
            EventHubBufferedProducerClient: 'Azure.Messaging.EventHubs.Producer',
            EventHubConsumerClient: 'Azure.Messaging.EventHubs.Consumer',
          },
        },
      ),
      sdk(
        'Azure.Messaging.EventHubs.Processor',
        [
          rewrite(
            'new EventProcessorClient(checkpointStore: $STORE, consumerGroup: $GROUP, connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
            'new EventProcessorClient(checkpointStore: $STORE, consumerGroup: $GROUP, fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
          ),
          rewrite(
            'new EventProcessorClient($STORE, $GROUP, $CONNECTION)',
            'new EventProcessorClient($STORE, $GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
          ),
        ],
        { namespaces: { EventProcessorClient: 'Azure.Messaging.EventHubs' } },
      ),
      sdk('Microsoft.Extensions.Azure', [
        rewrite(
          '$BUILDER.AddEventHubProducerClient($CONNECTION, $NAME)',
          '$BUILDER.AddEventHubProducerClientWithNamespace($ENDPOINT, $NAME)',
          { beside: '$BUILDER.UseCredential($CREDENTIAL)' },
        ),
        rewrite(
          '$BUILDER.AddEventHubProducerClient($CONNECTION)',
          '$BUILDER.AddEventHubProducerClientWithNamespace($ENDPOINT, $ENTITY)',
          { beside: '$BUILDER.UseCredential($CREDENTIAL)' },
        ),
      ]),
      sdk(
        'Microsoft.Azure.EventHubs',
        [
          refuse('EventHubClient.CreateFromConnectionString($CONNECTION)', 'legacy-sdk'),
          refuse('new EventHubsConnectionStringBuilder($CONNECTION)', 'legacy-sdk'),
          refuse('new EventProcessorHost($NAME, $GROUP, $CONNECTION, $SECRET, $LEASES)', 'legacy-sdk'),
        ],
        {
          namespaces: { EventProcessorHost: 'Microsoft.Azure.EventHubs.Processor' },
          successor: 'Azure.Messaging.EventHubs',
        },
      ),
    ],
  },
  calls: {
    read: /^(?:receive|subscribe|startprocessing|buildeventprocessor|buildconsumer|readevents|newpartitionclient|newprocessor)/,
    write: /^(?:send|createbatch|enqueue|buildproducer|buildasyncproducer|neweventdatabatch|tryadd)/,
  },
  settings: [
    'AZURE_EVENTHUB_CONNECTIONSTRING',
    'EVENTHUB_CONNECTION_STRING',
    'EVENT_HUB_CONNECTION_STRING',
    'EVENTHUBS_CONNECTION_STRING',
    'EventHubConnection',
  ],
  identity: {
    support: 'yes',
    summary:
      'Event Hubs accepts Microsoft Entra tokens. Give the identity the right to send or to receive and connect with the fully qualified namespace instead of a connection string.',
    roles: {
      read: [
        {
          name: 'Azure Event Hubs Data Receiver',
          id: 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde',
          allows: 'receive events',
        },
      ],
      write: [
        { name: 'Azure Event Hubs Data Sender', id: '2b629674-e913-4c01-ae53-ef4638d8f975', allows: 'send events' },
      ],
      admin: [
        {
          name: 'Azure Event Hubs Data Owner',
          id: 'f526a384-b230-433a-b45c-95f59c4a2dec',
          allows: 'send, receive and manage',
        },
      ],
      other: [
        { name: 'Schema Registry Reader', id: '2c56ea50-c6b3-40a6-83c0-9d98858bc7d2', allows: 'read schemas' },
        {
          name: 'Schema Registry Contributor',
          id: '5dffeca3-4936-4216-b2bc-10343a5abb25',
          allows: 'read, write and delete schemas',
        },
      ],
    },
    apart: true,
    usual: 'Azure Event Hubs Data Sender',
    endpoint: '<namespace>.servicebus.windows.net',
    bindings: ['<connection>__fullyQualifiedNamespace=<namespace>.servicebus.windows.net'],
    scopeNote: 'Prefer the event hub as scope: append /eventhubs/<event-hub> to the scope.',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.EventHub/namespaces/<namespace>',
      bicepType: 'Microsoft.EventHub/namespaces@2026-01-01',
      terraformType: 'azurerm_eventhub_namespace',
    },
    disableKeys: {
      cli: 'az eventhubs namespace update --resource-group <resource-group> --name <namespace> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_authentication_enabled = false',
      effect: 'Every client of the namespace with a SAS rule stops, Kafka clients with a connection string included.',
    },
    rotate: [
      'az eventhubs namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key PrimaryKey',
      'az eventhubs namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key SecondaryKey',
    ],
    limits: [
      'A processor that keeps checkpoints also needs Storage Blob Data Contributor on the container of the checkpoints.',
      'Kafka clients change from SASL/PLAIN with the user $ConnectionString to SASL/OAUTHBEARER with a token callback.',
      'EntityPath of the connection string becomes the event hub name in the code.',
    ],
    links: [
      {
        title: 'Authenticate a managed identity to Event Hubs',
        url: 'https://learn.microsoft.com/azure/event-hubs/authenticate-managed-identity',
      },
      {
        title: 'Event Hubs for Apache Kafka',
        url: 'https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-kafka-overview',
      },
      {
        title: 'Connect to Event Hubs with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-event-hubs',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment, with the name of the event hub',
      file: 'telemetry.ts',
      before: `import { EventHubBufferedProducerClient, EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";

const connectionString = process.env["EVENTHUB_CONNECTION_STRING"]!;
const hub = process.env["EVENTHUB_NAME"]!;

export const producer = new EventHubProducerClient(connectionString, hub);
export const buffered = new EventHubBufferedProducerClient(connectionString, hub, { onSendEventsErrorHandler: async () => {} });
export const consumer = new EventHubConsumerClient(
  EventHubConsumerClient.defaultConsumerGroupName,
  connectionString,
  hub,
  { retryOptions: { maxRetries: 3 } },
);
`,
      after: `import { EventHubBufferedProducerClient, EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = process.env["AZURE_EVENTHUB_FULLYQUALIFIEDNAMESPACE"]!;
const hub = process.env["EVENTHUB_NAME"]!;

export const producer = new EventHubProducerClient(fullyQualifiedNamespace, hub, credential);
export const buffered = new EventHubBufferedProducerClient(fullyQualifiedNamespace, hub, credential, { onSendEventsErrorHandler: async () => {} });
export const consumer = new EventHubConsumerClient(
  EventHubConsumerClient.defaultConsumerGroupName,
  fullyQualifiedNamespace,
  hub,
  credential,
  { retryOptions: { maxRetries: 3 } },
);
`,
      rules: ['key-auth/event-hubs', 'key-auth/event-hubs', 'key-auth/event-hubs'],
    },
    {
      language: 'typescript',
      title: 'the name of the event hub inside a connection string in the code',
      file: 'send.js',
      before: `const { EventHubConsumerClient, EventHubProducerClient } = require("@azure/event-hubs");

const connectionString = "{{eventhubs-connection-string:contoso}};EntityPath=telemetry";

const producer = new EventHubProducerClient(connectionString, { retryOptions: { maxRetries: 3 } });
const consumer = new EventHubConsumerClient("$Default", connectionString);

module.exports = { producer, consumer };
`,
      after: `const { EventHubConsumerClient, EventHubProducerClient } = require("@azure/event-hubs");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = "contoso.servicebus.windows.net";

const producer = new EventHubProducerClient(fullyQualifiedNamespace, "telemetry", credential, { retryOptions: { maxRetries: 3 } });
const consumer = new EventHubConsumerClient("$Default", fullyQualifiedNamespace, "telemetry", credential);

module.exports = { producer, consumer };
`,
      rules: ['hardcoded/eventhubs-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a named key and a SAS',
      file: 'named.ts',
      before: `import { AzureNamedKeyCredential, AzureSASCredential } from "@azure/core-auth";
import { EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";

const host = "contoso.servicebus.windows.net";

export const producer = new EventHubProducerClient(host, "telemetry", new AzureNamedKeyCredential("send", process.env.EVENTHUB_KEY!));
export const consumer = new EventHubConsumerClient("$Default", host, "telemetry", new AzureSASCredential(process.env.EVENTHUB_SAS!));
`,
      after: `import { EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const host = "contoso.servicebus.windows.net";

export const producer = new EventHubProducerClient(host, "telemetry", credential);
export const consumer = new EventHubConsumerClient("$Default", host, "telemetry", credential);
`,
      rules: ['key-auth/event-hubs', 'key-auth/event-hubs'],
    },
    {
      language: 'typescript',
      title: 'a connection string from the environment that may name the event hub',
      file: 'unnamed.ts',
      before: `import { EventHubProducerClient } from "@azure/event-hubs";

export const producer = new EventHubProducerClient(process.env.EVENTHUB_CONNECTION_STRING!);
`,
      after: null,
      rules: ['key-auth/event-hubs'],
      refusal: 'entity-in-connection-string',
    },
    {
      language: 'csharp',
      title: 'a producer and a processor',
      file: 'Telemetry.cs',
      before: `using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using Azure.Storage.Blobs;

namespace Telemetry;

public static class Clients
{
    private const string Connection = "{{eventhubs-connection-string:contoso}}";

    public static EventProcessorClient Processor(BlobContainerClient checkpoints)
    {
        var producer = new EventHubProducerClient(Connection, "telemetry");
        return new EventProcessorClient(checkpoints, "$Default", Connection, "telemetry");
    }
}
`,
      after: `using Azure.Identity;
using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using Azure.Storage.Blobs;

namespace Telemetry;

public static class Clients
{
    private const string FullyQualifiedNamespace = "contoso.servicebus.windows.net";

    public static EventProcessorClient Processor(BlobContainerClient checkpoints)
    {
        var credential = new DefaultAzureCredential();
        var producer = new EventHubProducerClient(FullyQualifiedNamespace, "telemetry", credential);
        return new EventProcessorClient(checkpoints, "$Default", FullyQualifiedNamespace, "telemetry", credential);
    }
}
`,
      rules: ['hardcoded/eventhubs-connection-string'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using Microsoft.Azure.EventHubs;

public class Legacy
{
    public EventHubClient Create(string connectionString, string name)
    {
        var builder = new EventHubsConnectionStringBuilder(connectionString) { EntityPath = name };
        return EventHubClient.CreateFromConnectionString(builder.ToString());
    }
}
`,
      after: null,
      rules: ['key-auth/event-hubs', 'key-auth/event-hubs'],
      refusal: 'legacy-sdk',
    },
  ],
});
