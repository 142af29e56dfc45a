import applicationPermissionsBefore from './examples/application-permissions/before.ts?raw';
import msalClientSecretBefore from './examples/msal-client-secret/before.js?raw';
import applicationPermissionsDotnetBefore from './examples/application-permissions-dotnet/before.cs?raw';
import tenantSecretEachBefore from './examples/tenant-secret-each/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'application permissions',
    file: 'users.ts',
    before: applicationPermissionsBefore,
    after: null,
    rules: ['key-auth/microsoft-graph'],
    refusal: 'graph-app-permissions',
  },
  {
    language: 'typescript',
    title: 'MSAL with a client secret',
    file: 'token.js',
    before: msalClientSecretBefore,
    after: null,
    rules: ['key-auth/microsoft-graph'],
    refusal: 'msal-federated-credential',
  },
  {
    language: 'csharp',
    title: 'application permissions',
    file: 'Users.cs',
    before: applicationPermissionsDotnetBefore,
    after: null,
    rules: ['hardcoded/entra-client-secret'],
    refusal: 'graph-app-permissions',
  },
  {
    language: 'csharp',
    title: 'a tenant and a secret of each customer',
    file: 'Tenants.cs',
    before: tenantSecretEachBefore,
    after: null,
    rules: ['key-auth/microsoft-graph'],
    refusal: 'graph-app-permissions',
  },
];
