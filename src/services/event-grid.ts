import { refuse, rewrite, sdk } from './pattern';
import { restHeader } from './rest-header';
import { defineService } from './service';

export const eventGrid = defineService({
  id: 'event-grid',
  title: 'Azure Event Grid',
  secrets: ['eventgrid-key'],
  endpoint: () => null,
  clients: {
    typescript: [
      sdk('@azure/eventgrid', [
        rewrite(
          'new EventGridPublisherClient($URL, $NAME, new AzureKeyCredential($KEY), ...$REST)',
          'new EventGridPublisherClient($URL, $NAME, $CREDENTIAL, ...$REST)',
        ),
        rewrite(
          'new EventGridPublisherClient($URL, $NAME, new AzureSASCredential($SAS), ...$REST)',
          'new EventGridPublisherClient($URL, $NAME, $CREDENTIAL, ...$REST)',
        ),
        refuse('generateSharedAccessSignature($URL, new AzureKeyCredential($KEY), ...$REST)', 'signs-with-key'),
        refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
        refuse('new AzureSASCredential($SAS)', 'credential-elsewhere'),
      ]),
      ...restHeader('aeg-sas-key'),
      sdk('@azure/eventgrid-namespaces', [
        rewrite('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'new $CLASS($URL, $CREDENTIAL, ...$REST)', {
          for: ['EventGridSenderClient', 'EventGridReceiverClient'],
        }),
      ]),
    ],
    csharp: [
      sdk('Azure.Messaging.EventGrid', [
        ...['AzureKeyCredential($KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
          rewrite(
            `new EventGridPublisherClient(endpoint: $URL, credential: new ${credential}, ...$REST)`,
            'new EventGridPublisherClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
          ),
        ),
        refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
      ]),
      sdk('Azure.Messaging.EventGrid.Namespaces', [
        rewrite(
          'new $CLASS(endpoint: $URL, topicName: $TOPIC, credential: new AzureKeyCredential($KEY), ...$REST)',
          'new $CLASS(endpoint: $URL, topicName: $TOPIC, credential: $CREDENTIAL, ...$REST)',
          { for: ['EventGridSenderClient'] },
        ),
        rewrite(
          'new $CLASS(endpoint: $URL, topicName: $TOPIC, subscriptionName: $NAME, credential: new AzureKeyCredential($KEY), ...$REST)',
          'new $CLASS(endpoint: $URL, topicName: $TOPIC, subscriptionName: $NAME, credential: $CREDENTIAL, ...$REST)',
          { for: ['EventGridReceiverClient'] },
        ),
      ]),
      sdk('Microsoft.Extensions.Azure', [
        refuse('$BUILDER.AddEventGridPublisherClient($URL, new AzureKeyCredential($KEY))', 'not-checked'),
      ]),
      sdk('Microsoft.Azure.EventGrid', [refuse('new TopicCredentials($KEY)', 'legacy-sdk')], {
        successor: 'Azure.Messaging.EventGrid',
      }),
    ],
  },
  settings: ['EVENTGRID_KEY', 'EVENTGRID_TOPIC_KEY', 'EVENT_GRID_ACCESS_KEY'],
  identity: {
    support: 'yes',
    summary:
      'Event Grid topics, domains and namespaces accept Microsoft Entra tokens. Give the identity the right to send events; the endpoint stays, the key goes.',
    roles: {
      read: [
        {
          name: 'EventGrid Data Receiver',
          id: '78cbd9e7-9798-4e2e-9b5a-547d9ebb31fb',
          allows: 'pull events from a namespace',
        },
      ],
      write: [{ name: 'EventGrid Data Sender', id: 'd5a91429-5739-47e2-a06b-3470a27159e7', allows: 'send events' }],
      admin: [
        {
          name: 'EventGrid Data Contributor',
          id: '1d8c3fe3-8864-474b-8749-01e3783e8157',
          allows: 'send and receive events',
        },
      ],
      other: [
        {
          name: 'EventGrid TopicSpaces Publisher',
          id: 'a12b0b94-b317-4dcd-84a8-502ce99884c6',
          allows: 'publish MQTT messages',
        },
        {
          name: 'EventGrid TopicSpaces Subscriber',
          id: '4b0f2fd7-60b4-4eca-896f-4435034f8bf5',
          allows: 'subscribe to MQTT messages',
        },
        {
          name: 'EventGrid Contributor',
          id: '1e241071-0855-49ea-94dc-649edcd759de',
          allows: 'manage the resources, without their data',
        },
      ],
    },
    endpoint: 'https://<topic>.<region>-1.eventgrid.azure.net/api/events',
    bindings: ['<connection>__topicEndpointUri=https://<topic>.<region>-1.eventgrid.azure.net/api/events'],
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.EventGrid/topics/<topic>',
      bicepType: 'Microsoft.EventGrid/topics@2025-02-15',
      terraformType: 'azurerm_eventgrid_topic',
    },
    disableKeys: {
      cli: 'az resource update --ids <topic-id> --set properties.disableLocalAuth=true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_auth_enabled = false',
      effect: 'Publishers with a key or SAS stop. Domains have the same property.',
    },
    rotate: [
      'az eventgrid topic key regenerate --resource-group <resource-group> --name <topic> --key-name key1',
      'az eventgrid topic key regenerate --resource-group <resource-group> --name <topic> --key-name key2',
      '# or, for a domain:',
      'az eventgrid domain key regenerate --resource-group <resource-group> --name <domain> --key-name key1',
    ],
    limits: [
      'Delivery to a webhook is validated in its own way, not by the key of the topic.',
      'MQTT clients of a namespace use tokens of Microsoft Entra or client certificates.',
    ],
    links: [
      {
        title: 'Authenticate with Microsoft Entra ID to Event Grid',
        url: 'https://learn.microsoft.com/azure/event-grid/authenticate-with-microsoft-entra-id',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'the key of a topic',
      file: 'publish.ts',
      before: `import { AzureKeyCredential, EventGridPublisherClient } from "@azure/eventgrid";

export const publisher = new EventGridPublisherClient(
  process.env.EVENTGRID_TOPIC_ENDPOINT!,
  "EventGrid",
  new AzureKeyCredential(process.env.EVENTGRID_TOPIC_KEY!),
);
`,
      after: `import { EventGridPublisherClient } from "@azure/eventgrid";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const publisher = new EventGridPublisherClient(
  process.env.EVENTGRID_TOPIC_ENDPOINT!,
  "EventGrid",
  credential,
);
`,
      rules: ['key-auth/event-grid'],
    },
    {
      language: 'typescript',
      title: 'a SAS',
      file: 'cloud-event.js',
      before: `const { EventGridPublisherClient, AzureSASCredential } = require("@azure/eventgrid");

const publisher = new EventGridPublisherClient(process.env.EVENTGRID_TOPIC_ENDPOINT, "CloudEvent", new AzureSASCredential(process.env.EVENTGRID_SAS));

module.exports = { publisher };
`,
      after: `const { EventGridPublisherClient } = require("@azure/eventgrid");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const publisher = new EventGridPublisherClient(process.env.EVENTGRID_TOPIC_ENDPOINT, "CloudEvent", credential);

module.exports = { publisher };
`,
      rules: ['key-auth/event-grid'],
    },
    {
      language: 'typescript',
      title: 'the topic of a namespace, with the key in the code',
      file: 'pull.ts',
      before: `import { AzureKeyCredential } from "@azure/core-auth";
import { EventGridReceiverClient, EventGridSenderClient } from "@azure/eventgrid-namespaces";

const url = "https://contoso.westeurope-1.eventgrid.azure.net";
const key = new AzureKeyCredential("{{eventgrid-key}}");

export const sender = new EventGridSenderClient(url, key, "orders");
export const receiver = new EventGridReceiverClient(url, key, "orders", "billing");
`,
      after: `import { EventGridReceiverClient, EventGridSenderClient } from "@azure/eventgrid-namespaces";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const url = "https://contoso.westeurope-1.eventgrid.azure.net";

export const sender = new EventGridSenderClient(url, credential, "orders");
export const receiver = new EventGridReceiverClient(url, credential, "orders", "billing");
`,
      rules: ['hardcoded/eventgrid-key'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the key',
      file: 'sign.ts',
      before: `import { AzureKeyCredential, generateSharedAccessSignature } from "@azure/eventgrid";

export const sign = (expires: Date) =>
  generateSharedAccessSignature(process.env.EVENTGRID_TOPIC_ENDPOINT!, new AzureKeyCredential(process.env.EVENTGRID_TOPIC_KEY!), expires);
`,
      after: null,
      rules: ['key-auth/event-grid'],
      refusal: 'signs-with-key',
    },
    {
      language: 'csharp',
      title: 'a key from the configuration',
      file: 'Publisher.cs',
      before: `using Azure;
using Azure.Messaging.EventGrid;

var publisher = new EventGridPublisherClient(
    new Uri(builder.Configuration["EventGrid:Endpoint"]!),
    new AzureKeyCredential(builder.Configuration["EventGrid:Key"]!));
`,
      after: `using Azure.Identity;
using Azure.Messaging.EventGrid;

var credential = new DefaultAzureCredential();
var publisher = new EventGridPublisherClient(
    new Uri(builder.Configuration["EventGrid:Endpoint"]!),
    credential);
`,
      rules: ['key-auth/event-grid'],
    },
    {
      language: 'csharp',
      title: 'a topic of a namespace',
      file: 'Sender.cs',
      before: `using System;
using Azure;
using Azure.Messaging.EventGrid.Namespaces;

var sender = new EventGridSenderClient(new Uri("https://contoso.westeurope-1.eventgrid.azure.net"), "orders", new AzureKeyCredential(Environment.GetEnvironmentVariable("EVENTGRID_KEY")));
`,
      after: `using System;
using Azure.Identity;
using Azure.Messaging.EventGrid.Namespaces;

var credential = new DefaultAzureCredential();
var sender = new EventGridSenderClient(new Uri("https://contoso.westeurope-1.eventgrid.azure.net"), "orders", credential);
`,
      rules: ['key-auth/event-grid'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using Microsoft.Azure.EventGrid;

public class Legacy
{
    public EventGridClient Create(IConfiguration configuration) =>
        new EventGridClient(new TopicCredentials(configuration["EventGrid:Key"]));
}
`,
      after: null,
      rules: ['key-auth/event-grid'],
      refusal: 'legacy-sdk',
    },
  ],
});
