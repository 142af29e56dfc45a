import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = ['hyco-https', 'hyco-ws'].map((name) =>
  sdk(name, [
    refuse('createRelayToken($URL, $NAME, $KEY, ...$REST)', 'package-without-entra'),
    refuse('appendRelayToken($URL, $NAME, $KEY, ...$REST)', 'package-without-entra'),
  ]),
);
