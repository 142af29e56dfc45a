import connectionStringCodeAfter from './examples/connection-string-code/after.ts?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.ts?raw';
import sharedKeyTwoAfter from './examples/shared-key-two/after.js?raw';
import sharedKeyTwoBefore from './examples/shared-key-two/before.js?raw';
import sasUrlAfter from './examples/sas-url/after.ts?raw';
import sasUrlBefore from './examples/sas-url/before.ts?raw';
import sasSignedAccountBefore from './examples/sas-signed-account/before.ts?raw';
import sharedKeyAfter from './examples/shared-key/after.cs?raw';
import sharedKeyBefore from './examples/shared-key/before.cs?raw';
import fileDirectoryAfter from './examples/file-directory/after.cs?raw';
import fileDirectoryBefore from './examples/file-directory/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string in the code',
    file: 'lake.ts',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/storage-connection-string'],
  },
  {
    language: 'typescript',
    title: 'one shared key for two clients',
    file: 'ingest.js',
    before: sharedKeyTwoBefore,
    after: sharedKeyTwoAfter,
    rules: ['key-auth/datalake-gen2', 'key-auth/datalake-gen2'],
  },
  {
    language: 'typescript',
    title: 'a SAS in the URL',
    file: 'read.ts',
    before: sasUrlBefore,
    after: sasUrlAfter,
    rules: ['key-auth/datalake-gen2'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the account key',
    file: 'share.ts',
    before: sasSignedAccountBefore,
    after: null,
    rules: ['key-auth/datalake-gen2'],
    refusal: 'sas-needs-user-delegation-key',
  },
  {
    language: 'csharp',
    title: 'a shared key',
    file: 'Lake.cs',
    before: sharedKeyBefore,
    after: sharedKeyAfter,
    rules: ['key-auth/datalake-gen2'],
  },
  {
    language: 'csharp',
    title: 'a file and a directory',
    file: 'Paths.cs',
    before: fileDirectoryBefore,
    after: fileDirectoryAfter,
    rules: ['key-auth/datalake-gen2', 'key-auth/datalake-gen2'],
  },
];
