import { WebPubSubServiceClient } from "@azure/web-pubsub";

const hub = "chat";

export const service = new WebPubSubServiceClient(process.env.WebPubSubConnectionString!, hub, { allowInsecureConnection: false });
