const SERVER =
  /^jdbc:sqlserver:\/\/[\w-]{1,100}\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)(?::\d{1,5})?$/i;
const LOGIN = /^(?:user|username|password)$/i;
/** Keys that say how to sign in already. */
const OTHER_WAYS = /^(?:authentication|integratedSecurity|accessToken\w{0,20}|authenticationScheme|msiClientId)$/i;

/** The database that a JDBC URL opens in Azure; null for any other. */
export function databaseOf(url: string): 'sql' | 'postgresql' | 'mysql' | null {
  if (SERVER.test(url.split(';', 1)[0] ?? '')) return 'sql';
  const kind = /^jdbc:(postgresql|mysql):\/\/[\w-]{1,100}\.(?:postgres|mysql)\.database\.azure\.com[:/?]/i.exec(
    url,
  )?.[1];
  return kind === undefined ? null : kind.toLowerCase() === 'mysql' ? 'mysql' : 'postgresql';
}

/**
 * A URL of the driver for SQL Server with the identity in the place of user and password, or at its end; everything else
 * stays as it is written. Null where it cannot be taken apart safely, or says how to sign in already.
 */
export function passwordlessUrl(url: string): string | null {
  if (/["'{}\\]/.test(url) || databaseOf(url) !== 'sql') return null;
  const [server = '', ...pairs] = url.split(';');
  const keys = pairs.map((pair) => pair.split('=', 1)[0]?.trim() ?? '');
  if (keys.some((key) => OTHER_WAYS.test(key)) || pairs.some((pair) => pair.trim() !== '' && !pair.includes('=')))
    return null;
  const first = keys.findIndex((key) => LOGIN.test(key));
  const login = 'authentication=ActiveDirectoryDefault';
  if (first >= 0)
    return [
      server,
      ...pairs.flatMap((pair, at) => (at === first ? [login] : LOGIN.test(keys[at] ?? '') ? [] : [pair])),
    ].join(';');
  const ends = pairs.at(-1)?.trim() === '';
  return ends ? [server, ...pairs.slice(0, -1), login, pairs.at(-1)].join(';') : [server, ...pairs, login].join(';');
}
