import { CallAutomationClient } from "@azure/communication-call-automation";
import { EmailClient } from "@azure/communication-email";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { PhoneNumbersClient } from "@azure/communication-phone-numbers";
import { RoomsClient } from "@azure/communication-rooms";
import { SmsClient } from "@azure/communication-sms";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const communicationEndpoint = process.env["COMMUNICATION_SERVICES_ENDPOINT"];
if (!communicationEndpoint) throw new Error("Set COMMUNICATION_SERVICES_ENDPOINT.");

export const email = new EmailClient(communicationEndpoint, credential);
export const sms = new SmsClient(communicationEndpoint, credential, { retryOptions: { maxRetries: 3 } });
export const identities = new CommunicationIdentityClient(communicationEndpoint, credential);
export const numbers = new PhoneNumbersClient(communicationEndpoint, credential);
export const rooms = new RoomsClient(communicationEndpoint, credential);
export const calls = new CallAutomationClient(communicationEndpoint, credential);
