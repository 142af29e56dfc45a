import type { Identity } from '../identity';
import { sharedKeyLink, storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Blob Storage accepts Microsoft Entra tokens. Give the identity of the workload a data role on the container or the account and connect with the blob endpoint instead of a key, connection string or SAS.',
  roles: {
    read: [
      {
        name: 'Storage Blob Data Reader',
        id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
        allows: 'read and list blobs and containers',
      },
    ],
    write: [
      {
        name: 'Storage Blob Data Contributor',
        id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
        allows: 'read, write and delete blobs and containers',
      },
    ],
    admin: [
      {
        name: 'Storage Blob Data Owner',
        id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
        allows: 'everything on blobs, and set owners and POSIX access control (Data Lake)',
      },
    ],
    other: [
      {
        name: 'Storage Blob Delegator',
        id: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a',
        allows: 'get a user delegation key, to sign SAS without the account key',
      },
    ],
  },
  usual: 'Storage Blob Data Contributor',
  endpoint: 'https://<account>.blob.core.windows.net',
  bindings: [
    '<connection>__blobServiceUri=https://<account>.blob.core.windows.net',
    '<connection>__queueServiceUri=https://<account>.queue.core.windows.net',
  ],
  scopeNote: 'Prefer the container as scope: append /blobServices/default/containers/<container> to the scope.',
  ...storageAccount,
  prove: 'az storage blob list --account-name <account> --container-name <container> --auth-mode login --output table',
  limits: [
    'Legacy SDKs (npm azure-storage, WindowsAzure.Storage, Microsoft.Azure.Storage.*, com.microsoft.azure:azure-storage, azure-storage-blob-go) cannot use a token credential of this kind: move to the current package first.',
    'Code that signs SAS with the account key must switch to user delegation SAS (role Storage Blob Delegator and a user delegation key).',
    'Renewing an account key invalidates every SAS signed with it.',
    'Anonymous and static website access has nothing to do with keys and stays as it is.',
  ],
  links: [
    {
      title: 'Authorize access to blobs with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory',
    },
    sharedKeyLink,
    {
      title: 'Connect to Blob Storage with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-storage-blob',
    },
  ],
};
