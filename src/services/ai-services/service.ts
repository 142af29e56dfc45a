import { hasBut } from '../../core/text-test';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { HEADER, OWN } from './common';
import { API_MANAGEMENT } from '../shared/rest-header';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const TOLD = hasBut(/cognitive|speech|translator|content\s{0,9}safety|form\s{0,9}recognizer/i, /\bbing\b/i);

/** True for code with the header that several services share, which is not told to be for this one. */
const isOthers = (code: string, text: string): boolean =>
  code.includes(HEADER) &&
  (/azure-api\.net/i.test(code) || (!OWN.test(code) && (API_MANAGEMENT.test(text) || !TOLD.test(text))));

export const aiServices = defineService({
  id: 'ai-services',
  title: 'Azure AI services',
  secrets,
  endpoint: () => null,
  // The header may be set apart from the address: then the file says which service it is for.
  claims: (code, text) => !isOthers(code, text),
  endpointSetting: 'AZURE_AISERVICES_ENDPOINT',
  endpointWords: ['ai', 'services', 'endpoint'],
  unfit: [{ code: /\.api\.cognitive\.microsoft\.com/i, reason: 'regional-endpoint' }],
  byHand: [
    'The endpoint must be the custom subdomain of the resource (https://<name>.cognitiveservices.azure.com). Regional endpoints do not accept tokens.',
  ],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
