import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';
import type { ConnectionParts } from './service';

// pg asks a function for the password of each new connection, so that a token is never too old.
const TOKEN =
  '() => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => token)';

const HOST = /\.postgres\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

/** The connection string of Npgsql without its password, for a token in the place of that. */
function passwordless(parts: ConnectionParts): string | null {
  if (!HOST.test(parts['Host'] ?? parts['Server'] ?? '') || !parts['Username']) return null;
  return Object.entries(parts)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join(';');
}

const KEYS =
  'host|server|port|database|username|password|ssl ?mode|trust server certificate|timeout|command timeout|keepalive|search path|pooling|m(?:ax|in)imum pool size|application name|persist security info';
/** A connection string in the code with a password, in which nothing else stands than such keys. */
const REWRITTEN = new RegExp(`^(?![^]*["';]\\s*(?!(?:${KEYS})\\s*=)[a-z][a-z ]{1,30}=)[^]*["';]\\s*password\\s*=`, 'i');

/**
 * Sets a password provider that gets a token for each new connection, for code that waits and for code that does not.
 * Source: sdk/postgresql/Microsoft.Azure.PostgreSQL.Auth in Azure/azure-sdk-for-net, which builds on Npgsql 8.0.7.
 */
const ENTRA = {
  when: REWRITTEN,
  names: { UseEntraAuthentication: 'Microsoft.Azure.PostgreSQL.Auth' },
};

/** A connection string from elsewhere, or one in the code with a password. */
const WITH_PASSWORD = /^(?![^]*(?:host|server|data source)\s*=(?![^]*(?:password|pwd)\s*=))/i;

