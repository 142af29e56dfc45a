import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { netClientBuilder } from '../../shared/net-clients';

/** Package, class, and what its constructors call a key and a token credential. */
const NET_CLIENTS: readonly (readonly [string, string, string, string])[] = [
  ['Azure.Communication.Email', 'EmailClient', 'credential', 'credential'],
  ['Azure.Communication.Sms', 'SmsClient', 'keyCredential', 'tokenCredential'],
  ['Azure.Communication.Identity', 'CommunicationIdentityClient', 'keyCredential', 'tokenCredential'],
  ['Azure.Communication.PhoneNumbers', 'PhoneNumbersClient', 'keyCredential', 'tokenCredential'],
  ['Azure.Communication.Rooms', 'RoomsClient', 'credential', 'credential'],
  ['Azure.Communication.CallAutomation', 'CallAutomationClient', 'credential', 'credential'],
  ['Azure.Communication.PhoneNumbers', 'SipRoutingClient', 'keyCredential', 'tokenCredential'],
  ['Azure.Communication.JobRouter', 'JobRouterClient', 'credential', 'credential'],
  ['Azure.Communication.JobRouter', 'JobRouterAdministrationClient', 'credential', 'credential'],
  ['Azure.Communication.Messages', 'NotificationMessagesClient', 'credential', 'credential'],
];

export const csharp: readonly Sdk[] = [
  ...NET_CLIENTS.map(([name, client, key, token]) =>
    sdk(
      name,
      [
        rewrite(
          `new ${client}(connectionString: $CONNECTION, ...$REST)`,
          `new ${client}(endpoint: new Uri($ENDPOINT), ${token}: $CREDENTIAL, ...$REST)`,
        ),
        rewrite(
          `new ${client}(endpoint: $URL, ${key}: new AzureKeyCredential($KEY), ...$REST)`,
          `new ${client}(endpoint: $URL, ${token}: $CREDENTIAL, ...$REST)`,
        ),
      ],
      client === 'SipRoutingClient' ? { namespaces: { [client]: `${name}.SipRouting` } } : {},
    ),
  ),
  netClientBuilder([
    ['AddEmailClient($CONNECTION)', 'AddEmailClient(new Uri($ENDPOINT))'],
    ['AddEmailClient($URL, new AzureKeyCredential($KEY))', 'AddEmailClient($URL)'],
  ]),
  sdk(
    'Azure.Communication.Administration',
    [
      refuse('new $CLASS($CONNECTION, ...$REST)', 'legacy-sdk', {
        for: ['CommunicationIdentityClient', 'PhoneNumberAdministrationClient'],
      }),
    ],
    { successor: 'Azure.Communication.Identity' },
  ),
];
