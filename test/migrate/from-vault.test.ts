import { describe, expect, it } from 'vitest';
import { findings } from '../support/across';

const refusals = async (path: string, text: string) =>
  (await findings({ [path]: text }, path)).map((one) => one.split(' ').at(-1));

const script = (before: string, code: string) => `import { DefaultAzureCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { BlobServiceClient } from '@azure/storage-blob';

const vault = new SecretClient(process.env.VAULT_URL!, new DefaultAzureCredential());
${before}
export const client = BlobServiceClient.fromConnectionString(${code});
`;

const sharp = (before: string, code: string) => `using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Blobs;

var vault = new SecretClient(new Uri("https://contoso.vault.azure.net"), new DefaultAzureCredential());
${before}
var client = new BlobServiceClient(${code});
`;

describe('a secret that is read from Key Vault', () => {
  it.each([
    ["const { value } = await vault.getSecret('conn');", 'value!'],
    ["const { value: conn } = await vault.getSecret('conn');", "conn ?? ''"],
    ["const secret = await vault.getSecret('conn');", 'secret.value!'],
    ["const secret = await vault.getSecret('conn');\nconst conn = secret.value;", 'conn!'],
    ['', "(await vault.getSecret('conn')).value!"],
  ])('is named as one in TypeScript: %s %s', async (before, code) => {
    expect(await refusals('a.ts', script(before, code))).toEqual(['secret-from-vault']);
  });

  it.each([
    ['', 'vault.GetSecret("conn").Value.Value'],
    ['', '(await vault.GetSecretAsync("conn")).Value.Value'],
    ['KeyVaultSecret secret = vault.GetSecret("conn");', 'secret.Value'],
    ['var secret = await vault.GetSecretAsync("conn");\nvar conn = secret.Value.Value;', 'conn'],
  ])('is named as one in C#: %s %s', async (before, code) => {
    expect(await refusals('a.cs', sharp(before, code))).toEqual(['secret-from-vault']);
  });

  it.each([
    ['a call of something else', script('', "await read('conn')")],
    [
      'a function of another package',
      script('', "store.getSecret('conn')").replace('@azure/keyvault-secrets', './vault'),
    ],
  ])('is not claimed of %s', async (_title, text) => {
    expect(await refusals('a.ts', text)).toEqual(['secret-from-elsewhere']);
  });
});
