import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

const CLIENTS: readonly (readonly [string, string])[] = [
  ['@azure/communication-email', 'EmailClient'],
  ['@azure/communication-sms', 'SmsClient'],
  ['@azure/communication-identity', 'CommunicationIdentityClient'],
  ['@azure/communication-phone-numbers', 'PhoneNumbersClient'],
  ['@azure/communication-phone-numbers', 'SipRoutingClient'],
  ['@azure/communication-rooms', 'RoomsClient'],
  ['@azure/communication-call-automation', 'CallAutomationClient'],
];

export const typescript: readonly Sdk[] = [
  ...CLIENTS.map(([name, client]) =>
    sdk(name, [
      rewrite(`new ${client}($CONNECTION, ...$REST)`, `new ${client}($ENDPOINT, $CREDENTIAL, ...$REST)`),
      rewrite(
        `new ${client}($URL, new AzureKeyCredential($KEY), ...$REST)`,
        `new ${client}($URL, $CREDENTIAL, ...$REST)`,
      ),
    ]),
  ),
  sdk('@azure-rest/communication-messages', [
    rewrite('$DEFAULT($CONNECTION, ...$REST)', '$DEFAULT($ENDPOINT, $CREDENTIAL, ...$REST)'),
    rewrite('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', '$DEFAULT($URL, $CREDENTIAL, ...$REST)'),
  ]),
  sdk('@azure-rest/communication-job-router', [
    refuse('$DEFAULT($CONNECTION, ...$REST)', 'not-checked'),
    refuse('$DEFAULT($URL, new AzureKeyCredential($KEY), ...$REST)', 'not-checked'),
  ]),
  sdk('@azure/communication-administration', [
    refuse('new $CLASS($CONNECTION, ...$REST)', 'legacy-sdk', {
      for: ['CommunicationIdentityClient', 'PhoneNumberAdministrationClient'],
    }),
  ]),
];
