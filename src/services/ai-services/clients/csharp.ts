import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { netClientBuilder, netKeyClients, netRestHeader } from '../../shared/net-clients';
import { CUSTOM_SUBDOMAIN, HEADER, SPEECH } from '../common';

/** Packages of .NET whose clients take an endpoint and a credential, and their classes. */
const NET_CLIENTS: Readonly<Record<string, readonly string[]>> = {
  'Azure.AI.TextAnalytics': ['TextAnalyticsClient'],
  'Azure.AI.Language.Text': ['TextAnalysisClient'],
  'Azure.AI.Language.Conversations': ['ConversationAnalysisClient'],
  'Azure.AI.Language.QuestionAnswering': ['QuestionAnsweringClient'],
  'Azure.AI.DocumentIntelligence': ['DocumentIntelligenceClient', 'DocumentIntelligenceAdministrationClient'],
  'Azure.AI.FormRecognizer': [
    'FormRecognizerClient',
    'FormTrainingClient',
    'DocumentAnalysisClient',
    'DocumentModelAdministrationClient',
  ],
  'Azure.AI.Vision.ImageAnalysis': ['ImageAnalysisClient'],
  'Azure.AI.Vision.Face': ['FaceClient', 'FaceAdministrationClient'],
  'Azure.AI.ContentSafety': ['ContentSafetyClient', 'BlocklistClient'],
  'Azure.AI.Translation.Document': ['DocumentTranslationClient', 'SingleDocumentTranslationClient'],
};

const NET_NAMESPACES: Readonly<Record<string, string>> = {
  FormTrainingClient: 'Azure.AI.FormRecognizer.Training',
  DocumentAnalysisClient: 'Azure.AI.FormRecognizer.DocumentAnalysis',
  DocumentModelAdministrationClient: 'Azure.AI.FormRecognizer.DocumentAnalysis',
};

export const csharp: readonly Sdk[] = [
  ...Object.entries(NET_CLIENTS).map(([name, clients]) =>
    netKeyClients(
      name,
      clients,
      Object.fromEntries(Object.entries(NET_NAMESPACES).filter(([client]) => clients.includes(client))),
    ),
  ),
  netClientBuilder([['AddTextAnalyticsClient($URL, new AzureKeyCredential($KEY))', 'AddTextAnalyticsClient($URL)']]),
  sdk('Azure.AI.Translation.Text', [
    rewrite(
      'new TextTranslationClient(credential: new AzureKeyCredential($KEY), endpoint: $URL)',
      'new TextTranslationClient(credential: $CREDENTIAL, endpoint: $URL)',
      { when: CUSTOM_SUBDOMAIN },
    ),
    rewrite(
      'new TextTranslationClient(credential: new AzureKeyCredential($KEY), endpoint: $URL, region: $REGION)',
      'new TextTranslationClient(credential: $CREDENTIAL, endpoint: $URL)',
      { when: CUSTOM_SUBDOMAIN },
    ),
    refuse('new TextTranslationClient(new AzureKeyCredential($KEY), ...$REST)', 'translator-resource'),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
  sdk(
    'Microsoft.CognitiveServices.Speech',
    [
      refuse('$CLASS.FromSubscription($KEY, ...$REST)', 'not-checked', { for: SPEECH }),
      refuse('$CLASS.FromEndpoint($URL, $KEY)', 'not-checked', { for: SPEECH }),
      refuse('$CLASS.FromHost($URL, $KEY)', 'regional-endpoint', { for: SPEECH }),
    ],
    { namespaces: { SpeechTranslationConfig: 'Microsoft.CognitiveServices.Speech' } },
  ),
  netRestHeader(HEADER),
  sdk('Microsoft.Azure.CognitiveServices', [refuse('new ApiKeyServiceClientCredentials($KEY)', 'legacy-sdk')]),
];
