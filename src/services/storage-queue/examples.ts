import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import sharedKeyCodeAfter from './examples/shared-key-code/after.js?raw';
import sharedKeyCodeBefore from './examples/shared-key-code/before.js?raw';
import sasUrlAfter from './examples/sas-url/after.ts?raw';
import sasUrlBefore from './examples/sas-url/before.ts?raw';
import sasSignedAccountBefore from './examples/sas-signed-account/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import connectionStringBlobsAfter from './examples/connection-string-blobs/after.cs?raw';
import connectionStringBlobsBefore from './examples/connection-string-blobs/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment, for the service and for one queue',
    file: 'orders.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/storage-queue', 'key-auth/storage-queue'],
  },
  {
    language: 'typescript',
    title: 'a shared key in the code, in CommonJS',
    file: 'worker.js',
    before: sharedKeyCodeBefore,
    after: sharedKeyCodeAfter,
    rules: ['hardcoded/storage-account-key'],
  },
  {
    language: 'typescript',
    title: 'a SAS in the URL',
    file: 'peek.ts',
    before: sasUrlBefore,
    after: sasUrlAfter,
    rules: ['key-auth/storage-queue'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the account key',
    file: 'share.ts',
    before: sasSignedAccountBefore,
    after: null,
    rules: ['key-auth/storage-queue'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/storage-queue'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'one connection string for blobs and queues',
    file: 'Worker.cs',
    before: connectionStringBlobsBefore,
    after: connectionStringBlobsAfter,
    rules: ['key-auth/storage-blob', 'key-auth/storage-queue'],
  },
];
