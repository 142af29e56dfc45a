import { DefaultAzureCredential } from "@azure/identity";
import { ServiceBusClient } from "@azure/service-bus";

const credential = new DefaultAzureCredential();

const host = "contoso.servicebus.windows.net";

export const sending = new ServiceBusClient(host, credential);
export const listening = new ServiceBusClient(host, credential);
