import poolSettingsServiceAfter from './examples/pool-settings-service/after.ts?raw';
import poolSettingsServiceBefore from './examples/pool-settings-service/before.ts?raw';
import optionsVariableWithoutAfter from './examples/options-variable-without/after.js?raw';
import optionsVariableWithoutBefore from './examples/options-variable-without/before.js?raw';
import urlUserPasswordBefore from './examples/url-user-password/before.ts?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import dataSourcePasswordAfter from './examples/data-source-password/after.cs?raw';
import dataSourcePasswordBefore from './examples/data-source-password/before.cs?raw';
import builderDataSourceAfter from './examples/builder-data-source/after.cs?raw';
import builderDataSourceBefore from './examples/builder-data-source/before.cs?raw';
import contextEntityFrameworkBefore from './examples/context-entity-framework/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a pool with settings of Service Connector',
    file: 'pool.ts',
    before: poolSettingsServiceBefore,
    after: poolSettingsServiceAfter,
    rules: ['key-auth/postgresql'],
  },
  {
    language: 'typescript',
    title: 'options in a variable, without TLS so far',
    file: 'client.js',
    before: optionsVariableWithoutBefore,
    after: optionsVariableWithoutAfter,
    rules: ['key-auth/postgresql'],
  },
  {
    language: 'typescript',
    title: 'a URL with user and password',
    file: 'url.ts',
    before: urlUserPasswordBefore,
    after: null,
    rules: ['key-auth/postgresql'],
    refusal: 'database-url',
  },
  {
    language: 'csharp',
    title: 'a connection string from the configuration',
    file: 'Items.cs',
    before: connectionStringConfigurationBefore,
    after: null,
    rules: ['key-auth/postgresql'],
    refusal: 'token-per-connection',
  },
  {
    language: 'csharp',
    title: 'a data source, with the password in the code',
    file: 'Orders.cs',
    before: dataSourcePasswordBefore,
    after: dataSourcePasswordAfter,
    rules: ['hardcoded/postgres-connection-string'],
  },
  {
    language: 'csharp',
    title: 'the builder of a data source, in a variable',
    file: 'Program.cs',
    before: builderDataSourceBefore,
    after: builderDataSourceAfter,
    rules: ['hardcoded/postgres-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a context of Entity Framework, with the password in the code',
    file: 'ShopContext.cs',
    before: contextEntityFrameworkBefore,
    after: null,
    rules: ['hardcoded/postgres-connection-string'],
    refusal: 'token-per-connection',
  },
];
