import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { URL_WITH_PASSWORD } from '../../shared/url-with-password';

const PROVIDER =
  'EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential: $CREDENTIAL, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } })';

const names = { EntraIdCredentialsProviderFactory: '@redis/entraid', REDIS_SCOPE_DEFAULT: '@redis/entraid' };

/** A URL with a password in it; one from a setting may hold one, unless the client has a credential already. */
const WITH_PASSWORD = URL_WITH_PASSWORD;

const FROM_ELSEWHERE = {
  test: (code: string): boolean => !code.includes('credentialsProvider') && !code.includes('://'),
};

export const typescript: readonly Sdk[] = [
  ...['redis', '@redis/client'].map((name) =>
    sdk(
      name,
      [
        rewrite(
          'createClient({ username: $USER, password: $PASSWORD, ...$REST })',
          `createClient({ credentialsProvider: ${PROVIDER}, ...$REST })`,
          { names },
        ),
        rewrite(
          'createClient({ password: $PASSWORD, ...$REST })',
          `createClient({ credentialsProvider: ${PROVIDER}, ...$REST })`,
          { names },
        ),
        rewrite(
          'createClient({ url: $URI, ...$REST })',
          `createClient({ url: $ENDPOINT, credentialsProvider: ${PROVIDER}, ...$REST })`,
          { names, when: WITH_PASSWORD },
        ),
        refuse('createClient({ url: $URI, ...$REST })', 'database-url', { when: FROM_ELSEWHERE }),
        refuse('createCluster({ defaults: { password: $PASSWORD, ...$DEFAULTS }, ...$REST })', 'not-checked'),
      ],
      { since: '5.0.0' },
    ),
  ),
  // Queues over ioredis.
  sdk('bullmq', [
    ...['Queue', 'QueueEvents'].map((name) =>
      refuse(
        `new ${name}($NAME, { connection: { password: $PASSWORD, ...$CONNECT }, ...$REST })`,
        'package-without-entra',
      ),
    ),
    refuse(
      'new Worker($NAME, $JOB, { connection: { password: $PASSWORD, ...$CONNECT }, ...$REST })',
      'package-without-entra',
    ),
    refuse('new FlowProducer({ connection: { password: $PASSWORD, ...$CONNECT }, ...$REST })', 'package-without-entra'),
    ...['Queue', 'QueueEvents'].map((name) =>
      refuse(`new ${name}($NAME, { connection: { url: $URI, ...$CONNECT }, ...$REST })`, 'package-without-entra', {
        when: FROM_ELSEWHERE,
      }),
    ),
    refuse('new Worker($NAME, $JOB, { connection: { url: $URI, ...$CONNECT }, ...$REST })', 'package-without-entra', {
      when: FROM_ELSEWHERE,
    }),
  ]),
  sdk('bull', [
    refuse('new $DEFAULT($NAME, { redis: { password: $PASSWORD, ...$CONNECT }, ...$REST })', 'package-without-entra'),
    refuse('new $DEFAULT($NAME, $URI, ...$REST)', 'package-without-entra', { when: FROM_ELSEWHERE }),
    refuse('new $DEFAULT($NAME, $URI, ...$REST)', 'package-without-entra', { when: WITH_PASSWORD }),
  ]),
  ...[
    ['@nestjs/bullmq', 'connection'],
    ['@nestjs/bull', 'redis'],
  ].map(([name = '', word = '']) =>
    sdk(
      name,
      ['forRoot', 'registerQueue'].map((method) =>
        refuse(
          `BullModule.${method}({ ${word}: { password: $PASSWORD, ...$CONNECT }, ...$REST })`,
          'package-without-entra',
        ),
      ),
    ),
  ),
  sdk(
    'ioredis',
    ['$DEFAULT', 'Redis'].flatMap((name) => [
      refuse(`new ${name}({ password: $PASSWORD, ...$REST })`, 'package-without-entra'),
      refuse(`new ${name}($URI, { password: $PASSWORD, ...$REST })`, 'package-without-entra'),
      refuse(`new ${name}($PORT, $HOST, { password: $PASSWORD, ...$REST })`, 'package-without-entra'),
      refuse(`new ${name}($URI, ...$REST)`, 'package-without-entra', { when: WITH_PASSWORD }),
      refuse(`new ${name}($URI, ...$REST)`, 'package-without-entra', { when: FROM_ELSEWHERE }),
    ]),
  ),
];
