import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import nameEventHubAfter from './examples/name-event-hub/after.js?raw';
import nameEventHubBefore from './examples/name-event-hub/before.js?raw';
import namedKeySasAfter from './examples/named-key-sas/after.ts?raw';
import namedKeySasBefore from './examples/named-key-sas/before.ts?raw';
import connectionStringEnvironmentMayBefore from './examples/connection-string-environment-may/before.ts?raw';
import producerProcessorAfter from './examples/producer-processor/after.cs?raw';
import producerProcessorBefore from './examples/producer-processor/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment, with the name of the event hub',
    file: 'telemetry.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/event-hubs', 'key-auth/event-hubs', 'key-auth/event-hubs'],
  },
  {
    language: 'typescript',
    title: 'the name of the event hub inside a connection string in the code',
    file: 'send.js',
    before: nameEventHubBefore,
    after: nameEventHubAfter,
    rules: ['hardcoded/eventhubs-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a named key and a SAS',
    file: 'named.ts',
    before: namedKeySasBefore,
    after: namedKeySasAfter,
    rules: ['key-auth/event-hubs', 'key-auth/event-hubs'],
  },
  {
    language: 'typescript',
    title: 'a connection string from the environment that may name the event hub',
    file: 'unnamed.ts',
    before: connectionStringEnvironmentMayBefore,
    after: null,
    rules: ['key-auth/event-hubs'],
    refusal: 'entity-in-connection-string',
  },
  {
    language: 'csharp',
    title: 'a producer and a processor',
    file: 'Telemetry.cs',
    before: producerProcessorBefore,
    after: producerProcessorAfter,
    rules: ['hardcoded/eventhubs-connection-string'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/event-hubs', 'key-auth/event-hubs'],
    refusal: 'legacy-sdk',
  },
];
