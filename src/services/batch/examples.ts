import sharedKeyLegacyBefore from './examples/shared-key-legacy/before.ts?raw';
import clientSharedKeyAfter from './examples/client-shared-key/after.cs?raw';
import clientSharedKeyBefore from './examples/client-shared-key/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a shared key, with the legacy client',
    file: 'jobs.ts',
    before: sharedKeyLegacyBefore,
    after: null,
    rules: ['key-auth/batch'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'a client with the shared key',
    file: 'Jobs.cs',
    before: clientSharedKeyBefore,
    after: clientSharedKeyAfter,
    rules: ['key-auth/batch'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Pools.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/batch'],
    refusal: 'legacy-sdk',
  },
];
