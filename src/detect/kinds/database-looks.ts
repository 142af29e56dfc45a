import { azureHost, isContainer, isStrong, judgePassword, pairsAround } from '../database';
import { decode } from '../encoding';
import type { Signature, Match, Verdict } from '../kind';
import { isPlaceholder } from '../placeholders';
import { isLocal } from '../silent';

/** What ends a text, written as XML, JSON, C or a URL write it: quotes, angle brackets, line breaks. XML within XML too. */
const WRITTEN_END =
  '&(?:amp;)?(?:quot|apos|lt|gt|nbsp|#(?:3[49]|6[02]|96|1[03]|160)|#x(?:2[27]|3[cCeE]|60|[aA]|[dD]|[aA]0));|' +
  '\\\\u00(?:2[27]|3[cCeE]|60|0[aAdD])|\\\\x2[27]|%(?:2[27]|0[aAdD]|3[cCeE])|\\\\(?:[nrt]{0,2}["\'`]|r\\\\n|n(?![a-z]))';

/** Free text up to its quote, its `;` or the end of the string. */
export const BARE = `(?![\\s+.&,)=])(?:(?!\\}["']|${WRITTEN_END})[^;"'\`\\r\\n<>]){1,128}`;

export const SERVER_KEYS = [
  'server',
  'data source',
  'datasource',
  'addr',
  'address',
  'network address',
  'host',
  'hostname',
  'server name',
];

