import connectionStringConfigurationAfter from './examples/connection-string-configuration/after.cs?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import endpointsTheirAfter from './examples/endpoints-their/after.cs?raw';
import endpointsTheirBefore from './examples/endpoints-their/before.cs?raw';
import typeCannotReadBefore from './examples/type-cannot-read/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'csharp',
    title: 'the connection string of the configuration',
    file: 'Program.cs',
    before: connectionStringConfigurationBefore,
    after: connectionStringConfigurationAfter,
    rules: ['key-auth/signalr'],
  },
  {
    language: 'csharp',
    title: 'endpoints of their own',
    file: 'Endpoints.cs',
    before: endpointsTheirBefore,
    after: endpointsTheirAfter,
    rules: ['key-auth/signalr', 'key-auth/signalr'],
  },
  {
    language: 'csharp',
    title: 'a type that cannot be read',
    file: 'Typed.cs',
    before: typeCannotReadBefore,
    after: null,
    rules: ['key-auth/signalr'],
    refusal: 'not-checked',
  },
];
