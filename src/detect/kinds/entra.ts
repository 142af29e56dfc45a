import { fromBase64 } from '../checksum/base64';
import { isEntraSecret } from '../checksum/entra';
import { say } from '../../core/message';
import { inBase64 } from '../encoded-text';
import { wordStarts } from '../encoding';
import type { Match, SecretKind, Verdict } from '../kind';
import { isMadeUp } from '../silent';
import { landmark } from '../landmarks';
import { applicationRights } from '../opens';

export const aboutEntra = landmark('entra', [
  'azure',
  'microsoftonline',
  'tenant',
  'msal',
  'entra_id',
  '^entra_client',
  '^entra_app',
  '^entra_secret',
  'microsoft entra',
  '^aad',
  'ida:',
  'confidentialclient',
  'clientsecretcredential',
  'arm_client',
  'graph.microsoft',
  'windows.net',
  '^adal',
  'az login',
  'service_principal',
  'clientcredential',
  // names of the Bot Framework, of App Service's own sign-in, of the Teams Toolkit
  'microsoft_app_id',
  'microsoft_app_password',
  '^bot_password',
  '^bot_id',
  'microsoft_provider_authentication',
  '^m365_client',
]);

function judgeSecret({ decoded, text, value }: Match): Verdict | null {
  if (isEntraSecret(decoded)) return { grade: 'certain' };
  if (isMadeUp(decoded) || decoded.includes('~tplv-')) return null;
  // A segment of a path or of an image address, not a secret.
  const inPath = text[value.start - 1] === '/' || text[value.end] === '/';
  return inPath ? null : { grade: 'certain' };
}

export const entraClientSecret: SecretKind = {
  id: 'entra-client-secret',
  noun: 'a Microsoft Entra client secret',
  opens: applicationRights,
  form: '40 characters: letters, digits and `.`, `_`, `~`, `-`, with a fixed mark in fourth place and a checksum at the end. It appears in `ClientSecretCredential`, in `ConfidentialClientApplication`, in `az login` and in settings such as `AZURE_CLIENT_SECRET`.',
  looks: [
    {
      anchors: ['8q~', '7q~'],
      before: 9,
      after: 40,
      // Prose may end a sentence after it.
      pattern: new RegExp(
        `${wordStarts('._~-')}[A-Za-z0-9._~-]{3}[78]Q~(?:[A-Za-z0-9._~-]{34}|[A-Za-z0-9._~-]{30,33}[A-Za-z0-9_~-])(?![A-Za-z0-9_~-]|\\.[A-Za-z0-9_~-])`,
      ),
      judge: judgeSecret,
    },
  ],
};

const SECRET_NAME =
  /clientsecret|appsecret|appkey|clientkey|applicationkey|applicationsecret|clientcredential|applicationtokenprovider|spsecret|sppassword|serviceprincipal(?:key|secret|password)|secret$|azuresecret|microsoftapppassword|botpassword|aadapppassword/;