function judgePair(match: Match): Verdict | null {
  const { decoded, whole, value, text } = match;
  // A parameter of an address, not a pair of a connection string.
  if (
    /[?&]/.test(text.charAt(whole.start - 1)) ||
    /jdbc:(?:postgresql|mysql|mariadb):[^\s"'`]{0,200}$/i.test(text.slice(Math.max(0, whole.start - 400), whole.start))
  )
    return null;
  // One pair alone is no connection string.
  if (
    !/;[\s"'`+&\\@.|]{0,60}$/.test(text.slice(Math.max(0, whole.start - 64), whole.start)) &&
    !/^(?:["'}]|&quot)?;/.test(text.slice(value.end, value.end + 8))
  )
    return null;
  const password = decode(decoded)
    .replace(/^\{(.*)\}$/, '$1')
    .trim();
  if (isPlaceholder(password)) return null;
  const pairs = pairsAround(text, whole);
  if (isFilledIn(match, password, pairs.values.get('driver') ?? '')) return null;
  const server = SERVER_KEYS.map((key) => pairs.values.get(key)).find((each) => each !== undefined);
  const jdbc = /(?:(jdbc):(\w{3,20})|(?<![\w+])sqlserver):(?:\\?\/){2}([^;\s"']{1,200})/i.exec(pairs.head);
  const host = decode(jdbc?.[3] ?? server ?? '');
  if (host === '' || isContainer(host, match.path)) return null;
  // Integrated or Entra authentication has no password, whatever else is there.
  if (/active ?directory(?! ?password)|managed ?identity/i.test(pairs.values.get('authentication') ?? '')) return null;
  const around = { start: Math.min(pairs.around.start, value.start), end: Math.max(pairs.around.end, value.end) };
  for (const [product, kind] of [
    ['postgres', 'postgres-connection-string'],
    ['mysql', 'mysql-connection-string'],
  ] as const) {
    if (azureHost[product].test(host)) {
      const verdict = judgePassword(password, host, azureHost[product], false);
      return verdict && { ...verdict, kind, around };
    }
  }
  if (jdbc !== null && !/^sqlserver$/i.test(jdbc[2] ?? 'sqlserver')) return null;
  // Keys that only SQL Server's strings have, for servers elsewhere.
  const isSql =
    jdbc !== null ||
    [
      'initial catalog',
      'trustservercertificate',
      'multipleactiveresultsets',
      'user id',
      'data source',
      'persist security info',
    ].some((key) => pairs.values.has(key)) ||
    /^tcp:/i.test(host) ||
    /sql server/i.test(pairs.values.get('driver') ?? '');
  const verdict = judgePassword(password, host, azureHost.sql, isSql);
  // Prisma writes the same without `jdbc:`.
  const kind = jdbc === null ? 'sql-connection-string' : jdbc[1] === undefined ? 'sql-url' : 'sql-jdbc';
  return verdict && { ...verdict, kind, around };
}

/** A name in braces, as templates and formatted strings have it. Only in a string of ODBC braces are quotes. */
const isFilledIn = ({ text, value }: Match, password: string, driver: string): boolean =>
  text.charAt(value.start - 1) === '{' &&
  !/^\{[^{}]{0,60} /.test(driver) &&
  (text.charAt(value.end) === '}'
    ? /^[$@]?[A-Za-z_][\w.]{0,100}(?:\[[^\])]{0,40}\]|\([^\])]{0,40}\))?$/.test(password)
    : /^[$@]?[A-Za-z_][\w.]{0,100}[[(]$/.test(password));

export const pairLook: Signature = {
  anchors: ['password=', 'pwd=', 'password =', 'pwd =', 'password\\u003d', 'pwd\\u003d'],
  before: 1,
  after: 150,
  pattern: new RegExp(
    `(?<![A-Za-z0-9_$-])(?:Password|Pwd)(?:(?:=|\\\\u003[dD])(?:\\\\?["']|&quot;|&apos;|\\{(?!\\{))|(?:\\s{0,2}=\\s{0,2}|\\\\u003[dD])(?!["'\`]))(?<value>(?<=\\{)[^}"'\\r\\n]{1,128}|${BARE})`,
    'i',
  ),
  judge: judgePair,
};

/** The user and password of a URL, for hosts of one product. */
export const urlLook = (
  anchors: readonly string[],
  scheme: string,
  kind: string | null,
  azure: RegExp,
  elsewhere: boolean,
): Signature => ({
  anchors,
  before: elsewhere ? 30 : 700,
  after: elsewhere ? 900 : 40,
  pattern: new RegExp(
    `(?<![A-Za-z0-9+]|jdbc:)(?:${scheme}):(?:\\\\?/){2}(?<user>[^:/?#\\s"'\`<>]{0,128}):(?<value>[^\\s"'\`<>@]{1,300})@(?<host>[A-Za-z0-9._-]{1,200})`,
    'i',
  ),
  judge: ({ decoded, groups, whole }) => {
    const verdict = judgePassword(decode(decoded, true), groups['host'] ?? '', azure, elsewhere);
    return verdict && { ...verdict, ...(kind === null ? {} : { kind }), around: whole };
  },
});

/** `?user=u&password=p` after a JDBC address. */
export const jdbcQuery = (scheme: string, azure: RegExp): Signature => ({
  anchors: [`jdbc:${scheme}`],
  before: 0,
  after: 700,
  pattern: new RegExp(
    `jdbc:${scheme}:(?:\\\\?/){2}(?<host>[A-Za-z0-9._:-]{1,200})/[^\\s"'<>]{0,300}?(?:[?&;]|\\\\u0026)password(?:=|\\\\u003[dD])(?<value>[^&\\s"'<>;\\\\]{1,200})`,
    'i',
  ),
  judge: ({ decoded, groups, whole }) => {
    const verdict = judgePassword(decode(decoded, true), groups['host'] ?? '', azure, false);
    return verdict && { ...verdict, around: whole };
  },
});

/** A flag of a command-line client: `sqlcmd -P "..."`. */
export const flagLook = (
  anchors: readonly string[],
  command: string,
  flag: string,
  azure: RegExp | null,
): Signature => ({
  anchors,
  before: 1,
  after: 480,
  pattern: new RegExp(
    `(?<![\\w-])(?:${command})(?![\\w-])(?:(?!${command})[^\\r\\n]|[\\\\\`]\\r?\\n){0,320}?\\s${flag}["']?(?<value>(?<=["'])[^"'\\r\\n]{1,128}|[^\\s"']{1,128})`,
  ),
  judge: (match) => {
    const part = match.text.slice(match.whole.start, match.whole.start + 600);
    const end = part.indexOf('\n', match.value.end - match.whole.start);
    const line = end < 0 ? part : part.slice(0, end + 1);
    if (match.decoded.length < 4 || isPlaceholder(match.decoded) || (azure !== null && !azure.test(line))) return null;
    if (azureHost.sql.test(line)) return { grade: 'certain' };
    return azure === null && (isLocal(line) || !isStrong(match.decoded)) ? null : { grade: 'likely' };
  },
});

/** `password "..."` beside the address of a database, as Databricks SQL and Gradle write options. */
export const optionLook: Signature = {
  anchors: ['password "', "password '"],
  before: 3,
  after: 150,
  pattern:
    /(?<![\w-])(?:db)?password[ \t]{1,3}(?:"(?=[^"\r\n]{4,128}")|'(?=[^'\r\n]{4,128}'))(?<value>[^"'\r\n]{4,128})["']/i,
  judge: (match) => {
    const { text, value, decoded } = match;
    const near = text.slice(Math.max(0, value.start - 600), value.end + 300);
    // Behind the address: the nearest one before, else the first one after.
    const found = DATABASES.map(([azure, kind]) => ({ azure, kind, at: near.search(azure) })).filter(
      ({ at }) => at >= 0,
    );
    const [first] = found.sort((a, b) => a.at - b.at);
    if (first === undefined || !/jdbc:|\burl\b/i.test(near)) return null;
    const verdict = judgePassword(decoded, near, first.azure, false);
    return verdict && { ...verdict, kind: first.kind };
  },
};

const DATABASES = [
  [azureHost.sql, 'sql-password'],
  [azureHost.postgres, 'postgres-password'],
  [azureHost.mysql, 'mysql-password'],
] as const;
