import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const storageBlob = defineService({
  id: 'storage-blob',
  title: 'Azure Blob Storage',
  secrets,
  endpoint: ({ BlobEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    if (Url) return Url.replace(/\/$/, '');
    if (BlobEndpoint) return BlobEndpoint.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.blob.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEBLOB_RESOURCEENDPOINT',
  endpointWords: ['blob', 'endpoint'],
  clients: { typescript, csharp },
  calls: {
    on: /blob|container/,
    read: /^(?:download|openread|listblobs|getblobs|listcontainers|getblobcontainers|getblobproperties|readall|its\.getproperties)/,
    write:
      /^(?:upload|stageblock|commitblock|appendblock|undelete|begincopy|startcopy|synccopy|copyfrom|openwrite|newwriter|generatesas|setaccesspolicy|deleteblob|its\.(?:create|delete|set))/,
    unclear: /^(?:delete|create|set)/,
  },
  settings,
  identity,
  examples,
});
