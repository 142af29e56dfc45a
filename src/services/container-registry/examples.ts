import pushPasswordRegistryBefore from './examples/push-password-registry/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'csharp',
    title: 'a push with the password of the registry',
    file: 'Push.cs',
    before: pushPasswordRegistryBefore,
    after: null,
    rules: ['key-auth/container-registry'],
    refusal: 'package-without-entra',
  },
];
