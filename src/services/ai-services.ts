import { cognitiveAccount } from './cognitive-account';
import type { Sdk } from './pattern';
import { refuse, rewrite, sdk } from './pattern';
import { restHeader } from './rest-header';
import { defineService } from './service';

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

const CUSTOM_SUBDOMAIN = /\.cognitiveservices\.azure\.(?:com|us|cn)|\.services\.ai\.azure\.com/i;
const SPEECH = ['SpeechConfig', 'SpeechTranslationConfig'];
const names = { URL: '' };

export const aiServices = defineService({
  id: 'ai-services',
  title: 'Azure AI services',
  secrets: ['ai-services-key'],
  endpoint: () => null,
  endpointSetting: 'AZURE_AISERVICES_ENDPOINT',
  endpointWords: ['ai', 'services', 'endpoint'],
  unfit: [{ code: /\.api\.cognitive\.microsoft\.com/i, reason: 'regional-endpoint' }],
  byHand: [
    'The endpoint must be the custom subdomain of the resource (https://<name>.cognitiveservices.azure.com): regional endpoints take no tokens.',
  ],
  clients: {
    typescript: [
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
      ...restHeader(
        'Ocp-Apim-Subscription-Key',
        /^(?![\s\S]*bing)[\s\S]*(?:cognitive|speech|vision|language|translat|face|services\.ai\.)/i,
      ),
      sdk('@azure/ms-rest-azure-js', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
      sdk('@azure/ms-rest-js', [
        refuse(
          'new ApiKeyCredentials({ inHeader: { "Ocp-Apim-Subscription-Key": $KEY, ...$MORE }, ...$REST })',
          'legacy-sdk',
        ),
      ]),
      sdk('ms-rest-azure', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
    ],
  },
  settings: [
    'AZURE_AISERVICES_KEY',
    'COGNITIVE_SERVICE_KEY',
    'LANGUAGE_KEY',
    'AZURE_LANGUAGE_KEY',
    'AZURE_TEXT_ANALYTICS_KEY',
    'VISION_KEY',
    'SPEECH_KEY',
    'AZURE_SPEECH_KEY',
    'DOCUMENTINTELLIGENCE_API_KEY',
    'FORM_RECOGNIZER_KEY',
    'TRANSLATOR_KEY',
    'CONTENT_SAFETY_KEY',
  ],
  identity: {
    support: 'yes',
    summary:
      'Azure AI services (Language, Vision, Speech, Document Intelligence, Translator, Content Safety) accept Microsoft Entra tokens on the custom subdomain. Give the identity the role of the service; key and regional endpoint go.',
    roles: {
      read: [
        {
          name: 'Cognitive Services Language Reader',
          id: '7628b7b8-a8b2-4cdc-b46f-e9b35248918e',
          allows: 'call Language',
        },
        {
          name: 'Cognitive Services Data Reader',
          id: 'b59867f0-fa02-499b-be73-45a86b5b3e1c',
          allows: 'read data of the account',
        },
      ],
      write: [
        {
          name: 'Cognitive Services User',
          id: 'a97b65f3-24c7-4388-baec-2e87135dc908',
          allows: 'call every service of the account, and list its keys',
        },
        { name: 'Cognitive Services Speech User', id: 'f2dc8367-1007-4938-bd23-fe263f013447', allows: 'call Speech' },
        {
          name: 'Cognitive Services Language Writer',
          id: 'f2310ca1-dc64-4889-bb49-c8e0fa3d47a8',
          allows: 'call Language and change its projects',
        },
      ],
      admin: [
        {
          name: 'Cognitive Services Language Owner',
          id: 'f07febfe-79bc-46b1-8b37-790e26e6e498',
          allows: 'everything on Language',
        },
        {
          name: 'Cognitive Services Speech Contributor',
          id: '0e75ca1e-0464-4b4d-8b93-68208a576181',
          allows: 'everything on Speech',
        },
        {
          name: 'Cognitive Services Contributor',
          id: '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68',
          allows: 'manage the account and list its keys, without calling services',
        },
      ],
      other: [
        {
          name: 'Cognitive Services Face Recognizer',
          id: '9894cab4-e18a-44aa-828b-cb588cd6f2d7',
          allows: 'detect, verify and identify faces',
        },
      ],
    },
    usual: 'Cognitive Services User',
    endpoint: 'https://<account>.cognitiveservices.azure.com/',
    scopeNote:
      'Take a role of the service where there is one: Cognitive Services User can list keys, which only switching key access off makes useless.',
    ...cognitiveAccount,
    limits: [
      'Regional endpoints (<region>.api.cognitive.microsoft.com) take no tokens: the endpoint must become the custom subdomain (az cognitiveservices account update --custom-domain <account>), which cannot be undone.',
      'Translator on the global endpoint needs the resource id and the region in headers beside the token.',
      'Speech: older SDKs need the token wrapped with the resource id; newer ones take a token credential.',
      'Not every feature and sovereign region takes tokens: look at the page of the service.',
    ],
    links: [
      {
        title: 'Authenticate to Azure AI services',
        url: 'https://learn.microsoft.com/azure/ai-services/authentication',
      },
      {
        title: 'Disable key access of Azure AI services',
        url: 'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
      },
      {
        title: 'Connect to Azure AI services with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-ai-services',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'language: text analytics and conversations',
      file: 'language.ts',
      before: `import { AzureKeyCredential, TextAnalyticsClient } from "@azure/ai-text-analytics";
import { ConversationAnalysisClient } from "@azure/ai-language-conversations";
import { TextAnalysisClient } from "@azure/ai-language-text";

const endpoint = process.env.LANGUAGE_ENDPOINT!;
const key = process.env.LANGUAGE_KEY!;

export const analytics = new TextAnalyticsClient(endpoint, new AzureKeyCredential(key));
export const analysis = new TextAnalysisClient(endpoint, new AzureKeyCredential(key), { defaultLanguage: "en" });
export const conversations = new ConversationAnalysisClient(endpoint, new AzureKeyCredential(key));
`,
      after: `import { TextAnalyticsClient } from "@azure/ai-text-analytics";
import { ConversationAnalysisClient } from "@azure/ai-language-conversations";
import { TextAnalysisClient } from "@azure/ai-language-text";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const endpoint = process.env.LANGUAGE_ENDPOINT!;

export const analytics = new TextAnalyticsClient(endpoint, credential);
export const analysis = new TextAnalysisClient(endpoint, credential, { defaultLanguage: "en" });
export const conversations = new ConversationAnalysisClient(endpoint, credential);
`,
      rules: Array<string>(3).fill('key-auth/ai-services'),
    },
    {
      language: 'typescript',
      title: 'documents, with the key in the code',
      file: 'invoice.js',
      before: `const { AzureKeyCredential, DocumentAnalysisClient } = require("@azure/ai-form-recognizer");

const client = new DocumentAnalysisClient("https://contoso.cognitiveservices.azure.com/", new AzureKeyCredential("{{hex}}"));

module.exports = { client };
`,
      after: `const { DocumentAnalysisClient } = require("@azure/ai-form-recognizer");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const client = new DocumentAnalysisClient("https://contoso.cognitiveservices.azure.com/", credential);

module.exports = { client };
`,
      rules: ['hardcoded/ai-services-key'],
    },
    {
      language: 'typescript',
      title: 'REST clients: documents, images, content safety',
      file: 'rest.ts',
      before: `import ContentSafetyClient from "@azure-rest/ai-content-safety";
import DocumentIntelligence from "@azure-rest/ai-document-intelligence";
import createImageClient from "@azure-rest/ai-vision-image-analysis";
import { AzureKeyCredential } from "@azure/core-auth";

const endpoint = process.env.AZURE_AISERVICES_ENDPOINT!;
const key = process.env.AZURE_AISERVICES_KEY!;
const credential = new AzureKeyCredential(key);

export const safety = ContentSafetyClient(endpoint, credential);
export const images = createImageClient(endpoint, credential);
export const documents = DocumentIntelligence(endpoint, { key });
`,
      after: `import ContentSafetyClient from "@azure-rest/ai-content-safety";
import DocumentIntelligence from "@azure-rest/ai-document-intelligence";
import createImageClient from "@azure-rest/ai-vision-image-analysis";
import { DefaultAzureCredential } from "@azure/identity";

const azureCredential = new DefaultAzureCredential();

const endpoint = process.env.AZURE_AISERVICES_ENDPOINT!;

export const safety = ContentSafetyClient(endpoint, azureCredential);
export const images = createImageClient(endpoint, azureCredential);
export const documents = DocumentIntelligence(endpoint, azureCredential);
`,
      rules: Array<string>(3).fill('key-auth/ai-services'),
    },
    {
      language: 'typescript',
      title: 'translation with a custom subdomain',
      file: 'translate.ts',
      before: `import TextTranslationClient from "@azure-rest/ai-translation-text";

const endpoint = "https://contoso.cognitiveservices.azure.com";
const credential = { key: process.env.TRANSLATOR_KEY!, region: "westeurope" };

export const translator = TextTranslationClient(endpoint, credential);
`,
      after: `import TextTranslationClient from "@azure-rest/ai-translation-text";
import { DefaultAzureCredential } from "@azure/identity";

const azureCredential = new DefaultAzureCredential();

const endpoint = "https://contoso.cognitiveservices.azure.com";

export const translator = TextTranslationClient(endpoint, azureCredential);
`,
      rules: ['key-auth/ai-services'],
    },
    {
      language: 'typescript',
      title: 'speech with key and region',
      file: 'speech.ts',
      before: `import * as sdk from "microsoft-cognitiveservices-speech-sdk";

const speechConfig = sdk.SpeechConfig.fromSubscription(process.env.SPEECH_KEY!, process.env.SPEECH_REGION!);

export const synthesizer = new sdk.SpeechSynthesizer(speechConfig);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import * as sdk from "microsoft-cognitiveservices-speech-sdk";

const credential = new DefaultAzureCredential();

const speechConfig = sdk.SpeechConfig.fromEndpoint(new URL(process.env.AZURE_AISERVICES_ENDPOINT!), credential);

export const synthesizer = new sdk.SpeechSynthesizer(speechConfig);
`,
      rules: ['key-auth/ai-services'],
    },
    {
      language: 'typescript',
      title: 'speech with an endpoint',
      file: 'translation.ts',
      before: `import { SpeechTranslationConfig } from "microsoft-cognitiveservices-speech-sdk";

const endpoint = new URL("https://contoso.cognitiveservices.azure.com");

export const config = SpeechTranslationConfig.fromEndpoint(endpoint, process.env.SPEECH_KEY!);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { SpeechTranslationConfig } from "microsoft-cognitiveservices-speech-sdk";

const credential = new DefaultAzureCredential();

const endpoint = new URL("https://contoso.cognitiveservices.azure.com");

export const config = SpeechTranslationConfig.fromEndpoint(endpoint, credential);
`,
      rules: ['key-auth/ai-services'],
    },
    {
      language: 'typescript',
      title: 'a regional endpoint',
      file: 'regional.ts',
      before: `import { AzureKeyCredential, TextAnalyticsClient } from "@azure/ai-text-analytics";

export const client = new TextAnalyticsClient("https://westeurope.api.cognitive.microsoft.com", new AzureKeyCredential(process.env.LANGUAGE_KEY!));
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'regional-endpoint',
    },
    {
      language: 'typescript',
      title: 'translation with the global endpoint',
      file: 'global.ts',
      before: `import createClient from "@azure-rest/ai-translation-text";

export const translator = createClient("https://api.cognitive.microsofttranslator.com", { key: process.env.TRANSLATOR_KEY!, region: "westeurope" });
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'translator-resource',
    },
    {
      language: 'typescript',
      title: 'a key in a header',
      file: 'header.ts',
      before: `const endpoint = "https://contoso.cognitiveservices.azure.com";
const key = process.env.VISION_KEY ?? "";

export const describe = (url: string) =>
  fetch(\`\${endpoint}/computervision/imageanalysis:analyze\`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Ocp-Apim-Subscription-Key": key },
    body: JSON.stringify({ url }),
  });
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'rest-header',
    },
    {
      language: 'typescript',
      title: 'the legacy packages',
      file: 'legacy.js',
      before: `const { ApiKeyCredentials } = require("@azure/ms-rest-js");

const credentials = new ApiKeyCredentials({ inHeader: { "Ocp-Apim-Subscription-Key": process.env.VISION_KEY } });

module.exports = { credentials };
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'legacy-sdk',
    },
  ],
});
