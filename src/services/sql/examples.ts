import userPasswordEnvironmentAfter from './examples/user-password-environment/after.ts?raw';
import userPasswordEnvironmentBefore from './examples/user-password-environment/before.ts?raw';
import configurationVariablePasswordAfter from './examples/configuration-variable-password/after.ts?raw';
import configurationVariablePasswordBefore from './examples/configuration-variable-password/before.ts?raw';
import tediousAfter from './examples/tedious/after.js?raw';
import tediousBefore from './examples/tedious/before.js?raw';
import secretServicePrincipalAfter from './examples/secret-service-principal/after.ts?raw';
import secretServicePrincipalBefore from './examples/secret-service-principal/before.ts?raw';
import connectionStringBefore from './examples/connection-string/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.cs?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.cs?raw';
import contextEntityFrameworkAfter from './examples/context-entity-framework/after.cs?raw';
import contextEntityFrameworkBefore from './examples/context-entity-framework/before.cs?raw';
import connectionStringPutBefore from './examples/connection-string-put/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'user and password from the environment',
    file: 'pool.ts',
    before: userPasswordEnvironmentBefore,
    after: userPasswordEnvironmentAfter,
    rules: ['key-auth/sql'],
  },
  {
    language: 'typescript',
    title: 'a configuration in a variable, with the password in the code',
    file: 'orders.ts',
    before: configurationVariablePasswordBefore,
    after: configurationVariablePasswordAfter,
    rules: ['hardcoded/sql-password'],
  },
  {
    language: 'typescript',
    title: 'tedious',
    file: 'connect.js',
    before: tediousBefore,
    after: tediousAfter,
    rules: ['key-auth/sql'],
  },
  {
    language: 'typescript',
    title: 'the secret of a service principal',
    file: 'principal.ts',
    before: secretServicePrincipalBefore,
    after: secretServicePrincipalAfter,
    rules: ['key-auth/sql'],
  },
  {
    language: 'typescript',
    title: 'a connection string',
    file: 'string.ts',
    before: connectionStringBefore,
    after: null,
    rules: ['key-auth/sql'],
    refusal: 'database-connection-string',
  },
  {
    language: 'csharp',
    title: 'a connection string in the code',
    file: 'Orders.cs',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/sql-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a context of Entity Framework',
    file: 'ShopContext.cs',
    before: contextEntityFrameworkBefore,
    after: contextEntityFrameworkAfter,
    rules: ['hardcoded/sql-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a connection string put together',
    file: 'Builder.cs',
    before: connectionStringPutBefore,
    after: null,
    rules: ['key-auth/sql'],
    refusal: 'sql-login-in-string',
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/sql'],
    refusal: 'legacy-sdk',
  },
];
