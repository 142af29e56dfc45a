import clusterVcorePasswordAfter from './examples/cluster-vcore-password/after.ts?raw';
import clusterVcorePasswordBefore from './examples/cluster-vcore-password/before.ts?raw';
import accountRequestUnitsBefore from './examples/account-request-units/before.js?raw';
import urlEnvironmentBefore from './examples/url-environment/before.ts?raw';
import urlConfigurationBefore from './examples/url-configuration/before.cs?raw';
import accountRequestUnitsDotnetBefore from './examples/account-request-units-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a cluster (vCore), with the password in the code',
    file: 'cluster.ts',
    before: clusterVcorePasswordBefore,
    after: clusterVcorePasswordAfter,
    rules: ['hardcoded/cosmos-mongo-url'],
  },
  {
    language: 'typescript',
    title: 'an account with request units',
    file: 'account.js',
    before: accountRequestUnitsBefore,
    after: null,
    rules: ['key-auth/cosmos-mongodb'],
    refusal: 'cosmos-mongo-request-units',
  },
  {
    language: 'typescript',
    title: 'a URL from the environment',
    file: 'url.ts',
    before: urlEnvironmentBefore,
    after: null,
    rules: ['key-auth/cosmos-mongodb'],
    refusal: 'database-url',
  },
  {
    language: 'csharp',
    title: 'a URL from the configuration',
    file: 'Store.cs',
    before: urlConfigurationBefore,
    after: null,
    rules: ['key-auth/cosmos-mongodb'],
    refusal: 'database-url',
  },
  {
    language: 'csharp',
    title: 'an account with request units',
    file: 'Account.cs',
    before: accountRequestUnitsDotnetBefore,
    after: null,
    rules: ['key-auth/cosmos-mongodb'],
    refusal: 'cosmos-mongo-request-units',
  },
];
