/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['sql-connection-string', 'sql-password', 'sql-jdbc', 'sql-url'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_SQL_CONNECTIONSTRING',
  'AZURE_SQL_PASSWORD',
  'SQL_PASSWORD',
  'DB_PASSWORD',
];
