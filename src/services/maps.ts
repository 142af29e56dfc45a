import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

/** Packages of .NET and their clients. */
const NET_CLIENTS: readonly (readonly [string, string])[] = [
  ['Azure.Maps.Search', 'MapsSearchClient'],
  ['Azure.Maps.Routing', 'MapsRoutingClient'],
  ['Azure.Maps.Rendering', 'MapsRenderingClient'],
  ['Azure.Maps.Geolocation', 'MapsGeolocationClient'],
  ['Azure.Maps.Weather', 'MapsWeatherClient'],
];

export const maps = defineService({
  id: 'maps',
  title: 'Azure Maps',
  secrets: ['maps-key'],
  // What takes the key's place beside the token is the client id of the account, which no key tells.
  endpoint: () => null,
  endpointSetting: 'MAPS_CLIENT_ID',
  endpointWords: ['maps', 'client', 'id'],
  clients: {
    typescript: [
      ...['@azure-rest/maps-search', '@azure-rest/maps-render'].map((name) =>
        sdk(
          name,
          ['new AzureKeyCredential($KEY)', 'new AzureSASCredential($SAS)'].flatMap((key) => [
            rewrite(`$DEFAULT(${key})`, '$DEFAULT($CREDENTIAL, $ENDPOINT)'),
            rewrite(`$DEFAULT(${key}, $OPTIONS)`, '$DEFAULT($CREDENTIAL, $ENDPOINT, $OPTIONS)'),
          ]),
        ),
      ),
      ...[
        '@azure-rest/maps-route',
        '@azure-rest/maps-geolocation',
        '@azure-rest/maps-timezone',
        '@azure-rest/maps-weather',
      ].map((name) => sdk(name, [refuse('$DEFAULT(new AzureKeyCredential($KEY), ...$REST)', 'not-checked')])),
      sdk('@azure/maps-search', [refuse('new MapsSearchClient(new AzureKeyCredential($KEY), ...$REST)', 'legacy-sdk')]),
      sdk('azure-maps-control', [
        refuse('new Map($ID, { authOptions: { subscriptionKey: $KEY, ...$AUTH }, ...$REST })', 'client-side'),
      ]),
    ],
    csharp: NET_CLIENTS.map(([name, client]) =>
      sdk(name, [
        ...['AzureKeyCredential($KEY)', 'AzureSasCredential($SAS)'].map((key) =>
          rewrite(
            `new ${client}(credential: new ${key}, ...$REST)`,
            `new ${client}(credential: $CREDENTIAL, clientId: $ENDPOINT, ...$REST)`,
          ),
        ),
        refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
      ]),
    ),
  },
  settings: ['AZURE_MAPS_KEY', 'MAPS_SUBSCRIPTION_KEY', 'AZURE_MAPS_SUBSCRIPTION_KEY'],
  identity: {
    support: 'yes',
    summary:
      'Azure Maps accepts Microsoft Entra tokens together with the client id of the Maps account. Give the identity a reading role; browsers get a token from your backend and never a key.',
    roles: {
      read: [
        {
          name: 'Azure Maps Search and Render Data Reader',
          id: '6be48352-4f82-47c9-ad5e-0acacefdb005',
          allows: 'search and render maps',
        },
        { name: 'Azure Maps Data Reader', id: '423170ca-a8f6-4b0f-8487-9e4eb8f49bfa', allows: 'read everything' },
      ],
      write: [
        {
          name: 'Azure Maps Data Contributor',
          id: '8f5e0ce6-4f7b-4dcf-bddf-e6f48634a204',
          allows: 'read, write and delete map data',
        },
      ],
      admin: [],
      other: [],
    },
    usual: 'Azure Maps Search and Render Data Reader',
    endpoint: '<maps-client-id>',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Maps/accounts/<account>',
      bicepType: 'Microsoft.Maps/accounts@2023-06-01',
      terraformType: 'azurerm_maps_account',
    },
    disableKeys: {
      cli: 'az maps account update --resource-group <resource-group> --name <account> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_authentication_enabled = false',
      effect: 'Every client with a subscription key stops.',
    },
    rotate: [
      'az maps account keys renew --resource-group <resource-group> --name <account> --key primary',
      'az maps account keys renew --resource-group <resource-group> --name <account> --key secondary',
    ],
    prove:
      'az maps account show --resource-group <resource-group> --name <account> --query properties.uniqueId --output tsv',
    limits: [
      'Every request also needs the header x-ms-client-id with the uniqueId of the Maps account, which the command that proves access prints.',
      'Browsers must not hold the key: serve tokens from a backend (authType anonymous with getToken in the Web SDK), or short-lived SAS tokens.',
      'SAS tokens of Maps are signed for the principal of a managed identity, not by the key alone.',
    ],
    links: [
      {
        title: 'Authentication with Azure Maps',
        url: 'https://learn.microsoft.com/azure/azure-maps/azure-maps-authentication',
      },
      {
        title: 'Manage authentication in Azure Maps',
        url: 'https://learn.microsoft.com/azure/azure-maps/how-to-manage-authentication',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a subscription key from the environment',
      file: 'search.ts',
      before: `import MapsRender from "@azure-rest/maps-render";
import MapsSearch from "@azure-rest/maps-search";
import { AzureKeyCredential } from "@azure/core-auth";

const key = process.env.MAPS_SUBSCRIPTION_KEY!;

export const search = MapsSearch(new AzureKeyCredential(key));
export const render = MapsRender(new AzureKeyCredential(key), { retryOptions: { maxRetries: 3 } });
`,
      after: `import MapsRender from "@azure-rest/maps-render";
import MapsSearch from "@azure-rest/maps-search";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const mapsClientId = process.env.MAPS_CLIENT_ID!;

export const search = MapsSearch(credential, mapsClientId);
export const render = MapsRender(credential, mapsClientId, { retryOptions: { maxRetries: 3 } });
`,
      rules: ['key-auth/maps', 'key-auth/maps'],
    },
    {
      language: 'typescript',
      title: 'a key in the code, which does not tell the client id',
      file: 'literal.ts',
      before: `import MapsSearch from "@azure-rest/maps-search";
import { AzureKeyCredential } from "@azure/core-auth";

export const search = MapsSearch(new AzureKeyCredential("{{maps-key}}"));
`,
      after: null,
      rules: ['hardcoded/maps-key'],
      refusal: 'endpoint-unknown',
    },
    {
      language: 'typescript',
      title: 'a map in the browser',
      file: 'map.js',
      before: `import * as atlas from "azure-maps-control";

export const map = new atlas.Map("map", {
  center: [13.4, 52.5],
  authOptions: { authType: atlas.AuthenticationType.subscriptionKey, subscriptionKey: process.env.AZURE_MAPS_KEY },
});
`,
      after: null,
      rules: ['key-auth/maps'],
      refusal: 'client-side',
    },
    {
      language: 'csharp',
      title: 'search and routes with a key',
      file: 'Places.cs',
      before: `using System;
using Azure;
using Azure.Maps.Routing;
using Azure.Maps.Search;

public class Places
{
    private static readonly AzureKeyCredential Key = new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_MAPS_KEY"));

    public MapsSearchClient Search { get; } = new MapsSearchClient(Key);

    public MapsRoutingClient Routes { get; } = new MapsRoutingClient(Key, new MapsRoutingClientOptions());
}
`,
      after: `using System;
using Azure.Identity;
using Azure.Maps.Routing;
using Azure.Maps.Search;

public class Places
{
    public MapsSearchClient Search { get; } = new MapsSearchClient(new DefaultAzureCredential(), Environment.GetEnvironmentVariable("MAPS_CLIENT_ID"));

    public MapsRoutingClient Routes { get; } = new MapsRoutingClient(new DefaultAzureCredential(), Environment.GetEnvironmentVariable("MAPS_CLIENT_ID"), new MapsRoutingClientOptions());
}
`,
      rules: ['key-auth/maps', 'key-auth/maps'],
    },
  ],
});
