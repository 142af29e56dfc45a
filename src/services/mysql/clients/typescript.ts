import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

// mysql2 asks the plugin for the password of each new connection; the protocol ends it with a zero byte.
const PLUGIN =
  '{ mysql_clear_password: () => async () => Buffer.concat([Buffer.from((await $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default")).token), Buffer.alloc(1)]) }';

export const typescript: readonly Sdk[] = [
  ...['mysql2', 'mysql2/promise'].map((name) =>
    sdk(
      name,
      ['createConnection', 'createPool'].flatMap((make) => [
        refuse(`${make}({ uri: $URI, ...$REST })`, 'database-url'),
        rewrite(
          `${make}({ password: $PASSWORD, ssl: $SSL, ...$REST })`,
          `${make}({ authPlugins: ${PLUGIN}, ssl: $SSL, ...$REST })`,
        ),
        rewrite(
          `${make}({ password: $PASSWORD, ...$REST })`,
          `${make}({ authPlugins: ${PLUGIN}, ssl: { rejectUnauthorized: true }, ...$REST })`,
        ),
        refuse(`${make}($URI)`, 'database-url'),
      ]),
      { since: '3.0.0' },
    ),
  ),
  sdk('mysql', [
    refuse('createConnection({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
    refuse('createPool({ password: $PASSWORD, ...$REST })', 'package-without-entra'),
  ]),
];
