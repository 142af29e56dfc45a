import type { Identity } from '../identity';

export const identity: Identity = {
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
};
