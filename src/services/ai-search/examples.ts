import keyThreeClientsAfter from './examples/key-three-clients/after.ts?raw';
import keyThreeClientsBefore from './examples/key-three-clients/before.ts?raw';
import keyCodeCommonjsAfter from './examples/key-code-commonjs/after.js?raw';
import keyCodeCommonjsBefore from './examples/key-code-commonjs/before.js?raw';
import keyCredentialOtherBefore from './examples/key-credential-other/before.ts?raw';
import legacyPackageBefore from './examples/legacy-package/before.js?raw';
import keyTwoClientsAfter from './examples/key-two-clients/after.cs?raw';
import keyTwoClientsBefore from './examples/key-two-clients/before.cs?raw';
import legacyPackageDotnetBefore from './examples/legacy-package-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'one key for three clients',
    file: 'search.ts',
    before: keyThreeClientsBefore,
    after: keyThreeClientsAfter,
    rules: ['key-auth/ai-search', 'key-auth/ai-search', 'key-auth/ai-search'],
  },
  {
    language: 'typescript',
    title: 'a key in the code, in CommonJS',
    file: 'query.js',
    before: keyCodeCommonjsBefore,
    after: keyCodeCommonjsAfter,
    rules: ['hardcoded/search-key'],
  },
  {
    language: 'typescript',
    title: 'a key credential that other files use',
    file: 'key.ts',
    before: keyCredentialOtherBefore,
    after: null,
    rules: ['key-auth/ai-search'],
    refusal: 'credential-elsewhere',
  },
  {
    language: 'typescript',
    title: 'the legacy package',
    file: 'legacy.js',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/ai-search'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'one key for two clients',
    file: 'Search.cs',
    before: keyTwoClientsBefore,
    after: keyTwoClientsAfter,
    rules: ['key-auth/ai-search', 'key-auth/ai-search'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageDotnetBefore,
    after: null,
    rules: ['key-auth/ai-search'],
    refusal: 'legacy-sdk',
  },
];
