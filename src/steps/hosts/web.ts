import { shell } from '../command';
import type { ManagedHost } from '../host';
import { inAppSettings, inTemplate, namesOnCommandLine, onCommandLine } from './settings';

const keyVaultReference = (command: string): NonNullable<ManagedHost['keyVault']> => ({
  text: 'The app keeps reading the same setting, whose value becomes a Key Vault reference. Omit the version from the URI, so that a new version is used within about 24 hours or after a restart. With a user-assigned identity, also set keyVaultReferenceIdentity. If a reference cannot be resolved, the code gets the text of the reference.',
  code: shell(
    `${command} \\\n  "<setting>=@Microsoft.KeyVault(SecretUri=https://<vault>.vault.azure.net/secrets/<secret-name>)"`,
  ),
});

const appSettingsText = 'Each slot has its own settings.';

const webApp = 'az webapp config appsettings set --resource-group <resource-group> --name <app> --settings';
const functionApp = 'az functionapp config appsettings set --resource-group <resource-group> --name <app> --settings';
const without = (kind: string): ReturnType<typeof namesOnCommandLine> =>
  namesOnCommandLine(`az ${kind} delete --resource-group <resource-group> --name <app> --setting-names`);

const managedIdentityOfAppService = {
  title: 'Managed identities for App Service and Azure Functions',
  url: 'https://learn.microsoft.com/azure/app-service/overview-managed-identity',
};
const keyVaultReferences = {
  title: 'Key Vault references for App Service and Azure Functions',
  url: 'https://learn.microsoft.com/azure/app-service/app-service-key-vault-references',
};

export const webHosts: readonly ManagedHost[] = [
  {
    kind: 'managed',
    id: 'app-service',
    title: 'App Service',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az webapp identity assign --resource-group <resource-group> --name <app>',
      user: 'az webapp identity assign --resource-group <resource-group> --name <app> --identities <identity-id>',
    },
    bicep: { type: 'Microsoft.Web/sites@2024-04-01', name: '<app>' },
    terraform: 'azurerm_linux_web_app',
    settings: {
      text: appSettingsText,
      cli: onCommandLine(webApp),
      remove: without('webapp config appsettings'),
      terraform: inAppSettings('azurerm_linux_web_app'),
    },
    credential: 'ManagedIdentityCredential',
    keyVault: keyVaultReference(webApp),
    notes: [
      'Each deployment slot has its own system-assigned identity: enable it and grant the role there too.',
      'Windows apps are azurerm_windows_web_app in Terraform.',
    ],
    links: [managedIdentityOfAppService, keyVaultReferences],
  },
  {
    kind: 'managed',
    id: 'functions',
    title: 'Azure Functions',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az functionapp identity assign --resource-group <resource-group> --name <app>',
      user: 'az functionapp identity assign --resource-group <resource-group> --name <app> --identities <identity-id>',
    },
    bicep: { type: 'Microsoft.Web/sites@2024-04-01', name: '<app>' },
    terraform: 'azurerm_linux_function_app',
    settings: {
      text: appSettingsText,
      cli: onCommandLine(functionApp),
      remove: without('functionapp config appsettings'),
      terraform: inAppSettings('azurerm_linux_function_app'),
    },
    credential: 'ManagedIdentityCredential',
    keyVault: keyVaultReference(functionApp),
    notes: [
      'With the 5.x extensions, triggers and bindings use an identity through their own settings, such as <connection>__fullyQualifiedNamespace. They need no code changes.',
      'With a user-assigned identity a connection also needs <connection>__credential=managedidentity and <connection>__clientId=<client-id>; leave both out for the system-assigned identity and on a laptop.',
      'Windows plans are azurerm_windows_function_app, Flex Consumption is azurerm_function_app_flex_consumption in Terraform.',
    ],
    links: [
      managedIdentityOfAppService,
      {
        title: 'Azure Functions: identity-based connections',
        url: 'https://learn.microsoft.com/azure/azure-functions/functions-reference',
      },
      keyVaultReferences,
    ],
  },
  {
    kind: 'managed',
    id: 'static-web-apps',
    title: 'Static Web Apps',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az staticwebapp identity assign --resource-group <resource-group> --name <app>',
      user: 'az staticwebapp identity assign --resource-group <resource-group> --name <app> --identities <identity-id>',
    },
    bicep: { type: 'Microsoft.Web/staticSites@2024-04-01', name: '<app>' },
    terraform: 'azurerm_static_web_app',
    settings: {
      text: appSettingsText,
      cli: onCommandLine(
        'az staticwebapp appsettings set --resource-group <resource-group> --name <app> --setting-names',
      ),
      remove: without('staticwebapp appsettings'),
      terraform: inAppSettings('azurerm_static_web_app'),
    },
    credential: 'ManagedIdentityCredential',
    notes: [
      'Needs the Standard plan. The identity serves Key Vault references of authentication secrets; managed functions cannot use it: link a function app of your own and follow the steps for Azure Functions there.',
    ],
    links: [],
  },
  {
    kind: 'managed',
    id: 'container-apps',
    title: 'Container Apps',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az containerapp identity assign --resource-group <resource-group> --name <app> --system-assigned',
      user: 'az containerapp identity assign --resource-group <resource-group> --name <app> --user-assigned <identity-id>',
    },
    bicep: { type: 'Microsoft.App/containerApps@2024-03-01', name: '<app>' },
    terraform: 'azurerm_container_app',
    settings: {
      old: 'Remove it from the environment and from the secrets of the app.',
      cli: onCommandLine('az containerapp update --resource-group <resource-group> --name <app> --set-env-vars'),
      remove: namesOnCommandLine(
        'az containerapp update --resource-group <resource-group> --name <app> --remove-env-vars',
      ),
      terraform: inTemplate,
    },
    credential: 'ManagedIdentityCredential',
    keyVault: {
      text: 'The secret of the app becomes a reference to Key Vault, read with the identity of the app; the environment refers to that secret.',
      code: shell(`az containerapp secret set --resource-group <resource-group> --name <app> \\
  --secrets "<secret-name>=keyvaultref:https://<vault>.vault.azure.net/secrets/<secret-name>,identityref:system"
az containerapp update --resource-group <resource-group> --name <app> --set-env-vars <setting>=secretref:<secret-name>`),
    },
    notes: [
      'Jobs: az containerapp job identity assign, Microsoft.App/jobs, azurerm_container_app_job.',
      'Registry pull (az containerapp registry set --identity) and scale rules can use the identity as well.',
    ],
    links: [
      {
        title: 'Managed identities in Container Apps',
        url: 'https://learn.microsoft.com/azure/container-apps/managed-identity',
      },
      {
        title: 'Manage secrets in Container Apps',
        url: 'https://learn.microsoft.com/azure/container-apps/manage-secrets',
      },
    ],
  },
];
