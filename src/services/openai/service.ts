import { hasBut } from '../../core/text-test';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const openai = defineService({
  id: 'openai',
  title: 'Azure OpenAI',
  secrets,
  endpoint: () => null,
  // Models of GitHub take a key of GitHub; `new OpenAI` without a sign of Azure is OpenAI's own service.
  claims: (code) =>
    /azure/i.test(code) && !/models\.(?:inference\.ai\.azure\.com|github\.ai)|GITHUB_|GH_TOKEN|githubToken/i.test(code),
  unfit: [
    { code: /\.api\.cognitive\.microsoft\.com/i, reason: 'regional-endpoint' },
    {
      // A place to fill in is no server: `https://your-resource.com`.
      code: hasBut(
        /(?<!<)\bhttps?:\/\/(?!your\b|your[-_.\w]|my[-_]|example\.)[\w-]{1,63}\.[\w.-]/i,
        /\.azure(?:-api)?\.(?:com|net|us|cn)\b/i,
      ),
      reason: 'not-azure-endpoint',
    },
  ],
  // openai 4 to 6: "apiKey and azureADTokenProvider are mutually exclusive", and the first has this default.
  mustGo: [{ code: /\bAzureOpenAI\b/, setting: 'AZURE_OPENAI_API_KEY' }],
  byHand: [
    'The endpoint must be the custom subdomain of the resource (https://<name>.openai.azure.com). Regional endpoints do not accept tokens.',
  ],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
