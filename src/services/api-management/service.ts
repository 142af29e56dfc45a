import { hasNo } from '../../core/text-test';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { OWN } from './common';
import { API_MANAGEMENT } from '../shared/rest-header';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const NO_OTHERS = hasNo(
  /cognitive|speech|vision\b|translator|content\s{0,9}safety|form\s{0,9}recognizer|\bbing\b|azure\s{0,9}openai/i,
);

export const apiManagement = defineService({
  id: 'api-management',
  title: 'Azure API Management',
  secrets,
  endpoint: () => null,
  // The header may be set apart from the address: then the file says which service it is for.
  claims: (code, text) =>
    /azure-api\.net/i.test(code) || (OWN.test(code) && (API_MANAGEMENT.test(text) || NO_OTHERS.test(text))),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
