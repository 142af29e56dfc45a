/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['mysql-url', 'mysql-connection-string', 'mysql-password'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_MYSQL_PASSWORD',
  'AZURE_MYSQL_CONNECTIONSTRING',
  'MYSQL_PASSWORD',
  'MYSQL_PWD',
];
