import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { netClientSecret } from '../../shared/client-secret';

export const csharp: readonly Sdk[] = [
  netClientSecret,
  sdk(
    'Microsoft.Extensions.Configuration.AzureKeyVault',
    [refuse('$BUILDER.AddAzureKeyVault($URL, $CLIENT_ID, $SECRET, ...$REST)', 'legacy-sdk')],
    {
      namespaces: { AddAzureKeyVault: 'Microsoft.Extensions.Configuration' },
      words: ['AddAzureKeyVault'],
      successor: 'Azure.Extensions.AspNetCore.Configuration.Secrets',
    },
  ),
];
