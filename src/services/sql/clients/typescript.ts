import type { ClientPattern, Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { mapped } from '../../shared/orm';

const BY_HAND = '{ type: "azure-active-directory-default", options: {} }';

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

export const typescript: readonly Sdk[] = [
  ...['mssql', 'mssql/msnodesqlv8'].map((name) =>
    sdk(name, ['connect', 'new ConnectionPool'].flatMap(configurations), { since: '8.0.0' }),
  ),
  sdk('tedious', connections('new Connection'), { since: '15.0.0' }),
  ...mapped({
    dialects: ['mssql'],
    host: /\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)/i,
    sequelize: `dialectOptions: { authentication: ${BY_HAND} }`,
    typeorm: `authentication: ${BY_HAND}`,
    knex: 'connection: { type: "azure-active-directory-default", server, database }',
    prisma: `new PrismaClient({ adapter: new PrismaMssql({ server, database, authentication: ${BY_HAND} }) })`,
  }),
];
