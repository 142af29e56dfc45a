import apiKeyEnvironmentAfter from './examples/api-key-environment/after.ts?raw';
import apiKeyEnvironmentBefore from './examples/api-key-environment/before.ts?raw';
import optionsVariableKeyAfter from './examples/options-variable-key/after.js?raw';
import optionsVariableKeyBefore from './examples/options-variable-key/before.js?raw';
import v1EndpointClientAfter from './examples/v1-endpoint-client/after.ts?raw';
import v1EndpointClientBefore from './examples/v1-endpoint-client/before.ts?raw';
import earlierPackageAzureAfter from './examples/earlier-package-azure/after.ts?raw';
import earlierPackageAzureBefore from './examples/earlier-package-azure/before.ts?raw';
import modelsFoundryOverAfter from './examples/models-foundry-over/after.ts?raw';
import modelsFoundryOverBefore from './examples/models-foundry-over/before.ts?raw';
import langchainAfter from './examples/langchain/after.ts?raw';
import langchainBefore from './examples/langchain/before.ts?raw';
import keyHeaderBefore from './examples/key-header/before.ts?raw';
import keyHeaderRestBefore from './examples/key-header-rest/before.js?raw';
import endpointNotTellBefore from './examples/endpoint-not-tell/before.ts?raw';
import keyEnvironmentAfter from './examples/key-environment/after.cs?raw';
import keyEnvironmentBefore from './examples/key-environment/before.cs?raw';
import semanticKernelAfter from './examples/semantic-kernel/after.cs?raw';
import semanticKernelBefore from './examples/semantic-kernel/before.cs?raw';
import keyHeaderDotnetBefore from './examples/key-header-dotnet/before.cs?raw';
import modelsFoundryBefore from './examples/models-foundry/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'an API key from the environment',
    file: 'chat.ts',
    before: apiKeyEnvironmentBefore,
    after: apiKeyEnvironmentAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'typescript',
    title: 'options in a variable, with the key in the code',
    file: 'embed.js',
    before: optionsVariableKeyBefore,
    after: optionsVariableKeyAfter,
    rules: ['hardcoded/azure-openai-key'],
  },
  {
    language: 'typescript',
    title: 'the v1 endpoint with the client of OpenAI',
    file: 'v1.ts',
    before: v1EndpointClientBefore,
    after: v1EndpointClientAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'typescript',
    title: 'the earlier package @azure/openai',
    file: 'earlier.ts',
    before: earlierPackageAzureBefore,
    after: earlierPackageAzureAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'typescript',
    title: 'models of Foundry over REST',
    file: 'inference.ts',
    before: modelsFoundryOverBefore,
    after: modelsFoundryOverAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'typescript',
    title: 'LangChain',
    file: 'chain.ts',
    before: langchainBefore,
    after: langchainAfter,
    rules: ['key-auth/openai', 'key-auth/openai'],
  },
  {
    language: 'typescript',
    title: 'the key in a header of its own',
    file: 'header.ts',
    before: keyHeaderBefore,
    after: null,
    rules: ['key-auth/openai'],
    refusal: 'openai-key-in-header',
  },
  {
    language: 'typescript',
    title: 'a key in the header of a REST call',
    file: 'rest.js',
    before: keyHeaderRestBefore,
    after: null,
    rules: ['key-auth/openai'],
    refusal: 'rest-header',
  },
  {
    language: 'typescript',
    title: 'an endpoint that does not tell its kind',
    file: 'serverless.ts',
    before: endpointNotTellBefore,
    after: null,
    rules: ['key-auth/openai'],
    refusal: 'inference-scope',
  },
  {
    language: 'csharp',
    title: 'a key from the environment',
    file: 'Chat.cs',
    before: keyEnvironmentBefore,
    after: keyEnvironmentAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'csharp',
    title: 'Semantic Kernel',
    file: 'Kernel.cs',
    before: semanticKernelBefore,
    after: semanticKernelAfter,
    rules: ['key-auth/openai'],
  },
  {
    language: 'csharp',
    title: 'a key in a header',
    file: 'Http.cs',
    before: keyHeaderDotnetBefore,
    after: null,
    rules: ['key-auth/openai'],
    refusal: 'rest-header',
  },
  {
    language: 'csharp',
    title: 'models of Foundry',
    file: 'Inference.cs',
    before: modelsFoundryBefore,
    after: null,
    rules: ['key-auth/openai'],
    refusal: 'inference-scope',
  },
];
