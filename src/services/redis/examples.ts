import accessKeyEnvironmentAfter from './examples/access-key-environment/after.ts?raw';
import accessKeyEnvironmentBefore from './examples/access-key-environment/before.ts?raw';
import accessKeyInsideAfter from './examples/access-key-inside/after.js?raw';
import accessKeyInsideBefore from './examples/access-key-inside/before.js?raw';
import urlEnvironmentBefore from './examples/url-environment/before.ts?raw';
import ioredisBefore from './examples/ioredis/before.ts?raw';
import connectionOptionsBefore from './examples/connection-options/before.cs?raw';
import distributedCacheBefore from './examples/distributed-cache/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'an access key from the environment',
    file: 'cache.ts',
    before: accessKeyEnvironmentBefore,
    after: accessKeyEnvironmentAfter,
    rules: ['key-auth/redis'],
  },
  {
    language: 'typescript',
    title: 'an access key inside the URL',
    file: 'session.js',
    before: accessKeyInsideBefore,
    after: accessKeyInsideAfter,
    rules: ['key-auth/redis'],
  },
  {
    language: 'typescript',
    title: 'a URL from the environment',
    file: 'url.ts',
    before: urlEnvironmentBefore,
    after: null,
    rules: ['key-auth/redis'],
    refusal: 'database-url',
  },
  {
    language: 'typescript',
    title: 'ioredis',
    file: 'queue.ts',
    before: ioredisBefore,
    after: null,
    rules: ['key-auth/redis'],
    refusal: 'package-without-entra',
  },
  {
    language: 'csharp',
    title: 'a connection and options',
    file: 'Cache.cs',
    before: connectionOptionsBefore,
    after: null,
    rules: ['key-auth/redis', 'key-auth/redis'],
    refusal: 'redis-token-async',
  },
  {
    language: 'csharp',
    title: 'the distributed cache',
    file: 'Program.cs',
    before: distributedCacheBefore,
    after: null,
    rules: ['key-auth/redis'],
    refusal: 'redis-token-async',
  },
];
