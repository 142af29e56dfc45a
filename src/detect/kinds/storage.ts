import { isIdentifiableKey } from '../checksum/identifiable-key';
import { BASE64, BASE64_ENDS, decode, PAD } from '../encoding';
import { connectionStringAround } from '../extent';
import type { Match, SecretKind, Verdict } from '../kind';
import { expiry, parameter, queryAround, reachOf } from '../sas';
import { signedKey } from '../signed-key';
import { isMadeUp } from '../silent';
import { landmark } from '../landmarks';
import { aboutBatch, aboutCosmos, aboutStorage, ownerOf } from './account-keys';
import { accountData, signedAccess } from '../opens';

export const aboutAccountKey = landmark('accountKey', ['account_key'], { common: true });

/** A key may be written with up to six units a character. */
const ENCODED_KEY = 560;

/** `AccountName` beside it, in the same object or paragraph, is Storage's own. */
function hasAccountName(text: string, { start, end }: Match['value']): boolean {
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split(/[{}]|\n\s*\n/)
      .at(-1) ?? '';
  const beside = before + (text.slice(end, end + 150).split(/[{}]|\n\s*\n/, 1)[0] ?? '');
  return /(?<![a-z])account[-_.]?name/i.test(beside) && !/cosmos|batch|documentdb/i.test(beside);
}

export const storageAccountKey: SecretKind = {
  id: 'storage-account-key',
  noun: 'an Azure Storage account key',
  opens: accountData,
  form: '64 bytes in base64: 88 characters that end in two equals signs. Newer keys carry a signature and a checksum; older ones are found next to a storage client, host or setting. It appears in `StorageSharedKeyCredential`, in `--account-key` and in `fs.azure.account.key` settings. The key of Azurite is not reported.',
  calls: ['blobservice(', 'queueservice(', 'tableservice(', 'fileservice('],
  looks: [
    signedKey(64, '+ASt', 'storage'),
    {
      // Hadoop's setting holds the account's host in its name.
      anchors: ['azure.account.key'],
      before: 4,
      after: 700,
      pattern: new RegExp(
        `azure\\.account\\.key\\.[\\w-]{1,63}\\.(?:blob|dfs|queue|table|file)\\.[a-z.]{3,60}["'\`]?\\s{0,3}[=:,]\\s{0,24}["'\`]?(?<value>${BASE64}{86}${PAD}{2})${BASE64_ENDS}`,
      ),
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
    {
      // CREATE CREDENTIAL ... WITH IDENTITY = 'account', SECRET = 'key', of SQL Server and Synapse
      anchors: ['identity'],
      before: 0,
      after: 800,
      pattern: new RegExp(
        `IDENTITY\\s{0,3}=\\s{0,3}N?'[^'\\r\\n]{1,128}'\\s{0,3},\\s{0,20}SECRET\\s{0,3}=\\s{0,3}N?'(?<value>${BASE64}{86}${PAD}{2})'`,
        'i',
      ),
      judge: ({ decoded, surroundings, value }) =>
        isMadeUp(decoded)
          ? null
          : { grade: 'certain', kind: ownerOf(surroundings, value, 700) ?? 'storage-account-key' },
    },
    {
      // A share mounted by Windows: net use, cmdkey.
      anchors: ['azure\\'],
      before: 8,
      after: 180,
      pattern: new RegExp(
        `/u(?:ser)?:["']?azure\\\\[\\w-]{3,30}["']?\\s{1,3}(?:/pass:)?["']?(?<value>${BASE64}{86}${PAD}{2})`,
        'i',
      ),
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
  ],
  named: [
    { shape: 'base64Of64', near: [aboutStorage] },
    {
      shape: 'base64Of64',
      near: [aboutAccountKey],
      // Several services call it so; without a word about another it is Storage's.
      judge: ({ surroundings, name, text, value }) => {
        if (hasAccountName(text, value)) return { grade: 'likely' };
        return { grade: 'likely', kind: ownerOf(surroundings, name, 2000) ?? 'storage-account-key' };
      },
    },
  ],
};

function judgeConnectionKey(match: Match): Verdict | null {
  const { decoded, text, value, surroundings } = match;
  if (isMadeUp(decoded) && !isIdentifiableKey(decoded, 'storage')) return null;
  const around = connectionStringAround(text, value);
  const whole = decode(text.slice(around?.start ?? value.start, around?.end ?? value.end));
  if (/AccountEndpoint\s{0,99}=/i.test(whole)) return null;
  if (around === null || !/;|(?:AccountName|Protocol|Endpoint)\s{0,99}=/i.test(whole)) {
    // The rest of the string may be before it, joined by code.
    const before = text.slice(Math.max(0, match.whole.start - 300), match.whole.start);
    if (/AccountName=|DefaultEndpointsProtocol=/i.test(before)) return { grade: 'certain' };
    // `AccountKey = "..."` alone is a key with a name; `batchAccountKey` is another's.
    if (/[A-Za-z0-9_]$/.test(before)) return null;
    const near = surroundings.nearest([aboutStorage, aboutCosmos, aboutBatch], match.whole, 2000);
    return near === null || near === aboutStorage ? { kind: 'storage-account-key', grade: 'certain' } : null;
  }
  return { grade: 'certain', around };
}

export const storageConnectionString: SecretKind = {
  id: 'storage-connection-string',
  noun: 'an Azure Storage connection string',
  opens: accountData,
  form: 'A connection string with `DefaultEndpointsProtocol`, `AccountName` and `AccountKey`; the finding covers the key. It appears in settings such as `AzureWebJobsStorage` and in calls such as `fromConnectionString`. `UseDevelopmentStorage=true` is not reported.',
  looks: [
    {
      anchors: ['accountkey'],
      before: 2,
      after: ENCODED_KEY,
      pattern: new RegExp(
        `AccountKey\\s{0,3}${PAD}["'\`\\s+&.]{0,12}(?<value>${BASE64}{86}${PAD}{2})${BASE64_ENDS}`,
        'i',
      ),
      judge: judgeConnectionKey,
    },
  ],
};

function judgeSas({ text, value, today, decoded }: Match): Verdict | null {
  const around = queryAround(text, value);
  const query = decode(text.slice(around.start, around.end), false);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(parameter(query, 'sv') ?? '') || isMadeUp(decoded)) return null;
  const told = ['sr', 'si', 'tn', 'skoid'].some((name) => parameter(query, name) !== undefined);
  const account = parameter(query, 'ss') !== undefined || parameter(query, 'srt') !== undefined;
  const dated = parameter(query, 'se') !== undefined && parameter(query, 'sp') !== undefined;
  return told || account || dated ? { grade: 'certain', around, ...reachOf(query), ...expiry(query, today) } : null;
}

export const storageSas: SecretKind = {
  id: 'storage-sas',
  noun: 'an Azure Storage SAS token',
  opens: signedAccess,
  form: 'A query string with `sv`, `se`, `sp` and `sig`; the finding covers the signature. It appears in addresses of blobs, files, queues and tables, and in `AzureSasCredential`. An expired one is reported as a hint.',
  looks: [
    {
      anchors: ['sig=', 'sig%3d', 'sig\\u003d'],
      before: 7,
      after: 290,
      pattern: new RegExp(
        `(?<=^|[^A-Za-z0-9_]|\\\\u0026|%26)sig${PAD}(?<value>(?:[-_]|${BASE64}){43}${PAD}?)(?![A-Za-z0-9+/%=_-]|\\\\u00(?:2[BbFf]|3[Dd]))`,
      ),
      judge: judgeSas,
    },
  ],
};
