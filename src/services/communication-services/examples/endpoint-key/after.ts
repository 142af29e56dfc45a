import { EmailClient } from "@azure/communication-email";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const endpoint = process.env.COMMUNICATION_SERVICES_ENDPOINT!;

export const email = new EmailClient(endpoint, credential);
