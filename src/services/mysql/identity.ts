import type { Identity } from '../identity';

export const identity: Identity = {
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
};
