import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'no',
  summary:
    'The data plane of Notification Hubs (send, register) accepts only SAS rules. Keep the connection string in Key Vault, with a rule that can only send.',
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
    'The control plane accepts managed identities. As an intermediate step, an app can list the keys at startup, with a role limited to that hub.',
  ],
  links: [
    {
      title: 'Security of Notification Hubs',
      url: 'https://learn.microsoft.com/azure/notification-hubs/notification-hubs-push-notification-security',
    },
  ],
};
