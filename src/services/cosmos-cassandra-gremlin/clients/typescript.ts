import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('gremlin', [
    refuse('driver.auth.PlainTextSaslAuthenticator($USER, $PASSWORD)', 'package-without-entra'),
    refuse('new driver.auth.PlainTextSaslAuthenticator($USER, $PASSWORD)', 'package-without-entra'),
  ]),
  sdk('cassandra-driver', [
    refuse('new auth.PlainTextAuthProvider($USER, $PASSWORD)', 'package-without-entra'),
    refuse('new Client({ credentials: { password: $PASSWORD, ...$LOGIN }, ...$REST })', 'package-without-entra'),
  ]),
];
