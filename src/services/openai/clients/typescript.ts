import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';
import { AZURE_ENDPOINT } from '../common';

const PROVIDER = 'getBearerTokenProvider($CREDENTIAL, "https://cognitiveservices.azure.com/.default")';

const names = { getBearerTokenProvider: '@azure/identity' };

/** Options that give no credential and hide none: the client reads its key from the environment. */
const IMPLICIT = {
  reads: 'AZURE_OPENAI_API_KEY',
  when: {
    test: (code: string): boolean =>
      !/\.\.\.|key\b|azureADTokenProvider|credential|\btoken|\bsession\b|\bauthenticat/i.test(code),
  },
};

/** The same as a person writes it. */
const BY_HAND = PROVIDER.replace('$CREDENTIAL', 'new DefaultAzureCredential()');

export const typescript: readonly Sdk[] = [
  sdk('openai', [
    rewrite(
      'new AzureOpenAI({ apiKey: $KEY, ...$REST })',
      `new AzureOpenAI({ azureADTokenProvider: ${PROVIDER}, ...$REST })`,
      { names },
    ),
    ...['OpenAI', '$DEFAULT'].map((name) =>
      refuse(
        `new ${name}({ apiKey: $KEY, defaultHeaders: { "api-key": $SECRET, ...$HEADERS }, ...$REST })`,
        'openai-key-in-header',
      ),
    ),
  ]),
  sdk(
    'openai',
    ['OpenAI', '$DEFAULT'].map((name) =>
      rewrite(
        `new ${name}({ baseURL: $URL, apiKey: $KEY, ...$REST })`,
        `new ${name}({ baseURL: $URL, apiKey: getBearerTokenProvider($CREDENTIAL, "https://ai.azure.com/.default"), ...$REST })`,
        { names },
      ),
    ),
    { since: '5.18.0' },
  ),
  // Without a key and a provider the client reads its key itself.
  sdk('openai', [
    rewrite('new AzureOpenAI()', `new AzureOpenAI({ azureADTokenProvider: ${PROVIDER} })`, {
      names,
      reads: 'AZURE_OPENAI_API_KEY',
    }),
    rewrite('new AzureOpenAI({ ...$REST })', `new AzureOpenAI({ azureADTokenProvider: ${PROVIDER}, ...$REST })`, {
      names,
      ...IMPLICIT,
    }),
  ]),
  ...restHeader('api-key', AZURE_ENDPOINT),
  sdk('@azure/openai', [
    rewrite(
      'new OpenAIClient($URL, new AzureKeyCredential($KEY), ...$REST)',
      'new OpenAIClient($URL, $CREDENTIAL, ...$REST)',
    ),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
  sdk('@azure-rest/ai-inference', [
    rewrite(
      '$DEFAULT($URL, new AzureKeyCredential($KEY))',
      '$DEFAULT($URL, $CREDENTIAL, { credentials: { scopes: ["https://cognitiveservices.azure.com/.default"] } })',
      { when: /\.(?:services\.ai|openai|cognitiveservices)\.azure\.com/ },
    ),
    refuse('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', 'inference-scope'),
  ]),
  sdk(
    '@langchain/openai',
    ['azureOpenAIApiKey', 'apiKey', 'openAIApiKey'].map((key) =>
      rewrite(`new $CLASS({ ${key}: $KEY, ...$REST })`, `new $CLASS({ azureADTokenProvider: ${PROVIDER}, ...$REST })`, {
        for: ['AzureChatOpenAI', 'AzureOpenAI', 'AzureOpenAIEmbeddings'],
        names,
      }),
    ),
  ),
  sdk('@langchain/openai', [
    rewrite('new $CLASS({ ...$REST })', `new $CLASS({ azureADTokenProvider: ${PROVIDER}, ...$REST })`, {
      for: ['AzureChatOpenAI', 'AzureOpenAI', 'AzureOpenAIEmbeddings'],
      names,
      ...IMPLICIT,
    }),
  ]),
  // Classes of OpenAI that turn to Azure by the name of the key. Those of the same package for Azure take a token.
  ...['@langchain/openai', 'langchain/chat_models/openai', 'langchain/llms/openai', 'langchain/embeddings/openai'].map(
    (name) =>
      sdk(name, [
        byHand(
          'new $CLASS({ azureOpenAIApiKey: $KEY, ...$REST })',
          `new AzureChatOpenAI({ azureADTokenProvider: ${BY_HAND} })`,
          { for: ['ChatOpenAI', 'OpenAI', 'OpenAIEmbeddings'] },
        ),
      ]),
  ),
  sdk(
    '@ai-sdk/azure',
    [
      rewrite('createAzure({ apiKey: $KEY, ...$REST })', `createAzure({ tokenProvider: ${PROVIDER}, ...$REST })`, {
        names,
      }),
    ],
    { since: '3.0.69' },
  ),
  sdk(
    '@ai-sdk/azure',
    [
      rewrite('createAzure({ ...$REST })', `createAzure({ tokenProvider: ${PROVIDER}, ...$REST })`, {
        names,
        ...IMPLICIT,
        reads: 'AZURE_API_KEY',
      }),
      byHand('azure($MODEL)', `createAzure({ resourceName, tokenProvider: ${BY_HAND} })`, { reads: 'AZURE_API_KEY' }),
      byHand('azure.$CLASS($MODEL, ...$REST)', `createAzure({ resourceName, tokenProvider: ${BY_HAND} })`, {
        for: [
          'chat',
          'responses',
          'completion',
          'embedding',
          'textEmbedding',
          'textEmbeddingModel',
          'image',
          'transcription',
          'speech',
        ],
        reads: 'AZURE_API_KEY',
      }),
    ],
    { since: '3.0.69' },
  ),
  sdk('@llamaindex/azure', [
    rewrite('new $CLASS({ apiKey: $KEY, ...$REST })', `new $CLASS({ azureADTokenProvider: ${PROVIDER}, ...$REST })`, {
      for: ['AzureOpenAI', 'AzureOpenAIEmbedding', 'AzureOpenAIResponses'],
      names,
    }),
  ]),
  ...['llamaindex', '@llamaindex/openai'].map((name) =>
    sdk(name, [
      rewrite(
        'new $CLASS({ azure: { apiKey: $KEY, ...$AZURE }, ...$REST })',
        `new $CLASS({ azure: { azureADTokenProvider: ${PROVIDER}, ...$AZURE }, ...$REST })`,
        { for: ['OpenAI', 'OpenAIEmbedding'], names },
      ),
    ]),
  ),
];
