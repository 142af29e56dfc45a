import { textOf } from '../checksum/base64';
import { isIdentifiableKey } from '../checksum/identifiable-key';
import { azureHost } from '../database';
import { BASE64, decode, PAD, wordStarts } from '../encoding';
import type { SecretKind } from '../kind';
import { isPlaceholder } from '../placeholders';
import { isHashContext, isMadeUp } from '../silent';
import { signedKey } from '../signed-key';
import { landmark } from '../landmarks';
import { aboutAiServices, aboutOpenAi } from './ai';
import { aboutBatch, aboutLogAnalytics, ownerOf } from './account-keys';
import { say } from '../../core/message';
import { accountData, openAddress, serviceKey, sharedPassword, tokenRights } from '../opens';

export const aboutEventGrid = landmark('eventGrid', ['event_grid', 'aeg-sas']);

export const aboutRedis = landmark('redis', [
  'redis.cache.windows.net',
  'redis.azure.net',
  'redisenterprise.cache',
  'azure_redis',
  'redis_key',
  'redis_primary',
  'redis_access',
  'redis_password',
  'redis_cache',
  'redis_auth',
  'redis__',
  'redis:',
  '"redis"',
]);

export const aboutApim = landmark('apim', ['ocp-apim', 'subscription_key']);

export const aboutApimHost = landmark('apimHost', [
  'azure-api.net',
  '"apim"',
  'apim_',
  'apimsub',
  'apim_key',
  'apim_gateway',
  'api_management',
]);

export const aboutMaps = landmark('maps', [
  'atlas.microsoft.com',
  'azure_maps',
  'atlas.map',
  'atlas.setsub',
  'maps_key',
  'maps_subscription',
  'maps_search',
  'maps_route',
  'maps_render',
  'maps_geolocation',
  'maps_client',
  'maps_account',
  'maps/accounts',
]);

export const aboutFunctions = landmark('functions', [
  'azurewebsites.net',
  'x-functions-key',
  'function_key',
  'functions_key',
  'azure_function',
  'function_app',
  'functions_app',
  'master_key',
  'host_key',
  'function_code',
]);

export const aboutRegistry = landmark('registry', ['azurecr', '^acr_', 'acrpassword', 'container_registry']);

export const aboutSharedKey = landmark('sharedKey', ['^shared_key'], { common: true });

export const eventGridKey: SecretKind = {
  id: 'eventgrid-key',
  noun: 'an Azure Event Grid key',
  opens: say('Anyone who has the key can publish events to the topic, from anywhere, until the key is regenerated.'),
  form: '32 bytes in base64, or 84 letters and digits, with a signature and a checksum; older keys have none and are found by their name. It appears in `EventGridPublisherClient` and in the header `aeg-sas-key`.',
  looks: [signedKey(32, 'AZEG', 'messaging')],
  named: [{ shape: 'base64Of32', near: [aboutEventGrid] }],
};

export const redisKey: SecretKind = {
  id: 'redis-key',
  noun: 'an Azure Cache for Redis key',
  opens: serviceKey,
  form: '32 bytes in base64: 44 characters that end in one equals sign. Newer keys carry a signature and a checksum; older ones are found by their name, or as the password of `redis-cli` for an Azure host.',
  calls: ['jedispool('],
  looks: [
    signedKey(32, 'AzCa', 'redis'),
    {
      anchors: ['redis-cli'],
      before: 0,
      after: 360,
      pattern: new RegExp(
        `redis-cli(?:(?!redis-cli)[^\\r\\n]|[\\\\\`]\\r?\\n){0,200}?\\s(?:-a|--pass)\\s{1,2}["']?(?<value>${BASE64}{43}${PAD})`,
      ),
      judge: ({ decoded, text, whole }) =>
        isMadeUp(decoded) || !azureHost.redis.test(text.slice(whole.start, whole.end + 200))
          ? null
          : { grade: 'likely' },
    },
  ],
  named: [{ shape: 'base64Of32', near: [aboutRedis] }],
};

export const batchKey: SecretKind = {
  id: 'batch-key',
  noun: 'an Azure Batch key',
  opens: accountData,
  form: '64 bytes in base64: 88 characters that end in two equals signs. Newer keys carry a signature and a checksum; older ones are found next to a Batch client, endpoint or setting. It appears in `BatchSharedKeyCredentials`.',
  looks: [signedKey(64, '+ABa', 'batch')],
  named: [{ shape: 'base64Of64', near: [aboutBatch] }],
};

