import endpointKeyShorthandAfter from './examples/endpoint-key-shorthand/after.ts?raw';
import endpointKeyShorthandBefore from './examples/endpoint-key-shorthand/before.ts?raw';
import optionsVariableKeyAfter from './examples/options-variable-key/after.js?raw';
import optionsVariableKeyBefore from './examples/options-variable-key/before.js?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.ts?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.ts?raw';
import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import codeCreatesDatabaseBefore from './examples/code-creates-database/before.ts?raw';
import keyCredentialChosenBefore from './examples/key-credential-chosen/before.ts?raw';
import endpointKeyAfter from './examples/endpoint-key/after.cs?raw';
import endpointKeyBefore from './examples/endpoint-key/before.cs?raw';
import connectionStringDependencyAfter from './examples/connection-string-dependency/after.cs?raw';
import connectionStringDependencyBefore from './examples/connection-string-dependency/before.cs?raw';
import contextEntityFrameworkAfter from './examples/context-entity-framework/after.cs?raw';
import contextEntityFrameworkBefore from './examples/context-entity-framework/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'endpoint and key in shorthand, guarded',
    file: 'orders.ts',
    before: endpointKeyShorthandBefore,
    after: endpointKeyShorthandAfter,
    rules: ['key-auth/cosmos-nosql'],
  },
  {
    language: 'typescript',
    title: 'options in a variable, with the key in the code',
    file: 'db.js',
    before: optionsVariableKeyBefore,
    after: optionsVariableKeyAfter,
    rules: ['hardcoded/cosmos-key'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code',
    file: 'connect.ts',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/cosmos-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a connection string from the environment, in an object',
    file: 'client.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/cosmos-nosql'],
  },
  {
    language: 'typescript',
    title: 'code that creates its database',
    file: 'setup.ts',
    before: codeCreatesDatabaseBefore,
    after: null,
    rules: ['key-auth/cosmos-nosql'],
    refusal: 'creates-resources',
  },
  {
    language: 'typescript',
    title: 'a key or a credential, chosen by the code',
    file: 'either.ts',
    before: keyCredentialChosenBefore,
    after: null,
    rules: ['key-auth/cosmos-nosql'],
    refusal: 'dual-path',
  },
  {
    language: 'csharp',
    title: 'an endpoint and a key',
    file: 'CartStore.cs',
    before: endpointKeyBefore,
    after: endpointKeyAfter,
    rules: ['key-auth/cosmos-nosql'],
  },
  {
    language: 'csharp',
    title: 'a connection string for dependency injection',
    file: 'Program.cs',
    before: connectionStringDependencyBefore,
    after: connectionStringDependencyAfter,
    rules: ['key-auth/cosmos-nosql'],
  },
  {
    language: 'csharp',
    title: 'a context of Entity Framework',
    file: 'Startup.cs',
    before: contextEntityFrameworkBefore,
    after: contextEntityFrameworkAfter,
    rules: ['key-auth/cosmos-nosql'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Documents.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/cosmos-nosql'],
    refusal: 'legacy-sdk',
  },
];
