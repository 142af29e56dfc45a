import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const aiSearch = defineService({
  id: 'ai-search',
  title: 'Azure AI Search',
  secrets,
  endpoint: () => null,
  byHand: ['First enable role-based access: by default, a search service accepts only API keys.'],
  clients: { typescript, csharp },
  calls: {
    on: /search|client|index/,
    read: /^(?:getdocument|its\.(?:search|suggest|autocomplete))/,
    write: /^(?:upload|merge|mergeorupload|delete|index)documents?/,
  },
  settings,
  identity,
  examples,
});
