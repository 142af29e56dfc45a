import { refuse, rewrite, sdk } from './pattern';
import type { ClientPattern } from './pattern';
import { defineService } from './service';
import type { ConnectionParts } from './service';

const IDENTITY_LOGIN = '{ type: "azure-active-directory-default" as const, options: {} }';

/** A key password in the options of a login, whatever its kind. */
const LOGINS = [
  '{ type: "default", options: { userName: $USER, password: $PASSWORD } }',
  '{ type: "azure-active-directory-password", options: { userName: $USER, password: $PASSWORD, ...$LOGIN } }',
  '{ type: "azure-active-directory-service-principal-secret", options: { clientSecret: $SECRET, ...$LOGIN } }',
];

const connections = (callee: string): ClientPattern[] => [
  ...LOGINS.map((login) =>
    rewrite(
      `${callee}({ authentication: ${login}, ...$REST })`,
      `${callee}({ authentication: ${IDENTITY_LOGIN}, ...$REST })`,
    ),
  ),
  refuse(
    `${callee}({ authentication: { options: { password: $PASSWORD, ...$LOGIN }, ...$TYPE }, ...$REST })`,
    'credential-options',
  ),
];

/** Without a login of its own a configuration of mssql names user and password. */
const configurations = (callee: string): ClientPattern[] => [
  ...connections(callee),
  rewrite(
    `${callee}({ user: $USER, password: $PASSWORD, ...$REST })`,
    `${callee}({ authentication: ${IDENTITY_LOGIN}, ...$REST })`,
  ),
  refuse(`${callee}({ connectionString: $CONNECTION, ...$REST })`, 'database-connection-string'),
  refuse(`${callee}($CONNECTION, ...$REST)`, 'database-connection-string'),
];

const SERVER = /\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.database\.fabric\.microsoft\.com/i;

/** The connection string of SqlClient with the identity in the place of user and password. */
function passwordless(parts: ConnectionParts): string | null {
  if (!SERVER.test(parts['Server'] ?? parts['Data Source'] ?? '')) return null;
  const kept = Object.entries(parts)
    .filter(([key]) => !/^(?:user|uid)/i.test(key))
    .map(([key, value]) => `${key}=${value ?? ''}`);
  return [...kept, 'Authentication=Active Directory Default', ''].join(';');
}

/** Keys of SqlClient that are carried over, and the login, which is not. */
const KEYS =
  'server|data source|initial catalog|database|encrypt|trust ?server ?certificate|multiple ?active ?result ?sets|(?:connection|connect|command) timeout|persist security info|application ?(?:name|intent)|(?:max|min) pool size|pooling|user id|uid|user|password|pwd';
const WITH_PASSWORD = /(?:password|pwd)\s*=/i;
/** A connection string with a password, in which nothing else stands than such keys. */
const REWRITTEN = new RegExp(
  `^(?![^]*["';]\\s*(?!(?:${KEYS})\\s*=)[a-z][a-z ]{1,30}=)[^]*${WITH_PASSWORD.source}`,
  'i',
);

