import connectionStringEnvironmentAfter from './examples/connection-string-environment/after.ts?raw';
import connectionStringEnvironmentBefore from './examples/connection-string-environment/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import providerAfter from './examples/provider/after.ts?raw';
import providerBefore from './examples/provider/before.ts?raw';
import providerDotnetAfter from './examples/provider-dotnet/after.cs?raw';
import providerDotnetBefore from './examples/provider-dotnet/before.cs?raw';
import clientProviderLineAfter from './examples/client-provider-line/after.cs?raw';
import clientProviderLineBefore from './examples/client-provider-line/before.cs?raw';
import webApplicationBesideAfter from './examples/web-application-beside/after.cs?raw';
import webApplicationBesideBefore from './examples/web-application-beside/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a connection string from the environment',
    file: 'config.ts',
    before: connectionStringEnvironmentBefore,
    after: connectionStringEnvironmentAfter,
    rules: ['key-auth/app-configuration'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code, in CommonJS',
    file: 'flags.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/appconfig-connection-string'],
  },
  {
    language: 'typescript',
    title: 'the provider',
    file: 'settings.ts',
    before: providerBefore,
    after: providerAfter,
    rules: ['key-auth/app-configuration'],
  },
  {
    language: 'csharp',
    title: 'the provider',
    file: 'Program.cs',
    before: providerDotnetBefore,
    after: providerDotnetAfter,
    rules: ['key-auth/app-configuration'],
  },
  {
    language: 'csharp',
    title: 'the client, and the provider in one line',
    file: 'Settings.cs',
    before: clientProviderLineBefore,
    after: clientProviderLineAfter,
    rules: ['hardcoded/appconfig-connection-string'],
  },
  {
    language: 'csharp',
    title: 'a web application, beside another Connect',
    file: 'Web.cs',
    before: webApplicationBesideBefore,
    after: webApplicationBesideAfter,
    rules: ['key-auth/app-configuration'],
  },
];
