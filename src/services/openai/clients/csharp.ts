import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { netRestHeader } from '../../shared/net-clients';
import { AZURE_ENDPOINT } from '../common';

export const csharp: readonly Sdk[] = [
  sdk('Azure.AI.OpenAI', [
    ...['AzureKeyCredential', 'ApiKeyCredential'].map((key) =>
      rewrite(
        `new AzureOpenAIClient(endpoint: $URL, credential: new ${key}($KEY), ...$REST)`,
        'new AzureOpenAIClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
      ),
    ),
    rewrite(
      'new OpenAIClient(endpoint: $URL, keyCredential: new AzureKeyCredential($KEY), ...$REST)',
      'new OpenAIClient(endpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)',
    ),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
  // Its clients take a policy in the place of the key, which is marked experimental.
  sdk('OpenAI', [
    refuse('new OpenAIClient(new ApiKeyCredential($KEY), ...$REST)', 'not-checked', { when: AZURE_ENDPOINT }),
    refuse('new $CLASS($NAME, new ApiKeyCredential($KEY), ...$REST)', 'not-checked', {
      for: ['ChatClient', 'EmbeddingClient', 'ImageClient', 'AudioClient'],
      when: AZURE_ENDPOINT,
    }),
  ]),
  sdk('Azure.AI.Inference', [
    refuse('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'inference-scope', {
      for: ['ChatCompletionsClient', 'EmbeddingsClient', 'ImageEmbeddingsClient'],
    }),
  ]),
  netRestHeader('api-key', AZURE_ENDPOINT),
  sdk(
    'Microsoft.SemanticKernel',
    ['AddAzureOpenAIChatCompletion', 'AddAzureOpenAITextEmbeddingGeneration'].map((name) =>
      rewrite(
        `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)`,
        `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, credentials: $CREDENTIAL, ...$REST)`,
      ),
    ),
  ),
];
