import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import namedKeySasAfter from './examples/named-key-sas/after.ts?raw';
import namedKeySasBefore from './examples/named-key-sas/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import connectionStringComesBefore from './examples/connection-string-comes/before.ts?raw';
import connectionStringAwaitedAfter from './examples/connection-string-awaited/after.cs?raw';
import connectionStringAwaitedBefore from './examples/connection-string-awaited/before.cs?raw';
import addazureclientsAfter from './examples/addazureclients/after.cs?raw';
import addazureclientsBefore from './examples/addazureclients/before.cs?raw';
import legacyPackageDotnetBefore from './examples/legacy-package-dotnet/before.cs?raw';
import firstPackageNetBefore from './examples/first-package-net/before.cs?raw';
import connectionHandedSendersBefore from './examples/connection-handed-senders/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment, for messages and for administration',
    file: 'bus.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/service-bus', 'key-auth/service-bus'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code, in CommonJS',
    file: 'send.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/servicebus-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a named key and a SAS',
    file: 'named.ts',
    before: namedKeySasBefore,
    after: namedKeySasAfter,
    rules: ['key-auth/service-bus', 'key-auth/service-bus'],
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/service-bus'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'typescript',
    title: 'a connection string that comes in as a parameter',
    file: 'factory.ts',
    before: connectionStringComesBefore,
    after: null,
    rules: ['key-auth/service-bus'],
    refusal: 'secret-from-parameter',
  },
  {
    language: 'csharp',
    title: 'a connection string, awaited and with options',
    file: 'Worker.cs',
    before: connectionStringAwaitedBefore,
    after: connectionStringAwaitedAfter,
    rules: ['key-auth/service-bus'],
  },
  {
    language: 'csharp',
    title: 'AddAzureClients',
    file: 'Program.cs',
    before: addazureclientsBefore,
    after: addazureclientsAfter,
    rules: ['key-auth/service-bus'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageDotnetBefore,
    after: null,
    rules: ['key-auth/service-bus'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'the first package of .NET',
    file: 'Classic.cs',
    before: firstPackageNetBefore,
    after: null,
    rules: ['key-auth/service-bus'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'a connection handed to senders, in the legacy package',
    file: 'Senders.cs',
    before: connectionHandedSendersBefore,
    after: null,
    rules: ['key-auth/service-bus'],
    refusal: 'legacy-sdk',
  },
];
