import connectionStringCodeAfter from './examples/connection-string-code/after.ts?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.ts?raw';
import namedKeyAfter from './examples/named-key/after.ts?raw';
import namedKeyBefore from './examples/named-key/before.ts?raw';
import sasCredentialUrlAfter from './examples/sas-credential-url/after.ts?raw';
import sasCredentialUrlBefore from './examples/sas-credential-url/before.ts?raw';
import sasSignedAccountBefore from './examples/sas-signed-account/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import connectionStringSharedAfter from './examples/connection-string-shared/after.cs?raw';
import connectionStringSharedBefore from './examples/connection-string-shared/before.cs?raw';
import legacyPackageDotnetBefore from './examples/legacy-package-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string in the code, for the service and for one table',
    file: 'tables.ts',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/storage-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a named key',
    file: 'orders.ts',
    before: namedKeyBefore,
    after: namedKeyAfter,
    rules: ['key-auth/storage-table'],
  },
  {
    language: 'typescript',
    title: 'a SAS, as a credential and in the URL',
    file: 'read.ts',
    before: sasCredentialUrlBefore,
    after: sasCredentialUrlAfter,
    rules: ['key-auth/storage-table', 'key-auth/storage-table'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the account key',
    file: 'share.ts',
    before: sasSignedAccountBefore,
    after: null,
    rules: ['key-auth/storage-table'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/storage-table'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'a connection string and a shared key',
    file: 'Orders.cs',
    before: connectionStringSharedBefore,
    after: connectionStringSharedAfter,
    rules: ['key-auth/storage-table', 'hardcoded/storage-account-key'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageDotnetBefore,
    after: null,
    rules: ['key-auth/storage-table'],
    refusal: 'legacy-sdk',
  },
];
