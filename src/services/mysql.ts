import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

// mysql2 asks the plugin for the password of each new connection; the protocol ends it with a zero byte.
const PLUGIN =
  '{ mysql_clear_password: () => () => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => Buffer.concat([Buffer.from(token), Buffer.alloc(1)])) }';

/** A connection string from elsewhere, or one in the code with a password. */
const WITH_PASSWORD = /^(?![^]*(?:host|server|data source)\s*=(?![^]*(?:password|pwd)\s*=))/i;

export const mysql = defineService({
  id: 'mysql',
  title: 'Azure Database for MySQL',
  secrets: ['mysql-url', 'mysql-connection-string', 'mysql-password'],
  endpoint: () => null,
  // The driver serves any MySQL server.
  claims: (code, text) =>
    !/\bUsePeriodicPasswordProvider\b|\bProvidePasswordCallback\b/.test(text) &&
    (/azure/i.test(code) ||
      /\.mysql\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)|AZURE_MYSQL/i.test(text)),
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
      after: null,
      rules: ['hardcoded/mysql-connection-string'],
      refusal: 'token-per-connection',
    },
  ],
});
