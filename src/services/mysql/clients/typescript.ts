import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { mapped } from '../../shared/orm';

// mysql2 asks the plugin for the password of each new connection; the protocol ends it with a zero byte.
const PLUGIN =
  '{ mysql_clear_password: () => async () => Buffer.concat([Buffer.from((await $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default")).token), Buffer.alloc(1)]) }';

const GET_TOKEN = '(await credential.getToken("https://ossrdbms-aad.database.windows.net/.default")).token';

const AUTH_PLUGINS = `authPlugins: { mysql_clear_password: () => async () => Buffer.from(\`\${${GET_TOKEN}}\\0\`) }`;

const HOST = /\.mysql\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

export const typescript: readonly Sdk[] = [
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
  ...mapped({
    dialects: ['mysql', 'mysql2', 'mariadb'],
    host: HOST,
    sequelize: `dialectOptions: { ssl: { rejectUnauthorized: true }, ${AUTH_PLUGINS} }`,
    typeorm: `extra: { ssl: { rejectUnauthorized: true }, ${AUTH_PLUGINS} }`,
    knex: `connection: async () => ({ host, user, database, ssl: { rejectUnauthorized: true }, ${AUTH_PLUGINS} })`,
    prisma: null,
  }),
  sdk('drizzle-orm/mysql2', [
    byHand(
      'drizzle({ connection: { password: $PASSWORD, ...$CONNECT }, ...$REST })',
      `drizzle({ client: createPool({ host, user, database, ssl: { rejectUnauthorized: true }, ${AUTH_PLUGINS} }) })`,
    ),
    refuse('drizzle({ connection: { uri: $URI, ...$CONNECT }, ...$REST })', 'database-url'),
    refuse('drizzle({ connection: $URI, ...$REST })', 'database-url'),
    refuse('drizzle($URI, ...$REST)', 'database-url'),
  ]),
  sdk('mysql', [
    refuse('createConnection({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
    refuse('createPool({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
  ]),
];
