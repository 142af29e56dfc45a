import { CallAutomationClient } from "@azure/communication-call-automation";
import { EmailClient } from "@azure/communication-email";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { PhoneNumbersClient } from "@azure/communication-phone-numbers";
import { RoomsClient } from "@azure/communication-rooms";
import { SmsClient } from "@azure/communication-sms";

const connectionString = process.env["COMMUNICATION_SERVICES_CONNECTION_STRING"];
if (!connectionString) throw new Error("Set COMMUNICATION_SERVICES_CONNECTION_STRING.");

export const email = new EmailClient(connectionString);
export const sms = new SmsClient(connectionString, { retryOptions: { maxRetries: 3 } });
export const identities = new CommunicationIdentityClient(connectionString);
export const numbers = new PhoneNumbersClient(connectionString);
export const rooms = new RoomsClient(connectionString);
export const calls = new CallAutomationClient(connectionString);
