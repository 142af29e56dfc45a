import { readCask, type Cask } from '../checksum/cask';
import { wordStarts } from '../encoding';
import type { Match, SecretKind, Verdict } from '../kind';
import { isHashContext, isMadeUp } from '../silent';
import { signedKey } from '../signed-key';
import { landmark } from '../landmarks';
import { aboutEntra } from './entra';
import { serviceKey } from '../opens';

export const aboutOpenAi = landmark('openAi', ['open_ai', 'aoai']);

/** Names of models and calls, which other vendors and agents have as well. */
export const aboutModel = landmark('model', ['gpt-', 'chatcompletion']);

export const aboutAiServices = landmark('aiServices', [
  'cognitive',
  '^speech',
  'speech_config',
  'translator_key',
  'translator_text',
  'translator_endpoint',
  'microsofttranslator',
  'azure translator',
  'text_analytics',
  'textanalysis',
  'document_analysis',
  'document_intelligence',
  'form_recognizer',
  'content_safety',
  'computer_vision',
  '^vision_key',
  '^vision_endpoint',
  'custom_vision',
  'image_analysis',
  'azure_ai',
  'ai_services',
  '^luis',
  'qna_maker',
  'personalizer',
  'anomaly_detector',
  'language_key',
  'language_service',
  'face_key',
  'faceclient',
]);

export const aboutSearch = landmark('search', [
  'search.windows.net',
  'search_service',
  'azure_search',
  'ai_search',
  'search_admin',
  'search_query_key',
  'search_primary',
  'search.documents',
  'azsearch',
  'cognitive_search',
  'azure ai search',
]);

export const aboutSearchSdk = landmark('searchSdk', ['search_client', 'search_index', 'search_key', 'search_api']);

/** Kinds by the signature of a CASK key; `ACOG` is told apart by its provider data. */
const BY_SIGNATURE: Readonly<Record<string, string>> = {
  AZDO: 'devops-pat',
  AZMP: 'maps-key',
  AZAC: 'appconfig-connection-string',
  AZCS: 'acs-connection-string',
  AZEG: 'eventgrid-key',
  AZCR: 'acr-password',
};

function kindOfCask({ signature, provider }: Cask, { surroundings, value }: Match): string | null {
  if (signature !== 'ACOG') return BY_SIGNATURE[signature] ?? null;
  if (provider === 'AAAB') return 'azure-openai-key';
  // Keys of a multi-service resource open Azure OpenAI as well.
  if (provider === 'AAAA' && surroundings.nearest([aboutOpenAi, aboutAiServices], value, 4000) === aboutOpenAi)
    return 'azure-openai-key';
  return 'ai-services-key';
}

function judgeCask(match: Match): Verdict | null {
  const { decoded, text, value } = match;
  const cask = readCask(decoded);
  const kind = cask === null ? null : kindOfCask(cask, match);
  if (cask === null || kind === null) return null;
  if (
    !cask.checksumValid &&
    (isMadeUp(decoded) || isHashContext(text.slice(Math.max(0, value.start - 60), value.start)))
  )
    return null;
  return { grade: 'certain', kind };
}

export const azureOpenAiKey: SecretKind = {
  id: 'azure-openai-key',
  noun: 'an Azure OpenAI key',
  opens: serviceKey,
  form: '84 letters and digits with a fixed signature and a checksum; older keys are 32 hexadecimal digits. It appears in `AzureKeyCredential`, in the header `api-key` and in settings such as `AZURE_OPENAI_API_KEY`.',
  calls: ['openai(', 'completion(', 'generation('],
  looks: [
    {
      anchors: ['jqqj9'],
      before: 60,
      after: 40,
      pattern: new RegExp(
        `${wordStarts('')}[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{16}[A-Za-z]{4}[A-Za-z0-9]{4}(?:[A-Za-z0-9]{2}==)?(?![A-Za-z0-9])`,
      ),
      judge: judgeCask,
    },
  ],
  named: [
    { shape: 'hex32', near: [aboutOpenAi] },
    {
      shape: 'hex32',
      near: [aboutModel],
      // A digest is beside the name of a model as well as a key does.
      judge: (match) =>
        /^(?:key|id|token)s?$/.test(match.groups['name'] ?? '') ||
        match.surroundings.nearest([aboutEntra], match.value, 1500) === null
          ? null
          : { grade: 'likely' },
    },
  ],
};

export const aiServicesKey: SecretKind = {
  id: 'ai-services-key',
  noun: 'an Azure AI services key',
  opens: serviceKey,
  form: '84 letters and digits with a fixed signature and a checksum; older keys are 32 hexadecimal digits. It appears in calls such as `SpeechConfig.FromSubscription`, in the header `Ocp-Apim-Subscription-Key` and in settings.',
  looks: [],
  named: [{ shape: 'hex32', near: [aboutAiServices] }],
};

const inAzure = ({ surroundings, value }: Match): Verdict | null =>
  surroundings.nearest([aboutEntra], value, Infinity) === null ? null : { grade: 'likely' };

export const searchKey: SecretKind = {
  id: 'search-key',
  noun: 'an Azure AI Search key',
  opens: serviceKey,
  form: '52 letters and digits with a fixed signature and a checksum; older keys are 52 letters and digits, or 32 hexadecimal digits. It appears next to a search client or endpoint and in the header `api-key`.',
  looks: [signedKey(39, 'AzSe', 'search')],
  named: [
    { shape: 'hex32', near: [aboutSearch] },
    { shape: 'alphanumeric52', near: [aboutSearch] },
    // Other searches have clients and indexes, too; and keys of 32 hexadecimal digits.
    { shape: 'hex32', near: [aboutSearchSdk], judge: inAzure },
    { shape: 'alphanumeric52', near: [aboutSearchSdk], judge: inAzure },
  ],
};
