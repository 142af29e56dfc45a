import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { createRandom } from '../support/fake-secrets';

const engine = createEngine();
const random = createRandom(71);
/** No kind of secret looks like this. */
const value = `QQ-${random.text(11, 'abcdefghijkmnpqrstuvwxyz')}.${random.text(5, '23456789')}`;

const rules = async (path: string, text: string): Promise<string[]> =>
  (await engine.scan({ path, text })).findings.map(({ rule, span }) =>
    rule.startsWith('hardcoded/') ? `${rule} ${text.slice(span.start, span.end) === value ? 'exact' : 'other'}` : rule,
  );

const CREDENTIAL = `using Azure.Identity;
class Vault {
  static readonly string SECRET = "VALUE";
  object Open() => new ClientSecretCredential("tenant", "client", SECRET);
}
`;
const SEARCH = `import { SearchClient, AzureKeyCredential } from "@azure/search-documents";
export const search = new SearchClient("https://contoso.search.windows.net", "docs", new AzureKeyCredential("VALUE"));
`;
const BLOB = `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
const key = "VALUE";
export const blobs = new BlobServiceClient("https://contoso.blob.core.windows.net", new StorageSharedKeyCredential("contoso", key));
`;
const BUS = `using Azure.Messaging.ServiceBus;
class Bus { object Open() => new ServiceBusClient("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=VALUE"); }
`;

describe('a literal in the place of a secret is one, whatever it looks like', () => {
  it.each([
    ['a.cs', CREDENTIAL, 'hardcoded/entra-client-secret-legacy exact'],
    ['a.ts', SEARCH, 'hardcoded/search-key exact'],
    ['a.js', BLOB, 'hardcoded/storage-account-key exact'],
    ['a.cs', BUS, 'hardcoded/servicebus-connection-string exact'],
  ])('%s: %s', async (path, code, rule) => {
    const text = code.replace('VALUE', value);
    expect(await rules(path, text)).toEqual([rule]);
    const plan = await engine.plan({ path, text }, 'all', 'identity');
    expect(plan.kind === 'refusal' ? plan.id : plan.steps.map(({ kind }) => kind)).toContain('rotate');
  });

  it.each(['<your-key>', 'test-key-1', 'your-search-key', 'AZURE_SEARCH_KEY', '', 'xxxxxxxxxxxxxxxx'])(
    'but not what says that it is none: %s',
    async (text) => {
      expect(await rules('a.ts', SEARCH.replace('VALUE', text))).not.toContain(expect.stringMatching(/^hardcoded/));
      for (const rule of await rules('a.cs', CREDENTIAL.replace('VALUE', text))) expect(rule).toMatch(/^key-auth/);
    },
  );
});

describe('a token of an identity is no secret', () => {
  const client = (secret: string): string => `import { DefaultAzureCredential } from '@azure/identity';
import { OpenAI } from 'openai';
import axios from 'axios';
const credential = new DefaultAzureCredential();
const scope = 'https://cognitiveservices.azure.com/.default';
export async function chat(service: string) {
  ${secret}
}
`;
  it.each([
    'const got = await credential.getToken(scope); return new OpenAI({ apiKey: got.token, defaultHeaders: { "api-key": got.token }, baseURL: `https://${service}.openai.azure.com/openai` });',
    'const { token } = await credential.getToken(scope); return new OpenAI({ apiKey: token, baseURL: "https://contoso.openai.azure.com/openai/v1/" });',
    'return new OpenAI({ apiKey: (await credential.getToken(scope)).token, baseURL: "https://contoso.openai.azure.com/openai/v1/" });',
    'const apiKey = await getAccessToken(); return new OpenAI({ apiKey, baseURL: "https://contoso.openai.azure.com/openai/v1/" });',
  ])('%s', async (secret) => expect(await rules('a.ts', client(secret))).toEqual([]));

  it.each([
    'new QueueClient($"sb://{ns}/", "queue", TokenProvider.CreateManagedIdentityTokenProvider())',
    'new TopicClient(ns, "topic", tokenProvider)',
    'new SubscriptionClient(ns, "topic", "subscription", new ManagedIdentityTokenProvider())',
    'new QueueClient(ns, "queue", provider)',
  ])('of the packages before Azure.Core: %s', async (code) => {
    const text = `using Microsoft.Azure.ServiceBus;
using Microsoft.Azure.ServiceBus.Primitives;
class A { object M(string ns, ITokenProvider provider, TokenProvider tokenProvider) => ${code}; }
`;
    expect(await rules('a.cs', text)).toEqual([]);
  });
});

describe('the service of a key in a header', () => {
  const call = (before: string, url: string): string => `const fetch = require("node-fetch");
class Client {
  constructor(key) { this.key = key; ${before.includes('this.') ? before : ''} }
  async go(text, to) {
    ${before.includes('this.') ? '' : before}
    return fetch(${url}, { method: "POST", headers: { "Ocp-Apim-Subscription-Key": this.key } });
  }
}
`;
  const ai = 'key-auth/ai-services';
  it.each([
    [
      'const host = "https://api.cognitive.microsofttranslator.com"; const path = "/translate"; const url = host + path + "&to=" + to;',
      'url',
      ai,
    ],
    ['const host = "https://api.cognitive.microsofttranslator.com"; const url = host + to;', 'url', ai],
    ['this.host = "https://contoso.cognitiveservices.azure.com";', 'this.host + "/vision/v3"', ai],
    ['const base = "https://westeurope.tts.speech.microsoft.com";', '`${base}/cognitiveservices/v1`', ai],
    ['const base = "https://contoso.azure-api.net/translator";', '`${base}/v1`', 'key-auth/api-management'],
    ['const base = process.env.GATEWAY;', '`${base}/v1`', 'key-auth/api-management'],
  ])('%s fetch(%s)', async (before, url, rule) => expect(await rules('t.js', call(before, url))).toEqual([rule]));
});
