import { azureHost, isElsewhere, isStrong, judgePassword, within } from '../database';
import { percentEncoded } from '../encoded-text';
import type { Signature, Match, NamedShape, SecretKind, Verdict } from '../kind';
import { isPlaceholder } from '../placeholders';
import type { Landmark } from '../landmarks';
import { sharedPassword } from '../opens';
import {
  aboutSql,
  aboutSqlStatement,
  aboutAdministrator,
  aboutPostgres,
  aboutMysql,
  aboutPostgresName,
  aboutMysqlName,
} from './database-landmarks';
import { pairLook, urlLook, jdbcQuery, flagLook, optionLook } from './database-looks';

const ANY = /./;

/** A password by name counts for a server elsewhere only when strong, and never for a developer's own machine. */
const judgeNamed =
  (azure: RegExp) =>
  (match: Match): Verdict | null => {
    const near = within(match, 700, 700);
    if (azure.test(near) || /azurerm_|microsoft\.(?:sql|dbfor)|\baz (?:sql|postgres|mysql)|azsqlserver/i.test(near))
      return { grade: 'likely' };
    // Roles are of PostgreSQL and Cassandra.
    if (/\brole\b[^;\r\n]{0,120}$/i.test(near.slice(0, Math.min(700, match.value.start)))) return null;
    return isElsewhere(near) || !isStrong(match.decoded) ? null : { grade: 'likely' };
  };

/** A name that tells the product, of which Azure's is one: counts for the value after it only. */
const byName = (landmark: Landmark, azure: RegExp): NamedShape => ({
  shape: 'password',
  near: [landmark],
  judge: (match) => (match.surroundings.nearest([landmark], match.name, 0) === null ? null : judgeNamed(azure)(match)),
});

const PRODUCTS: readonly (readonly [landmark: Landmark, group: string, kind: string])[] = [
  [aboutPostgres, 'postgres', 'postgres-password'],
  [aboutMysql, 'mysql', 'mysql-password'],
  [aboutSql, 'sql', 'sql-password'],
];

const RESOURCE =
  /(?:azurerm_|microsoft\.|dbfor)(?:(?<sql>mssql|sql)|(?<postgres>postgresql)|(?<mysql>mysql|mariadb))/gi;

const administrator: NamedShape = {
  shape: 'password',
  near: [aboutAdministrator],
  judge: ({ surroundings, value, text }) => {
    // The resource that the value is in; else whatever is near.
    const resource = [...text.slice(Math.max(0, value.start - 1500), value.start).matchAll(RESOURCE)].at(-1)?.groups;
    const near =
      resource === undefined
        ? surroundings.nearest([aboutSql, aboutPostgres, aboutMysql], { start: value.start, end: value.start }, 3000)
        : null;
    const product = PRODUCTS.find(([landmark, group]) => landmark === near || resource?.[group] !== undefined);
    return { grade: 'likely', kind: product?.[2] ?? 'sql-password' };
  },
};

const kind = (
  id: string,
  noun: string,
  form: string,
  looks: readonly Signature[],
  named: readonly NamedShape[] = [],
  words: Pick<SecretKind, 'calls' | 'freeArguments'> = {},
): SecretKind => ({ id, noun, opens: sharedPassword, form, looks, named, ...words });

