import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'On an Azure host, call Azure with the managed identity and remove the app registration. If the app registration must stay (user sign-in, several tenants, on behalf of a user), use a user-assigned identity as a federated credential instead of its secret.',
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
      'Deletes the secret of the app. Everything that still signs in with it no longer works. An app management policy (passwordAddition) then prevents new secrets.',
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
};