export const logAnalyticsKey: SecretKind = {
  id: 'loganalytics-shared-key',
  noun: 'an Azure Log Analytics workspace key',
  opens: serviceKey,
  form: '64 bytes in base64: 88 characters that end in two equals signs, without a signature. It is found by its name, such as `shared_key`, next to a workspace ID, and in the installers of the agent.',
  looks: [
    {
      // The agent's installers: -w WORKSPACE -s KEY
      anchors: ['onboard_agent', 'omsadmin'],
      before: 0,
      after: 320,
      pattern: new RegExp(
        `(?:onboard_agent|omsadmin)\\.sh(?:[^\\r\\n]|[\\\\\`]\\r?\\n){0,160}?\\s-s\\s{1,2}["']?(?<value>${BASE64}{86}${PAD}{2})`,
      ),
      judge: ({ decoded }) => (isMadeUp(decoded) ? null : { grade: 'certain' }),
    },
  ],
  named: [
    { shape: 'base64Of64', near: [aboutLogAnalytics] },
    // Storage and Batch have shared keys, too.
    {
      shape: 'base64Of64',
      near: [aboutSharedKey],
      judge: ({ surroundings, name }) => ({
        grade: 'likely',
        kind: ownerOf(surroundings, name, 4000) ?? 'loganalytics-shared-key',
      }),
    },
  ],
};

export const apimSubscriptionKey: SecretKind = {
  id: 'apim-subscription-key',
  noun: 'an Azure API Management key',
  opens: serviceKey,
  form: '32 hexadecimal digits. It appears in the header `Ocp-Apim-Subscription-Key` and in the parameter `subscription-key`. Keys of management and of gateways, and passwords of the configuration repository, are found too.',
  looks: [
    signedKey(64, 'APIM', 'apim'),
    {
      // The password of the configuration repository.
      anchors: ['git&', 'git%26'],
      before: 1,
      after: 200,
      pattern:
        /(?<![A-Za-z0-9])git(?:&amp;|&|%26)\d{12}(?:&amp;|&|%26)(?:[A-Za-z0-9+/]|%2[BbFf]){86}(?:={2}|(?:%3[Dd]){2})/,
      judge: ({ decoded }) => (isMadeUp(decode(decoded, true).slice(17)) ? null : { grade: 'certain' }),
    },
  ],
  named: [
    {
      shape: 'hex32',
      near: [aboutApim, aboutApimHost],
      // The header and parameter of the same name open Azure AI services, too.
      judge: ({ surroundings, name }) => {
        const near = surroundings.nearest([aboutApimHost, aboutAiServices, aboutOpenAi], name, 1500);
        const kind =
          near === aboutAiServices ? 'ai-services-key' : near === aboutOpenAi ? 'azure-openai-key' : undefined;
        return { grade: 'likely', ...(kind === undefined ? {} : { kind }) };
      },
    },
    { shape: 'base64Of64', near: [aboutApimHost] },
  ],
};

export const mapsKey: SecretKind = {
  id: 'maps-key',
  noun: 'an Azure Maps key',
  opens: serviceKey,
  form: '84 letters and digits with a fixed signature and a checksum; older keys are 43 letters, digits, `-` and `_`. It appears as `subscriptionKey` of a map and in addresses of `atlas.microsoft.com`.',
  looks: [],
  named: [{ shape: 'urlSafe43', near: [aboutMaps] }],
};

export const functionsKey: SecretKind = {
  id: 'functions-key',
  noun: 'an Azure Functions key',
  opens: say('Anyone who has the key can call the functions it is for, from anywhere, until it is renewed.'),
  form: "56 characters with a fixed signature and a checksum; older keys have none and are found by their name. It appears as the parameter `code` of a function's address and in the header `x-functions-key`.",
  names: ['code=', 'code"', "code'", 'code:'],
  looks: [
    {
      anchors: ['azfu'],
      before: 60,
      after: 20,
      pattern: new RegExp(`${wordStarts('_-')}[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]${PAD}{2}(?![A-Za-z0-9_=-])`),
      judge: ({ decoded }) =>
        isIdentifiableKey(decoded, 'functions') || !isMadeUp(decoded) ? { grade: 'certain' } : null,
    },
  ],
  named: [{ shape: 'base64Of40', near: [aboutFunctions] }],
};

