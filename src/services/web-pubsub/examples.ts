import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import endpointKeyAfter from './examples/endpoint-key/after.ts?raw';
import endpointKeyBefore from './examples/endpoint-key/before.ts?raw';
import connectionStringConfigurationAfter from './examples/connection-string-configuration/after.cs?raw';
import connectionStringConfigurationBefore from './examples/connection-string-configuration/before.cs?raw';
import endpointWebApplicationAfter from './examples/endpoint-web-application/after.cs?raw';
import endpointWebApplicationBefore from './examples/endpoint-web-application/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment',
    file: 'hub.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/web-pubsub'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code, in CommonJS',
    file: 'server.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/webpubsub-connection-string'],
  },
  {
    language: 'typescript',
    title: 'an endpoint and a key',
    file: 'notify.ts',
    before: endpointKeyBefore,
    after: endpointKeyAfter,
    rules: ['key-auth/web-pubsub'],
  },
  {
    language: 'csharp',
    title: 'a connection string from the configuration',
    file: 'Hub.cs',
    before: connectionStringConfigurationBefore,
    after: connectionStringConfigurationAfter,
    rules: ['key-auth/web-pubsub'],
  },
  {
    language: 'csharp',
    title: 'the endpoint of a web application',
    file: 'Program.cs',
    before: endpointWebApplicationBefore,
    after: endpointWebApplicationAfter,
    rules: ['key-auth/web-pubsub'],
  },
];
