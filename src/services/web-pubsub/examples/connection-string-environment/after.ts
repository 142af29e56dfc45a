import { DefaultAzureCredential } from "@azure/identity";
import { WebPubSubServiceClient } from "@azure/web-pubsub";

const credential = new DefaultAzureCredential();

const hub = "chat";

export const service = new WebPubSubServiceClient(process.env.AZURE_WEBPUBSUB_ENDPOINT!, credential, hub, { allowInsecureConnection: false });
