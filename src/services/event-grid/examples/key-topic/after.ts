import { EventGridPublisherClient } from "@azure/eventgrid";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const publisher = new EventGridPublisherClient(
  process.env.EVENTGRID_TOPIC_ENDPOINT!,
  "EventGrid",
  credential,
);
