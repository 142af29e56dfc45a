import { defineService } from '../service';
import { fileCalls } from '../shared/storage-account';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const storageFile = defineService({
  id: 'storage-file',
  title: 'Azure Files',
  secrets,
  endpoint: ({ FileEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? FileEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.file.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEFILE_RESOURCEENDPOINT',
  endpointWords: ['file', 'endpoint'],
  clients: { typescript, csharp },
  calls: fileCalls,
  settings,
  identity,
  examples,
});
