import connectionStringCodeAfter from './examples/connection-string-code/after.ts?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.ts?raw';
import sharedKeyCommonjsAfter from './examples/shared-key-commonjs/after.js?raw';
import sharedKeyCommonjsBefore from './examples/shared-key-commonjs/before.js?raw';
import sasUrlAfter from './examples/sas-url/after.ts?raw';
import sasUrlBefore from './examples/sas-url/before.ts?raw';
import clientsContainerBlobAfter from './examples/clients-container-blob/after.ts?raw';
import clientsContainerBlobBefore from './examples/clients-container-blob/before.ts?raw';
import sasSignedAccountBefore from './examples/sas-signed-account/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import clientDependencyInjectionAfter from './examples/client-dependency-injection/after.cs?raw';
import clientDependencyInjectionBefore from './examples/client-dependency-injection/before.cs?raw';
import addazureclientsAfter from './examples/addazureclients/after.cs?raw';
import addazureclientsBefore from './examples/addazureclients/before.cs?raw';
import sharedKeyGuardAfter from './examples/shared-key-guard/after.cs?raw';
import sharedKeyGuardBefore from './examples/shared-key-guard/before.cs?raw';
import connectionStringConstantAfter from './examples/connection-string-constant/after.cs?raw';
import connectionStringConstantBefore from './examples/connection-string-constant/before.cs?raw';
import sasSignedAccountKeyBefore from './examples/sas-signed-account-key/before.cs?raw';
import legacyPackageDotnetBefore from './examples/legacy-package-dotnet/before.cs?raw';
import packageBeforeAzureBefore from './examples/package-before-azure/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string in the code, guarded and shared by two clients',
    file: 'upload.ts',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/storage-connection-string', 'key-auth/storage-blob', 'key-auth/storage-blob'],
  },
  {
    language: 'typescript',
    title: 'a shared key in CommonJS',
    file: 'download.js',
    before: sharedKeyCommonjsBefore,
    after: sharedKeyCommonjsAfter,
    rules: ['key-auth/storage-blob'],
  },
  {
    language: 'typescript',
    title: 'a SAS in the URL',
    file: 'list.ts',
    before: sasUrlBefore,
    after: sasUrlAfter,
    rules: ['key-auth/storage-blob'],
  },
  {
    language: 'typescript',
    title: 'clients of one container and one blob',
    file: 'container.ts',
    before: clientsContainerBlobBefore,
    after: clientsContainerBlobAfter,
    rules: ['key-auth/storage-blob', 'key-auth/storage-blob'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the account key',
    file: 'share.ts',
    before: sasSignedAccountBefore,
    after: null,
    rules: ['key-auth/storage-blob'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/storage-blob'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'a client for dependency injection, from a connection string in the configuration',
    file: 'Program.cs',
    before: clientDependencyInjectionBefore,
    after: clientDependencyInjectionAfter,
    rules: ['key-auth/storage-blob'],
  },
  {
    language: 'csharp',
    title: 'AddAzureClients',
    file: 'Startup.cs',
    before: addazureclientsBefore,
    after: addazureclientsAfter,
    rules: ['key-auth/storage-blob'],
  },
  {
    language: 'csharp',
    title: 'a shared key and a guard',
    file: 'Upload.cs',
    before: sharedKeyGuardBefore,
    after: sharedKeyGuardAfter,
    rules: ['key-auth/storage-blob'],
  },
  {
    language: 'csharp',
    title: 'a connection string in a constant, for two clients',
    file: 'PhotoStore.cs',
    before: connectionStringConstantBefore,
    after: connectionStringConstantAfter,
    rules: ['hardcoded/storage-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a SAS signed with the account key',
    file: 'Share.cs',
    before: sasSignedAccountKeyBefore,
    after: null,
    rules: ['key-auth/storage-blob'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageDotnetBefore,
    after: null,
    rules: ['key-auth/storage-blob'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'the package before Azure.Storage.Blobs',
    file: 'Cloud.cs',
    before: packageBeforeAzureBefore,
    after: null,
    rules: ['key-auth/storage-blob'],
    refusal: 'legacy-sdk',
  },
];
