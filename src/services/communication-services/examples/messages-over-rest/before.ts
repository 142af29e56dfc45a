import MessageClient from "@azure-rest/communication-messages";

export const messages = MessageClient(process.env.ACS_CONNECTION_STRING!);
