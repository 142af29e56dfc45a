import { refuse, sdk } from './pattern';
import { defineService } from './service';

export const notificationHubs = defineService({
  id: 'notification-hubs',
  title: 'Azure Notification Hubs',
  secrets: ['notificationhubs-connection-string'],
  endpoint: () => null,
  clients: {
    typescript: [
      sdk('@azure/notification-hubs', [refuse('new NotificationHubsClient($CONNECTION, $NAME, ...$REST)', 'no-entra')]),
      sdk('@azure/notification-hubs/api', [refuse('createClientContext($CONNECTION, $NAME, ...$REST)', 'no-entra')]),
      sdk('azure-sb', [refuse('createNotificationHubService($NAME, $CONNECTION, ...$REST)', 'no-entra')]),
    ],
    csharp: [
      sdk('Microsoft.Azure.NotificationHubs', [
        refuse('new NotificationHubClient($CONNECTION, $NAME, ...$REST)', 'no-entra'),
        refuse('NotificationHubClient.CreateClientFromConnectionString($CONNECTION, $NAME, ...$REST)', 'no-entra'),
        refuse('NamespaceManager.CreateFromConnectionString($CONNECTION)', 'no-entra'),
        refuse('new NamespaceManager($CONNECTION)', 'no-entra'),
      ]),
    ],
  },
  settings: [
    'NOTIFICATION_HUB_CONNECTION_STRING',
    'NotificationHubConnectionString',
    'AzureWebJobsNotificationHubsConnectionString',
  ],
  identity: {
    support: 'no',
    summary:
      'The data plane of Notification Hubs (send, register) accepts SAS rules only. The connection string moves to Key Vault, with a rule that may send and nothing more.',
    roles: { read: [], write: [], admin: [], other: [] },
    grant: { kind: 'commands', cli: [] },
    rotate: [
      'az notification-hub authorization-rule regenerate-keys --resource-group <resource-group> --namespace-name <namespace> --notification-hub-name <hub> --name <rule> --policy-key "Primary Key"',
      '# or, for a rule of the namespace:',
      'az notification-hub namespace authorization-rule regenerate-keys --resource-group <resource-group> --namespace-name <namespace> --name <rule> --policy-key "Primary Key"',
    ],
    limits: [
      'Use a rule that may only send on the server, and at most Listen in clients; never ship the rule with full access.',
      'The credentials of the push services (FCM, APNs, WNS) inside the hub are secrets too.',
      'The control plane does accept managed identities: an app may list the keys at its start with a role limited to that hub, which is a halfway house.',
    ],
    links: [
      {
        title: 'Security of Notification Hubs',
        url: 'https://learn.microsoft.com/azure/notification-hubs/notification-hubs-push-notification-security',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment',
      file: 'push.ts',
      before: `import { NotificationHubsClient } from "@azure/notification-hubs";

export const hub = new NotificationHubsClient(process.env.NOTIFICATION_HUB_CONNECTION_STRING!, "news");
`,
      after: null,
      rules: ['key-auth/notification-hubs'],
      refusal: 'no-entra',
    },
    {
      language: 'csharp',
      title: 'a connection string from the configuration',
      file: 'Push.cs',
      before: `using Microsoft.Azure.NotificationHubs;
using Microsoft.Extensions.Configuration;

public class Push
{
    private readonly NotificationHubClient _hub;

    public Push(IConfiguration configuration)
    {
        _hub = NotificationHubClient.CreateClientFromConnectionString(configuration["NotificationHub:Connection"], "news");
    }
}
`,
      after: null,
      rules: ['key-auth/notification-hubs'],
      refusal: 'no-entra',
    },
  ],
});
