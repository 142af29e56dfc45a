import languageTextAnalyticsAfter from './examples/language-text-analytics/after.ts?raw';
import languageTextAnalyticsBefore from './examples/language-text-analytics/before.ts?raw';
import documentsKeyCodeAfter from './examples/documents-key-code/after.js?raw';
import documentsKeyCodeBefore from './examples/documents-key-code/before.js?raw';
import restClientsDocumentsAfter from './examples/rest-clients-documents/after.ts?raw';
import restClientsDocumentsBefore from './examples/rest-clients-documents/before.ts?raw';
import translationCustomSubdomainAfter from './examples/translation-custom-subdomain/after.ts?raw';
import translationCustomSubdomainBefore from './examples/translation-custom-subdomain/before.ts?raw';
import speechKeyRegionAfter from './examples/speech-key-region/after.ts?raw';
import speechKeyRegionBefore from './examples/speech-key-region/before.ts?raw';
import speechEndpointAfter from './examples/speech-endpoint/after.ts?raw';
import speechEndpointBefore from './examples/speech-endpoint/before.ts?raw';
import regionalEndpointBefore from './examples/regional-endpoint/before.ts?raw';
import translationGlobalEndpointBefore from './examples/translation-global-endpoint/before.ts?raw';
import keyHeaderBefore from './examples/key-header/before.ts?raw';
import legacyPackagesBefore from './examples/legacy-packages/before.js?raw';
import languageDocumentsContentAfter from './examples/language-documents-content/after.cs?raw';
import languageDocumentsContentBefore from './examples/language-documents-content/before.cs?raw';
import formsImagesKeyAfter from './examples/forms-images-key/after.cs?raw';
import formsImagesKeyBefore from './examples/forms-images-key/before.cs?raw';
import translationCustomSubdomainDotnetAfter from './examples/translation-custom-subdomain-dotnet/after.cs?raw';
import translationCustomSubdomainDotnetBefore from './examples/translation-custom-subdomain-dotnet/before.cs?raw';
import translationGlobalEndpointDotnetBefore from './examples/translation-global-endpoint-dotnet/before.cs?raw';
import regionalEndpointDotnetBefore from './examples/regional-endpoint-dotnet/before.cs?raw';
import speechKeyRegionDotnetBefore from './examples/speech-key-region-dotnet/before.cs?raw';
import keyHeaderDotnetBefore from './examples/key-header-dotnet/before.cs?raw';
import legacyPackagesDotnetBefore from './examples/legacy-packages-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'language: text analytics and conversations',
    file: 'language.ts',
    before: languageTextAnalyticsBefore,
    after: languageTextAnalyticsAfter,
    rules: ['key-auth/ai-services', 'key-auth/ai-services', 'key-auth/ai-services'],
  },
  {
    language: 'typescript',
    title: 'documents, with the key in the code',
    file: 'invoice.js',
    before: documentsKeyCodeBefore,
    after: documentsKeyCodeAfter,
    rules: ['hardcoded/ai-services-key'],
  },
  {
    language: 'typescript',
    title: 'REST clients: documents, images, content safety',
    file: 'rest.ts',
    before: restClientsDocumentsBefore,
    after: restClientsDocumentsAfter,
    rules: ['key-auth/ai-services', 'key-auth/ai-services', 'key-auth/ai-services'],
  },
  {
    language: 'typescript',
    title: 'translation with a custom subdomain',
    file: 'translate.ts',
    before: translationCustomSubdomainBefore,
    after: translationCustomSubdomainAfter,
    rules: ['key-auth/ai-services'],
  },
  {
    language: 'typescript',
    title: 'speech with key and region',
    file: 'speech.ts',
    before: speechKeyRegionBefore,
    after: speechKeyRegionAfter,
    rules: ['key-auth/ai-services'],
  },
  {
    language: 'typescript',
    title: 'speech with an endpoint',
    file: 'translation.ts',
    before: speechEndpointBefore,
    after: speechEndpointAfter,
    rules: ['key-auth/ai-services'],
  },
  {
    language: 'typescript',
    title: 'a regional endpoint',
    file: 'regional.ts',
    before: regionalEndpointBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'regional-endpoint',
  },
  {
    language: 'typescript',
    title: 'translation with the global endpoint',
    file: 'global.ts',
    before: translationGlobalEndpointBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'translator-resource',
  },
  {
    language: 'typescript',
    title: 'a key in a header',
    file: 'header.ts',
    before: keyHeaderBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'rest-header',
  },
  {
    language: 'typescript',
    title: 'the legacy packages',
    file: 'legacy.js',
    before: legacyPackagesBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'legacy-sdk',
  },
  {
    language: 'csharp',
    title: 'language, documents and content safety',
    file: 'Analysis.cs',
    before: languageDocumentsContentBefore,
    after: languageDocumentsContentAfter,
    rules: ['key-auth/ai-services', 'key-auth/ai-services', 'key-auth/ai-services'],
  },
  {
    language: 'csharp',
    title: 'forms and images, with the key in the code',
    file: 'Forms.cs',
    before: formsImagesKeyBefore,
    after: formsImagesKeyAfter,
    rules: ['hardcoded/ai-services-key'],
  },
  {
    language: 'csharp',
    title: 'translation with a custom subdomain',
    file: 'Translate.cs',
    before: translationCustomSubdomainDotnetBefore,
    after: translationCustomSubdomainDotnetAfter,
    rules: ['key-auth/ai-services'],
  },
  {
    language: 'csharp',
    title: 'translation with the global endpoint',
    file: 'Global.cs',
    before: translationGlobalEndpointDotnetBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'translator-resource',
  },
  {
    language: 'csharp',
    title: 'a regional endpoint',
    file: 'Regional.cs',
    before: regionalEndpointDotnetBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'regional-endpoint',
  },
  {
    language: 'csharp',
    title: 'speech with key and region',
    file: 'Speech.cs',
    before: speechKeyRegionDotnetBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'not-checked',
  },
  {
    language: 'csharp',
    title: 'a key in a header',
    file: 'Header.cs',
    before: keyHeaderDotnetBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'rest-header',
  },
  {
    language: 'csharp',
    title: 'the legacy packages',
    file: 'Legacy.cs',
    before: legacyPackagesDotnetBefore,
    after: null,
    rules: ['key-auth/ai-services'],
    refusal: 'legacy-sdk',
  },
];
