import clientSecretCredentialAfter from './examples/client-secret-credential/after.ts?raw';
import clientSecretCredentialBefore from './examples/client-secret-credential/before.ts?raw';
import msalClientSecretBefore from './examples/msal-client-secret/before.js?raw';
import clientSecretCredentialAzureAfter from './examples/client-secret-credential-azure/after.cs?raw';
import clientSecretCredentialAzureBefore from './examples/client-secret-credential-azure/before.cs?raw';
import credentialSeveralServicesBefore from './examples/credential-several-services/before.cs?raw';
import msalClientSecretDotnetBefore from './examples/msal-client-secret-dotnet/before.cs?raw';
import adalBefore from './examples/adal/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a client secret credential for an Azure client',
    file: 'inventory.ts',
    before: clientSecretCredentialBefore,
    after: clientSecretCredentialAfter,
    rules: ['hardcoded/entra-client-secret'],
  },
  {
    language: 'typescript',
    title: 'MSAL with a client secret',
    file: 'msal.js',
    before: msalClientSecretBefore,
    after: null,
    rules: ['key-auth/entra-app-client-secret'],
    refusal: 'msal-federated-credential',
  },
  {
    language: 'csharp',
    title: 'a client secret credential for an Azure client',
    file: 'Inventory.cs',
    before: clientSecretCredentialAzureBefore,
    after: clientSecretCredentialAzureAfter,
    rules: ['key-auth/entra-app-client-secret'],
  },
  {
    language: 'csharp',
    title: 'a credential of several services, and one with options',
    file: 'Clients.cs',
    before: credentialSeveralServicesBefore,
    after: null,
    rules: ['key-auth/entra-app-client-secret'],
    refusal: 'credential-options',
  },
  {
    language: 'csharp',
    title: 'MSAL with a client secret',
    file: 'Msal.cs',
    before: msalClientSecretDotnetBefore,
    after: null,
    rules: ['key-auth/entra-app-client-secret'],
    refusal: 'msal-federated-credential',
  },
  {
    language: 'csharp',
    title: 'ADAL',
    file: 'Adal.cs',
    before: adalBefore,
    after: null,
    rules: ['key-auth/entra-app-client-secret'],
    refusal: 'legacy-sdk',
  },
];
