import { ClientSecretCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const tenantId = process.env.AZURE_TENANT_ID ?? '';
const clientId = process.env.AZURE_CLIENT_ID ?? '';
const credential = new ClientSecretCredential(tenantId, clientId, '{{entra-client-secret}}');

export const client = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);
