import type { Sdk } from '../../pattern';
import { rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/app-configuration', [
    rewrite(
      'new AppConfigurationClient($CONNECTION, ...$REST)',
      'new AppConfigurationClient($ENDPOINT, $CREDENTIAL, ...$REST)',
    ),
  ]),
  sdk('@azure/app-configuration-provider', [
    rewrite('load($CONNECTION, ...$REST)', 'load($ENDPOINT, $CREDENTIAL, ...$REST)'),
  ]),
];
