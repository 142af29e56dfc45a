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
    read: /^(?:download|openread|listblobs|getblobs|listcontainers|getblobcontainers|getproperties|getblobproperties|readall)/,
    write:
      /^(?:upload|stageblock|commitblock|appendblock|delete|undelete|create|set|begincopy|startcopy|synccopy|copyfrom|openwrite|newwriter|generatesas)/,
  },
  settings,
  identity,
  examples,
});
