import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { mapped } from '../../shared/orm';

// pg asks a function for the password of each new connection, so that a token is never too old.
const TOKEN =
  '() => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => token)';

const GET_TOKEN = '(await credential.getToken("https://ossrdbms-aad.database.windows.net/.default")).token';

const HOST = /\.postgres\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

export const typescript: readonly Sdk[] = [
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
  ...mapped({
    dialects: ['postgres', 'pg', 'postgresql'],
    host: HOST,
    sequelize: `hooks: { beforeConnect: async (config) => { config.password = ${GET_TOKEN}; } }`,
    typeorm: `password: async () => ${GET_TOKEN}`,
    knex: `connection: async () => ({ host, user, database, ssl: true, password: ${GET_TOKEN} })`,
    prisma: `new PrismaClient({ adapter: new PrismaPg({ host, user, database, ssl: true, password: async () => ${GET_TOKEN} }) })`,
  }),
  sdk('drizzle-orm/node-postgres', [
    byHand(
      'drizzle({ connection: { password: $PASSWORD, ...$CONNECT }, ...$REST })',
      `drizzle({ client: new Pool({ host, user, database, ssl: true, password: async () => ${GET_TOKEN} }) })`,
    ),
    refuse('drizzle({ connection: { connectionString: $URI, ...$CONNECT }, ...$REST })', 'database-url'),
    refuse('drizzle({ connection: $URI, ...$REST })', 'database-url'),
    refuse('drizzle($URI, ...$REST)', 'database-url'),
  ]),
];
