import type { ManagedHost } from '../host';
import { asEnvironmentFile } from './settings';

export const integrationHosts: readonly ManagedHost[] = [
  {
    kind: 'managed',
    id: 'automation',
    title: 'Automation runbook',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az resource update --ids <automation-account-id> --set identity.type=SystemAssigned',
      user: `az rest --method PATCH --url "https://management.azure.com/<automation-account-id>?api-version=2023-11-01" --body '{"identity":{"type":"SystemAssigned, UserAssigned","userAssignedIdentities":{"<identity-id>":{}}}}'`,
    },
    bicep: { type: 'Microsoft.Automation/automationAccounts@2023-11-01', name: '<automation-account>' },
    terraform: 'azurerm_automation_account',
    settings: {
      text: 'Keep them as variables of the Automation account. A runbook signs in with Connect-AzAccount -Identity (and -AccountId <client-id> for a user-assigned identity).',
      cli: asEnvironmentFile,
    },
    credential: 'ManagedIdentityCredential',
    notes: [
      'Run As accounts are retired: migrate them too.',
      'Hybrid workers on Arc-enabled machines use the identity of the machine.',
    ],
    links: [
      {
        title: 'Enable managed identity for Automation',
        url: 'https://learn.microsoft.com/azure/automation/enable-managed-identity-for-automation',
      },
    ],
  },
  {
    kind: 'managed',
    id: 'logic-apps',
    title: 'Logic Apps',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az logic workflow identity assign --resource-group <resource-group> --name <workflow> --system-assigned',
      user: 'az logic workflow identity assign --resource-group <resource-group> --name <workflow> --user-assigned <identity-id>',
    },
    bicep: { type: 'Microsoft.Logic/workflows@2019-05-01', name: '<workflow>' },
    terraform: 'azurerm_logic_app_workflow',
    settings: {
      text: 'Open each connection and choose managed identity as its authentication. The endpoint is part of the connection.',
      cli: asEnvironmentFile,
    },
    credential: 'ManagedIdentityCredential',
    notes: [
      'A Consumption workflow can have only one type of identity at a time. A Standard logic app is a site: use az webapp identity assign and the steps for App Service.',
      'Connections must be authenticated again. They are not converted automatically.',
    ],
    links: [
      {
        title: 'Authenticate with managed identity in Logic Apps',
        url: 'https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity',
      },
    ],
  },
  {
    kind: 'managed',
    id: 'data-factory',
    title: 'Data Factory',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az datafactory show --resource-group <resource-group> --name <factory>',
      user: `az rest --method PATCH --url "https://management.azure.com/<factory-id>?api-version=2018-06-01" --body '{"identity":{"type":"SystemAssigned,UserAssigned","userAssignedIdentities":{"<identity-id>":{}}}}'`,
    },
    bicep: { type: 'Microsoft.DataFactory/factories@2018-06-01', name: '<factory>' },
    terraform: 'azurerm_data_factory',
    settings: {
      text: 'In each linked service, choose managed identity as the authentication type, set the endpoint and remove the key. Linked services that do not support this read their secret through a Key Vault linked service.',
      cli: asEnvironmentFile,
    },
    credential: 'ManagedIdentityCredential',
    notes: [
      'The system-assigned identity comes with the factory. A user-assigned one also needs a credential in the factory (azurerm_data_factory_credential_user_managed_identity).',
      'Synapse pipelines work the same way.',
    ],
    links: [
      {
        title: 'Managed identity for Data Factory',
        url: 'https://learn.microsoft.com/azure/data-factory/data-factory-service-identity',
      },
    ],
  },
  {
    kind: 'managed',
    id: 'api-management',
    title: 'API Management',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az apim update --resource-group <resource-group> --name <apim> --enable-managed-identity true',
      user: `az rest --method PATCH --url "https://management.azure.com/<apim-id>?api-version=2024-05-01" --body '{"identity":{"type":"SystemAssigned, UserAssigned","userAssignedIdentities":{"<identity-id>":{}}}}'`,
    },
    bicep: { type: 'Microsoft.ApiManagement/service@2024-05-01', name: '<apim>' },
    terraform: 'azurerm_api_management',
    settings: {
      text: 'Nothing is set: the policy authentication-managed-identity of the backend names the resource, and the client id of a user-assigned identity.',
      cli: asEnvironmentFile,
    },
    credential: 'ManagedIdentityCredential',
    notes: ['Named values can be references to Key Vault, read with the identity.'],
    links: [
      {
        title: 'Managed identities in API Management',
        url: 'https://learn.microsoft.com/azure/api-management/api-management-howto-use-managed-service-identity',
      },
      {
        title: 'Policy authentication-managed-identity',
        url: 'https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy',
      },
    ],
  },
];
