import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Microsoft.Azure.NotificationHubs', [
    refuse('new NotificationHubClient($CONNECTION, $NAME, ...$REST)', 'no-entra'),
    refuse('NotificationHubClient.CreateClientFromConnectionString($CONNECTION, $NAME, ...$REST)', 'no-entra'),
    refuse('NamespaceManager.CreateFromConnectionString($CONNECTION)', 'no-entra'),
    refuse('new NamespaceManager($CONNECTION)', 'no-entra'),
  ]),
];
