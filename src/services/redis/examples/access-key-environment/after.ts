import { DefaultAzureCredential } from "@azure/identity";
import { EntraIdCredentialsProviderFactory, REDIS_SCOPE_DEFAULT } from "@redis/entraid";
import { createClient } from "redis";

const credential = new DefaultAzureCredential();

const host = process.env.AZURE_REDIS_HOST;

export const cache = createClient({
  url: `rediss://${host}:6380`,
  credentialsProvider: EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } }),
});
