import { AzureKeyCredential } from "@azure/core-auth";
import { EventGridReceiverClient, EventGridSenderClient } from "@azure/eventgrid-namespaces";

const url = "https://contoso.westeurope-1.eventgrid.azure.net";
const key = new AzureKeyCredential("{{eventgrid-key}}");

export const sender = new EventGridSenderClient(url, key, "orders");
export const receiver = new EventGridReceiverClient(url, key, "orders", "billing");
