import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { netRestHeader } from '../../shared/net-clients';
import { AZURE_ENDPOINT } from '../common';

/** Methods of Semantic Kernel and what they call the credential. Source: version 1.82 of its package for Azure OpenAI. */
const KERNEL = {
  AddAzureOpenAIChatCompletion: 'credentials',
  AddAzureOpenAIChatClient: 'credentials',
  AddAzureOpenAIAudioToText: 'credentials',
  AddAzureOpenAITextEmbeddingGeneration: 'credential',
};

const KERNEL_SERVICES = {
  AzureOpenAIChatCompletionService: 'credentials',
  AzureOpenAITextEmbeddingGenerationService: 'credential',
};

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
  sdk('Microsoft.SemanticKernel', [
    ...Object.entries(KERNEL).map(([name, credential]) =>
      rewrite(
        `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)`,
        `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, ${credential}: $CREDENTIAL, ...$REST)`,
      ),
    ),
    // Of a kernel it is called `credential`, of a collection of services `credentials`.
    rewrite(
      '$BUILDER.AddAzureOpenAIEmbeddingGenerator(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)',
      '$BUILDER.AddAzureOpenAIEmbeddingGenerator(deploymentName: $NAME, endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
      { when: { test: (code) => !/\bapiKey\s*:/.test(code) } },
    ),
    refuse(
      '$BUILDER.AddAzureOpenAIEmbeddingGenerator(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)',
      'not-checked',
    ),
    refuse(
      '$BUILDER.AddAzureOpenAITextToImage(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)',
      'not-checked',
    ),
    refuse(
      '$BUILDER.AddAzureOpenAITextToAudio(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)',
      'not-checked',
    ),
  ]),
  sdk(
    'Microsoft.SemanticKernel.Connectors.AzureOpenAI',
    Object.entries(KERNEL_SERVICES).map(([name, credential]) =>
      rewrite(
        `new ${name}(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)`,
        `new ${name}(deploymentName: $NAME, endpoint: $URL, ${credential}: $CREDENTIAL, ...$REST)`,
      ),
    ),
  ),
];
