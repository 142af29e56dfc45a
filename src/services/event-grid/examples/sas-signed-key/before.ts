import { AzureKeyCredential, generateSharedAccessSignature } from "@azure/eventgrid";

export const sign = (expires: Date) =>
  generateSharedAccessSignature(process.env.EVENTGRID_TOPIC_ENDPOINT!, new AzureKeyCredential(process.env.EVENTGRID_TOPIC_KEY!), expires);
