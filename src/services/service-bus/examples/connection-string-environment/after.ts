import { DefaultAzureCredential } from "@azure/identity";
import { ServiceBusAdministrationClient, ServiceBusClient } from "@azure/service-bus";

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = process.env.AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE || "<namespace>.servicebus.windows.net";

export const bus = new ServiceBusClient(fullyQualifiedNamespace, credential, { retryOptions: { maxRetries: 3 } });
export const admin = new ServiceBusAdministrationClient(fullyQualifiedNamespace, credential);
