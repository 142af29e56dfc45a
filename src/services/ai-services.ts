import { cognitiveAccount } from './cognitive-account';
import { netClientBuilder, netKeyClients, netRestHeader } from './net-clients';
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

const HEADER = 'Ocp-Apim-Subscription-Key';
const OWN = /^(?![\s\S]*bing)[\s\S]*(?:cognitive|speech|vision|language|translat|face|services\.ai\.)/i;

const TOLD =
  /^(?![\s\S]*(?:azure-api\.net|apim|\bbing\b))[\s\S]*(?:cognitive|speech|translator|content\s*safety|form\s*recognizer)/i;

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

export const aiServices = defineService({
  id: 'ai-services',
  title: 'Azure AI services',
  secrets: ['ai-services-key'],
  endpoint: () => null,
  // Code of .NET sets the header apart from the address: the file tells which service it is for.
  claims: (code, text) => !/Headers\s*\./.test(code) || OWN.test(code) || TOLD.test(text),
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
      ...restHeader(HEADER, OWN),
      sdk('@azure/ms-rest-azure-js', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
      sdk('@azure/ms-rest-js', [
        refuse(
          'new ApiKeyCredentials({ inHeader: { "Ocp-Apim-Subscription-Key": $KEY, ...$MORE }, ...$REST })',
          'legacy-sdk',
        ),
      ]),
      sdk('ms-rest-azure', [refuse('new CognitiveServicesCredentials($KEY)', 'legacy-sdk')]),
    ],
    csharp: [
      ...Object.entries(NET_CLIENTS).map(([name, clients]) =>
        netKeyClients(
          name,
          clients,
          Object.fromEntries(Object.entries(NET_NAMESPACES).filter(([client]) => clients.includes(client))),
        ),
      ),
      netClientBuilder([
        ['AddTextAnalyticsClient($URL, new AzureKeyCredential($KEY))', 'AddTextAnalyticsClient($URL)'],
      ]),
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
    {
      language: 'csharp',
      title: 'language, documents and content safety',
      file: 'Analysis.cs',
      before: `using System;
using Azure;
using Azure.AI.ContentSafety;
using Azure.AI.DocumentIntelligence;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Configuration;

public class Analysis
{
    private readonly TextAnalyticsClient _language;
    private readonly DocumentIntelligenceClient _documents;
    private readonly ContentSafetyClient _safety;

    public Analysis(IConfiguration configuration)
    {
        var endpoint = new Uri(configuration["AIServices:Endpoint"]);
        var credential = new AzureKeyCredential(configuration["AIServices:Key"]);
        _language = new TextAnalyticsClient(endpoint, credential, new TextAnalyticsClientOptions { DefaultLanguage = "en" });
        _documents = new DocumentIntelligenceClient(endpoint, credential);
        _safety = new ContentSafetyClient(endpoint, credential);
    }
}
`,
      after: `using System;
using Azure.AI.ContentSafety;
using Azure.AI.DocumentIntelligence;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

public class Analysis
{
    private readonly TextAnalyticsClient _language;
    private readonly DocumentIntelligenceClient _documents;
    private readonly ContentSafetyClient _safety;

    public Analysis(IConfiguration configuration)
    {
        var endpoint = new Uri(configuration["AIServices:Endpoint"]);
        var credential = new DefaultAzureCredential();
        _language = new TextAnalyticsClient(endpoint, credential, new TextAnalyticsClientOptions { DefaultLanguage = "en" });
        _documents = new DocumentIntelligenceClient(endpoint, credential);
        _safety = new ContentSafetyClient(endpoint, credential);
    }
}
`,
      rules: Array<string>(3).fill('key-auth/ai-services'),
    },
    {
      language: 'csharp',
      title: 'forms and images, with the key in the code',
      file: 'Forms.cs',
      before: `using System;
using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.AI.Vision.ImageAnalysis;

const string key = "{{hex}}";
Uri endpoint = new("https://contoso.cognitiveservices.azure.com/");

DocumentAnalysisClient forms = new(endpoint, new AzureKeyCredential(key));
ImageAnalysisClient images = new(endpoint, new AzureKeyCredential(key));
`,
      after: `using System;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.AI.Vision.ImageAnalysis;
using Azure.Identity;

Uri endpoint = new("https://contoso.cognitiveservices.azure.com/");

var credential = new DefaultAzureCredential();
DocumentAnalysisClient forms = new(endpoint, credential);
ImageAnalysisClient images = new(endpoint, credential);
`,
      rules: ['hardcoded/ai-services-key'],
    },
    {
      language: 'csharp',
      title: 'translation with a custom subdomain',
      file: 'Translate.cs',
      before: `using System;
using Azure;
using Azure.AI.Translation.Text;

var endpoint = new Uri("https://contoso.cognitiveservices.azure.com");
var client = new TextTranslationClient(new AzureKeyCredential(Environment.GetEnvironmentVariable("TRANSLATOR_KEY")), endpoint, "westeurope");
`,
      after: `using System;
using Azure.AI.Translation.Text;
using Azure.Identity;

var endpoint = new Uri("https://contoso.cognitiveservices.azure.com");
var credential = new DefaultAzureCredential();
var client = new TextTranslationClient(credential, endpoint);
`,
      rules: ['key-auth/ai-services'],
    },
    {
      language: 'csharp',
      title: 'translation with the global endpoint',
      file: 'Global.cs',
      before: `using System;
using Azure;
using Azure.AI.Translation.Text;

var client = new TextTranslationClient(new AzureKeyCredential(Environment.GetEnvironmentVariable("TRANSLATOR_KEY")), "westeurope");
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'translator-resource',
    },
    {
      language: 'csharp',
      title: 'a regional endpoint',
      file: 'Regional.cs',
      before: `using System;
using Azure;
using Azure.AI.TextAnalytics;

var client = new TextAnalyticsClient(new Uri("https://westeurope.api.cognitive.microsoft.com"), new AzureKeyCredential(Environment.GetEnvironmentVariable("LANGUAGE_KEY")));
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'regional-endpoint',
    },
    {
      language: 'csharp',
      title: 'speech with key and region',
      file: 'Speech.cs',
      before: `using Microsoft.CognitiveServices.Speech;
using Microsoft.Extensions.Configuration;

public static class Speech
{
    public static SpeechSynthesizer Create(IConfiguration configuration) =>
        new(SpeechConfig.FromSubscription(configuration["Speech:Key"], configuration["Speech:Region"]));
}
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'not-checked',
    },
    {
      language: 'csharp',
      title: 'a key in a header',
      file: 'Header.cs',
      before: `using System;
using System.Net.Http;

var client = new HttpClient { BaseAddress = new Uri("https://contoso.cognitiveservices.azure.com") };
client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", Environment.GetEnvironmentVariable("VISION_KEY"));
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'rest-header',
    },
    {
      language: 'csharp',
      title: 'the legacy packages',
      file: 'Legacy.cs',
      before: `using System;
using Microsoft.Azure.CognitiveServices.Vision.ComputerVision;

var client = new ComputerVisionClient(new ApiKeyServiceClientCredentials(Environment.GetEnvironmentVariable("VISION_KEY")))
{
    Endpoint = "https://contoso.cognitiveservices.azure.com",
};
`,
      after: null,
      rules: ['key-auth/ai-services'],
      refusal: 'legacy-sdk',
    },
  ],
});
