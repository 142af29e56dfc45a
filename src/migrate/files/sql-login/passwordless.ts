const SERVER =
  /^(?:tcp:)?[\w-]{1,100}(?:\.[\w-]{1,100}){0,10}\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)(?:,\d{1,5})?$/i;

const LOGIN = /^(?:user ?id|uid|user|password|pwd)$/i;
/** Keys that say how to sign in already. */
const OTHER_WAYS = /^(?:authentication|integrated ?security|trusted_connection|persist ?security ?info ?login)$/i;

/**
 * A connection string of SqlClient with the identity in the place of user and password; everything else stays as it is written.
 * Null where it is not for Azure SQL, has no password, or cannot be taken apart safely.
 */
export function passwordless(text: string): string | null {
  if (/["']/.test(text)) return null;
  const pairs = text.split(';');
  const keyOf = (pair: string): string => pair.slice(0, Math.max(0, pair.indexOf('='))).trim();
  const keys = pairs.map(keyOf);
  if (pairs.some((pair, at) => pair.trim() !== '' && keys[at] === '')) return null;
  const server = pairs.find((_, at) => /^(?:server|data ?source|addr(?:ess)?|network ?address)$/i.test(keys[at] ?? ''));
  if (!server || !SERVER.test(server.slice(server.indexOf('=') + 1).trim())) return null;
  if (keys.some((key) => OTHER_WAYS.test(key)) || !keys.some((key) => /^(?:password|pwd)$/i.test(key))) return null;
  const first = keys.findIndex((key) => LOGIN.test(key));
  const space = /^\s*/.exec(pairs[first] ?? '')?.[0] ?? '';
  return pairs
    .flatMap((pair, at) => {
      if (at === first) return [`${space}Authentication=Active Directory Default`];
      return LOGIN.test(keys[at] ?? '') ? [] : [pair];
    })
    .join(';');
}

/** True for a string of an ODBC driver, whose keys are others. */
export const isOdbc = (text: string): boolean => /(?:^|;)\s{0,99}driver\s{0,99}=/i.test(text);
