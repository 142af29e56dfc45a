import { AzureNamedKeyCredential, AzureSASCredential } from "@azure/core-auth";
import { ServiceBusClient } from "@azure/service-bus";

const host = "contoso.servicebus.windows.net";

export const sending = new ServiceBusClient(host, new AzureNamedKeyCredential("send", process.env.SERVICEBUS_KEY!));
export const listening = new ServiceBusClient(host, new AzureSASCredential(process.env.SERVICEBUS_SAS!));
