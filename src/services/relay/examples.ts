import tokenSignedKeyBefore from './examples/token-signed-key/before.js?raw';
import listenerKeyBefore from './examples/listener-key/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a token signed with the key of a hybrid connection',
    file: 'listener.js',
    before: tokenSignedKeyBefore,
    after: null,
    rules: ['key-auth/relay'],
    refusal: 'package-without-entra',
  },
  {
    language: 'csharp',
    title: 'a listener with a key',
    file: 'Listener.cs',
    before: listenerKeyBefore,
    after: null,
    rules: ['key-auth/relay'],
    refusal: 'not-checked',
  },
];
