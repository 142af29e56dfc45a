import { EmailClient } from "@azure/communication-email";
import { AzureKeyCredential } from "@azure/core-auth";

const endpoint = process.env.COMMUNICATION_SERVICES_ENDPOINT!;

export const email = new EmailClient(endpoint, new AzureKeyCredential(process.env.COMMUNICATION_SERVICES_KEY!));
