import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { hasToken, OTHER, REQUEST_UNITS } from '../common';

const OPTIONS =
  '{ tls: true, retryWrites: false, authMechanism: "MONGODB-OIDC", authMechanismProperties: { OIDC_CALLBACK: () => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token, expiresOnTimestamp }) => ({ accessToken: token, expiresInSeconds: Math.floor((expiresOnTimestamp - Date.now()) / 1000) })), ALLOWED_HOSTS: ["*.azure.com"] } }';

/** A URL with a password in it, or one from elsewhere that may hold one; not what signs in with a token already. */
const VCORE_URL = /:\/\/[^\s@"'`:]{0,200}:[^\s"'`]{0,1000}@[\w.-]{0,200}\.mongocluster\.cosmos\.azure\.com/;
const VCORE = { test: (code: string): boolean => !hasToken(code) && VCORE_URL.test(code) };

export const typescript: readonly Sdk[] = [
  sdk(
    'mongodb',
    [
      rewrite('new MongoClient($URI)', `new MongoClient($ENDPOINT, ${OPTIONS})`, { when: VCORE }),
      ...['new MongoClient', 'MongoClient.connect'].flatMap((make) => [
        refuse(`${make}($URI, ...$REST)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
        refuse(`${make}($URI, ...$REST)`, 'database-url', { when: OTHER }),
      ]),
    ],
    { since: '6.8.0' },
  ),
  sdk('mongoose', [
    refuse('connect($URI, ...$REST)', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
    refuse('connect($URI, ...$REST)', 'database-url', { when: OTHER }),
  ]),
];