/** A command that signs in to a registry, with the password somewhere after its host or before it. */
const SIGN_IN =
  '(?:docker login|podman login|helm registry login|oras login|nerdctl login|buildah login|az acr login|skopeo login|crane auth login|registry login)';

export const acrPassword: SecretKind = {
  id: 'acr-password',
  noun: 'an Azure Container Registry password',
  opens: sharedPassword,
  form: '52 characters with a fixed signature and a checksum; older passwords have 32 characters and are found by `docker login` for an `azurecr.io` host. It also appears in `.docker/config.json` and in pipelines.',
  looks: [
    signedKey(39, '+ACR', 'registry'),
    {
      anchors: ['login '],
      before: 20,
      after: 480,
      pattern: new RegExp(
        `${SIGN_IN}(?:(?!login )[^\\r\\n]|[\\\\\`]\\r?\\n){0,320}?\\s(?:-p|--password)[ =]{1,3}["']?(?<value>(?<=["'])[^"'\\r\\n]{8,128}|[^\\s"']{8,128})`,
      ),
      judge: ({ decoded, text, whole }) =>
        /azurecr\.|az acr login/.test(text.slice(whole.start, whole.end + 300)) && !isPlaceholder(decoded)
          ? { grade: 'likely' }
          : null,
    },
    {
      anchors: ['login '],
      before: 220,
      after: 1,
      pattern: new RegExp(
        `(?:echo|printf|<<<)\\s{1,3}(?:-n\\s)?["']?(?<value>[^\\s"'|]{8,128})["']?\\s{0,3}\\|\\s{0,3}(?:sudo\\s)?${SIGN_IN}`,
      ),
      judge: ({ decoded, text, whole }) =>
        /azurecr\.|az acr login/.test(text.slice(whole.start, whole.end + 300)) && !isPlaceholder(decoded)
          ? { grade: 'likely' }
          : null,
    },
    {
      // ~/.docker/config.json: base64 of user:password
      anchors: ['azurecr.'],
      before: 0,
      after: 700,
      pattern:
        /azurecr\.(?:io|cn|us)\\{0,3}["']\s{0,4}:\s{0,20}\{(?:[^{}"']|["'](?!auth\\?["'])){0,200}?["']auth\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'](?<value>[A-Za-z0-9+/]{16,400}={0,2})/,
      judge: ({ decoded }) =>
        /^[\x20-\x7e]{2,80}:[\x20-\x7e]{8,200}$/.test(textOf(decoded)) &&
        !isPlaceholder(textOf(decoded).replace(/^[^:]*:/, ''))
          ? { grade: 'likely' }
          : null,
    },
  ],
  named: [{ shape: 'wide32', near: [aboutRegistry] }],
};

export const databricksPat: SecretKind = {
  id: 'databricks-pat',
  noun: 'an Azure Databricks personal access token',
  opens: tokenRights,
  form: 'The letters `dapi`, followed by 32 hexadecimal digits. It appears in code, notebooks and settings.',
  looks: [
    {
      anchors: ['dapi'],
      before: 1,
      after: 40,
      pattern: /(?<![A-Za-z0-9_]|(?<!:)-)dapi[0-9a-f]{32}(?:-\d{1,2})?(?![A-Za-z0-9_-])/,
      judge: ({ decoded, text, value }) =>
        isMadeUp(decoded.slice(4, 36)) || isHashContext(text.slice(Math.max(0, value.start - 60), value.start))
          ? null
          : { grade: 'certain' },
    },
  ],
};

const GUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';

export const teamsWebhook: SecretKind = {
  id: 'teams-webhook',
  noun: 'a Microsoft Teams webhook address',
  opens: openAddress,
  form: 'An address under `webhook.office.com` with the path `IncomingWebhook` and several IDs; the finding covers the whole address. It appears in code and settings.',
  looks: [
    {
      anchors: ['/incomingwebhook/', '\\/incomingwebhook\\/'],
      before: 220,
      after: 160,
      pattern: new RegExp(
        `https:(?:\\\\?/){2}(?:[\\w-]{1,60}\\.webhook\\.office\\.com|outlook\\.office(?:365)?\\.com)\\\\?/webhook(?:b2)?\\\\?/${GUID}@${GUID}\\\\?/IncomingWebhook\\\\?/[0-9a-f]{32}\\\\?/${GUID}(?:\\\\?/[\\w-]{1,80})?`,
        'i',
      ),
      judge: ({ decoded }) => (/(.)\1{7}/.test(decoded) ? null : { grade: 'certain' }),
    },
  ],
};
