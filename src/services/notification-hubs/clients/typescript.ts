import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/notification-hubs', [refuse('new NotificationHubsClient($CONNECTION, $NAME, ...$REST)', 'no-entra')]),
  sdk('@azure/notification-hubs/api', [refuse('createClientContext($CONNECTION, $NAME, ...$REST)', 'no-entra')]),
  sdk('azure-sb', [refuse('createNotificationHubService($NAME, $CONNECTION, ...$REST)', 'no-entra')]),
];
