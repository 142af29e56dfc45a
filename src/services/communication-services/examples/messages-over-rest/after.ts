import MessageClient from "@azure-rest/communication-messages";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const messages = MessageClient(process.env.COMMUNICATION_SERVICES_ENDPOINT!, credential);
