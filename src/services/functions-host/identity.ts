import type { Identity } from '../identity';
import { storageAccount } from '../shared/storage-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'The Functions host reaches its storage account with an identity: AzureWebJobsStorage becomes AzureWebJobsStorage__accountName. Triggers and bindings have settings of their own for it; function keys have no identity form.',
  roles: {
    read: [],
    write: [
      {
        name: 'Storage Blob Data Owner',
        id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
        allows: 'what the host does in its own storage account',
      },
    ],
    admin: [],
    other: [
      {
        name: 'Storage Queue Data Contributor',
        id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
        allows: 'serve blob triggers and Durable Functions',
      },
      {
        name: 'Storage Account Contributor',
        id: '17d1049b-9a84-46fb-8f53-869881c3d3ab',
        allows: 'serve blob triggers',
      },
      {
        name: 'Storage Table Data Contributor',
        id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
        allows: 'serve Durable Functions and diagnostic events',
      },
    ],
  },
  endpoint: '<account>',
  bindings: [
    '<connection>__fullyQualifiedNamespace=<namespace>.servicebus.windows.net',
    '<connection>__accountEndpoint=https://<account>.documents.azure.com:443/',
    '<connection>__queueServiceUri=https://<account>.queue.core.windows.net',
  ],
  ...storageAccount,
  disableKeys: {
    cli: `az functionapp config appsettings delete --resource-group <resource-group> --name <app> --setting-names AzureWebJobsStorage
az storage account update --resource-group <resource-group> --name <account> --allow-shared-key-access false`,
    terraform: `resource "azurerm_linux_function_app" "workload" {
  # the other arguments stay as they are; storage_account_access_key goes
  storage_account_name          = "<account>"
  storage_uses_managed_identity = true
}`,
    effect:
      'The host and everything else with the key of the account stops. Not while WEBSITE_CONTENTAZUREFILECONNECTIONSTRING is in use.',
  },
  rotate: [
    'az storage account keys renew --resource-group <resource-group> --account-name <account> --key primary',
    'az storage account keys renew --resource-group <resource-group> --account-name <account> --key secondary',
    '# or, for a key of the app or of a function:',
    'az functionapp keys set --resource-group <resource-group> --name <app> --key-type functionKeys --key-name default',
    'az functionapp function keys set --resource-group <resource-group> --name <app> --function-name <function> --key-name default',
  ],
  limits: [
    'Only AzureWebJobsStorage knows the suffix __accountName; other connections use __blobServiceUri, __queueServiceUri, __serviceUri or __fullyQualifiedNamespace. Custom domains and sovereign clouds need the URIs for AzureWebJobsStorage too.',
    'Elastic Premium and Consumption on Windows keep WEBSITE_CONTENTAZUREFILECONNECTIONSTRING: put it in Key Vault and set WEBSITE_SKIP_CONTENTSHARE_VALIDATION=1. Flex Consumption and Dedicated do not need it.',
    'Consumption on Linux with an identity needs an external package (WEBSITE_RUN_FROM_PACKAGE with a URL).',
    'The extensions must be of the generation 5.x. The blob trigger also needs rights on queues, Durable Functions on queues and tables.',
    'Function keys (?code=) have no identity form: put App Service authentication or API Management in front.',
  ],
  links: [
    {
      title: 'Azure Functions: identity-based connections',
      url: 'https://learn.microsoft.com/azure/azure-functions/functions-reference',
    },
    {
      title: 'Tutorial: a function app with identity-based connections',
      url: 'https://learn.microsoft.com/azure/azure-functions/functions-identity-based-connections-tutorial',
    },
    {
      title: 'Settings of Azure Functions',
      url: 'https://learn.microsoft.com/azure/azure-functions/functions-app-settings',
    },
    { title: 'Function keys', url: 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to' },
  ],
};
