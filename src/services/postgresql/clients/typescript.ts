import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

// pg asks a function for the password of each new connection, so that a token is never too old.
const TOKEN =
  '() => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token }) => token)';

export const typescript: readonly Sdk[] = [
  sdk(
    'pg',
    ['Pool', 'Client'].flatMap((name) => [
      refuse(`new ${name}({ connectionString: $URI, ...$REST })`, 'database-url'),
      rewrite(
        `new ${name}({ password: $PASSWORD, ssl: $SSL, ...$REST })`,
        `new ${name}({ password: ${TOKEN}, ssl: $SSL, ...$REST })`,
      ),
      rewrite(
        `new ${name}({ password: $PASSWORD, ...$REST })`,
        `new ${name}({ password: ${TOKEN}, ssl: true, ...$REST })`,
      ),
      refuse(`new ${name}($URI)`, 'database-url'),
    ]),
    { since: '8.0.0' },
  ),
];
