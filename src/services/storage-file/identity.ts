import type { Identity } from '../identity';
import { sharedKeyLink, storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Azure Files accepts Microsoft Entra tokens over REST with the privileged roles and the file request intent "backup". SMB mounts use identities in another way; some hosts still need the key.',
  roles: {
    read: [
      {
        name: 'Storage File Data Privileged Reader',
        id: 'b8eda974-7b85-4f76-af95-65846b26df6d',
        allows: 'read all files of the shares over REST, past their access control lists',
      },
    ],
    write: [
      {
        name: 'Storage File Data Privileged Contributor',
        id: '69566ab7-960f-475b-8e7c-b3118f30c6bd',
        allows: 'read, write and delete all files of the shares over REST, past their access control lists',
      },
    ],
    admin: [
      {
        name: 'Storage File Data SMB MI Admin',
        id: 'a235d3ee-5935-4cfb-8cc5-a3303ad5995e',
        allows: 'mount over SMB with a managed identity, with full access',
      },
    ],
    other: [
      {
        name: 'Storage File Data SMB Share Reader',
        id: 'aba4ae5f-2193-4029-9191-0cb91df5e314',
        allows: 'read as a user over SMB',
      },
      {
        name: 'Storage File Data SMB Share Contributor',
        id: '0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb',
        allows: 'read, write and delete as a user over SMB',
      },
      {
        name: 'Storage File Data SMB Share Elevated Contributor',
        id: 'a7264617-510b-434b-a828-9731dc254ea7',
        allows: 'change permissions too as a user over SMB',
      },
      {
        name: 'Storage File Delegator',
        id: '765a04e0-5de8-4bb2-9bf6-b2a30bc03e91',
        allows: 'get a user delegation key, to sign SAS without the account key',
      },
    ],
  },
  endpoint: 'https://<account>.file.core.windows.net',
  scopeNote: 'Prefer the share as scope: append /fileServices/default/fileshares/<share> to the scope.',
  ...storageAccount,
  prove:
    'az storage file list --account-name <account> --share-name <share> --auth-mode login --backup-intent --output table',
  limits: [
    'Access by token over REST or with the SDK needs the privileged roles and the request intent "backup"; it goes past the access control lists of files.',
    'SMB mounts: identities through AD DS, Microsoft Entra Domain Services or Microsoft Entra Kerberos; managed identities over SMB exist (account flag --enable-smb-oauth) but are new.',
    'NFS shares have network rules and no tokens.',
    'Windows plans of Azure Functions (Consumption, Premium) still need WEBSITE_CONTENTAZUREFILECONNECTIONSTRING with a key: put it in Key Vault, or run without a content share.',
  ],
  links: [
    {
      title: 'Access Azure file shares with Microsoft Entra ID over REST',
      url: 'https://learn.microsoft.com/azure/storage/files/authorize-oauth-rest',
    },
    {
      title: 'Identity-based access over SMB',
      url: 'https://learn.microsoft.com/azure/storage/files/storage-files-active-directory-overview',
    },
    sharedKeyLink,
  ],
};
