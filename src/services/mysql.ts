import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';
import type { ConnectionParts } from './service';

// mysql2 asks the plugin for the password of each new connection; the protocol ends it with a zero byte.
const PLUGIN =
  '{ mysql_clear_password: () => () => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => Buffer.concat([Buffer.from(token), Buffer.alloc(1)])) }';

const HOST = /\.mysql\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

/** The connection string of MySqlConnector without its password, for a token in the place of that. */
function passwordless(parts: ConnectionParts): string | null {
  if (!HOST.test(parts['Server'] ?? parts['Host'] ?? '')) return null;
  if (!(parts['User ID'] ?? parts['Uid'] ?? parts['Username'])) return null;
  return Object.entries(parts)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join(';');
}

const KEYS =
  'server|host|port|database|user id|uid|username|password|pwd|ssl ?mode|connection timeout|connect timeout|keepalive|pooling|m(?:ax|in)(?:imum)? pool size|application name|persist security info';
/** A connection string in the code with a password and TLS, in which nothing else stands than such keys. */
const REWRITTEN = new RegExp(
  `^(?![^]*["';]\\s*(?!(?:${KEYS})\\s*=)[a-z][a-z ]{1,30}=)(?![^]*ssl ?mode\\s*=\\s*(?:none|disabled))[^]*["';]\\s*(?:password|pwd)\\s*=`,
  'i',
);

/**
 * A token for each new connection, in code that does not wait: the driver asks for one when it opens a connection to the
 * server, and takes it as it stands over TLS. Source: MySqlConnection.ProvidePasswordCallback of MySqlConnector 2.0.0.
 */
const WITH_TOKEN =
  'new MySqlConnection($ENDPOINT) { ProvidePasswordCallback = _ => $CREDENTIAL.GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token }';

/** A connection string from elsewhere, or one in the code with a password. */
const WITH_PASSWORD = {
  test(code: string): boolean {
    const last = [...code.matchAll(/(?:password|pwd)\s{0,9}=/gi)].at(-1)?.index ?? -1;
    return ![...code.matchAll(/(?:host|server|data source)\s{0,9}=/gi)].some(({ index }) => index > last);
  },
};

