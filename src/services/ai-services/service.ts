import { hasBut } from '../../core/text-test';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { OWN } from './common';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const TOLD = hasBut(
  /cognitive|speech|translator|content\s{0,9}safety|form\s{0,9}recognizer/i,
  /azure-api\.net|apim|\bbing\b/i,
);

export const aiServices = defineService({
  id: 'ai-services',
  title: 'Azure AI services',
  secrets,
  endpoint: () => null,
  // Code of .NET sets the header apart from the address: the file tells which service it is for.
  claims: (code, text) => !/Headers\s*\./.test(code) || OWN.test(code) || TOLD.test(text),
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
