import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';
import { CUSTOM_SUBDOMAIN, HEADER, SPEECH } from '../common';

/** Clients that take an endpoint and a key credential. */
const classes = (name: string, clients: readonly string[]): Sdk =>
  sdk(name, [
    rewrite('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'new $CLASS($URL, $CREDENTIAL, ...$REST)', {
      for: clients,
    }),
    rewrite('new $CLASS($URL, { key: $KEY }, ...$REST)', 'new $CLASS($URL, $CREDENTIAL, ...$REST)', { for: clients }),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]);

/** REST clients: the default export makes one. */
const rest = (name: string): Sdk =>
  sdk(name, [
    rewrite('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', '$DEFAULT($URL, $CREDENTIAL, ...$REST)'),
    rewrite('$DEFAULT($URL, { key: $KEY }, ...$REST)', '$DEFAULT($URL, $CREDENTIAL, ...$REST)'),
  ]);

const names = { URL: '' };

export const typescript: readonly Sdk[] = [
  classes('@azure/ai-text-analytics', ['TextAnalyticsClient']),
  classes('@azure/ai-language-text', ['TextAnalysisClient']),
  classes('@azure/ai-language-conversations', ['ConversationAnalysisClient']),
  classes('@azure/ai-form-recognizer', ['DocumentAnalysisClient', 'DocumentModelAdministrationClient']),
  sdk('@azure/ai-form-recognizer', [
    refuse('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'legacy-sdk', {
      for: ['FormRecognizerClient', 'FormTrainingClient'],
    }),
  ]),
  rest('@azure-rest/ai-document-intelligence'),
  rest('@azure-rest/ai-vision-image-analysis'),
  rest('@azure-rest/ai-content-safety'),
  sdk('@azure-rest/ai-translation-text', [
    rewrite('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', '$DEFAULT($URL, $CREDENTIAL, ...$REST)', {
      when: CUSTOM_SUBDOMAIN,
    }),
    rewrite('$DEFAULT($URL, { key: $KEY, region: $REGION }, ...$REST)', '$DEFAULT($URL, $CREDENTIAL, ...$REST)', {
      when: CUSTOM_SUBDOMAIN,
    }),
    refuse('$DEFAULT($URL, { key: $KEY, ...$MORE }, ...$REST)', 'translator-resource'),
    refuse('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', 'translator-resource'),
    refuse('$DEFAULT({ key: $KEY, ...$MORE }, ...$REST)', 'translator-resource'),
  ]),
  sdk(
    'microsoft-cognitiveservices-speech-sdk',
    [
      rewrite('$CLASS.fromSubscription($KEY, $REGION)', '$CLASS.fromEndpoint(new URL($ENDPOINT), $CREDENTIAL)', {
        for: SPEECH,
        names,
      }),
      ...['$KEY', 'new AzureKeyCredential($KEY)'].flatMap((key) => [
        rewrite(`$CLASS.fromEndpoint($URL, ${key})`, '$CLASS.fromEndpoint($URL, $CREDENTIAL)', {
          for: SPEECH,
          when: CUSTOM_SUBDOMAIN,
        }),
        refuse(`$CLASS.fromEndpoint($URL, ${key})`, 'regional-endpoint', { for: SPEECH }),
      ]),
      refuse('$CLASS.fromHost($URL, $KEY)', 'regional-endpoint', { for: SPEECH }),
    ],
    { since: '1.47.0' },
  ),
  ...restHeader(HEADER),
  sdk('@azure/ms-rest-azure-js', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
  sdk('@azure/ms-rest-js', [
    refuse(
      'new ApiKeyCredentials({ inHeader: { "Ocp-Apim-Subscription-Key": $KEY, ...$MORE }, ...$REST })',
      'legacy-sdk',
    ),
  ]),
  sdk('ms-rest-azure', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
];