export const entraClientSecretLegacy: SecretKind = {
  id: 'entra-client-secret-legacy',
  noun: 'a Microsoft Entra client secret',
  opens: applicationRights,
  form: '32 to 44 characters without a signature, from before 2021. It is found only by its name, such as `client_secret`, or as a password of `az login --service-principal`, in a text about Azure.',
  looks: [
    {
      anchors: ['az login'],
      before: 0,
      after: 420,
      pattern:
        /az login(?:(?!az login)[^\r\n]|[\\`]\r?\n){0,320}?\s(?:-p|--password)[ =]{1,3}["']?(?<value>(?<=["'])[^"'\r\n]{20,60}|[^\s"']{20,60})/,
      judge: ({ decoded, whole, text }) =>
        /--service-principal/.test(text.slice(whole.start, whole.end + 200)) && judgeLegacy(decoded)
          ? { grade: 'likely' }
          : null,
    },
  ],
  named: [{ shape: 'legacySecret', near: [aboutEntra], name: SECRET_NAME }],
};

const judgeLegacy = (value: string): boolean => !isMadeUp(value) && !/[${}<>]/.test(value) && !/^[A-Z_]+$/.test(value);

const JSON_KEY = (name: string): RegExp => new RegExp(`["']${name}\\\\{0,3}["']\\s{0,4}:`);

/** An object of JSON, maybe within a string, that holds all of the keys near the value. */
const objectWith =
  (...keys: readonly (string | readonly string[])[]) =>
  ({ text, value, decoded }: Match): Verdict | null => {
    if (isMadeUp(decoded) || /[${}<>]|^\*|xxxx/.test(decoded)) return null;
    const before = text.slice(Math.max(0, value.start - 700), value.start);
    const after = text.slice(value.end, value.end + 900);
    const object = before.slice(before.lastIndexOf('{') + 1) + (after.split('}', 1)[0] ?? '');
    const has = (key: string): boolean => JSON_KEY(key).test(object);
    return keys.every((key) => (typeof key === 'string' ? has(key) : key.some(has))) ? { grade: 'certain' } : null;
  };

export const servicePrincipalJson: SecretKind = {
  id: 'service-principal-json',
  noun: 'a Microsoft Entra service principal',
  opens: applicationRights,
  form: 'A JSON object with client ID, client secret, tenant and subscription, as `az ad sp create-for-rbac` prints it; the finding covers the client secret. It appears in files and in pipeline settings such as `AZURE_CREDENTIALS`. The IDs in it are not secrets.',
  looks: [
    {
      anchors: ['clientsecret'],
      before: 4,
      after: 90,
      pattern: /\\{0,3}["']clientSecret\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'](?<value>[^"'\\\s]{20,64})\\{0,3}["']/,
      judge: objectWith('clientId', 'tenantId', [
        'subscriptionId',
        'activeDirectoryEndpointUrl',
        'resourceManagerEndpointUrl',
      ]),
    },
    {
      anchors: ['password"', "password'", 'password\\"'],
      before: 4,
      after: 90,
      pattern: /\\{0,3}["']password\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'](?<value>[^"'\\\s]{20,64})\\{0,3}["']/,
      judge: objectWith('appId', ['tenant', 'tenantId']),
    },
    inBase64,
  ],
};

/** The claims of a token, or null when the part between its full stops is not a JSON object. */
function claims(token: string): Record<string, unknown> | null {
  const bytes = fromBase64(token.split('.')[1] ?? '');
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const ISSUER =
  /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|[\w-]{1,60}\.(?:b2clogin|ciamlogin)\.com)\//;

export const entraTokens: readonly SecretKind[] = [
  {
    id: 'entra-access-token',
    noun: 'a Microsoft Entra access token',
    opens: say('Anyone who has the token can act as its owner until the token expires.'),
    form: 'A JSON Web Token that Microsoft Entra issued, which its issuer claim shows. It appears in `Authorization` headers, `.http` files and tests. An expired token is reported as a hint.',
    looks: [
      {
        anchors: ['.eyj'],
        before: 1200,
        after: 8200,
        pattern:
          /(?<![A-Za-z0-9_]|(?<!:)-)eyJ[A-Za-z0-9_-]{10,1100}\.eyJ[A-Za-z0-9_-]{20,7000}\.[A-Za-z0-9_-]{20,1100}(?![A-Za-z0-9_-])/,
        judge: ({ decoded, today }) => {
          const body = claims(decoded);
          if (typeof body?.['iss'] !== 'string' || !ISSUER.test(body['iss'])) return null;
          const expires = body['exp'];
          if (typeof expires !== 'number' || !(expires > 0 && expires < 8.64e12)) return { grade: 'certain' };
          const date = new Date(expires * 1000).toISOString().slice(0, 10);
          return date < today
            ? {
                grade: 'certain',
                message: say('Hardcoded Microsoft Entra access token, expired on {date}', { date }),
                reach: 'expired',
              }
            : { grade: 'certain' };
        },
      },
    ],
  },
  {
    id: 'entra-refresh-token',
    noun: 'a Microsoft Entra refresh token',
    opens: say('Anyone who has the token can get new access tokens for its owner, until it expires or is revoked.'),
    form: 'A token of several hundred characters in parts joined by full stops. It appears in token caches and in code that was copied from them.',
    looks: [
      {
        anchors: ['0.a', '1.a'],
        before: 1,
        after: 2600,
        pattern:
          /(?<![A-Za-z0-9._]|(?<!:)-)[01]\.A[A-Za-z0-9_-]{50,400}(?:\.\d)?\.Ag[A-Za-z0-9_-]{250,2000}(?![A-Za-z0-9_-])/,
        judge: ({ decoded }) => (isMadeUp(decoded.slice(0, 60)) ? null : { grade: 'certain' }),
      },
    ],
  },
];
