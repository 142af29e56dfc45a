import type { Identity } from '../identity';
import { sharedKeyLink, storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Data Lake Storage Gen2 accepts Microsoft Entra tokens. Give the identity a blob data role, or finer rights through access control lists, and connect with the dfs endpoint.',
  roles: {
    read: [
      {
        name: 'Storage Blob Data Reader',
        id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
        allows: 'read and list files and folders',
      },
    ],
    write: [
      {
        name: 'Storage Blob Data Contributor',
        id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
        allows: 'read, write and delete files and folders',
      },
    ],
    admin: [
      {
        name: 'Storage Blob Data Owner',
        id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
        allows: 'everything, and set owners and access control lists',
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
  endpoint: 'https://<account>.dfs.core.windows.net',
  scopeNote:
    'Prefer the file system as scope: append /blobServices/default/containers/<file-system> to the scope. Finer rights: access control lists on paths, without a role.',
  ...storageAccount,
  prove:
    'az storage fs file list --account-name <account> --file-system <file-system> --auth-mode login --output table',
  limits: [
    'Needs an account with hierarchical namespace. The blob roles apply.',
    'Setting access control lists or owners needs Storage Blob Data Owner.',
  ],
  links: [
    {
      title: 'Access control model of Data Lake Storage',
      url: 'https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control-model',
    },
    sharedKeyLink,
  ],
};
