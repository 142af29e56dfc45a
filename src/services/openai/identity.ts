import type { Identity } from '../identity';
import { cognitiveAccount } from '../shared/cognitive-account';

export const identity: Identity = {
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
};