export const postgresql = defineService({
  id: 'postgresql',
  title: 'Azure Database for PostgreSQL',
  secrets: ['postgres-url', 'postgres-connection-string', 'postgres-dsn', 'postgres-jdbc', 'postgres-password'],
  endpoint: passwordless,
  endpointWords: ['postgres', 'connection', 'string'],
  // The driver serves any PostgreSQL server.
  claims: (code, text) =>
    !/\bUse(?:Periodic)?PasswordProvider\b|\bUseEntraAuthentication\b/.test(text) &&
    (/azure/i.test(code) || HOST.test(text) || /AZURE_POSTGRESQL/i.test(text)),
  byHand: ['Set the user to the role made for the identity in the database, without @server.'],
  clients: {
    typescript: [
      sdk(
        'pg',
        ['Pool', 'Client'].flatMap((name) => [
          refuse(`new ${name}({ connectionString: $URI, ...$REST })`, 'database-url'),
          rewrite(
            `new ${name}({ password: $PASSWORD, ssl: $SSL, ...$REST })`,
            `new ${name}({ password: ${TOKEN}, ssl: $SSL, ...$REST })`,
          ),
          rewrite(
            `new ${name}({ password: $PASSWORD, ...$REST })`,
            `new ${name}({ password: ${TOKEN}, ssl: true, ...$REST })`,
          ),
          refuse(`new ${name}($URI)`, 'database-url'),
        ]),
        { since: '8.0.0' },
      ),
    ],
    csharp: [
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
        // The package's name stands in every generated migration.
        { words: ['NpgsqlConnection', 'NpgsqlDataSource'] },
      ),
      sdk(
        'Npgsql',
        [refuse('new NpgsqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'token-per-connection')],
        { words: ['NpgsqlConnectionStringBuilder'] },
      ),
      sdk(
        'Npgsql.EntityFrameworkCore.PostgreSQL',
        [refuse('$BUILDER.UseNpgsql($CONNECTION, ...$REST)', 'token-per-connection', { when: WITH_PASSWORD })],
        { namespaces: { UseNpgsql: 'Microsoft.EntityFrameworkCore' }, words: ['UseNpgsql('] },
      ),
    ],
  },
  settings: [
    'AZURE_POSTGRESQL_PASSWORD',
    'AZURE_POSTGRESQL_CONNECTIONSTRING',
    'PGPASSWORD',
    'POSTGRES_PASSWORD',
    'DATABASE_URL',
  ],
  identity: {
    support: 'yes',
    summary:
      'Azure Database for PostgreSQL accepts a Microsoft Entra token in place of the password. The identity becomes a role of the database; host, database and user stay, the password goes.',
    roles: {
      read: [{ name: 'pg_read_all_data', id: '', allows: 'read all tables', own: true }],
      write: [
        {
          name: 'GRANT on tables',
          id: '',
          allows: 'read and change the rows of the tables it is granted on',
          own: true,
        },
      ],
      admin: [{ name: 'azure_pg_admin', id: '', allows: 'administer the server', own: true }],
      other: [],
    },
    scopeNote: 'Grant only what the code does: drop INSERT, UPDATE, DELETE where it only reads.',
    grant: {
      kind: 'commands',
      cli: [
        'az postgres flexible-server microsoft-entra-admin create --resource-group <resource-group> --server-name <server> --display-name <admin-name> --object-id <admin-object-id> --type User',
      ],
      sql: [
        "SELECT * FROM pgaadauth_create_principal('<identity-name>', false, false);",
        'GRANT CONNECT ON DATABASE <database> TO "<identity-name>";',
        'GRANT USAGE ON SCHEMA public TO "<identity-name>";',
        'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "<identity-name>";',
      ],
      bicep: `resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' existing = {
  name: '<server>'
}

resource admin 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: '<admin-object-id>'
  properties: {
    principalName: '<admin-name>'
    principalType: 'User'
    tenantId: tenant().tenantId
  }
}`,
      terraform: `resource "azurerm_postgresql_flexible_server_active_directory_administrator" "admin" {
  server_name         = azurerm_postgresql_flexible_server.target.name
  resource_group_name = "<resource-group>"
  tenant_id           = "<tenant-id>"
  object_id           = "<admin-object-id>"
  principal_name      = "<admin-name>"
  principal_type      = "User"
}`,
    },
    disableKeys: {
      cli: 'az postgres flexible-server update --resource-group <resource-group> --name <server> --microsoft-entra-auth Enabled --password-auth Disabled',
      bicep: `resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: '<server>'
  location: resourceGroup().location
  // the other properties stay as they are
  properties: {
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
    }
  }
}`,
      terraform: `resource "azurerm_postgresql_flexible_server" "target" {
  # the other arguments stay as they are
  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = false
  }
}`,
      effect: 'Every role with a password stops, that of the server administrator included.',
    },
    rotate: [
      'az postgres flexible-server update --resource-group <resource-group> --name <server> --admin-password <new-password>',
      "ALTER ROLE <user> WITH PASSWORD '<new-password>';",
    ],
    prove:
      'PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv) psql "host=<server>.postgres.database.azure.com dbname=<database> user=<identity-name> sslmode=require" --command "SELECT current_user"',
    limits: [
      'The token is the password and lives for about an hour: get one each time a connection is opened, never once at the start.',
      'The user name is the role made for the identity (its display name, upper and lower case matter), without @server.',
      'An existing role changes over with SECURITY LABEL FOR "pgaadauth" ON ROLE "<user>" IS \'aadauth,oid=<principal-id>,type=service\'.',
      'PgBouncer needs to be set up for long tokens.',
      'Samples of Service Connector name the wrong scope: it is https://ossrdbms-aad.database.windows.net/.default.',
      'Older versions of the CLI call the first command ad-admin create.',
    ],
    links: [
      {
        title: 'Connect to PostgreSQL with a managed identity',
        url: 'https://learn.microsoft.com/azure/postgresql/security/security-connect-with-managed-identity',
      },
      {
        title: 'Manage Microsoft Entra users of PostgreSQL',
        url: 'https://learn.microsoft.com/azure/postgresql/security/security-manage-entra-users',
      },
      {
        title: 'Connect to PostgreSQL with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-postgres',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a pool with settings of Service Connector',
      file: 'pool.ts',
      before: `import { Pool } from "pg";

export const pool = new Pool({
  host: process.env.AZURE_POSTGRESQL_HOST,
  user: process.env.AZURE_POSTGRESQL_USER,
  password: process.env.AZURE_POSTGRESQL_PASSWORD,
  database: process.env.AZURE_POSTGRESQL_DATABASE,
  ssl: { rejectUnauthorized: true },
});
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { Pool } from "pg";

const credential = new DefaultAzureCredential();

export const pool = new Pool({
  host: process.env.AZURE_POSTGRESQL_HOST,
  user: process.env.AZURE_POSTGRESQL_USER,
  password: () => credential.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => token),
  database: process.env.AZURE_POSTGRESQL_DATABASE,
  ssl: { rejectUnauthorized: true },
});
`,
      rules: ['key-auth/postgresql'],
    },
    {
      language: 'typescript',
      title: 'options in a variable, without TLS so far',
      file: 'client.js',
      before: `const { Client } = require('pg')

const options = {
  host: 'contoso.postgres.database.azure.com',
  user: process.env.PGUSER,
  password: process.env.PGPASSWORD,
  database: 'orders'
}
const client = new Client(options)

module.exports = { client }
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { Client } = require('pg')

const credential = new DefaultAzureCredential()

const options = {
  host: 'contoso.postgres.database.azure.com',
  user: process.env.PGUSER,
  password: () => credential.getToken('https://ossrdbms-aad.database.windows.net/.default').then(({ token }) => token),
  ssl: true,
  database: 'orders'
}
const client = new Client(options)

module.exports = { client }
`,
      rules: ['key-auth/postgresql'],
    },
    {
      language: 'typescript',
      title: 'a URL with user and password',
      file: 'url.ts',
      before: `import { Pool } from "pg";

export const pool = new Pool({ connectionString: process.env.AZURE_POSTGRESQL_CONNECTIONSTRING });
`,
      after: null,
      rules: ['key-auth/postgresql'],
      refusal: 'database-url',
    },
    {
      language: 'csharp',
      title: 'a connection string from the configuration',
      file: 'Items.cs',
      before: `using Microsoft.Extensions.Configuration;
using Npgsql;

public class Items
{
    private readonly NpgsqlDataSource _source;

    public Items(IConfiguration configuration)
    {
        _source = NpgsqlDataSource.Create(configuration["AZURE_POSTGRESQL_CONNECTIONSTRING"]);
    }
}
`,
      after: null,
      rules: ['key-auth/postgresql'],
      refusal: 'token-per-connection',
    },
    {
      language: 'csharp',
      title: 'a data source, with the password in the code',
      file: 'Orders.cs',
      before: `using Npgsql;

public class Orders
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;Password={{password}};SSL Mode=Require");
}
`,
      after: `using Azure.Identity;
using Microsoft.Azure.PostgreSQL.Auth;
using Npgsql;

public class Orders
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder("Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;SSL Mode=Require").UseEntraAuthentication(new DefaultAzureCredential()).Build();
}
`,
      rules: ['hardcoded/postgres-connection-string'],
    },
    {
      language: 'csharp',
      title: 'the builder of a data source, in a variable',
      file: 'Program.cs',
      before: `using Npgsql;

var connection = "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders;Password={{password}}";
var builder = new NpgsqlDataSourceBuilder(connection);
await using var source = builder.Build();
`,
      after: `using Azure.Identity;
using Microsoft.Azure.PostgreSQL.Auth;
using Npgsql;

var postgresConnectionString = "Host=contoso.postgres.database.azure.com;Database=orders;Username=orders";
var credential = new DefaultAzureCredential();
var builder = new NpgsqlDataSourceBuilder(postgresConnectionString).UseEntraAuthentication(credential);
await using var source = builder.Build();
`,
      rules: ['hardcoded/postgres-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a context of Entity Framework, with the password in the code',
      file: 'ShopContext.cs',
      before: `using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseNpgsql("Host=contoso.postgres.database.azure.com;Database=shop;Username=shop;Password={{password}};SSL Mode=Require");
}
`,
      after: null,
      rules: ['hardcoded/postgres-connection-string'],
      refusal: 'token-per-connection',
    },
  ],
});
