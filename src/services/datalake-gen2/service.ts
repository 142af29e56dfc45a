import { defineService } from '../service';
import { fileCalls } from '../shared/storage-account';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const datalakeGen2 = defineService({
  id: 'datalake-gen2',
  title: 'Azure Data Lake Storage Gen2',
  secrets,
  // As the SDK does: the dfs endpoint beside the blob endpoint of the connection string.
  endpoint: ({ DfsEndpoint, BlobEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? DfsEndpoint ?? BlobEndpoint?.replace('.blob.', '.dfs.');
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.dfs.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEDFS_RESOURCEENDPOINT',
  endpointWords: ['dfs', 'endpoint'],
  clients: { typescript, csharp },
  calls: fileCalls,
  settings,
  identity,
  examples,
});
