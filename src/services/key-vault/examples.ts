import clientSecretAppAfter from './examples/client-secret-app/after.ts?raw';
import clientSecretAppBefore from './examples/client-secret-app/before.ts?raw';
import secretsSecretAppAfter from './examples/secrets-secret-app/after.cs?raw';
import secretsSecretAppBefore from './examples/secrets-secret-app/before.cs?raw';
import vaultConfigurationAfter from './examples/vault-configuration/after.cs?raw';
import vaultConfigurationBefore from './examples/vault-configuration/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'the client secret of the app that opens the vault',
    file: 'vault.ts',
    before: clientSecretAppBefore,
    after: clientSecretAppAfter,
    rules: ['key-auth/key-vault'],
  },
  {
    language: 'csharp',
    title: 'secrets with the secret of an app',
    file: 'Secrets.cs',
    before: secretsSecretAppBefore,
    after: secretsSecretAppAfter,
    rules: ['key-auth/key-vault'],
  },
  {
    language: 'csharp',
    title: 'a vault as configuration',
    file: 'Program.cs',
    before: vaultConfigurationBefore,
    after: vaultConfigurationAfter,
    rules: ['key-auth/key-vault'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Startup.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/key-vault'],
    refusal: 'legacy-sdk',
  },
];
