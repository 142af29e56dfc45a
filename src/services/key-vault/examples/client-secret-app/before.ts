import { ClientSecretCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";

const credential = new ClientSecretCredential(process.env.AZURE_TENANT_ID!, process.env.AZURE_CLIENT_ID!, process.env.VAULT_CLIENT_SECRET!);

export const secrets = new SecretClient(process.env.KEY_VAULT_URL!, credential);
