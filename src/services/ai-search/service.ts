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
  byHand: ['Switch role-based access on first: a search service takes only API keys by default.'],
  clients: { typescript, csharp },
  calls: {
    read: /^(?:search$|suggest|autocomplete|getdocument)/,
    write: /^(?:upload|merge|mergeorupload|delete|index)documents?/,
  },
  settings,
  identity,
  examples,
});