export const sql = defineService({
  id: 'sql',
  title: 'Azure SQL Database',
  secrets: ['sql-connection-string', 'sql-password', 'sql-jdbc', 'sql-url'],
  endpoint: passwordless,
  endpointWords: ['sql', 'connection', 'string'],
  // The driver serves any SQL Server.
  claims: (code, text) => /azure/i.test(code) || SERVER.test(text) || /AZURE_SQL/i.test(text),
  byHand: [
    'Make a user for the identity in the database (CREATE USER ... FROM EXTERNAL PROVIDER); a user-assigned identity also needs its client id: options.clientId of the login, or AZURE_CLIENT_ID.',
  ],
  clients: {
    typescript: [
      ...['mssql', 'mssql/msnodesqlv8'].map((name) =>
        sdk(name, ['connect', 'new ConnectionPool'].flatMap(configurations), { since: '8.0.0' }),
      ),
      sdk('tedious', connections('new Connection'), { since: '15.0.0' }),
    ],
    // What a setting holds may name the identity already: only what stands in the code tells.
    csharp: [
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
      sdk(
        'System.Data.SqlClient',
        [
          refuse('new SqlConnection($CONNECTION, ...$REST)', 'legacy-sdk', { when: WITH_PASSWORD }),
          refuse('new SqlConnectionStringBuilder(...$REST).Password = $PASSWORD', 'legacy-sdk'),
        ],
        { successor: 'Microsoft.Data.SqlClient' },
      ),
    ],
  },
  settings: ['AZURE_SQL_CONNECTIONSTRING', 'AZURE_SQL_PASSWORD', 'SQL_PASSWORD', 'DB_PASSWORD'],
  identity: {
    support: 'yes',
    summary:
      'Azure SQL accepts Microsoft Entra tokens. The identity becomes a user of the database; the connection string keeps server and database, loses user and password, and gains Authentication=Active Directory Default.',
    roles: {
      read: [{ name: 'db_datareader', id: '', allows: 'read all tables of the database', own: true }],
      write: [
        { name: 'db_datawriter', id: '', allows: 'write and delete rows in all tables of the database', own: true },
      ],
      admin: [{ name: 'db_ddladmin', id: '', allows: 'change the schema, for migrations', own: true }],
      other: [],
    },
    scopeNote:
      'Grant on a schema or a table where that is enough. Azure roles such as SQL DB Contributor manage the database and give no access to its data.',
    grant: {
      kind: 'commands',
      cli: [
        'az sql server ad-admin create --resource-group <resource-group> --server-name <server> --display-name <admin-name> --object-id <admin-object-id>',
      ],
      sql: [
        'CREATE USER [<identity-name>] FROM EXTERNAL PROVIDER;',
        'ALTER ROLE db_datareader ADD MEMBER [<identity-name>];',
        'ALTER ROLE db_datawriter ADD MEMBER [<identity-name>];',
      ],
      bicep: `resource server 'Microsoft.Sql/servers@2023-08-01' existing = {
  name: '<server>'
}

resource admin 'Microsoft.Sql/servers/administrators@2023-08-01' = {
  parent: server
  name: 'ActiveDirectory'
  properties: {
    administratorType: 'ActiveDirectory'
    login: '<admin-name>'
    sid: '<admin-object-id>'
    tenantId: tenant().tenantId
  }
}`,
      terraform: `resource "azurerm_mssql_server" "target" {
  # the other arguments stay as they are
  azuread_administrator {
    login_username = "<admin-name>"
    object_id      = "<admin-object-id>"
  }
}`,
    },
    disableKeys: {
      cli: 'az sql server ad-only-auth enable --resource-group <resource-group> --name <server>',
      bicep: `resource server 'Microsoft.Sql/servers@2023-08-01' existing = {
  name: '<server>'
}

resource entraOnly 'Microsoft.Sql/servers/azureADOnlyAuthentications@2023-08-01' = {
  parent: server
  name: 'Default'
  properties: {
    azureADOnlyAuthentication: true
  }
}`,
      terraform: `resource "azurerm_mssql_server" "target" {
  # the other arguments stay as they are
  azuread_administrator {
    login_username              = "<admin-name>"
    object_id                   = "<admin-object-id>"
    azuread_authentication_only = true
  }
}`,
      effect:
        'Every login with a password stops, that of the server administrator included. For a managed instance: az sql mi ad-only-auth enable.',
    },
    rotate: [
      'az sql server update --resource-group <resource-group> --name <server> --admin-password <new-password>',
      "ALTER USER [<user>] WITH PASSWORD = '<new-password>';",
      "ALTER LOGIN [<user>] WITH PASSWORD = '<new-password>';",
    ],
    prove:
      'sqlcmd -S <server>.database.windows.net -d <database> --authentication-method ActiveDirectoryDefault -Q "SELECT CURRENT_USER"',
    limits: [
      'The server needs a Microsoft Entra administrator first, and the statements must run as a principal of Microsoft Entra.',
      "Creating users by name needs Directory Readers for the identity of the server; otherwise add WITH OBJECT_ID = '<principal-id>'.",
      'Microsoft.Data.SqlClient from 7.0 has Microsoft Entra in the package Microsoft.Data.SqlClient.Extensions.Azure; without it the connection fails.',
      'System.Data.SqlClient has no such mode: change to Microsoft.Data.SqlClient.',
      'ODBC: ActiveDirectoryMsi works in Azure only; on a laptop use ActiveDirectoryInteractive or an access token.',
      'In mssql for Node a connection string with Authentication=Active Directory Default is read as a SQL login: use the configuration object.',
      'Authentication=Active Directory Password is deprecated.',
    ],
    links: [
      {
        title: 'Migrate to passwordless connections with Azure SQL',
        url: 'https://learn.microsoft.com/azure/azure-sql/database/azure-sql-passwordless-migration',
      },
      {
        title: 'Microsoft Entra authentication with SqlClient',
        url: 'https://learn.microsoft.com/sql/connect/ado-net/sql/azure-active-directory-authentication',
      },
      {
        title: 'Microsoft Entra authentication with JDBC',
        url: 'https://learn.microsoft.com/sql/connect/jdbc/connecting-using-azure-active-directory-authentication',
      },
      {
        title: 'Connect to Azure SQL with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-sql-database',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'user and password from the environment',
      file: 'pool.ts',
      before: `import sql from "mssql";

const server = process.env.AZURE_SQL_SERVER!;
const database = process.env.AZURE_SQL_DATABASE!;
const user = process.env.AZURE_SQL_USER;
const password = process.env.AZURE_SQL_PASSWORD;

export const pool = new sql.ConnectionPool({
  server,
  database,
  user,
  password,
  options: { encrypt: true },
});
`,
      after: `import sql from "mssql";

const server = process.env.AZURE_SQL_SERVER!;
const database = process.env.AZURE_SQL_DATABASE!;

export const pool = new sql.ConnectionPool({
  server,
  database,
  authentication: { type: "azure-active-directory-default", options: {} },
  options: { encrypt: true },
});
`,
      rules: ['key-auth/sql'],
    },
    {
      language: 'typescript',
      title: 'a configuration in a variable, with the password in the code',
      file: 'orders.ts',
      before: `import * as sql from 'mssql';

const config = {
  user: 'shop',
  password: '{{password}}',
  server: 'contoso.database.windows.net',
  database: 'orders',
};

export const orders = async () => (await sql.connect(config)).query('select * from orders');
`,
      after: `import * as sql from 'mssql';

const config = {
  authentication: { type: 'azure-active-directory-default' as const, options: {} },
  server: 'contoso.database.windows.net',
  database: 'orders',
};

export const orders = async () => (await sql.connect(config)).query('select * from orders');
`,
      rules: ['hardcoded/sql-password'],
    },
    {
      language: 'typescript',
      title: 'tedious',
      file: 'connect.js',
      before: `const { Connection } = require('tedious')

const connection = new Connection({
  server: 'contoso.database.windows.net',
  authentication: {
    type: 'default',
    options: { userName: process.env.SQL_USER, password: process.env.SQL_PASSWORD }
  },
  options: { database: 'orders', encrypt: true }
})

module.exports = { connection }
`,
      after: `const { Connection } = require('tedious')

const connection = new Connection({
  server: 'contoso.database.windows.net',
  authentication: {
    type: 'azure-active-directory-default',
    options: {}
  },
  options: { database: 'orders', encrypt: true }
})

module.exports = { connection }
`,
      rules: ['key-auth/sql'],
    },
    {
      language: 'typescript',
      title: 'the secret of a service principal',
      file: 'principal.ts',
      before: `import { Connection } from "tedious";

export const connection = new Connection({
  server: "contoso.database.windows.net",
  authentication: {
    type: "azure-active-directory-service-principal-secret",
    options: { clientId: process.env.CLIENT_ID!, clientSecret: process.env.CLIENT_SECRET!, tenantId: process.env.TENANT_ID! },
  },
});
`,
      after: `import { Connection } from "tedious";

export const connection = new Connection({
  server: "contoso.database.windows.net",
  authentication: {
    type: "azure-active-directory-default",
    options: {},
  },
});
`,
      rules: ['key-auth/sql'],
    },
    {
      language: 'typescript',
      title: 'a connection string',
      file: 'string.ts',
      before: `import sql from "mssql";

export const pool = new sql.ConnectionPool(process.env.AZURE_SQL_CONNECTIONSTRING!);
`,
      after: null,
      rules: ['key-auth/sql'],
      refusal: 'database-connection-string',
    },
    {
      language: 'csharp',
      title: 'a connection string in the code',
      file: 'Orders.cs',
      before: `using Microsoft.Data.SqlClient;

public static class Orders
{
    private const string ConnectionString = "Server=tcp:contoso.database.windows.net,1433;Initial Catalog=orders;User ID=shop;Password={{password}};Encrypt=True;Connection Timeout=30;";

    public static SqlConnection Open()
    {
        var connection = new SqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }
}
`,
      after: `using Microsoft.Data.SqlClient;

public static class Orders
{
    private const string SqlConnectionString = "Server=tcp:contoso.database.windows.net,1433;Initial Catalog=orders;Encrypt=True;Connection Timeout=30;Authentication=Active Directory Default;";

    public static SqlConnection Open()
    {
        var connection = new SqlConnection(SqlConnectionString);
        connection.Open();
        return connection;
    }
}
`,
      rules: ['hardcoded/sql-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a context of Entity Framework',
      file: 'ShopContext.cs',
      before: `using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseLazyLoadingProxies().UseSqlServer("Server=contoso.database.windows.net;Database=shop;User Id=shop;Password={{password}};", sql => sql.EnableRetryOnFailure());
}
`,
      after: `using Microsoft.EntityFrameworkCore;

public class ShopContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseLazyLoadingProxies().UseSqlServer("Server=contoso.database.windows.net;Database=shop;Authentication=Active Directory Default;", sql => sql.EnableRetryOnFailure());
}
`,
      rules: ['hardcoded/sql-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a connection string put together',
      file: 'Builder.cs',
      before: `using System;
using Microsoft.Data.SqlClient;

public static class Builder
{
    public static string Make() => new SqlConnectionStringBuilder
    {
        DataSource = "contoso.database.windows.net",
        UserID = "shop",
        Password = Environment.GetEnvironmentVariable("SQL_PASSWORD"),
    }.ConnectionString;
}
`,
      after: null,
      rules: ['key-auth/sql'],
      refusal: 'sql-login-in-string',
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using System.Data.SqlClient;

public static class Legacy
{
    public static SqlConnection Open(string password) =>
        new SqlConnection($"Server=contoso.database.windows.net;Database=shop;User Id=shop;Password={password}");
}
`,
      after: null,
      rules: ['key-auth/sql'],
      refusal: 'legacy-sdk',
    },
  ],
});
