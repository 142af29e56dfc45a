import type { ClientPattern, Sdk } from '../pattern';
import { byHand, refuse, sdk } from '../pattern';

/** A database as object relational mappers and query builders of JavaScript know it, and how each of them signs in with an identity. */
export interface Mapped {
  /** What they call it, of which one is enough: `{ dialect: "mssql" }`. */
  readonly dialects: readonly string[];
  /** Hosts of the service: they tell it where the name of the dialect is in no literal. */
  readonly host: RegExp;
  readonly sequelize: string;
  readonly typeorm: string;
  readonly knex: string;
  /** Null where nothing is known of it. */
  readonly prisma: string | null;
}

/** The options of a log-in with a password, with one word for each dialect. */
const options = (word: string, { dialects }: Mapped, rest: string): string[] =>
  dialects.map((dialect) => `{ ${word}: "${dialect}", ${rest} }`);

/** A pattern for each dialect by its name, and one for what only the host tells. */
const told = (
  mapped: Mapped,
  word: string,
  rest: string,
  make: (given: string) => string,
  instead: string,
): ClientPattern[] => [
  ...options(word, mapped, rest).map((given) => byHand(make(given), instead)),
  byHand(make(`{ ${rest} }`), instead, { when: mapped.host }),
];

/** A URL of a database in the place of its parts. */
const byUrl = (mapped: Mapped, word: string, make: (given: string) => string): ClientPattern[] =>
  options(word, mapped, '...$REST').map((given) => refuse(make(given), 'database-url'));

function sequelize(mapped: Mapped): Sdk[] {
  const classes = (name: string): ClientPattern[] =>
    [`new ${name}`].flatMap((make) => [
      ...told(mapped, 'dialect', '...$REST', (given) => `${make}($NAME, $USER, $PASSWORD, ${given})`, mapped.sequelize),
      ...told(mapped, 'dialect', 'password: $PASSWORD, ...$REST', (given) => `${make}(${given})`, mapped.sequelize),
      ...byUrl(mapped, 'dialect', (given) => `${make}($URI, ${given})`),
      refuse(`${make}($URI)`, 'database-url', { when: mapped.host }),
    ]);
  return [
    sdk('sequelize', ['Sequelize', '$DEFAULT'].flatMap(classes)),
    sdk('sequelize-typescript', classes('Sequelize')),
    sdk(
      '@nestjs/sequelize',
      told(
        mapped,
        'dialect',
        'password: $PASSWORD, ...$REST',
        (given) => `SequelizeModule.forRoot(${given})`,
        mapped.sequelize,
      ),
    ),
  ];
}

function typeorm(mapped: Mapped): Sdk[] {
  const made = (call: string): ClientPattern[] => [
    ...told(mapped, 'type', 'password: $PASSWORD, ...$REST', (given) => `${call}(${given})`, mapped.typeorm),
    ...mapped.dialects.map((dialect) => refuse(`${call}({ type: "${dialect}", url: $URI, ...$REST })`, 'database-url')),
  ];
  return [
    sdk('typeorm', ['new DataSource', 'createConnection'].flatMap(made)),
    sdk('@nestjs/typeorm', made('TypeOrmModule.forRoot')),
  ];
}

const knex = (mapped: Mapped): Sdk =>
  sdk(
    'knex',
    ['$DEFAULT', 'knex'].flatMap((make) => [
      ...told(
        mapped,
        'client',
        'connection: { password: $PASSWORD, ...$CONNECT }, ...$REST',
        (given) => `${make}(${given})`,
        mapped.knex,
      ),
      ...mapped.dialects.flatMap((dialect) => [
        refuse(
          `${make}({ client: "${dialect}", connection: { connectionString: $URI, ...$CONNECT }, ...$REST })`,
          'database-url',
        ),
        refuse(`${make}({ client: "${dialect}", connection: $URI, ...$REST })`, 'database-url'),
      ]),
    ]),
  );

const prisma = ({ host, prisma: instead }: Mapped): Sdk =>
  sdk(
    '@prisma/client',
    [
      'new PrismaClient({ datasources: { db: { url: $URI, ...$DB }, ...$SOURCES }, ...$REST })',
      'new PrismaClient({ datasourceUrl: $URI, ...$REST })',
    ].map((from) =>
      instead === null ? refuse(from, 'not-checked', { when: host }) : byHand(from, instead, { when: host }),
    ),
  );

/** The patterns of Sequelize, TypeORM, Knex and Prisma for one database, NestJS included. */
export const mapped = (database: Mapped): readonly Sdk[] => [
  ...sequelize(database),
  ...typeorm(database),
  knex(database),
  prisma(database),
];
