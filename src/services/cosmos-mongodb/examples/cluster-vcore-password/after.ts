import { DefaultAzureCredential } from "@azure/identity";
import { MongoClient } from "mongodb";

const credential = new DefaultAzureCredential();

export const client = new MongoClient("mongodb+srv://contoso.global.mongocluster.cosmos.azure.com/", { tls: true, retryWrites: false, authMechanism: "MONGODB-OIDC", authMechanismProperties: { OIDC_CALLBACK: () => credential.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token, expiresOnTimestamp }) => ({ accessToken: token, expiresInSeconds: Math.floor((expiresOnTimestamp - Date.now()) / 1000) })), ALLOWED_HOSTS: ["*.azure.com"] } });
