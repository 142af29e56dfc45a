import servicePrincipalSecretAfter from './examples/service-principal-secret/after.ts?raw';
import servicePrincipalSecretBefore from './examples/service-principal-secret/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import secretServicePrincipalAfter from './examples/secret-service-principal/after.cs?raw';
import secretServicePrincipalBefore from './examples/secret-service-principal/before.cs?raw';
import legacyPackagesBefore from './examples/legacy-packages/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a service principal with a secret',
    file: 'groups.ts',
    before: servicePrincipalSecretBefore,
    after: servicePrincipalSecretAfter,
    rules: ['key-auth/arm-service-principal'],
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/arm-service-principal'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'the secret of a service principal',
    file: 'Inventory.cs',
    before: secretServicePrincipalBefore,
    after: secretServicePrincipalAfter,
    rules: ['key-auth/arm-service-principal'],
  },
  {
    language: 'csharp',
    title: 'the legacy packages',
    file: 'Fluent.cs',
    before: legacyPackagesBefore,
    after: null,
    rules: ['key-auth/arm-service-principal'],
    refusal: 'legacy-sdk',
  },
];
