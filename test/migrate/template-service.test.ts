import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';

async function servicesIn(path: string, text: string): Promise<(string | null)[]> {
  const { findings } = await createEngine().scan({ path, text });
  return findings.filter(({ rule }) => rule.startsWith('infra/')).map(({ rule, service }) => `${rule} ${service}`);
}

describe('the service of a finding in a template', () => {
  it.each([
    [
      'a.bicep',
      `resource s 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  properties: {\n    allowSharedKeyAccess: true\n  }\n}`,
      'infra/shared-key-access storage-blob',
    ],
    [
      'a.bicep',
      `resource b 'Microsoft.ServiceBus/namespaces@2022-10-01' = {\n  properties: {\n    disableLocalAuth: false\n  }\n}`,
      'infra/shared-key-access service-bus',
    ],
    [
      'a.bicep',
      `resource o 'Microsoft.CognitiveServices/accounts@2024-10-01' = {\n  kind: 'OpenAI'\n  properties: {\n    disableLocalAuth: false\n  }\n}`,
      'infra/shared-key-access openai',
    ],
    [
      'a.bicep',
      `resource o 'Microsoft.CognitiveServices/accounts@2024-10-01' = {\n  kind: 'SpeechServices'\n  properties: {\n    disableLocalAuth: false\n  }\n}`,
      'infra/shared-key-access ai-services',
    ],
    [
      'a.bicep',
      `resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' existing = {\n  name: 'c'\n}\noutput k string = cosmos.listKeys().primaryMasterKey`,
      'infra/key-in-output cosmos-nosql',
    ],
    [
      'a.bicep',
      `resource bus 'Microsoft.ServiceBus/namespaces@2022-10-01' existing = {\n  name: 'c'\n}\nvar k = listKeys(bus.id, '2022-10-01').primaryKey`,
      'infra/key-in-settings service-bus',
    ],
    ['a.bicep', `output k string = f.listKeys().functionKeys.default`, 'infra/key-in-output null'],
    [
      'a.json',
      `{ "resources": [], "outputs": { "k": { "type": "string", "value": "[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'a'), '2023-01-01').keys[0].value]" } } }`,
      'infra/key-in-output storage-blob',
    ],
    [
      'main.tf',
      `resource "azurerm_eventhub_namespace" "s" {\n  resource_group_name = azurerm_resource_group.rg.name\n  local_authentication_enabled = true\n}`,
      'infra/shared-key-access event-hubs',
    ],
    [
      'main.tf',
      `output "k" {\n  value = azurerm_storage_account.main.primary_access_key\n}`,
      'infra/key-in-state storage-blob',
    ],
    ['r.bicep', `adminUserEnabled: true`, 'infra/acr-admin-user container-registry'],
    [
      '.github/workflows/a.yml',
      `- uses: azure/login@v2\n  with:\n    creds: \${{ secrets.AZURE_CREDENTIALS }}\n`,
      'infra/login-with-secret arm-service-principal',
    ],
  ])('in %s: %s', async (path, text, expected) => {
    expect(await servicesIn(path, text)).toEqual([expected]);
  });
});