export const mysql = defineService({
  id: 'mysql',
  title: 'Azure Database for MySQL',
  secrets: ['mysql-url', 'mysql-connection-string', 'mysql-password'],
  endpoint: passwordless,
  endpointWords: ['mysql', 'connection', 'string'],
  // The driver serves any MySQL server.
  claims: (code, text) =>
    !/\bUsePeriodicPasswordProvider\b|\bProvidePasswordCallback\b/.test(text) &&
    (/azure/i.test(code) || HOST.test(text) || /AZURE_MYSQL/i.test(text)),
  byHand: ['Set the user to the one made for the identity in the database (CREATE AADUSER).'],
  clients: {
    typescript: [
      ...['mysql2', 'mysql2/promise'].map((name) =>
        sdk(
          name,
          ['createConnection', 'createPool'].flatMap((make) => [
            refuse(`${make}({ uri: $URI, ...$REST })`, 'database-url'),
            rewrite(
              `${make}({ password: $PASSWORD, ssl: $SSL, ...$REST })`,
              `${make}({ authPlugins: ${PLUGIN}, ssl: $SSL, ...$REST })`,
            ),
            rewrite(
              `${make}({ password: $PASSWORD, ...$REST })`,
              `${make}({ authPlugins: ${PLUGIN}, ssl: { rejectUnauthorized: true }, ...$REST })`,
            ),
            refuse(`${make}($URI)`, 'database-url'),
          ]),
          { since: '3.0.0' },
        ),
      ),
      sdk('mysql', [
        refuse('createConnection({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
        refuse('createPool({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
      ]),
    ],
    csharp: [
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
    ],
  },
  settings: ['AZURE_MYSQL_PASSWORD', 'AZURE_MYSQL_CONNECTIONSTRING', 'MYSQL_PASSWORD', 'MYSQL_PWD'],
  identity: {
    support: 'yes',
    summary:
      'Azure Database for MySQL accepts a Microsoft Entra token in place of the password. The identity becomes a user of the database by its client id; host, database and user stay, the password goes.',
    roles: {
      read: [{ name: 'SELECT', id: '', allows: 'read the tables it is granted on', own: true }],
      write: [
        {
          name: 'SELECT, INSERT, UPDATE, DELETE',
          id: '',
          allows: 'read and change the rows of the tables it is granted on',
          own: true,
        },
      ],
      admin: [],
      other: [],
    },
    scopeNote: 'Grant only what the code does, on its own database.',
    grant: {
      kind: 'commands',
      cli: [
        'az mysql flexible-server identity assign --resource-group <resource-group> --server-name <server> --identity <server-identity>',
        'az mysql flexible-server ad-admin create --resource-group <resource-group> --server-name <server> --display-name <admin-name> --object-id <admin-object-id> --identity <server-identity>',
      ],
      sql: [
        'SET aad_auth_validate_oids_in_tenant = OFF;',
        "CREATE AADUSER '<user>' IDENTIFIED BY '<client-id>';",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON <database>.* TO '<user>'@'%';",
        'FLUSH PRIVILEGES;',
      ],
      bicep: `resource server 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' existing = {
  name: '<server>'
}

resource admin 'Microsoft.DBforMySQL/flexibleServers/administrators@2023-12-30' = {
  parent: server
  name: 'ActiveDirectory'
  properties: {
    administratorType: 'ActiveDirectory'
    login: '<admin-name>'
    sid: '<admin-object-id>'
    tenantId: tenant().tenantId
    identityResourceId: '<server-identity>'
  }
}`,
      terraform: `resource "azurerm_mysql_flexible_server_active_directory_administrator" "admin" {
  server_id   = azurerm_mysql_flexible_server.target.id
  identity_id = "<server-identity>"
  login       = "<admin-name>"
  object_id   = "<admin-object-id>" # of a managed identity: its client id
  tenant_id   = "<tenant-id>"
}`,
    },
    disableKeys: {
      cli: 'az mysql flexible-server parameter set --resource-group <resource-group> --server-name <server> --name aad_auth_only --value ON',
      bicep: `resource server 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' existing = {
  name: '<server>'
}

resource entraOnly 'Microsoft.DBforMySQL/flexibleServers/configurations@2023-12-30' = {
  parent: server
  name: 'aad_auth_only'
  properties: {
    value: 'ON'
    source: 'user-override'
  }
}`,
      terraform: `resource "azurerm_mysql_flexible_server_configuration" "entra_only" {
  name                = "aad_auth_only"
  resource_group_name = "<resource-group>"
  server_name         = azurerm_mysql_flexible_server.target.name
  value               = "ON"
}`,
      effect: 'Every user with a password stops, that of the server administrator included.',
    },
    rotate: [
      'az mysql flexible-server update --resource-group <resource-group> --name <server> --admin-password <new-password>',
      "ALTER USER '<user>'@'%' IDENTIFIED BY '<new-password>';",
    ],
    prove:
      'mysql --host <server>.mysql.database.azure.com --user <user> --enable-cleartext-plugin --password=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv) --execute "SELECT CURRENT_USER()"',
    limits: [
      'The server needs a user-assigned identity with the right to read the directory before it can have a Microsoft Entra administrator.',
      'CREATE AADUSER takes the client id of a managed identity, where PostgreSQL takes the object id.',
      'The client must allow the plugin mysql_clear_password, over TLS.',
      'The token expires: get one each time a connection is opened; connection pools need a hook.',
    ],
    links: [
      {
        title: 'Microsoft Entra authentication for MySQL',
        url: 'https://learn.microsoft.com/azure/mysql/flexible-server/how-to-azure-ad',
      },
      {
        title: 'Connect to MySQL with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-mysql',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a pool',
      file: 'pool.ts',
      before: `import mysql from "mysql2/promise";

export const pool = mysql.createPool({
  host: process.env.AZURE_MYSQL_HOST,
  user: process.env.AZURE_MYSQL_USER,
  password: process.env.AZURE_MYSQL_PASSWORD,
  database: process.env.AZURE_MYSQL_DATABASE,
});
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import mysql from "mysql2/promise";

const credential = new DefaultAzureCredential();

export const pool = mysql.createPool({
  host: process.env.AZURE_MYSQL_HOST,
  user: process.env.AZURE_MYSQL_USER,
  authPlugins: { mysql_clear_password: () => () => credential.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => Buffer.concat([Buffer.from(token), Buffer.alloc(1)])) },
  ssl: { rejectUnauthorized: true },
  database: process.env.AZURE_MYSQL_DATABASE,
});
`,
      rules: ['key-auth/mysql'],
    },
    {
      language: 'typescript',
      title: 'one connection, with TLS already',
      file: 'connect.js',
      before: `const mysql = require('mysql2')

const connection = mysql.createConnection({
  host: 'contoso.mysql.database.azure.com',
  user: process.env.MYSQL_USER,
  password: process.env.MYSQL_PASSWORD,
  ssl: { minVersion: 'TLSv1.2' }
})

module.exports = { connection }
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const mysql = require('mysql2')

const credential = new DefaultAzureCredential()

const connection = mysql.createConnection({
  host: 'contoso.mysql.database.azure.com',
  user: process.env.MYSQL_USER,
  authPlugins: { mysql_clear_password: () => () => credential.getToken('https://ossrdbms-aad.database.windows.net/.default').then(({ token }) => Buffer.concat([Buffer.from(token), Buffer.alloc(1)])) },
  ssl: { minVersion: 'TLSv1.2' }
})

module.exports = { connection }
`,
      rules: ['key-auth/mysql'],
    },
    {
      language: 'typescript',
      title: 'a URL with user and password',
      file: 'url.ts',
      before: `import { createPool } from "mysql2/promise";

export const pool = createPool(process.env.AZURE_MYSQL_CONNECTIONSTRING!);
`,
      after: null,
      rules: ['key-auth/mysql'],
      refusal: 'database-url',
    },
    {
      language: 'csharp',
      title: 'a connection string in the code',
      file: 'Shop.cs',
      before: `using MySqlConnector;

public static class Shop
{
    public static MySqlConnection Connect() =>
        new("Server=contoso.mysql.database.azure.com;Database=shop;User ID=shop;Password={{password}};SslMode=Required");
}
`,
      after: `using Azure.Core;
using Azure.Identity;
using MySqlConnector;

public static class Shop
{
    public static MySqlConnection Connect() =>
        new MySqlConnection("Server=contoso.mysql.database.azure.com;Database=shop;User ID=shop;SslMode=Required") { ProvidePasswordCallback = _ => new DefaultAzureCredential().GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token };
}
`,
      rules: ['hardcoded/mysql-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a connection, with the string in a variable',
      file: 'Orders.cs',
      before: `using MySqlConnector;

var connectionString = "Server=contoso.mysql.database.azure.com;Database=orders;Uid=orders;Pwd={{password}}";
using var connection = new MySqlConnection(connectionString);
connection.Open();
`,
      after: `using Azure.Core;
using Azure.Identity;
using MySqlConnector;

var mysqlConnectionString = "Server=contoso.mysql.database.azure.com;Database=orders;Uid=orders";
var credential = new DefaultAzureCredential();
using var connection = new MySqlConnection(mysqlConnectionString) { ProvidePasswordCallback = _ => credential.GetToken(new TokenRequestContext(new[] { "https://ossrdbms-aad.database.windows.net/.default" }), default).Token };
connection.Open();
`,
      rules: ['hardcoded/mysql-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a data source from the configuration',
      file: 'Items.cs',
      before: `using Microsoft.Extensions.Configuration;
using MySqlConnector;

public class Items
{
    private readonly MySqlDataSource _source;

    public Items(IConfiguration configuration)
    {
        _source = new MySqlDataSource(configuration["AZURE_MYSQL_CONNECTIONSTRING"]);
    }
}
`,
      after: null,
      rules: ['key-auth/mysql'],
      refusal: 'token-per-connection',
    },
  ],
});
