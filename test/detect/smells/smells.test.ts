import { describe, expect, it } from 'vitest';
import { english } from '../../../src/core/message';
import { createDetector } from '../../../src/detect/detector';
import { smells } from '../../../src/detect/smells/index';
import { createEngine } from '../../../src/engine/engine';

const detector = createDetector([]);

const found = (path: string, text: string): string[] =>
  detector
    .detect({ path, text })
    .smells.map(({ kind, family, span }) => `${family}/${kind} ${text.slice(span.start, span.end)}`);

describe('infra smells', () => {
  it.each([
    ['main.bicep', `output key string = storage.listKeys().keys[0].value`, 'infra/key-in-output listKeys('],
    [
      'main.bicep',
      `output c string = 'AccountName=\${a};AccountKey=\${listKeys(sa.id, '2023-01-01').keys[0].value}'`,
      'infra/key-in-output listKeys(',
    ],
    [
      'azuredeploy.json',
      `{ "resources": [], "outputs": { "k": { "type": "string", "value": "[listKeys(variables('id'), '2023-01-01').keys[0].value]" } } }`,
      'infra/key-in-output listKeys(',
    ],
    [
      'app.bicep',
      `resource a 'Microsoft.Web/sites@2024-04-01' = {\n  properties: {\n    siteConfig: {\n      appSettings: [\n        { name: 'S', value: 'AccountKey=\${storage.listKeys().keys[0].value}' }\n      ]\n    }\n  }\n}`,
      'infra/key-in-settings listKeys(',
    ],
    [
      'app.bicep',
      `resource c 'Microsoft.Web/sites/config@2024-04-01' = {\n  name: 'appsettings'\n  properties: {\n    S: listKeys(bus.id, bus.apiVersion).primaryConnectionString\n  }\n}`,
      'infra/key-in-settings listKeys(',
    ],
    [
      'app.bicep',
      `resource k 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {\n  name: 'k'\n}\n\nvar search = searchService.listAdminKeys().primaryKey`,
      'infra/key-in-settings listAdminKeys(',
    ],
    [
      'job.bicep',
      `resource j 'Microsoft.App/containerApps@2024-03-01' = {\n  properties: {\n    configuration: {\n      secrets: [\n        {\n          name: 'cosmos'\n          value: cosmos.listConnectionStrings().connectionStrings[0].connectionString\n        }\n      ]\n    }\n  }\n}`,
      'infra/key-in-settings listConnectionStrings(',
    ],
    [
      'azuredeploy.json',
      `{ "resources": [ { "type": "Microsoft.Web/sites", "properties": { "siteConfig": { "appSettings": [ { "name": "S", "value": "[concat('AccountKey=', listKeys(variables('id'), '2023-01-01').keys[0].value)]" } ] } } } ] }`,
      'infra/key-in-settings listKeys(',
    ],
    [
      'main.tf',
      `output "key" {\n  value = azurerm_storage_account.main.primary_access_key\n}`,
      'infra/key-in-state azurerm_storage_account.main.primary_access_key',
    ],
    [
      'main.tf',
      `app_settings = {\n  "C" = azurerm_servicebus_namespace.bus[0].default_primary_connection_string\n}`,
      'infra/key-in-state azurerm_servicebus_namespace.bus[0].default_primary_connection_string',
    ],
    [
      'main.tf',
      `resource "azurerm_storage_account" "s" {\n  shared_access_key_enabled = true\n}`,
      'infra/shared-key-access shared_access_key_enabled = true',
    ],
    [
      'main.bicep',
      `properties: {\n  allowSharedKeyAccess: true\n}`,
      'infra/shared-key-access allowSharedKeyAccess: true',
    ],
    ['main.bicep', `properties: {\n  disableLocalAuth: false\n}`, 'infra/shared-key-access disableLocalAuth: false'],
    ['acr.json', `{ "properties": { "adminUserEnabled": true } }`, 'infra/acr-admin-user adminUserEnabled": true'],
    [
      'acr.tf',
      `resource "azurerm_container_registry" "r" {\n  sku           = "Basic"\n  admin_enabled = true\n}`,
      'infra/acr-admin-user admin_enabled = true',
    ],
    ['acr.sh', `az acr create -n r -g g --sku Basic --admin-enabled true`, 'infra/acr-admin-user --admin-enabled true'],
    [
      '.github/workflows/a.yml',
      `- uses: azure/login@v2\n  with:\n    creds: \${{ secrets.AZURE_CREDENTIALS }}\n`,
      'infra/login-with-secret ${{ secrets.AZURE_CREDENTIALS }}',
    ],
  ])('finds in %s: %s', (path, text, expected) => {
    expect(found(path, text)).toEqual([expected]);
  });

  it.each([
    [
      'main.bicep',
      `resource f 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { properties: { value: storage.listKeys().keys[0].value } }`,
    ],
    [
      'main.bicep',
      `resource v 'Microsoft.KeyVault/vaults@2023-07-01' = {\n  resource k 'secrets' = {\n    properties: { value: bus.listKeys().primaryConnectionString }\n  }\n}`,
    ],
    ['main.bicep', `module kv './vault-secret.bicep' = {\n  params: { value: storage.listKeys().keys[0].value }\n}`],
    [
      'env.bicep',
      `resource e 'Microsoft.App/managedEnvironments@2024-03-01' = {\n  properties: {\n    appLogsConfiguration: {\n      logAnalyticsConfiguration: {\n        sharedKey: logs.listKeys().primarySharedKey\n      }\n    }\n  }\n}`,
    ],
    [
      'app.bicep',
      `resource a 'Microsoft.Web/sites@2024-04-01' = {\n  properties: {\n    siteConfig: {\n      appSettings: [\n        {\n          name: 'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING'\n          value: 'AccountName=\${s.name};AccountKey=\${s.listKeys().keys[0].value}'\n        }\n      ]\n    }\n  }\n}`,
    ],
    ['main.bicep', `// value: storage.listKeys().keys[0].value`],
    [
      'a.json',
      `{ "resources": [ { "type": "Microsoft.KeyVault/vaults/secrets", "properties": { "value": "[listKeys(variables('id'), '2023-01-01').keys[0].value]" } } ] }`,
    ],
    ['notes.json', `{ "text": "call listKeys() once" }`],
    ['main.bicep', `allowSharedKeyAccess: false\ndisableLocalAuth: true\nadminUserEnabled: false`],
    [
      'main.tf',
      `shared_access_key_enabled = false\nresource "azurerm_windows_web_app" "a" {\n  admin_enabled = true\n}`,
    ],
    ['notes.md', `allowSharedKeyAccess: true`],
    ['a.yml', `with:\n  creds: \${{ secrets.OTHER }}`],
    ['a.yml', `# - uses: azure/login@v2\n#   with:\n#     creds: \${{ secrets.AZURE_CREDENTIALS }}`],
    ['a.yml', `- uses: some/action@v2\n  with:\n    publish-profile: \${{ secrets.PROFILE }}`],
    ['a.yml', `- uses: azure/login@v2\n  with:\n    client-id: \${{ secrets.AZURE_CLIENT_ID }}`],
  ])('is silent in %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it('says each in under 100 characters', () => {
    for (const { message } of smells) expect(english(message).length).toBeLessThan(100);
  });
});

describe('the engine', () => {
  it('shows smells as findings of the family infra, without a fix', async () => {
    const text = `resource "azurerm_storage_account" "s" {\n  shared_access_key_enabled = true\n}\n`;
    const { findings } = await createEngine().scan({ path: 'main.tf', text });
    expect(findings.map(({ rule, severity, fixes }) => ({ rule, severity, fixes }))).toEqual([
      { rule: 'infra/shared-key-access', severity: 'information', fixes: [] },
    ]);
  });
});
