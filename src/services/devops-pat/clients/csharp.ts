import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk(
    'Microsoft.VisualStudio.Services.Client',
    [
      refuse('new VssBasicCredential($USER, $SECRET)', 'token-per-connection'),
      refuse('new VssOAuthAccessTokenCredential($SECRET)', 'token-per-connection', { when: /pat|personal/i }),
    ],
    {
      namespaces: {
        VssBasicCredential: 'Microsoft.VisualStudio.Services.Common',
        VssOAuthAccessTokenCredential: 'Microsoft.VisualStudio.Services.OAuth',
      },
    },
  ),
];
