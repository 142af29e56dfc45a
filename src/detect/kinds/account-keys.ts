import { landmark, type Landmark, type Surroundings } from '../landmarks';
import type { Span } from '../../core/span';

/*
 * Storage, Cosmos DB, Batch and Log Analytics have keys of the same 64 bytes, and settings of the same names for them
 * (`account_key`, `shared_key`): whose such a key is, the words around it say.
 */

export const aboutStorage = landmark('storage', [
  'core.windows.net',
  'core.chinacloudapi.cn',
  'core.usgovcloudapi.net',
  'storage_account',
  'azure_storage',
  'storagesharedkey',
  'blob_service',
  'blobcontainer',
  'queueservice',
  'tableservice',
  'shareservice',
  'datalakeservice',
  'azblob',
  'azqueue',
  'aztables',
  'azfile',
  'azure.account.key',
  'azstoragecontext',
  'storage_blob',
  'az storage',
  'storagecredentials',
  'microsoftazurebuilder',
  'cloudstorage',
  'storage_key',
  'azurerm_storage',
  'wasbs://',
  'abfss://',
  'blob_key',
  'azureblob',
  'storage":',
  "storage':",
  'storage:',
  '[storage]',
]);

export const aboutCosmos = landmark('cosmos', [
  'documents.azure.',
  'cosmos',
  'documentdb',
  'documentclient',
  'docdb',
  'authorizationtoken',
]);

export const aboutBatch = landmark('batch', [
  'batch.azure.com',
  'batch_account',
  'batchshared',
  'azure_batch',
  'batchclient',
  'batch_key',
  'batch_access',
  'batch_primary',
  'batchservice',
  'az batch',
  'batch_auth',
]);

export const aboutLogAnalytics = landmark('logAnalytics', [
  'opinsights.azure.com',
  'log_analytics',
  'workspace_id',
  'workspace_key',
  'workspace_shared',
  'workspace_primary',
  'log_workspace',
  'customer_id',
  'data_collector',
  'operationalinsights',
  'omsagent',
]);

const OWNERS: readonly (readonly [Landmark, string])[] = [
  [aboutStorage, 'storage-account-key'],
  [aboutCosmos, 'cosmos-key'],
  [aboutBatch, 'batch-key'],
  [aboutLogAnalytics, 'loganalytics-shared-key'],
];

/** The kind of the service that is named nearest to a place, at most `reach` units away; null when none is. */
export function ownerOf(surroundings: Surroundings, name: Span, reach: number): string | null {
  const near = surroundings.nearest(
    OWNERS.map(([each]) => each),
    name,
    reach,
  );
  return OWNERS.find(([each]) => each === near)?.[1] ?? null;
}
