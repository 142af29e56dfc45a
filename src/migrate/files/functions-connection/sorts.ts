/** What of a connection a setting holds: `X__<part>`. */
export type Part =
  | 'accountName'
  | 'blobServiceUri'
  | 'queueServiceUri'
  | 'tableServiceUri'
  | 'fullyQualifiedNamespace'
  | 'accountEndpoint'
  | 'serviceUri';

export type Direction = 'trigger' | 'input' | 'output' | 'any';

/** A sort of trigger or binding, and what it needs to take an identity. */
export interface Sort {
  /** Id of the service. */
  readonly service: string;
  /** How code and `function.json` call it: in lower case, without `_` and `Attribute`. */
  readonly names: RegExp;
  /** Arguments that name the setting, in lower case. */
  readonly argument: RegExp;
  /** Packages of .NET in lower case, each with the first version that takes an identity. */
  readonly packages: Readonly<Record<string, string>>;
  /** The first generation of the extension bundle whose newest version takes an identity. */
  readonly bundle: number;
  /** The settings in place of the connection string; null where this direction needs the string. */
  readonly parts: (direction: Direction) => readonly Part[] | null;
  /** The least roles, by their names. */
  readonly roles: (direction: Direction) => readonly string[];
}

const packages = (since: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`microsoft.azure.functions.worker.extensions.${name}`, since],
      [`microsoft.azure.webjobs.extensions.${name}`, since],
    ]),
  );

const CONNECTION = /^connection$/;

/**
 * Triggers and bindings that take an identity, with the versions and roles of "Azure Functions: identity-based connections"
 * in Microsoft's documentation.
 */
export const sorts: readonly Sort[] = [
  {
    service: 'storage-blob',
    names: /^(?:storageblob|blob)(?:trigger|input|output)?$/,
    argument: CONNECTION,
    packages: packages('5.0.0', 'storage', 'storage.blobs'),
    bundle: 3,
    parts: (direction) => (direction === 'trigger' ? ['blobServiceUri', 'queueServiceUri'] : ['blobServiceUri']),
    roles: (direction) =>
      direction === 'trigger'
        ? ['Storage Blob Data Owner', 'Storage Queue Data Contributor']
        : [direction === 'input' ? 'Storage Blob Data Reader' : 'Storage Blob Data Owner'],
  },
  {
    service: 'storage-queue',
    names: /^(?:storagequeue|queue)(?:trigger|output)?$/,
    argument: CONNECTION,
    packages: packages('5.0.0', 'storage', 'storage.queues'),
    bundle: 3,
    parts: () => ['queueServiceUri'],
    roles: (direction) =>
      direction === 'trigger'
        ? ['Storage Queue Data Reader', 'Storage Queue Data Message Processor']
        : ['Storage Queue Data Contributor', 'Storage Queue Data Message Sender'],
  },
  {
    service: 'storage-table',
    names: /^table(?:input|output)?$/,
    argument: CONNECTION,
    packages: packages('1.0.0', 'tables'),
    bundle: 3,
    parts: () => ['tableServiceUri'],
    roles: (direction) => [direction === 'input' ? 'Storage Table Data Reader' : 'Storage Table Data Contributor'],
  },
  {
    service: 'service-bus',
    names: /^servicebus(?:queue|topic)?(?:trigger|output)?$/,
    argument: CONNECTION,
    packages: packages('5.0.0', 'servicebus'),
    bundle: 3,
    parts: () => ['fullyQualifiedNamespace'],
    roles: (direction) => [
      direction === 'trigger' ? 'Azure Service Bus Data Receiver' : 'Azure Service Bus Data Sender',
    ],
  },
  {
    service: 'event-hubs',
    names: /^eventhub(?:message)?(?:trigger|output)?$/,
    argument: CONNECTION,
    packages: packages('5.0.0', 'eventhubs'),
    bundle: 3,
    parts: () => ['fullyQualifiedNamespace'],
    roles: (direction) => [direction === 'trigger' ? 'Azure Event Hubs Data Receiver' : 'Azure Event Hubs Data Sender'],
  },
  {
    service: 'cosmos-nosql',
    names: /^cosmosdb(?:trigger|input|output)?$/,
    argument: /^(?:lease)?connection$/,
    packages: packages('4.0.0', 'cosmosdb'),
    bundle: 4,
    parts: () => ['accountEndpoint'],
    roles: (direction) => [
      direction === 'input' ? 'Cosmos DB Built-in Data Reader' : 'Cosmos DB Built-in Data Contributor',
    ],
  },
  {
    service: 'signalr',
    names: /^signalr(?:connectioninfo|negotiation|endpoints)?(?:trigger|input|output)?$/,
    argument: /^connection(?:stringsetting)?$/,
    packages: packages('1.7.0', 'signalrservice'),
    bundle: 3,
    parts: (direction) => (direction === 'trigger' ? null : ['serviceUri']),
    roles: () => ['SignalR Service Owner'],
  },
];

/** The service whose endpoint a part holds; null where the sort says it. */
export const SERVICE_OF: Readonly<Record<Part, string | null>> = {
  accountName: 'functions-host',
  blobServiceUri: 'storage-blob',
  queueServiceUri: 'storage-queue',
  tableServiceUri: 'storage-table',
  accountEndpoint: 'cosmos-nosql',
  fullyQualifiedNamespace: null,
  serviceUri: null,
};

/** The sort that code or a `function.json` calls by a name. */
export function sortOf(name: string): Sort | null {
  const plain = name
    .toLowerCase()
    .replace(/_/g, '')
    .replace(/attribute$/, '');
  return sorts.find(({ names }) => names.test(plain)) ?? null;
}
