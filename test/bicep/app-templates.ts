/** Templates of function apps, before and after their keys go; all of them are compiled by the real compiler. */
export interface AppTemplate {
  readonly title: string;
  /** Code of the app: what its bindings are. */
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

const HEAD = `param location string = resourceGroup().location

resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'nordwind\${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
}
`;

const app = (settings: string, identity = ''): string => `
resource app 'Microsoft.Web/sites@2022-09-01' = {
  name: 'nordwind-app'
  location: location
  kind: 'functionapp'
${identity}  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'FUNCTIONS_EXTENSION_VERSION'
          value: '~4'
        }
${settings}      ]
    }
  }
}
`;

const IDENTITY = `  identity: {
    type: 'SystemAssigned'
  }
`;

const setting = (name: string, value: string): string => `        {
          name: '${name}'
          value: ${value}
        }
`;

const role = (symbol: string, target: string, name: string, id: string): string => `
resource ${symbol} 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${target}.id, app.id, '${id}')
  scope: ${target}
  properties: {
    // ${name}
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${id}')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
`;

const OWNER = role(
  'appStorageBlobDataOwner',
  'storage',
  'Storage Blob Data Owner',
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
);
const TIMER = "app.timer('t', { schedule: '0 * * * * *', handler() {} });\n";
const STRING = (suffix: string): string =>
  `'DefaultEndpointsProtocol=https;AccountName=\${storage.name};${suffix}AccountKey=\${storage.listKeys().keys[0].value}'`;

const BUS = `
resource bus 'Microsoft.ServiceBus/namespaces@2021-11-01' = {
  name: 'nordwind-bus'
  location: location
}

resource rule 'Microsoft.ServiceBus/namespaces/AuthorizationRules@2021-11-01' = {
  parent: bus
  name: 'app'
  properties: {
    rights: [ 'Listen' ]
  }
}
`;
const NAMESPACE = "split(split(bus.properties.serviceBusEndpoint, '/')[2], ':')[0]";
const RECEIVER = role(
  'appServiceBusDataReceiver',
  'bus',
  'Azure Service Bus Data Receiver',
  '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0',
);
const QUEUE = "app.serviceBusQueue('in', { queueName: 'in', connection: 'BUS', handler() {} });\n";

const COSMOS = `
resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2023-04-15' = {
  name: 'nordwind-db'
  location: location
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [ { locationName: location } ]
  }
}
`;

export const appTemplates: readonly AppTemplate[] = [
  {
    title: 'the storage of the host, public cloud',
    code: TIMER,
    before: HEAD + app(setting('AzureWebJobsStorage', STRING(''))),
    after: HEAD + app(setting('AzureWebJobsStorage__accountName', 'storage.name'), IDENTITY) + OWNER,
  },
  {
    title: 'the storage of the host, any cloud, by a variable',
    code: TIMER,
    before: `${HEAD}
var connection = ${STRING('EndpointSuffix=${environment().suffixes.storage};')}
${app(setting('AzureWebJobsStorage', 'connection'), IDENTITY)}`,
    after:
      HEAD +
      app(
        ['blob', 'queue', 'table']
          .map((one) => setting(`AzureWebJobsStorage__${one}ServiceUri`, `storage.properties.primaryEndpoints.${one}`))
          .join(''),
        IDENTITY,
      ) +
      OWNER,
  },
  {
    title: 'a function of the older form, in a list key call',
    code: TIMER,
    before:
      HEAD +
      app(
        setting(
          'AzureWebJobsStorage',
          "'DefaultEndpointsProtocol=https;AccountName=${storage.name};AccountKey=${listKeys(storage.id, storage.apiVersion).keys[0].value};EndpointSuffix=core.windows.net'",
        ),
      ),
    after: HEAD + app(setting('AzureWebJobsStorage__accountName', 'storage.name'), IDENTITY) + OWNER,
  },
  {
    title: 'a trigger of Service Bus',
    code: QUEUE,
    before: HEAD + BUS + app(setting('BUS', 'rule.listKeys().primaryConnectionString')),
    after: HEAD + BUS + app(setting('BUS__fullyQualifiedNamespace', NAMESPACE), IDENTITY) + RECEIVER,
  },
  {
    title: 'a rule that the namespace has by itself',
    code: QUEUE,
    before:
      HEAD +
      BUS +
      app(
        setting(
          'BUS',
          "listKeys('${bus.id}/AuthorizationRules/RootManageSharedAccessKey', bus.apiVersion).primaryConnectionString",
        ),
      ),
    after: HEAD + BUS + app(setting('BUS__fullyQualifiedNamespace', NAMESPACE), IDENTITY) + RECEIVER,
  },
  {
    title: 'Cosmos DB, with access of its own',
    code: "app.cosmosDB('c', { databaseName: 'd', containerName: 'c', connection: 'DB', handler() {} });\n",
    before: HEAD + COSMOS + app(setting('DB', 'cosmos.listConnectionStrings().connectionStrings[0].connectionString')),
    after: `${HEAD + COSMOS + app(setting('DB__accountEndpoint', 'cosmos.properties.documentEndpoint'), IDENTITY)}
resource appCosmosDBBuiltinDataContributor 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, app.id, '00000000-0000-0000-0000-000000000002')
  properties: {
    // Cosmos DB Built-in Data Contributor
    roleDefinitionId: '\${cosmos.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    principalId: app.identity.principalId
    scope: cosmos.id
  }
}
`,
  },
];
