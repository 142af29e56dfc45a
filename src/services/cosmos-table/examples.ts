import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import namedKeyAfter from './examples/named-key/after.ts?raw';
import namedKeyBefore from './examples/named-key/before.ts?raw';
import connectionStringConfigurationAfter from './examples/connection-string-configuration/after.cs?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment',
    file: 'table.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/cosmos-table'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code',
    file: 'orders.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/storage-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a named key',
    file: 'named.ts',
    before: namedKeyBefore,
    after: namedKeyAfter,
    rules: ['key-auth/cosmos-table'],
  },
  {
    language: 'csharp',
    title: 'a connection string from the configuration',
    file: 'Carts.cs',
    before: connectionStringConfigurationBefore,
    after: connectionStringConfigurationAfter,
    rules: ['key-auth/cosmos-table'],
  },
];