export const databases: readonly SecretKind[] = [
  kind(
    'sql-connection-string',
    'an Azure SQL connection string',
    'An ADO.NET, ODBC or Entity Framework connection string with `Server` and `Password` or `Pwd`; the finding covers the password. It appears in `appsettings.json`, `web.config` and code. Passwords of a local server, placeholders such as those of the Azure portal, and strings with Microsoft Entra authentication are not reported.',
    [pairLook, percentEncoded],
  ),
  kind(
    'sql-jdbc',
    'an Azure SQL JDBC address',
    'A `jdbc:sqlserver://` address with `password`; the finding covers the password. It appears in Java code and settings.',
    [],
  ),
  kind(
    'sql-url',
    'an Azure SQL address',
    'An `mssql://`, `mssql+pyodbc://` or `sqlserver://` address with user and password; the finding covers the password. It appears in Python and Node.js code, in Prisma and in settings.',
    [
      urlLook(
        ['mssql', 'sqlserver:/', 'sqlserver:\\/', 'sqlserver+'],
        '(?:mssql|sqlserver)(?:(?:\\+|\\\\u002[bB])\\w{2,12})?',
        null,
        azureHost.sql,
        true,
      ),
    ],
  ),
  kind(
    'sql-password',
    'an Azure SQL password',
    'Free text with a name such as `SQL_PASSWORD` or `administratorLoginPassword`, a flag of `sqlcmd`, `bcp` or `sqlpackage`, or a `CREATE LOGIN` statement.',
    [
      flagLook(['sqlcmd', 'bcp '], 'sqlcmd|bcp', '-P\\s{0,2}', null),
      flagLook(
        ['sqlpackage'],
        '[Ss]ql[Pp]ackage(?:\\.exe)?',
        '/(?:[ts]p|[Tt]arget[Pp]assword|[Ss]ource[Pp]assword):',
        null,
      ),
      flagLook(['az sql '], 'az sql', '-p\\s{1,2}', ANY),
      optionLook,
    ],
    [
      { shape: 'password', near: [aboutSql], judge: judgeNamed(azureHost.sql) },
      {
        shape: 'password',
        near: [aboutSqlStatement],
        judge: (match) =>
          /\b(?:login|user|credential|key|role)\b[^;]{0,200}$/i.test(
            within(match, 240, 0).slice(0, -match.decoded.length),
          ) && /with password$|\b(?:create|alter)\s/i.test(within(match, 240, 0))
            ? judgeNamed(azureHost.sql)(match)
            : null,
      },
      administrator,
    ],
    {
      // Drivers of several databases among them: the words around the value say which.
      calls: ['getconnection(', 'pdo(', 'sql_server(', 'sequelize('],
      // The password comes after address, database or user.
      freeArguments: [
        { call: /getconnection$|pdo$|sequelize$/, from: 2, to: 2 },
        { call: /sqlserver$|sqlcredential$/, from: 1, to: 1 },
      ],
    },
  ),
  kind(
    'postgres-connection-string',
    'an Azure Database for PostgreSQL connection string',
    'An Npgsql connection string with a host under `postgres.database.azure.com` and `Password`; the finding covers the password. It appears in .NET settings and code.',
    [],
  ),
  kind(
    'postgres-url',
    'an Azure Database for PostgreSQL address',
    'A `postgres://` or `postgresql://` address with user and password, for an Azure host; the finding covers the password. It appears in code and in settings such as `DATABASE_URL`.',
    [
      urlLook(
        ['postgres.database.azure.', 'postgres.cosmos.azure.'],
        'postgres(?:ql)?(?:(?:\\+|\\\\u002[bB])\\w{2,16})?',
        null,
        azureHost.postgres,
        false,
      ),
    ],
  ),
  kind(
    'postgres-jdbc',
    'an Azure Database for PostgreSQL JDBC address',
    'A `jdbc:postgresql://` address with `password`, for an Azure host; the finding covers the password. It appears in Java code and settings.',
    [jdbcQuery('postgresql', azureHost.postgres)],
  ),
  kind(
    'postgres-dsn',
    'an Azure Database for PostgreSQL connection string',
    'A libpq connection string such as `host=… user=… password=…`, for an Azure host; the finding covers the password. It appears in Python and Go code and in settings.',
    [
      {
        anchors: ['password=', 'password ='],
        before: 1,
        after: 150,
        pattern: /(?<![\w-])password\s?=(?!=)\s?\\?'?(?<value>(?<=')[^'"\r\n]{1,128}|[^\s"'&;,)\\]{1,128})/i,
        judge: (match) => {
          const { text, value, decoded, whole } = match;
          if (!/[\s"'=:]/.test(text.charAt(whole.start - 1))) return null;
          const line = within(match, 400, 400);
          const from = Math.min(400, value.start);
          const before =
            line
              .slice(0, from)
              .split(/["`\r\n]/)
              .at(-1) ?? '';
          const after = line.slice(from).split(/["`\r\n]/, 1)[0] ?? '';
          const host = /(?:^|:-|[\s'=:>\]])host(?:addr)?\s?=\s?'?([^\s'"]{1,200})/i.exec(`${before} ${after}`)?.[1];
          if (host === undefined || text[value.start - 1] === '"') return null;
          // Put in by code: the host is near.
          const server = /^[%{$]/.test(host) ? within(match, 300, 300) : host;
          const verdict = judgePassword(decoded, server, azureHost.postgres, false);
          return (
            verdict && {
              ...verdict,
              around: {
                start: value.start - before.trimStart().length,
                end: value.end + Math.max(0, after.length - decoded.length),
              },
            }
          );
        },
      },
    ],
  ),
  kind(
    'postgres-password',
    'an Azure Database for PostgreSQL password',
    'Free text with a name such as `PGPASSWORD`, a flag of `az postgres`, or a line of `.pgpass`, for an Azure host.',
    [
      flagLook(['az postgres '], 'az postgres', '-p\\s{1,2}', ANY),
      {
        // A line of .pgpass: host, port, database, user, password.
        anchors: ['postgres.database.azure.', 'postgres.cosmos.azure.'],
        before: 130,
        after: 300,
        pattern:
          /(?<![\w.@/-])[\w.-]{1,120}\.postgres\.(?:database|cosmos)\.azure\.(?:com|cn|us):(?:\d{1,5}|\*):[^:\s"'/]{1,60}:[^:\s"'/]{1,80}:(?<value>[^\s:"'<>]{1,128})(?=[ \t]{0,4}(?:[\r\n"']|$))/,
        judge: ({ decoded }) => (decoded.length < 4 || isPlaceholder(decoded) ? null : { grade: 'certain' }),
      },
    ],
    [
      { shape: 'password', near: [aboutPostgres], judge: judgeNamed(azureHost.postgres) },
      byName(aboutPostgresName, azureHost.postgres),
    ],
  ),
  kind(
    'mysql-connection-string',
    'an Azure Database for MySQL connection string',
    'A connection string with a host under `mysql.database.azure.com` and `Password` or `Pwd`, or the form with `@tcp(…)` that Go uses; the finding covers the password. It appears in code and settings.',
    [
      {
        // user:password@tcp(host:port)/database, of Go
        anchors: ['@tcp('],
        before: 220,
        after: 100,
        pattern:
          /(?<![\w./:@%-])[\w.%@-]{1,80}:(?<value>[^\s"'`<>:/]{1,128})@tcp\((?<host>[\w.-]{1,120})(?::\d{1,5})?\)\//,
        judge: ({ decoded, groups, whole }) => {
          const verdict = judgePassword(decoded, groups['host'] ?? '', azureHost.mysql, false);
          return verdict && { ...verdict, around: whole };
        },
      },
    ],
  ),
  kind(
    'mysql-url',
    'an Azure Database for MySQL address',
    'A `mysql://` address with user and password, or a `jdbc:mysql://` address with `password`, for an Azure host; the finding covers the password. It appears in code and settings.',
    [
      urlLook(
        ['mysql.database.azure.', 'mariadb.database.azure.'],
        '(?:mysql|mariadb)(?:(?:\\+|\\\\u002[bB])\\w{2,16}|x|2)?',
        null,
        azureHost.mysql,
        false,
      ),
      jdbcQuery('mysql', azureHost.mysql),
    ],
  ),
  kind(
    'mysql-password',
    'an Azure Database for MySQL password',
    'Free text with a name such as `MYSQL_PASSWORD`, or a flag of `mysql`, `mysqldump` or `az mysql`, for an Azure host.',
    [
      flagLook(['mysql ', 'mysqldump ', 'mysqlsh '], 'mysql|mysqldump|mysqlsh', '-p(?=\\S)', azureHost.mysql),
      flagLook(['az mysql '], 'az mysql', '-p\\s{1,2}', ANY),
    ],
    [
      { shape: 'password', near: [aboutMysql], judge: judgeNamed(azureHost.mysql) },
      byName(aboutMysqlName, azureHost.mysql),
    ],
    {
      calls: ['mysqli(', 'mysqli_connect(', 'real_connect('],
      freeArguments: [
        { call: /mysqli$|mysqliconnect$/, from: 2, to: 2 },
        { call: /realconnect$/, from: 2 },
      ],
    },
  ),
  kind(
    'redis-connection-string',
    'an Azure Cache for Redis connection string',
    'A StackExchange.Redis connection string with an Azure host and `password`; the finding covers the password. It appears in .NET settings and code.',
    [
      {
        anchors: ['password=', 'password\\u003d'],
        before: 1,
        after: 320,
        pattern:
          /(?<![\w-])password(?:=|\\u003[Dd])(?!=)(?<value>[^,;\s"'`<>&=]{20,280}(?:=|%3[Dd])?)(?![^,;\s"'`<>&}])/i,
        judge: (match) => {
          const line = within(match, 300, 300);
          const from = Math.min(300, match.value.start);
          const string =
            (line
              .slice(0, from)
              .split(/["'`\r\n<>]/)
              .at(-1) ?? '') + (line.slice(from).split(/["'`\r\n<>]/, 1)[0] ?? '');
          return string.includes(',') && azureHost.redis.test(string) && !isPlaceholder(match.decoded)
            ? { grade: 'certain' }
            : null;
        },
      },
    ],
  ),
  kind(
    'redis-url',
    'an Azure Cache for Redis address',
    'A `redis://` or `rediss://` address with a password, for an Azure host; the finding covers the password. It appears in Node.js and Python code and in settings.',
    [
      urlLook(
        ['redis.cache.windows.net', 'redis.azure.net', 'redisenterprise.cache'],
        'rediss?',
        null,
        azureHost.redis,
        false,
      ),
    ],
  ),
];
