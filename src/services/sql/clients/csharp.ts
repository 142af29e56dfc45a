import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { onlyKeys } from '../../shared/connection-keys';

/** Keys of SqlClient that are carried over, and the login, which is not. */
const KEYS = [
  'server',
  'data source',
  'initial catalog',
  'database',
  'encrypt',
  'trust server certificate',
  'trust servercertificate',
  'trustserver certificate',
  'trustservercertificate',
  'multiple active result sets',
  'multipleactiveresultsets',
  'connection timeout',
  'connect timeout',
  'command timeout',
  'persist security info',
  'application name',
  'applicationname',
  'application intent',
  'applicationintent',
  'max pool size',
  'min pool size',
  'pooling',
  'user id',
  'uid',
  'user',
  'password',
  'pwd',
];

const WITH_PASSWORD = /(?:password|pwd)\s{0,99}=/i;

/** A connection string with a password, in which nothing else is than such keys. */
const REWRITTEN = onlyKeys(KEYS, WITH_PASSWORD);

// What a setting holds may name the identity already: only what is in the code says.
export const csharp: readonly Sdk[] = [
  sdk(
    'Microsoft.Data.SqlClient',
    [
      rewrite('new SqlConnection($CONNECTION)', 'new SqlConnection($ENDPOINT)', { when: REWRITTEN }),
      refuse('new SqlConnection($CONNECTION, ...$REST)', 'sql-login-in-string', { when: WITH_PASSWORD }),
      refuse('new SqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'sql-login-in-string'),
      refuse('new SqlCredential($USER, $PASSWORD)', 'sql-login-in-string'),
    ],
    { since: '3.0.0' },
  ),
  sdk(
    'Microsoft.EntityFrameworkCore.SqlServer',
    [
      rewrite('$BUILDER.UseSqlServer($CONNECTION, ...$REST)', '$BUILDER.UseSqlServer($ENDPOINT, ...$REST)', {
        when: REWRITTEN,
      }),
      refuse('$BUILDER.UseSqlServer($CONNECTION, ...$REST)', 'sql-login-in-string', { when: WITH_PASSWORD }),
    ],
    { namespaces: { UseSqlServer: 'Microsoft.EntityFrameworkCore' }, words: ['UseSqlServer('], since: '7.0.0' },
  ),
  // Readers of a string of SqlClient: the identity is in the string.
  sdk(
    '',
    [
      refuse('$HANGFIRE.UseSqlServerStorage($CONNECTION, ...$REST)', 'sql-login-in-string', { when: WITH_PASSWORD }),
      refuse('new SqlServerStorage($CONNECTION, ...$REST)', 'sql-login-in-string', { when: WITH_PASSWORD }),
      refuse('$CHECKS.AddSqlServer(connectionString: $CONNECTION, ...$REST)', 'sql-login-in-string', {
        when: WITH_PASSWORD,
      }),
    ],
    { words: ['UseSqlServerStorage', 'SqlServerStorage(', '.AddSqlServer('] },
  ),
  sdk(
    'System.Data.SqlClient',
    [
      refuse('new SqlConnection($CONNECTION, ...$REST)', 'legacy-sdk', { when: WITH_PASSWORD }),
      refuse('new SqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'legacy-sdk'),
    ],
    { successor: 'Microsoft.Data.SqlClient' },
  ),
];
