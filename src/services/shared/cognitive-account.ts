import type { Identity } from '../identity';

/** What Azure OpenAI and the other Azure AI services share: the keys are the account's. */
export const cognitiveAccount = {
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.CognitiveServices/accounts/<account>',
    bicepType: 'Microsoft.CognitiveServices/accounts@2025-06-01',
    terraformType: 'azurerm_cognitive_account',
  },
  disableKeys: {
    cli: 'az resource update --ids <account-id> --set properties.disableLocalAuth=true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect: 'Every client with a key stops, and listing keys is of no use any more.',
  },
  rotate: [
    'az cognitiveservices account keys regenerate --resource-group <resource-group> --name <account> --key-name Key1',
    'az cognitiveservices account keys regenerate --resource-group <resource-group> --name <account> --key-name Key2',
  ],
} satisfies Pick<Identity, 'grant' | 'disableKeys' | 'rotate'>;
