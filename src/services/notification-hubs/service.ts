import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const notificationHubs = defineService({
  id: 'notification-hubs',
  title: 'Azure Notification Hubs',
  secrets,
  endpoint: () => null,
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
