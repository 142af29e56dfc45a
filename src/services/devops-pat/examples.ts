import personalAccessTokenBefore from './examples/personal-access-token/before.ts?raw';
import connectionPersonalAccessBefore from './examples/connection-personal-access/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a personal access token from the environment',
    file: 'builds.ts',
    before: personalAccessTokenBefore,
    after: null,
    rules: ['key-auth/devops-pat'],
    refusal: 'token-per-connection',
  },
  {
    language: 'csharp',
    title: 'a connection with a personal access token',
    file: 'Builds.cs',
    before: connectionPersonalAccessBefore,
    after: null,
    rules: ['key-auth/devops-pat'],
    refusal: 'token-per-connection',
  },
];
