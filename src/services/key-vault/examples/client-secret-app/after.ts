import { DefaultAzureCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";

const credential = new DefaultAzureCredential();

export const secrets = new SecretClient(process.env.KEY_VAULT_URL!, credential);
