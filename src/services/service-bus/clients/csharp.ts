import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { takesConnection } from '../../shared/no-client';
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
        extraCall: '$BUILDER.UseCredential($CREDENTIAL)',
      }),
    ),
  ),
  // Buses that create their queues and topics need the role of an owner: nothing an edit can tell.
  sdk(
    'MassTransit',
    ['UsingAzureServiceBus', 'CreateUsingAzureServiceBus'].flatMap((within) => [
      byHand(
        '$BUS.Host($CONNECTION, ...$REST)',
        'Host(new Uri("sb://<namespace>.servicebus.windows.net"), host => host.TokenCredential = new DefaultAzureCredential())',
        { within, when: takesConnection('Host') },
      ),
    ]),
    { words: ['UsingAzureServiceBus'] },
  ),
  sdk(
    'NServiceBus',
    [
      byHand(
        'new AzureServiceBusTransport(connectionString: $CONNECTION, ...$REST)',
        'new AzureServiceBusTransport("<namespace>.servicebus.windows.net", new DefaultAzureCredential(), topology)',
      ),
      byHand(
        '$TRANSPORT.ConnectionString($CONNECTION)',
        'CustomTokenCredential("<namespace>.servicebus.windows.net", new DefaultAzureCredential())',
        { when: /UseTransport<AzureServiceBusTransport>/ },
      ),
    ],
    { words: ['AzureServiceBusTransport'] },
  ),
  sdk(
    'Rebus.Config',
    // The namespace is read from a connection string without a key; the credential comes last (Rebus.AzureServiceBus 9 and 10).
    [
      ['UseAzureServiceBus', 'queueName, '],
      ['UseAzureServiceBusAsOneWayClient', ''],
    ].map(([name = '', queue = '']) =>
      byHand(
        `$TRANSPORT.${name}($CONNECTION, ...$REST)`,
        `${name}("Endpoint=sb://<namespace>.servicebus.windows.net/", ${queue}new DefaultAzureCredential())`,
        { when: takesConnection(name) },
      ),
    ),
    { words: ['UseAzureServiceBus'] },
  ),
  sdk(
    '',
    [
      ...['Queue', 'Topic', 'Subscription'].flatMap((entity) =>
        ['', 'UsingWebSockets'].map((how) =>
          byHand(
            `$CHECKS.AddAzureServiceBus${entity}${how}(connectionString: $CONNECTION, ...$REST)`,
            `AddAzureServiceBus${entity}${how}("<namespace>.servicebus.windows.net", ..., new DefaultAzureCredential())`,
            { when: takesConnection(`AddAzureServiceBus${entity}${how}`) },
          ),
        ),
      ),
      byHand(
        '$CHECKS.AddAzureServiceBusQueueMessageCountThreshold(connectionString: $CONNECTION, ...$REST)',
        'AddAzureServiceBusQueueMessageCountThreshold("<namespace>.servicebus.windows.net", ..., new DefaultAzureCredential())',
        { when: takesConnection('AddAzureServiceBusQueueMessageCountThreshold') },
      ),
    ],
    { words: ['AddAzureServiceBusQueue', 'AddAzureServiceBusTopic', 'AddAzureServiceBusSubscription'] },
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
