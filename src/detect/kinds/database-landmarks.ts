import { landmark } from '../landmarks';

export const aboutSql = landmark('sql', [
  'database.windows.net',
  'sqlcmd',
  'sqlpackage',
  'azurerm_mssql',
  'azurerm_sql',
  'azure_rm_sql',
  'microsoft.sql/',
  'az sql',
  'azsqlserver',
  '^sqlconnection',
  'tedious',
  'mssql',
  '^sql_server',
  '^sql_password',
  '^sql_admin',
  '^sqlcredential',
  '^sa_password',
  '^sql_pass',
  '^sqldb',
  '^sql_user',
  'azure_sql',
  '^sql_pwd',
  'pymssql',
  'pyodbc',
  'database scoped credential',
]);

/** Statements; prose is full of "with password". */
export const aboutSqlStatement = landmark('sqlStatement', ['create login', 'alter login', 'with password']);

export const aboutAdministrator = landmark('administrator', ['administrator_login', 'administrator_password'], {
  common: true,
});

export const aboutPostgres = landmark('postgres', [
  'postgres.database.azure.com',
  'azurerm_postgresql',
  'azure_rm_postgresql',
  'dbforpostgresql',
  'az postgres',
  'azure_postgres',
  'azpostgresql',
  'azure_pg',
]);

export const aboutMysql = landmark('mysql', [
  'mysql.database.azure.com',
  'azure_rm_mysql',
  'azurerm_mysql',
  'dbformysql',
  'az mysql',
  'mysql_pwd',
  'azure_mysql',
  'azmysql',
]);

/** Names that tell the product, but not where it runs. */
export const aboutPostgresName = landmark('postgresName', [
  '^postgres_pass',
  '^postgresql_pass',
  '^postgres_admin',
  '^postgresql_admin',
  '^pg_password',
  '^pg_admin',
]);

export const aboutMysqlName = landmark('mysqlName', ['^mysql_password', '^mysql_admin', '^mysql_pass']);
