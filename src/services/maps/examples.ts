import subscriptionKeyEnvironmentAfter from './examples/subscription-key-environment/after.ts?raw';
import subscriptionKeyEnvironmentBefore from './examples/subscription-key-environment/before.ts?raw';
import keyCodeNotBefore from './examples/key-code-not/before.ts?raw';
import mapBrowserBefore from './examples/map-browser/before.js?raw';
import searchRoutesKeyAfter from './examples/search-routes-key/after.cs?raw';
import searchRoutesKeyBefore from './examples/search-routes-key/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a subscription key from the environment',
    file: 'search.ts',
    before: subscriptionKeyEnvironmentBefore,
    after: subscriptionKeyEnvironmentAfter,
    rules: ['key-auth/maps', 'key-auth/maps'],
  },
  {
    language: 'typescript',
    title: 'a key in the code, which does not tell the client id',
    file: 'literal.ts',
    before: keyCodeNotBefore,
    after: null,
    rules: ['hardcoded/maps-key'],
    refusal: 'endpoint-unknown',
  },
  {
    language: 'typescript',
    title: 'a map in the browser',
    file: 'map.js',
    before: mapBrowserBefore,
    after: null,
    rules: ['key-auth/maps'],
    refusal: 'client-side',
  },
  {
    language: 'csharp',
    title: 'search and routes with a key',
    file: 'Places.cs',
    before: searchRoutesKeyBefore,
    after: searchRoutesKeyAfter,
    rules: ['key-auth/maps', 'key-auth/maps'],
  },
];
