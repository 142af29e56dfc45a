import { DefaultAzureCredential } from "@azure/identity";
import { WebPubSubServiceClient } from "@azure/web-pubsub";

const credential = new DefaultAzureCredential();

export const service = new WebPubSubServiceClient("https://contoso.webpubsub.azure.com", credential, "chat");
