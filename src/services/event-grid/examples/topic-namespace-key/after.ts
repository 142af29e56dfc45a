import { EventGridReceiverClient, EventGridSenderClient } from "@azure/eventgrid-namespaces";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const url = "https://contoso.westeurope-1.eventgrid.azure.net";

export const sender = new EventGridSenderClient(url, credential, "orders");
export const receiver = new EventGridReceiverClient(url, credential, "orders", "billing");
