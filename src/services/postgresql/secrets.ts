/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [
  'postgres-url',
  'postgres-connection-string',
  'postgres-dsn',
  'postgres-jdbc',
  'postgres-password',
];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_POSTGRESQL_PASSWORD',
  'AZURE_POSTGRESQL_CONNECTIONSTRING',
  'PGPASSWORD',
  'POSTGRES_PASSWORD',
  'DATABASE_URL',
];
