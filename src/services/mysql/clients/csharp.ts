import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { onlyKeys } from '../../shared/connection-keys';
import { PASSWORD_BEHIND_HOST } from '../../shared/url-with-password';

const KEYS = [
  'server',
  'host',
  'port',
  'database',
  'user id',
  'uid',
  'username',
  'password',
  'pwd',
  'ssl mode',
  'sslmode',
  'connection timeout',
  'connect timeout',
  'keepalive',
  'pooling',
  'max pool size',
  'min pool size',
  'maximum pool size',
  'minimum pool size',
  'application name',
  'persist security info',
];

/** A connection string in the code with a password and TLS, in which nothing else is than such keys. */
const CARRIED = onlyKeys(KEYS, /["';]\s{0,99}(?:password|pwd)\s{0,99}=/i);
const WITHOUT_TLS = /ssl ?mode\s{0,99}=\s{0,99}(?:none|disabled)/i;
const REWRITTEN = { test: (code: string): boolean => CARRIED.test(code) && !WITHOUT_TLS.test(code) };

/**
 * A token for each new connection, in code that does not wait: the driver asks for one when it opens a connection to the
 * server, and takes it as it is over TLS. Source: MySqlConnection.ProvidePasswordCallback of MySqlConnector 2.0.0.
 */
const WITH_TOKEN =
  'new MySqlConnection($ENDPOINT) { ProvidePasswordCallback = _ => $CREDENTIAL.GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token }';

/** A connection string from elsewhere, or one in the code with a password. */
const WITH_PASSWORD = PASSWORD_BEHIND_HOST;

export const csharp: readonly Sdk[] = [
  sdk(
    'MySqlConnector',
    [
      rewrite('new MySqlConnection($CONNECTION)', WITH_TOKEN, {
        when: REWRITTEN,
        names: { TokenRequestContext: 'Azure.Core' },
      }),
    ],
    { since: '2.0.0' },
  ),
  sdk('MySqlConnector', [
    ...['new MySqlConnection', 'new MySqlDataSource', 'new MySqlDataSourceBuilder'].map((make) =>
      refuse(`${make}($CONNECTION)`, 'token-per-connection', { when: WITH_PASSWORD }),
    ),
    refuse('new MySqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'token-per-connection'),
  ]),
  sdk(
    'MySql.Data',
    [
      refuse('new MySqlConnection($CONNECTION)', 'token-per-connection', { when: WITH_PASSWORD }),
      refuse('new MySqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'token-per-connection'),
    ],
    {
      namespaces: {
        MySqlConnection: 'MySql.Data.MySqlClient',
        MySqlConnectionStringBuilder: 'MySql.Data.MySqlClient',
      },
    },
  ),
  sdk(
    'Pomelo.EntityFrameworkCore.MySql',
    [refuse('$BUILDER.UseMySql($CONNECTION, ...$REST)', 'token-per-connection', { when: WITH_PASSWORD })],
    { namespaces: { UseMySql: 'Microsoft.EntityFrameworkCore' }, words: ['UseMySql('] },
  ),
];
