import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Azure Database for PostgreSQL accepts a Microsoft Entra token instead of the password. The identity becomes a role of the database. Host, database and user stay, and the password is removed.',
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
    bicep: "properties.authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled' }",
    terraform: `resource "azurerm_postgresql_flexible_server" "target" {
  # the other arguments stay as they are
  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = false
  }
}`,
    effect: 'Every role with a password no longer works, including that of the server administrator.',
  },
  rotate: [
    'az postgres flexible-server update --resource-group <resource-group> --name <server> --admin-password <new-password>',
    "ALTER ROLE <user> WITH PASSWORD '<new-password>';",
  ],
  prove:
    'PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv) psql "host=<server>.postgres.database.azure.com dbname=<database> user=<identity-name> sslmode=require" --command "SELECT current_user"',
  limits: [
    'The token is used as the password and is valid for about an hour. Get one each time a connection is opened, not once at startup.',
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
};
