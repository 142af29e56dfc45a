import type { Sdk } from '../../pattern';
import { rewrite, sdk } from '../../pattern';
import { netClientBuilder } from '../../shared/net-clients';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Data.AppConfiguration', [
    rewrite(
      'new ConfigurationClient(connectionString: $CONNECTION, ...$REST)',
      'new ConfigurationClient(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
    ),
  ]),
  sdk(
    'Microsoft.Extensions.Configuration.AzureAppConfiguration',
    [
      rewrite('$STORE.Connect($CONNECTION)', '$STORE.Connect(new Uri($ENDPOINT), $CREDENTIAL)'),
      rewrite(
        '$BUILDER.AddAzureAppConfiguration($CONNECTION)',
        '$BUILDER.AddAzureAppConfiguration(store => store.Connect(new Uri($ENDPOINT), $CREDENTIAL))',
      ),
    ],
    {
      namespaces: { AddAzureAppConfiguration: 'Microsoft.Extensions.Configuration' },
      words: ['AzureAppConfiguration'],
    },
  ),
  netClientBuilder([['AddConfigurationClient($CONNECTION)', 'AddConfigurationClient(new Uri($ENDPOINT))']]),
];
