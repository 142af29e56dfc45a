import type { Identity } from '../identity';
import { sharedKeyLink, storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Queue Storage accepts Microsoft Entra tokens. Give the identity the right to send or to process messages and connect with the queue endpoint instead of a key, connection string or SAS.',
  roles: {
    read: [
      {
        name: 'Storage Queue Data Reader',
        id: '19e7f393-937e-4f77-808e-94535e297925',
        allows: 'read and peek at queues and messages',
      },
    ],
    write: [
      {
        name: 'Storage Queue Data Message Sender',
        id: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a',
        allows: 'add messages, nothing else',
      },
      {
        name: 'Storage Queue Data Message Processor',
        id: '8a0f0c08-91a1-4084-bc3d-661d67233fed',
        allows: 'peek at, receive and delete messages',
      },
    ],
    admin: [
      {
        name: 'Storage Queue Data Contributor',
        id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
        allows: 'create and delete queues, and everything on messages',
      },
    ],
    other: [
      {
        name: 'Storage Queue Delegator',
        id: '7ee386e9-84f0-448e-80a6-f185f6533131',
        allows: 'get a user delegation key, to sign SAS without the account key',
      },
    ],
  },
  usual: 'Storage Queue Data Contributor',
  endpoint: 'https://<account>.queue.core.windows.net',
  bindings: ['<connection>__queueServiceUri=https://<account>.queue.core.windows.net'],
  scopeNote: 'Prefer the queue as scope: append /queueServices/default/queues/<queue> to the scope.',
  ...storageAccount,
  prove: 'az storage message peek --account-name <account> --queue-name <queue> --auth-mode login --output table',
  limits: [
    'Code that both sends and receives needs both message roles; code that creates its queue needs Storage Queue Data Contributor.',
    'Spring: Service Connector writes no passwordless settings for queues, but Spring Cloud Azure from version 4 takes the account name alone.',
    'Renewing an account key invalidates every SAS signed with it.',
  ],
  links: [
    {
      title: 'Authorize access to queues with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/azure/storage/queues/authorize-access-azure-active-directory',
    },
    sharedKeyLink,
    {
      title: 'Connect to Queue Storage with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-storage-queue',
    },
  ],
};
