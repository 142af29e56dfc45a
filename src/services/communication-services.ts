import { netClientBuilder } from './net-clients';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const CLIENTS: readonly (readonly [string, string])[] = [
  ['@azure/communication-email', 'EmailClient'],
  ['@azure/communication-sms', 'SmsClient'],
  ['@azure/communication-identity', 'CommunicationIdentityClient'],
  ['@azure/communication-phone-numbers', 'PhoneNumbersClient'],
  ['@azure/communication-rooms', 'RoomsClient'],
  ['@azure/communication-call-automation', 'CallAutomationClient'],
];

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

export const communicationServices = defineService({
  id: 'communication-services',
  title: 'Azure Communication Services',
  secrets: ['acs-connection-string'],
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  endpointSetting: 'COMMUNICATION_SERVICES_ENDPOINT',
  endpointWords: ['communication', 'endpoint'],
  clients: {
    typescript: [
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
    ],
    csharp: [
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
    ],
  },
  settings: [
    'COMMUNICATION_SERVICES_CONNECTION_STRING',
    'ACS_CONNECTION_STRING',
    'AZURE_COMMUNICATION_CONNECTION_STRING',
    'COMMUNICATION_CONNECTION_STRING',
  ],
  identity: {
    support: 'yes',
    summary:
      'Communication Services (email, SMS, identity, rooms) accept Microsoft Entra tokens in the server SDKs. Give the identity the data role and connect with the endpoint instead of the connection string.',
    roles: {
      read: [],
      write: [
        {
          name: 'Communication and Email Service Owner',
          id: '09976791-48a7-449e-bb21-39d1a415f350',
          allows: 'everything on the resource and its data',
        },
      ],
      admin: [],
      other: [],
    },
    endpoint: 'https://<communication>.communication.azure.com',
    scopeNote: 'There is one broad built-in role and none that only reads: consider a custom role.',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Communication/communicationServices/<communication>',
      bicepType: 'Microsoft.Communication/communicationServices@2026-03-18',
      terraformType: 'azurerm_communication_service',
    },
    disableKeys: {
      cli: 'az resource update --ids <communication-id> --set properties.disableLocalAuth=true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: `resource "azapi_update_resource" "entra_only" {
  type        = "Microsoft.Communication/communicationServices@2026-03-18"
  resource_id = azurerm_communication_service.target.id
  body = {
    properties = {
      disableLocalAuth = true
    }
  }
}`,
      effect: 'Servers that connect with an access key stop.',
    },
    rotate: [
      'az communication regenerate-key --resource-group <resource-group> --name <communication> --key-type Primary',
      'az communication regenerate-key --resource-group <resource-group> --name <communication> --key-type Secondary',
    ],
    limits: [
      "Chat and Calling in the end user's app use access tokens that CommunicationIdentityClient makes, not tokens of Microsoft Entra.",
      'The commands az communication are an extension of the Azure CLI.',
    ],
    links: [
      {
        title: 'Authenticate to Communication Services',
        url: 'https://learn.microsoft.com/azure/communication-services/concepts/authentication',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'one connection string for several clients',
      file: 'notify.ts',
      before: `import { CallAutomationClient } from "@azure/communication-call-automation";
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
`,
      after: `import { CallAutomationClient } from "@azure/communication-call-automation";
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
`,
      rules: Array<string>(6).fill('key-auth/communication-services'),
    },
    {
      language: 'typescript',
      title: 'a connection string in the code, in CommonJS',
      file: 'sms.js',
      before: `const { SmsClient } = require('@azure/communication-sms');

const client = new SmsClient('endpoint=https://contoso.communication.azure.com/;accesskey={{key:64}}');

module.exports = { client };
`,
      after: `const { SmsClient } = require('@azure/communication-sms');
const { DefaultAzureCredential } = require('@azure/identity');

const credential = new DefaultAzureCredential();

const client = new SmsClient('https://contoso.communication.azure.com', credential);

module.exports = { client };
`,
      rules: ['hardcoded/acs-connection-string'],
    },
    {
      language: 'typescript',
      title: 'an endpoint and a key',
      file: 'mail.ts',
      before: `import { EmailClient } from "@azure/communication-email";
import { AzureKeyCredential } from "@azure/core-auth";

const endpoint = process.env.COMMUNICATION_SERVICES_ENDPOINT!;

export const email = new EmailClient(endpoint, new AzureKeyCredential(process.env.COMMUNICATION_SERVICES_KEY!));
`,
      after: `import { EmailClient } from "@azure/communication-email";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const endpoint = process.env.COMMUNICATION_SERVICES_ENDPOINT!;

export const email = new EmailClient(endpoint, credential);
`,
      rules: ['key-auth/communication-services'],
    },
    {
      language: 'typescript',
      title: 'messages over REST',
      file: 'message.ts',
      before: `import MessageClient from "@azure-rest/communication-messages";

export const messages = MessageClient(process.env.ACS_CONNECTION_STRING!);
`,
      after: `import MessageClient from "@azure-rest/communication-messages";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const messages = MessageClient(process.env.COMMUNICATION_SERVICES_ENDPOINT!, credential);
`,
      rules: ['key-auth/communication-services'],
    },
    {
      language: 'typescript',
      title: 'a connection string that comes in as a parameter',
      file: 'factory.ts',
      before: `import { EmailClient } from "@azure/communication-email";

export function createMailer(connectionString: string): EmailClient {
  return new EmailClient(connectionString);
}
`,
      after: null,
      rules: ['key-auth/communication-services'],
      refusal: 'secret-from-parameter',
    },
    {
      language: 'csharp',
      title: 'mail with a connection string, messages with a key',
      file: 'Notify.cs',
      before: `using System;
using Azure;
using Azure.Communication.Email;
using Azure.Communication.Sms;

public class Notify
{
    private readonly EmailClient _email = new EmailClient(Environment.GetEnvironmentVariable("COMMUNICATION_CONNECTION_STRING"));

    public SmsClient Sms(string endpoint, IConfiguration configuration) =>
        new SmsClient(new Uri(endpoint), new AzureKeyCredential(configuration["Communication:Key"]));
}
`,
      after: `using System;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Identity;

public class Notify
{
    private readonly EmailClient _email = new EmailClient(new Uri(Environment.GetEnvironmentVariable("COMMUNICATION_SERVICES_ENDPOINT")), new DefaultAzureCredential());

    public SmsClient Sms(string endpoint, IConfiguration configuration) =>
        new SmsClient(new Uri(endpoint), new DefaultAzureCredential());
}
`,
      rules: ['key-auth/communication-services', 'key-auth/communication-services'],
    },
    {
      language: 'csharp',
      title: 'calls, jobs and identities with one connection string',
      file: 'CallCenter.cs',
      before: `using System;
using Azure.Communication.CallAutomation;
using Azure.Communication.Identity;
using Azure.Communication.JobRouter;

var connectionString = Environment.GetEnvironmentVariable("ACS_CONNECTION_STRING")
    ?? throw new InvalidOperationException("ACS_CONNECTION_STRING is missing");

var calls = new CallAutomationClient(connectionString);
var router = new JobRouterClient(connectionString);
var identities = new CommunicationIdentityClient(connectionString, new CommunicationIdentityClientOptions());
`,
      after: `using System;
using Azure.Communication.CallAutomation;
using Azure.Communication.Identity;
using Azure.Communication.JobRouter;
using Azure.Identity;

var communicationEndpoint = Environment.GetEnvironmentVariable("COMMUNICATION_SERVICES_ENDPOINT")
    ?? throw new InvalidOperationException("COMMUNICATION_SERVICES_ENDPOINT is missing");

var credential = new DefaultAzureCredential();
var calls = new CallAutomationClient(new Uri(communicationEndpoint), credential);
var router = new JobRouterClient(new Uri(communicationEndpoint), credential);
var identities = new CommunicationIdentityClient(new Uri(communicationEndpoint), credential, new CommunicationIdentityClientOptions());
`,
      rules: Array<string>(3).fill('key-auth/communication-services'),
    },
    {
      language: 'csharp',
      title: 'a connection string that comes in as a parameter',
      file: 'Mailer.cs',
      before: `using Azure.Communication.Email;

public static class Mailer
{
    public static EmailClient Create(string connectionString) => new(connectionString);
}
`,
      after: null,
      rules: ['key-auth/communication-services'],
      refusal: 'secret-from-parameter',
    },
  ],
});
