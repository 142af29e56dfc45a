import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import type { ClientPattern } from '../../pattern';
import { hasToken, OTHER, REQUEST_UNITS } from '../common';

const OPTIONS =
  '{ tls: true, retryWrites: false, authMechanism: "MONGODB-OIDC", authMechanismProperties: { OIDC_CALLBACK: () => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token, expiresOnTimestamp }) => ({ accessToken: token, expiresInSeconds: Math.floor((expiresOnTimestamp - Date.now()) / 1000) })), ALLOWED_HOSTS: ["*.azure.com"] } }';

/** A URL with a password in it, or one from elsewhere that may hold one; not what signs in with a token already. */
const VCORE_URL = /:\/\/[^\s@"'`:]{0,200}:[^\s"'`]{0,1000}@[\w.-]{0,200}\.mongocluster\.cosmos\.azure\.com/;
const VCORE = { test: (code: string): boolean => !hasToken(code) && VCORE_URL.test(code) };

/** The password beside the URL: nothing can take its place where the account has request units, which the URL may tell. */
const passwordApart = (call: string): ClientPattern[] =>
  ['auth: { password: $PASSWORD, ...$AUTH }', 'pass: $PASSWORD'].flatMap((login) => [
    refuse(`${call}($URL, { ${login}, ...$REST }, ...$MORE)`, 'cosmos-mongo-request-units', { when: BY_REQUEST_UNITS }),
    refuse(`${call}($URL, { ${login}, ...$REST }, ...$MORE)`, 'not-checked'),
  ]);

const BY_REQUEST_UNITS = /\.mongo\.cosmos\.azure\.|replicaSet=globaldb/;

export const typescript: readonly Sdk[] = [
  sdk(
    'mongodb',
    [
      rewrite('new MongoClient($URI)', `new MongoClient($ENDPOINT, ${OPTIONS})`, { when: VCORE }),
      ...['new MongoClient', 'MongoClient.connect'].flatMap((make) => [
        ...passwordApart(make),
        refuse(`${make}($URI, ...$REST)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
        refuse(`${make}($URI, ...$REST)`, 'database-url', { when: OTHER }),
      ]),
    ],
    { since: '6.8.0' },
  ),
  ...['connect', '$DEFAULT.connect', 'createConnection', '$DEFAULT.createConnection'].map((make) =>
    sdk('mongoose', [
      ...passwordApart(make),
      refuse(`${make}($URI, ...$REST)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
      refuse(`${make}($URI, ...$REST)`, 'database-url', { when: OTHER }),
    ]),
  ),
  sdk('@nestjs/mongoose', [
    ...passwordApart('MongooseModule.forRoot'),
    refuse('MongooseModule.forRoot($URI, ...$REST)', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
    refuse('MongooseModule.forRoot($URI, ...$REST)', 'database-url', { when: OTHER }),
  ]),
  sdk('connect-mongo', [
    refuse('$DEFAULT.create({ mongoUrl: $URI, ...$REST })', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
    refuse('$DEFAULT.create({ mongoUrl: $URI, ...$REST })', 'database-url', { when: OTHER }),
  ]),
  sdk('typeorm', [
    refuse('new DataSource({ type: "mongodb", url: $URI, ...$REST })', 'database-url'),
    refuse('new DataSource({ type: "mongodb", password: $PASSWORD, ...$REST })', 'not-checked'),
  ]),
  sdk('@langchain/azure-cosmosdb', [
    refuse('new AzureCosmosDBMongoDBVectorStore($MODEL, { connectionString: $URI, ...$REST })', 'database-url'),
  ]),
];
