import functionKeyHeaderBefore from './examples/function-key-header/before.js?raw';
import functionKeyHeaderDotnetBefore from './examples/function-key-header-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a function key in a header',
    file: 'call.js',
    before: functionKeyHeaderBefore,
    after: null,
    rules: ['key-auth/functions-host'],
    refusal: 'rest-header',
  },
  {
    language: 'csharp',
    title: 'a function key in a header',
    file: 'Resize.cs',
    before: functionKeyHeaderDotnetBefore,
    after: null,
    rules: ['key-auth/functions-host'],
    refusal: 'rest-header',
  },
];
