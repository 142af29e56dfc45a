import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { CLIENTS } from '../common';

export const csharp: readonly Sdk[] = [
  sdk(
    'Azure.Messaging.ServiceBus',
    [
      rewrite(
        'new $CLASS(connectionString: $CONNECTION, ...$REST)',
        'new $CLASS(fullyQualifiedNamespace: $ENDPOINT, credential: $CREDENTIAL, ...$REST)',
        { for: CLIENTS },
      ),
      ...['AzureNamedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
        rewrite(
          `new $CLASS(fullyQualifiedNamespace: $HOST, credential: new ${credential}, ...$REST)`,
          'new $CLASS(fullyQualifiedNamespace: $HOST, credential: $CREDENTIAL, ...$REST)',
          { for: CLIENTS },
        ),
      ),
    ],
    { namespaces: { ServiceBusAdministrationClient: 'Azure.Messaging.ServiceBus.Administration' } },
  ),
  sdk(
    'Microsoft.Extensions.Azure',
    CLIENTS.map((name) =>
      rewrite(`$BUILDER.Add${name}($CONNECTION)`, `$BUILDER.Add${name}WithNamespace($ENDPOINT)`, {
        beside: '$BUILDER.UseCredential($CREDENTIAL)',
      }),
    ),
  ),
  sdk(
    'Microsoft.Azure.ServiceBus',
    [
      refuse('new $CLASS($CONNECTION, ...$REST)', 'legacy-sdk', {
        for: [
          'QueueClient',
          'TopicClient',
          'SubscriptionClient',
          'SessionClient',
          'MessageSender',
          'MessageReceiver',
          'ManagementClient',
          'ServiceBusConnection',
          'ServiceBusConnectionStringBuilder',
        ],
      }),
      refuse('TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST)', 'legacy-sdk'),
    ],
    {
      namespaces: {
        TokenProvider: 'Microsoft.Azure.ServiceBus.Primitives',
        MessageSender: 'Microsoft.Azure.ServiceBus.Core',
        MessageReceiver: 'Microsoft.Azure.ServiceBus.Core',
        ManagementClient: 'Microsoft.Azure.ServiceBus.Management',
      },
      successor: 'Azure.Messaging.ServiceBus',
    },
  ),
  sdk(
    'WindowsAzure.ServiceBus',
    [
      refuse('$CLASS.CreateFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk', {
        for: ['NamespaceManager', 'QueueClient', 'TopicClient', 'SubscriptionClient', 'MessagingFactory'],
      }),
      refuse('TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST)', 'legacy-sdk'),
    ],
    {
      namespaces: {
        NamespaceManager: 'Microsoft.ServiceBus',
        TokenProvider: 'Microsoft.ServiceBus',
        QueueClient: 'Microsoft.ServiceBus.Messaging',
        TopicClient: 'Microsoft.ServiceBus.Messaging',
        SubscriptionClient: 'Microsoft.ServiceBus.Messaging',
        MessagingFactory: 'Microsoft.ServiceBus.Messaging',
      },
      successor: 'Azure.Messaging.ServiceBus',
    },
  ),
];
