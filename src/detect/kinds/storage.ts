import { say } from '../../core/message';
import { isIdentifiableKey } from '../checksum/identifiable-key';
import { BASE64, BASE64_ENDS, BASE64_STARTS, decode, PAD, PLUS } from '../encoding';
import { connectionStringAround, runAround } from '../extent';
import type { Match, SecretKind, Verdict } from '../kind';
import { isHashContext, isLockFile, isMadeUp } from '../silent';

/** A 64-byte key may be written with escapes of up to six units a character. */
const ENCODED = 560;

const KEY = `${BASE64}{76}(?:${PLUS}A${'St'})${BASE64}{5}[AQgw]${PAD}{2}`;

function judgeSignedKey({ decoded, text, value, path }: Match): Verdict | null {
  if (isIdentifiableKey(decoded, 'storage')) return { grade: 'certain' };
  if (isMadeUp(decoded) || isLockFile(path)) return null;
  return isHashContext(text.slice(Math.max(0, value.start - 60), value.start)) ? null : { grade: 'certain' };
}

export const storageAccountKey: SecretKind = {
  id: 'storage-account-key',
  noun: 'an Azure Storage account key',
  looks: [
    {
      // The encoded forms of `+` end in 2B.
      anchors: ['+ast', '2bast', '43;ast', 'b;ast'],
      before: ENCODED,
      after: 80,
      pattern: new RegExp(`${BASE64_STARTS}${KEY}${BASE64_ENDS}`),
      judge: judgeSignedKey,
    },
  ],
};

function judgeConnectionKey(match: Match): Verdict | null {
  const { decoded, text, value } = match;
  if (isMadeUp(decoded) && !isIdentifiableKey(decoded, 'storage')) return null;
  const around = connectionStringAround(text, value);
  if (around === null) return { kind: 'storage-account-key', grade: 'certain' };
  const whole = decode(text.slice(around.start, around.end));
  if (/AccountEndpoint\s*=/i.test(whole)) return null;
  // `AccountKey = "..."` alone is a key with a name, not a connection string.
  if (!/;|(?:AccountName|Protocol|Endpoint)\s*=/i.test(whole)) return { kind: 'storage-account-key', grade: 'certain' };
  return { grade: 'certain', around };
}

export const storageConnectionString: SecretKind = {
  id: 'storage-connection-string',
  noun: 'an Azure Storage connection string',
  looks: [
    {
      anchors: ['accountkey'],
      before: 2,
      after: ENCODED,
      pattern: new RegExp(
        `AccountKey\\s{0,3}(?:${PAD})\\s{0,3}["'\`]?(?<value>${BASE64}{86}${PAD}{2})${BASE64_ENDS}`,
        'i',
      ),
      judge: judgeConnectionKey,
    },
  ],
};

const parameter = (query: string, name: string): string | undefined =>
  new RegExp(`(?:^|[?&;=\\s])${name}=([^&\\s]{1,200})`, 'i').exec(query)?.[1];

/** More than a year ahead is long-lived for a token that cannot be taken back on its own. */
const LONG_LIVED_DAYS = 366;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function expiry(query: string, today: string): Pick<Verdict, 'message' | 'severity'> {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(decodePercent(parameter(query, 'se') ?? ''))?.[0];
  if (date === undefined || Number.isNaN(days(today, date))) return {};
  if (date < today) return { message: say('Hardcoded SAS token, expired on {date}', { date }), severity: 'hint' };
  if (days(today, date) <= LONG_LIVED_DAYS) return {};
  return { message: say('Hardcoded SAS token, valid until {date}', { date }), severity: 'error' };
}

const decodePercent = (text: string): string => decode(text, true);

function judgeSas({ text, value, today }: Match): Verdict | null {
  const around = sasAround(text, value);
  const query = decode(text.slice(around.start, around.end), false);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(parameter(query, 'sv') ?? '')) return null;
  const service = parameter(query, 'sr') !== undefined;
  const account = parameter(query, 'ss') !== undefined && parameter(query, 'srt') !== undefined;
  const policy = parameter(query, 'si') !== undefined;
  const table = parameter(query, 'tn') !== undefined;
  return service || account || policy || table ? { grade: 'certain', around, ...expiry(query, today) } : null;
}

/** The connection string, URL or bare query that a signature belongs to. */
function sasAround(text: string, value: Match['value']): Match['value'] {
  const connection = connectionStringAround(text, value);
  if (connection !== null) return connection;
  const run = runAround(text, value, true);
  const before = text.slice(run.start, value.start);
  const scheme = before.search(/[A-Za-z][A-Za-z0-9+.-]{0,20}:(?:\\?\/){2}[^:]{0,1800}$/);
  if (scheme >= 0) return { start: run.start + scheme, end: run.end };
  // Of `SAS_TOKEN=sv=...&sig=...`, the part from the first parameter on.
  const name = /^[^?&=]{0,200}[=:](?=\w{2,5}=)/.exec(before)?.[0].length ?? 0;
  return { start: run.start + name, end: run.end };
}

export const storageSas: SecretKind = {
  id: 'storage-sas',
  noun: 'an Azure Storage SAS token',
  looks: [
    {
      anchors: ['sig='],
      before: 7,
      after: 290,
      pattern: new RegExp(
        `(?<=^|[^A-Za-z0-9_]|\\\\u0026|%26)sig=(?<value>(?:[-_]|${BASE64}){43}${PAD}?)(?![A-Za-z0-9+/%=_-])`,
      ),
      judge: judgeSas,
    },
  ],
};
