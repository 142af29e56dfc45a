import poolAfter from './examples/pool/after.ts?raw';
import poolBefore from './examples/pool/before.ts?raw';
import connectionTlsAlreadyAfter from './examples/connection-tls-already/after.js?raw';
import connectionTlsAlreadyBefore from './examples/connection-tls-already/before.js?raw';
import urlUserPasswordBefore from './examples/url-user-password/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.cs?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.cs?raw';
import connectionStringVariableAfter from './examples/connection-string-variable/after.cs?raw';
import connectionStringVariableBefore from './examples/connection-string-variable/before.cs?raw';
import dataSourceConfigurationBefore from './examples/data-source-configuration/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a pool',
    file: 'pool.ts',
    before: poolBefore,
    after: poolAfter,
    rules: ['key-auth/mysql'],
  },
  {
    language: 'typescript',
    title: 'one connection, with TLS already',
    file: 'connect.js',
    before: connectionTlsAlreadyBefore,
    after: connectionTlsAlreadyAfter,
    rules: ['key-auth/mysql'],
  },
  {
    language: 'typescript',
    title: 'a URL with user and password',
    file: 'url.ts',
    before: urlUserPasswordBefore,
    after: null,
    rules: ['key-auth/mysql'],
    refusal: 'database-url',
  },
  {
    language: 'csharp',
    title: 'a connection string in the code',
    file: 'Shop.cs',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/mysql-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a connection, with the string in a variable',
    file: 'Orders.cs',
    before: connectionStringVariableBefore,
    after: connectionStringVariableAfter,
    rules: ['hardcoded/mysql-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a data source from the configuration',
    file: 'Items.cs',
    before: dataSourceConfigurationBefore,
    after: null,
    rules: ['key-auth/mysql'],
    refusal: 'token-per-connection',
  },
];
