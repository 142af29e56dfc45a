import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import sharedKeyOptionsAfter from './examples/shared-key-options/after.js?raw';
import sharedKeyOptionsBefore from './examples/shared-key-options/before.js?raw';
import sasUrlAfter from './examples/sas-url/after.ts?raw';
import sasUrlBefore from './examples/sas-url/before.ts?raw';
import sasSignedAccountBefore from './examples/sas-signed-account/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import connectionStringConfigurationAfter from './examples/connection-string-configuration/after.cs?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import optionsBefore from './examples/options/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment, for the service and for one share',
    file: 'shares.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/storage-file', 'key-auth/storage-file'],
  },
  {
    language: 'typescript',
    title: 'a shared key, with options',
    file: 'upload.js',
    before: sharedKeyOptionsBefore,
    after: sharedKeyOptionsAfter,
    rules: ['key-auth/storage-file'],
  },
  {
    language: 'typescript',
    title: 'a SAS in the URL',
    file: 'read.ts',
    before: sasUrlBefore,
    after: sasUrlAfter,
    rules: ['key-auth/storage-file'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the account key',
    file: 'share.ts',
    before: sasSignedAccountBefore,
    after: null,
    rules: ['key-auth/storage-file'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/storage-file'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'a connection string from the configuration',
    file: 'Shares.cs',
    before: connectionStringConfigurationBefore,
    after: connectionStringConfigurationAfter,
    rules: ['key-auth/storage-file'],
  },
  {
    language: 'csharp',
    title: 'options of its own',
    file: 'Options.cs',
    before: optionsBefore,
    after: null,
    rules: ['key-auth/storage-file'],
    refusal: 'options-unknown',
  },
];
