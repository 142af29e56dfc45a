import type { Identity } from '../identity';

export const identity: Identity = {
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
};
