import { AzureKeyCredential, WebPubSubServiceClient } from "@azure/web-pubsub";

export const service = new WebPubSubServiceClient("https://contoso.webpubsub.azure.com", new AzureKeyCredential(process.env.WEB_PUBSUB_KEY!), "chat");
