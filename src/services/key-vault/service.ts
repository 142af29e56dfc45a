import { defineService } from '../service';
import { usesOnly } from '../shared/client-secret';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const ONLY = usesOnly(/^(?:@azure\/keyvault-|Azure\.Security\.KeyVault\.|Azure\.Extensions\.AspNetCore\.)/);

export const keyVault = defineService({
  id: 'key-vault',
  title: 'Azure Key Vault',
  secrets,
  endpoint: () => null,
  // Vaults have no key: what is hardcoded is the secret of the app that opens them.
  claims: (code, text) => ONLY(code, text) || /AddAzureKeyVault/.test(text),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
