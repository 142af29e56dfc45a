import type { Identity } from '../identity';
import { cognitiveAccount } from '../shared/cognitive-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Azure AI services (Language, Vision, Speech, Document Intelligence, Translator, Content Safety) accept Microsoft Entra tokens on the custom subdomain. Give the identity the role of the service; key and regional endpoint go.',
  roles: {
    read: [
      {
        name: 'Cognitive Services Language Reader',
        id: '7628b7b8-a8b2-4cdc-b46f-e9b35248918e',
        allows: 'call Language',
      },
      {
        name: 'Cognitive Services Data Reader',
        id: 'b59867f0-fa02-499b-be73-45a86b5b3e1c',
        allows: 'read data of the account',
      },
    ],
    write: [
      {
        name: 'Cognitive Services User',
        id: 'a97b65f3-24c7-4388-baec-2e87135dc908',
        allows: 'call every service of the account, and list its keys',
      },
      { name: 'Cognitive Services Speech User', id: 'f2dc8367-1007-4938-bd23-fe263f013447', allows: 'call Speech' },
      {
        name: 'Cognitive Services Language Writer',
        id: 'f2310ca1-dc64-4889-bb49-c8e0fa3d47a8',
        allows: 'call Language and change its projects',
      },
    ],
    admin: [
      {
        name: 'Cognitive Services Language Owner',
        id: 'f07febfe-79bc-46b1-8b37-790e26e6e498',
        allows: 'everything on Language',
      },
      {
        name: 'Cognitive Services Speech Contributor',
        id: '0e75ca1e-0464-4b4d-8b93-68208a576181',
        allows: 'everything on Speech',
      },
      {
        name: 'Cognitive Services Contributor',
        id: '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68',
        allows: 'manage the account and list its keys, without calling services',
      },
    ],
    other: [
      {
        name: 'Cognitive Services Face Recognizer',
        id: '9894cab4-e18a-44aa-828b-cb588cd6f2d7',
        allows: 'detect, verify and identify faces',
      },
    ],
  },
  usual: 'Cognitive Services User',
  endpoint: 'https://<account>.cognitiveservices.azure.com/',
  scopeNote:
    'Take a role of the service where there is one: Cognitive Services User can list keys, which only switching key access off makes useless.',
  ...cognitiveAccount,
  limits: [
    'Regional endpoints (<region>.api.cognitive.microsoft.com) take no tokens: the endpoint must become the custom subdomain (az cognitiveservices account update --custom-domain <account>), which cannot be undone.',
    'Translator on the global endpoint needs the resource id and the region in headers beside the token.',
    'Speech: older SDKs need the token wrapped with the resource id; newer ones take a token credential.',
    'Not every feature and sovereign region takes tokens: look at the page of the service.',
  ],
  links: [
    {
      title: 'Authenticate to Azure AI services',
      url: 'https://learn.microsoft.com/azure/ai-services/authentication',
    },
    {
      title: 'Disable key access of Azure AI services',
      url: 'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
    },
    {
      title: 'Connect to Azure AI services with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-ai-services',
    },
  ],
};
