import type { SecretKind } from '../kind';
import { aiServicesKey, azureOpenAiKey, searchKey } from './ai';
import {
  appConfigConnectionString,
  communicationConnectionString,
  signalRConnectionString,
  webPubSubConnectionString,
} from './connected';
import { cosmosConnectionString, cosmosKey, cosmosMongoUrl } from './cosmos';
import { databases } from './databases';
import { devopsPat } from './devops';
import { entraClientSecret, entraClientSecretLegacy, entraTokens, servicePrincipalJson } from './entra';
import {
  acrPassword,
  apimSubscriptionKey,
  batchKey,
  databricksPat,
  eventGridKey,
  functionsKey,
  logAnalyticsKey,
  mapsKey,
  redisKey,
  teamsWebhook,
} from './keys';
import { kubernetesSecretData, kubernetesUser } from './kubernetes';
import { messaging, serviceBusSas } from './messaging';
import { publishProfile } from './publish';
import { storageAccountKey, storageConnectionString, storageSas } from './storage';
import { certificate, logicAppsUrl, machineKey, pfxPassword, privateKey, vmAdminPassword } from './web';

/** Every secret kind, the more specific before the less specific: where two hit the same place, the first one stays. */
export const secretKinds: readonly SecretKind[] = [
  kubernetesSecretData,
  kubernetesUser,
  servicePrincipalJson,
  cosmosMongoUrl,
  cosmosConnectionString,
  storageConnectionString,
  appConfigConnectionString,
  signalRConnectionString,
  webPubSubConnectionString,
  communicationConnectionString,
  ...databases,
  ...serviceBusSas,
  ...messaging,
  logicAppsUrl,
  storageSas,
  ...entraTokens,
  entraClientSecret,
  storageAccountKey,
  cosmosKey,
  batchKey,
  apimSubscriptionKey,
  eventGridKey,
  redisKey,
  searchKey,
  acrPassword,
  functionsKey,
  azureOpenAiKey,
  aiServicesKey,
  devopsPat,
  mapsKey,
  logAnalyticsKey,
  publishProfile,
  machineKey,
  teamsWebhook,
  databricksPat,
  privateKey,
  certificate,
  pfxPassword,
  vmAdminPassword,
  entraClientSecretLegacy,
];
