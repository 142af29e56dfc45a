import { EmailClient } from "@azure/communication-email";

export function createMailer(connectionString: string): EmailClient {
  return new EmailClient(connectionString);
}
