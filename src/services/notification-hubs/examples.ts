import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment',
    file: 'push.ts',
    before: connectionStringEnvironmentBefore,
    after: null,
    rules: ['key-auth/notification-hubs'],
    refusal: 'no-entra',
  },
  {
    language: 'csharp',
    title: 'a connection string from the configuration',
    file: 'Push.cs',
    before: connectionStringConfigurationBefore,
    after: null,
    rules: ['key-auth/notification-hubs'],
    refusal: 'no-entra',
  },
];
