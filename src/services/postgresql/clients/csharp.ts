import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { onlyKeys } from '../../shared/connection-keys';
import { PASSWORD_BEHIND_HOST } from '../../shared/url-with-password';

const KEYS = [
  'host',
  'server',
  'port',
  'database',
  'username',
  'password',
  'ssl mode',
  'sslmode',
  'trust server certificate',
  'timeout',
  'command timeout',
  'keepalive',
  'search path',
  'pooling',
  'maximum pool size',
  'minimum pool size',
  'application name',
  'persist security info',
];

/** A connection string in the code with a password, in which nothing else is than such keys. */
const REWRITTEN = onlyKeys(KEYS, /["';]\s{0,99}password\s{0,99}=/i);

/**
 * Sets a password provider that gets a token for each new connection, for code that waits and for code that does not.
 * Source: sdk/postgresql/Microsoft.Azure.PostgreSQL.Auth in Azure/azure-sdk-for-net, which builds on Npgsql 8.0.7.
 */
const ENTRA = {
  when: REWRITTEN,
  names: { UseEntraAuthentication: 'Microsoft.Azure.PostgreSQL.Auth' },
};

/** A connection string from elsewhere, or one in the code with a password. */
const WITH_PASSWORD = PASSWORD_BEHIND_HOST;

export const csharp: readonly Sdk[] = [
  sdk(
    'Npgsql',
    [
      rewrite(
        'NpgsqlDataSource.Create($CONNECTION)',
        'new NpgsqlDataSourceBuilder($ENDPOINT).UseEntraAuthentication($CREDENTIAL).Build()',
        ENTRA,
      ),
      rewrite(
        'new NpgsqlDataSourceBuilder($CONNECTION)',
        'new NpgsqlDataSourceBuilder($ENDPOINT).UseEntraAuthentication($CREDENTIAL)',
        ENTRA,
      ),
    ],
    { words: ['NpgsqlDataSource'], since: '8.0.7' },
  ),
  sdk(
    'Npgsql',
    ['new NpgsqlConnection', 'NpgsqlDataSource.Create', 'new NpgsqlDataSourceBuilder'].map((make) =>
      refuse(`${make}($CONNECTION)`, 'token-per-connection', { when: WITH_PASSWORD }),
    ),
    // The package's name is in every generated migration.
    { words: ['NpgsqlConnection', 'NpgsqlDataSource'] },
  ),
  sdk('Npgsql', [refuse('new NpgsqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'token-per-connection')], {
    words: ['NpgsqlConnectionStringBuilder'],
  }),
  sdk(
    'Npgsql.EntityFrameworkCore.PostgreSQL',
    [refuse('$BUILDER.UseNpgsql($CONNECTION, ...$REST)', 'token-per-connection', { when: WITH_PASSWORD })],
    { namespaces: { UseNpgsql: 'Microsoft.EntityFrameworkCore' }, words: ['UseNpgsql('] },
  ),
];
