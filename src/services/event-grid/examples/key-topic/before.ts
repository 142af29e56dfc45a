import { AzureKeyCredential, EventGridPublisherClient } from "@azure/eventgrid";

export const publisher = new EventGridPublisherClient(
  process.env.EVENTGRID_TOPIC_ENDPOINT!,
  "EventGrid",
  new AzureKeyCredential(process.env.EVENTGRID_TOPIC_KEY!),
);
