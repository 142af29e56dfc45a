import { cognitiveAccount } from './cognitive-account';
import { netRestHeader } from './net-clients';
import { refuse, rewrite, sdk } from './pattern';
import { restHeader } from './rest-header';
import { defineService } from './service';

const PROVIDER = 'getBearerTokenProvider($CREDENTIAL, "https://cognitiveservices.azure.com/.default")';
const names = { getBearerTokenProvider: '@azure/identity' };

const AZURE_ENDPOINT = /openai\.azure\.(?:com|us)|AZURE_?OPENAI|services\.ai\.azure\.com/i;

export const openai = defineService({
  id: 'openai',
  title: 'Azure OpenAI',
  secrets: ['azure-openai-key'],
  endpoint: () => null,
  // Models of GitHub take a key of GitHub; `new OpenAI` without a sign of Azure is OpenAI's own service.
  claims: (code) =>
    /azure/i.test(code) && !/models\.(?:inference\.ai\.azure\.com|github\.ai)|GITHUB_|GH_TOKEN|githubToken/i.test(code),
  unfit: [
    { code: /\.api\.cognitive\.microsoft\.com/i, reason: 'regional-endpoint' },
    {
      code: /^(?![^]*\.azure(?:-api)?\.(?:com|net|us|cn)\b)[^]*\bhttps?:\/\/[\w-]+\.[\w.-]+/i,
      reason: 'not-azure-endpoint',
    },
  ],
  // openai 4 to 6: "apiKey and azureADTokenProvider are mutually exclusive", and the first has this default.
  mustGo: [{ code: /\bAzureOpenAI\b/, setting: 'AZURE_OPENAI_API_KEY' }],
  byHand: [
    'The endpoint must be the custom subdomain of the resource (https://<name>.openai.azure.com): regional endpoints take no tokens.',
  ],
  clients: {
    typescript: [
      sdk('openai', [
        rewrite(
          'new AzureOpenAI({ apiKey: $KEY, ...$REST })',
          `new AzureOpenAI({ azureADTokenProvider: ${PROVIDER}, ...$REST })`,
          { names },
        ),
        ...['OpenAI', '$DEFAULT'].map((name) =>
          refuse(
            `new ${name}({ apiKey: $KEY, defaultHeaders: { "api-key": $SECRET, ...$HEADERS }, ...$REST })`,
            'openai-key-in-header',
          ),
        ),
      ]),
      sdk(
        'openai',
        ['OpenAI', '$DEFAULT'].map((name) =>
          rewrite(
            `new ${name}({ baseURL: $URL, apiKey: $KEY, ...$REST })`,
            `new ${name}({ baseURL: $URL, apiKey: getBearerTokenProvider($CREDENTIAL, "https://ai.azure.com/.default"), ...$REST })`,
            { names },
          ),
        ),
        { since: '5.18.0' },
      ),
      ...restHeader('api-key', AZURE_ENDPOINT),
      sdk('@azure/openai', [
        rewrite(
          'new OpenAIClient($URL, new AzureKeyCredential($KEY), ...$REST)',
          'new OpenAIClient($URL, $CREDENTIAL, ...$REST)',
        ),
        refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
      ]),
      sdk('@azure-rest/ai-inference', [
        rewrite(
          '$DEFAULT($URL, new AzureKeyCredential($KEY))',
          '$DEFAULT($URL, $CREDENTIAL, { credentials: { scopes: ["https://cognitiveservices.azure.com/.default"] } })',
          { when: /\.(?:services\.ai|openai|cognitiveservices)\.azure\.com/ },
        ),
        refuse('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', 'inference-scope'),
      ]),
      sdk(
        '@langchain/openai',
        ['azureOpenAIApiKey', 'apiKey', 'openAIApiKey'].map((key) =>
          rewrite(
            `new $CLASS({ ${key}: $KEY, ...$REST })`,
            `new $CLASS({ azureADTokenProvider: ${PROVIDER}, ...$REST })`,
            {
              for: ['AzureChatOpenAI', 'AzureOpenAI', 'AzureOpenAIEmbeddings'],
              names,
            },
          ),
        ),
      ),
    ],
    csharp: [
      sdk('Azure.AI.OpenAI', [
        ...['AzureKeyCredential', 'ApiKeyCredential'].map((key) =>
          rewrite(
            `new AzureOpenAIClient(endpoint: $URL, credential: new ${key}($KEY), ...$REST)`,
            'new AzureOpenAIClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
          ),
        ),
        rewrite(
          'new OpenAIClient(endpoint: $URL, keyCredential: new AzureKeyCredential($KEY), ...$REST)',
          'new OpenAIClient(endpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)',
        ),
        refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
      ]),
      // Its clients take a policy in the place of the key, which is marked experimental.
      sdk('OpenAI', [
        refuse('new OpenAIClient(new ApiKeyCredential($KEY), ...$REST)', 'not-checked', { when: AZURE_ENDPOINT }),
        refuse('new $CLASS($NAME, new ApiKeyCredential($KEY), ...$REST)', 'not-checked', {
          for: ['ChatClient', 'EmbeddingClient', 'ImageClient', 'AudioClient'],
          when: AZURE_ENDPOINT,
        }),
      ]),
      sdk('Azure.AI.Inference', [
        refuse('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'inference-scope', {
          for: ['ChatCompletionsClient', 'EmbeddingsClient', 'ImageEmbeddingsClient'],
        }),
      ]),
      netRestHeader('api-key', AZURE_ENDPOINT),
      sdk(
        'Microsoft.SemanticKernel',
        ['AddAzureOpenAIChatCompletion', 'AddAzureOpenAITextEmbeddingGeneration'].map((name) =>
          rewrite(
            `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, apiKey: $KEY, ...$REST)`,
            `$BUILDER.${name}(deploymentName: $NAME, endpoint: $URL, credentials: $CREDENTIAL, ...$REST)`,
          ),
        ),
      ),
    ],
  },
  settings: ['AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_KEY', 'AZURE_AI_API_KEY', 'AZURE_INFERENCE_CREDENTIAL'],
  identity: {
    support: 'yes',
    summary:
      'Azure OpenAI and Foundry models accept Microsoft Entra tokens. Give the identity the user role; the endpoint stays, the API key becomes a token provider.',
    roles: {
      read: [
        {
          name: 'Cognitive Services OpenAI User',
          id: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
          allows: 'call models: chat, embeddings, images',
        },
      ],
      write: [
        {
          name: 'Cognitive Services OpenAI Contributor',
          id: 'a001fd3d-188f-4b5d-821b-7da978bf7442',
          allows: 'call models, fine-tune and deploy them',
        },
      ],
      admin: [
        {
          name: 'Cognitive Services Contributor',
          id: '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68',
          allows: 'manage the account and list its keys, without calling models',
        },
      ],
      other: [
        {
          name: 'Foundry User',
          id: '53ca6127-db72-4b80-b1b0-d745d6d5456d',
          allows: 'use the projects of a Foundry resource (earlier: Azure AI User)',
        },
        {
          name: 'Foundry Project Manager',
          id: 'eadc314b-1a2d-4efa-be10-5d325db5065e',
          allows: 'manage projects of a Foundry resource',
        },
        {
          name: 'Foundry Owner',
          id: 'c883944f-8b7b-4483-af10-35834be79c4a',
          allows: 'manage a Foundry resource and use it',
        },
        { name: 'Azure AI Developer', id: '64702f94-c441-49e6-a78b-ef80e0188fee', allows: 'use hub-based projects' },
      ],
    },
    usual: 'Cognitive Services OpenAI User',
    endpoint: 'https://<account>.openai.azure.com/',
    ...cognitiveAccount,
    prove:
      'az rest --method GET --url "https://<account>.openai.azure.com/openai/models?api-version=2024-10-21" --resource https://cognitiveservices.azure.com --query "data[0].id"',
    limits: [
      'Keys of api.openai.com (sk-...) are not Azure: no identity replaces them, Key Vault keeps them. The endpoint tells them apart.',
      'The endpoint must be the custom subdomain (<account>.openai.azure.com or <account>.services.ai.azure.com): regional endpoints take no tokens.',
      'Token audience: https://cognitiveservices.azure.com/.default, for the /openai/v1 endpoints of Foundry https://ai.azure.com/.default.',
      'Contributor roles call no models, but can list keys.',
      'Assistants and On Your Data may hold further keys (of AI Search) in the request.',
    ],
    links: [
      {
        title: 'Azure OpenAI with managed identities',
        url: 'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/managed-identity',
      },
      {
        title: 'Authenticate to Azure AI services',
        url: 'https://learn.microsoft.com/azure/ai-services/authentication',
      },
      {
        title: 'Connect to Azure OpenAI with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-openai',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'an API key from the environment',
      file: 'chat.ts',
      before: `import { AzureOpenAI } from "openai";

const endpoint = process.env.AZURE_OPENAI_ENDPOINT;
const apiKey = process.env.AZURE_OPENAI_API_KEY;

export const client = new AzureOpenAI({ endpoint, apiKey, apiVersion: "2024-10-21", deployment: "gpt-4o" });
`,
      after: `import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import { AzureOpenAI } from "openai";

const credential = new DefaultAzureCredential();

const endpoint = process.env.AZURE_OPENAI_ENDPOINT;

export const client = new AzureOpenAI({ endpoint, azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"), apiVersion: "2024-10-21", deployment: "gpt-4o" });
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'typescript',
      title: 'options in a variable, with the key in the code',
      file: 'embed.js',
      before: `const { AzureOpenAI } = require('openai')

const options = {
  endpoint: 'https://contoso.openai.azure.com',
  apiKey: '{{azure-openai-key}}',
  apiVersion: '2024-10-21'
}
const client = new AzureOpenAI(options)

module.exports = { client }
`,
      after: `const { DefaultAzureCredential, getBearerTokenProvider } = require('@azure/identity')
const { AzureOpenAI } = require('openai')

const credential = new DefaultAzureCredential()

const options = {
  endpoint: 'https://contoso.openai.azure.com',
  azureADTokenProvider: getBearerTokenProvider(credential, 'https://cognitiveservices.azure.com/.default'),
  apiVersion: '2024-10-21'
}
const client = new AzureOpenAI(options)

module.exports = { client }
`,
      rules: ['hardcoded/azure-openai-key'],
    },
    {
      language: 'typescript',
      title: 'the v1 endpoint with the client of OpenAI',
      file: 'v1.ts',
      before: `import OpenAI from "openai";

export const client = new OpenAI({
  baseURL: \`\${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/\`,
  apiKey: process.env.AZURE_OPENAI_API_KEY,
});
`,
      after: `import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import OpenAI from "openai";

const credential = new DefaultAzureCredential();

export const client = new OpenAI({
  baseURL: \`\${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/\`,
  apiKey: getBearerTokenProvider(credential, "https://ai.azure.com/.default"),
});
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'typescript',
      title: 'the earlier package @azure/openai',
      file: 'earlier.ts',
      before: `import { AzureKeyCredential, OpenAIClient } from "@azure/openai";

export const client = new OpenAIClient(process.env.AZURE_OPENAI_ENDPOINT!, new AzureKeyCredential(process.env.AZURE_OPENAI_KEY!));
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { OpenAIClient } from "@azure/openai";

const credential = new DefaultAzureCredential();

export const client = new OpenAIClient(process.env.AZURE_OPENAI_ENDPOINT!, credential);
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'typescript',
      title: 'models of Foundry over REST',
      file: 'inference.ts',
      before: `import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";

export const client = ModelClient("https://contoso.services.ai.azure.com/models", new AzureKeyCredential(process.env.AZURE_AI_API_KEY!));
`,
      after: `import ModelClient from "@azure-rest/ai-inference";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = ModelClient("https://contoso.services.ai.azure.com/models", credential, { credentials: { scopes: ["https://cognitiveservices.azure.com/.default"] } });
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'typescript',
      title: 'LangChain',
      file: 'chain.ts',
      before: `import { AzureChatOpenAI, AzureOpenAIEmbeddings } from "@langchain/openai";

export const model = new AzureChatOpenAI({
  azureOpenAIApiKey: process.env.AZURE_OPENAI_API_KEY,
  azureOpenAIApiInstanceName: "contoso",
  azureOpenAIApiDeploymentName: "gpt-4o",
  azureOpenAIApiVersion: "2024-10-21",
});
export const embeddings = new AzureOpenAIEmbeddings({
  azureOpenAIApiKey: process.env.AZURE_OPENAI_API_KEY,
  azureOpenAIApiInstanceName: "contoso",
});
`,
      after: `import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
import { AzureChatOpenAI, AzureOpenAIEmbeddings } from "@langchain/openai";

const credential = new DefaultAzureCredential();

export const model = new AzureChatOpenAI({
  azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"),
  azureOpenAIApiInstanceName: "contoso",
  azureOpenAIApiDeploymentName: "gpt-4o",
  azureOpenAIApiVersion: "2024-10-21",
});
export const embeddings = new AzureOpenAIEmbeddings({
  azureADTokenProvider: getBearerTokenProvider(credential, "https://cognitiveservices.azure.com/.default"),
  azureOpenAIApiInstanceName: "contoso",
});
`,
      rules: ['key-auth/openai', 'key-auth/openai'],
    },
    {
      language: 'typescript',
      title: 'the key in a header of its own',
      file: 'header.ts',
      before: `import OpenAI from "openai";

const apiKey = process.env.AZURE_OPENAI_API_KEY!;

export const client = new OpenAI({
  apiKey,
  baseURL: "https://contoso.openai.azure.com/openai/deployments/gpt-4o",
  defaultQuery: { "api-version": "2024-10-21" },
  defaultHeaders: { "api-key": apiKey },
});
`,
      after: null,
      rules: ['key-auth/openai'],
      refusal: 'openai-key-in-header',
    },
    {
      language: 'typescript',
      title: 'a key in the header of a REST call',
      file: 'rest.js',
      before: `const axios = require("axios");

const client = axios.create({
  baseURL: "https://contoso.openai.azure.com/openai/deployments/gpt-4o",
  headers: { "api-key": process.env.AZURE_OPENAI_API_KEY },
});

module.exports = { client };
`,
      after: null,
      rules: ['key-auth/openai'],
      refusal: 'rest-header',
    },
    {
      language: 'typescript',
      title: 'an endpoint that does not tell its kind',
      file: 'serverless.ts',
      before: `import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";

export const client = ModelClient(process.env.AZURE_INFERENCE_ENDPOINT!, new AzureKeyCredential(process.env.AZURE_INFERENCE_CREDENTIAL!));
`,
      after: null,
      rules: ['key-auth/openai'],
      refusal: 'inference-scope',
    },
    {
      language: 'csharp',
      title: 'a key from the environment',
      file: 'Chat.cs',
      before: `using System.ClientModel;
using Azure.AI.OpenAI;
using OpenAI.Chat;

var endpoint = Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!;
var key = Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY")!;

AzureOpenAIClient azure = new(new Uri(endpoint), new ApiKeyCredential(key));
ChatClient chat = azure.GetChatClient("gpt-4o");
`,
      after: `using System.ClientModel;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Chat;

var endpoint = Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!;

var credential = new DefaultAzureCredential();
AzureOpenAIClient azure = new(new Uri(endpoint), credential);
ChatClient chat = azure.GetChatClient("gpt-4o");
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'csharp',
      title: 'Semantic Kernel',
      file: 'Kernel.cs',
      before: `using Microsoft.SemanticKernel;

var kernel = Kernel.CreateBuilder()
    .AddAzureOpenAIChatCompletion("gpt-4o", "https://contoso.openai.azure.com", builder.Configuration["OpenAI:Key"]!)
    .Build();
`,
      after: `using Azure.Identity;
using Microsoft.SemanticKernel;

var credential = new DefaultAzureCredential();
var kernel = Kernel.CreateBuilder()
    .AddAzureOpenAIChatCompletion("gpt-4o", "https://contoso.openai.azure.com", credential)
    .Build();
`,
      rules: ['key-auth/openai'],
    },
    {
      language: 'csharp',
      title: 'a key in a header',
      file: 'Http.cs',
      before: `using System;
using System.Net.Http;

var http = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com") };
http.DefaultRequestHeaders.Add("api-key", Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY"));
`,
      after: null,
      rules: ['key-auth/openai'],
      refusal: 'rest-header',
    },
    {
      language: 'csharp',
      title: 'models of Foundry',
      file: 'Inference.cs',
      before: `using System;
using Azure;
using Azure.AI.Inference;

var client = new ChatCompletionsClient(
    new Uri(Environment.GetEnvironmentVariable("AZURE_AI_ENDPOINT")),
    new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_AI_API_KEY")));
`,
      after: null,
      rules: ['key-auth/openai'],
      refusal: 'inference-scope',
    },
  ],
});
