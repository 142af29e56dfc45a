import { netClientSecret } from './client-secret';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

export const entraAppClientSecret = defineService({
  id: 'entra-app-client-secret',
  title: 'Microsoft Entra application',
  secrets: ['entra-client-secret', 'entra-client-secret-legacy', 'service-principal-json'],
  endpoint: () => null,
  beside: [
    { package: '@microsoft/microsoft-graph-client', reason: 'graph-app-permissions' },
    { package: '@microsoft/msgraph-sdk', reason: 'graph-app-permissions' },
    { package: 'Microsoft.Graph', reason: 'graph-app-permissions' },
  ],
  clients: {
    typescript: [
      sdk('@azure/identity', [
        rewrite('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET)', '$CREDENTIAL'),
        refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
      ]),
      sdk('@azure/msal-node', [
        refuse(
          'new ConfidentialClientApplication({ auth: { clientSecret: $SECRET, ...$AUTH }, ...$REST })',
          'msal-federated-credential',
        ),
      ]),
      sdk('@azure/ms-rest-nodeauth', [
        refuse('loginWithServicePrincipalSecret($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk'),
      ]),
    ],
    csharp: [
      netClientSecret,
      sdk('Microsoft.Identity.Client', [refuse('$BUILDER.WithClientSecret($SECRET)', 'msal-federated-credential')]),
      sdk(
        'Microsoft.IdentityModel.Clients.ActiveDirectory',
        [refuse('new ClientCredential($CLIENT_ID, $SECRET)', 'legacy-sdk')],
        { successor: 'Microsoft.Identity.Client' },
      ),
    ],
  },
  settings: [
    'AZURE_CLIENT_SECRET',
    'CLIENT_SECRET',
    'AAD_CLIENT_SECRET',
    'AZURE_AD_CLIENT_SECRET',
    'ARM_CLIENT_SECRET',
  ],
  identity: {
    support: 'yes',
    summary:
      'On an Azure host, call Azure with the managed identity and drop the app registration. Where the app registration must stay (user sign-in, several tenants, on behalf of a user), a user-assigned identity replaces its secret as federated credential.',
    roles: { read: [], write: [], admin: [], other: [] },
    needs: 'user-assigned',
    trust: 'application',
    scopeNote:
      'The federated credential changes only how the app authenticates. The permissions of the app stay: review them. A managed identity that replaces the app needs the roles the app has today.',
    grant: {
      kind: 'commands',
      cli: [
        `az ad app federated-credential create --id <app-id> --parameters '{"name":"<credential-name>","issuer":"<issuer>","subject":"<subject>","audiences":["api://AzureADTokenExchange"]}'`,
      ],
      bicep: `extension microsoftGraphV1

resource app 'Microsoft.Graph/applications@v1.0' existing = {
  uniqueName: '<app-unique-name>'
}

resource trust 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {
  name: '\${app.uniqueName}/<credential-name>'
  issuer: '<issuer>'
  subject: '<subject>'
  audiences: [
    'api://AzureADTokenExchange'
  ]
}`,
      terraform: `resource "azuread_application_federated_identity_credential" "workload" {
  application_id = azuread_application.app.id
  display_name   = "<credential-name>"
  issuer         = "<issuer>"
  subject        = "<subject>"
  audiences      = ["api://AzureADTokenExchange"]
}`,
    },
    disableKeys: {
      cli: 'az ad app credential delete --id <app-id> --key-id <key-id>',
      effect:
        'Deletes the secret of the app: whatever still signs in with it stops. An app management policy (passwordAddition) then keeps new secrets from being added.',
    },
    rotate: [
      'az ad app credential list --id <app-id>',
      'az ad app credential reset --id <app-id> --append --years 1',
      'az ad app credential delete --id <app-id> --key-id <leaked-key-id>',
    ],
    prove: 'az ad app federated-credential list --id <app-id> --output table',
    limits: [
      'Only user-assigned identities can be a federated credential of an app, in the same tenant and cloud as the app registration, at most 20 per app. Tokens for other tenants of the app are fine.',
      'A wrong issuer or subject is not reported when the federated credential is created, only when a token is exchanged (AADSTS70021). New ones take a while to work.',
      'Without --append, az ad app credential reset deletes all passwords of the app.',
      'A secret on the service principal instead of the app registration: use az ad sp credential list, reset and delete.',
      'Outside Azure without an OpenID Connect provider: a certificate (in Key Vault or the store of the operating system); a secret only in Key Vault, with a short lifetime.',
    ],
    links: [
      {
        title: 'Configure an application to trust a managed identity',
        url: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity',
      },
      {
        title: 'Migrate applications from secrets',
        url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/migrate-applications-from-secrets',
      },
      {
        title: 'Managed identity with MSAL for .NET',
        url: 'https://learn.microsoft.com/entra/msal/dotnet/advanced/managed-identity',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a client secret credential for an Azure client',
      file: 'inventory.ts',
      before: `import { ClientSecretCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const tenantId = process.env.AZURE_TENANT_ID ?? '';
const clientId = process.env.AZURE_CLIENT_ID ?? '';
const credential = new ClientSecretCredential(tenantId, clientId, '{{entra-client-secret}}');

export const client = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);
`,
      after: `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();

export const client = new BlobServiceClient('https://contoso.blob.core.windows.net', credential);
`,
      rules: ['hardcoded/entra-client-secret'],
    },
    {
      language: 'typescript',
      title: 'MSAL with a client secret',
      file: 'msal.js',
      before: `const { ConfidentialClientApplication } = require("@azure/msal-node");

const app = new ConfidentialClientApplication({
  auth: { clientId: process.env.CLIENT_ID, authority: process.env.AUTHORITY, clientSecret: process.env.CLIENT_SECRET },
});
`,
      after: null,
      rules: ['key-auth/entra-app-client-secret'],
      refusal: 'msal-federated-credential',
    },
    {
      language: 'csharp',
      title: 'a client secret credential for an Azure client',
      file: 'Inventory.cs',
      before: `using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

public class Inventory
{
    private readonly ClientSecretCredential _credential;

    public Inventory(IConfiguration configuration)
    {
        var tenantId = configuration["AzureAd:TenantId"];
        var clientId = configuration["AzureAd:ClientId"];
        _credential = new ClientSecretCredential(tenantId, clientId, configuration["AzureAd:ClientSecret"]);
    }

    public ServiceBusClient Client() => new ServiceBusClient("contoso.servicebus.windows.net", _credential);
}
`,
      after: `using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

public class Inventory
{
    private readonly DefaultAzureCredential _credential;

    public Inventory(IConfiguration configuration)
    {
        _credential = new DefaultAzureCredential();
    }

    public ServiceBusClient Client() => new ServiceBusClient("contoso.servicebus.windows.net", _credential);
}
`,
      rules: ['key-auth/entra-app-client-secret'],
    },
    {
      language: 'csharp',
      title: 'a credential of several services, and one with options',
      file: 'Clients.cs',
      before: `using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Security.KeyVault.Secrets;

public class Clients
{
    public Clients(IConfiguration configuration)
    {
        var options = new ClientSecretCredentialOptions { AuthorityHost = AzureAuthorityHosts.AzureChina };
        var credential = new ClientSecretCredential(configuration["TenantId"], configuration["ClientId"], configuration["ClientSecret"], options);
        Bus = new ServiceBusClient("contoso.servicebus.chinacloudapi.cn", credential);
        Secrets = new SecretClient(new Uri("https://contoso.vault.azure.cn"), credential);
    }

    public ServiceBusClient Bus { get; }
    public SecretClient Secrets { get; }
}
`,
      after: null,
      rules: ['key-auth/entra-app-client-secret'],
      refusal: 'credential-options',
    },
    {
      language: 'csharp',
      title: 'MSAL with a client secret',
      file: 'Msal.cs',
      before: `using System;
using Microsoft.Identity.Client;

var app = ConfidentialClientApplicationBuilder.Create(clientId)
    .WithAuthority(authority)
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .Build();
`,
      after: null,
      rules: ['key-auth/entra-app-client-secret'],
      refusal: 'msal-federated-credential',
    },
    {
      language: 'csharp',
      title: 'ADAL',
      file: 'Adal.cs',
      before: `using Microsoft.IdentityModel.Clients.ActiveDirectory;

public class Adal
{
    public ClientCredential Credential(string clientId, IConfiguration configuration) =>
        new ClientCredential(clientId, configuration["ida:AppKey"]);
}
`,
      after: null,
      rules: ['key-auth/entra-app-client-secret'],
      refusal: 'legacy-sdk',
    },
  ],
});
