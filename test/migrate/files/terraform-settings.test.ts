import { describe, expect, it } from 'vitest';
import { engineOver } from '../../support/engine-over';
import { stepTexts } from '../../support/steps';
import { migratedFile, nodeApp, planOf } from './functions-app';

const PATH = 'infra/main.tf';
const TIMER = "app.timer('t', { schedule: '0 * * * * *', handler() {} });\n";
const QUEUE = "app.serviceBusQueue('in', { queueName: 'in', connection: 'BUS', handler() {} });\n";
const withApp = (template: string, code = TIMER): Record<string, string> => ({
  ...nodeApp({}, code),
  [PATH]: template,
});

const STORAGE = `resource "azurerm_storage_account" "main" {
  name                = "nordwind"
  resource_group_name = "rg"
}
`;
const app = (body: string): string => `
resource "azurerm_linux_function_app" "api" {
${body}}
`;
const KEY = `  name                       = "api"
  storage_account_name       = azurerm_storage_account.main.name
  storage_account_access_key = azurerm_storage_account.main.primary_access_key
  service_plan_id            = azurerm_service_plan.main.id

  site_config {}
`;
const WITHOUT = `  name                          = "api"
  storage_account_name          = azurerm_storage_account.main.name
  storage_uses_managed_identity = true
  service_plan_id               = azurerm_service_plan.main.id

  site_config {}
`;
const IDENTITY = `
  identity {
    type = "SystemAssigned"
  }
`;
const role = (label: string, target: string, name: string): string => `
resource "azurerm_role_assignment" "${label}" {
  scope                = ${target}.id
  role_definition_name = "${name}"
  principal_id         = azurerm_linux_function_app.api.identity[0].principal_id
}
`;
const OWNER = role('api_storage_blob_data_owner', 'azurerm_storage_account.main', 'Storage Blob Data Owner');
const before = STORAGE + app(KEY);

const settings = (...lines: readonly string[]): string => `  name = "api"

  app_settings = {
${lines.map((line) => `    ${line}\n`).join('')}  }
`;

describe('a key that Terraform gives a function app', () => {
  it.each([
    ['the storage of the host', TIMER, before, STORAGE + app(WITHOUT + IDENTITY) + OWNER],
    ['with an identity that is there', TIMER, STORAGE + app(KEY + IDENTITY), STORAGE + app(WITHOUT + IDENTITY) + OWNER],
    [
      'a trigger of Service Bus',
      QUEUE,
      app(
        settings(
          '"BUS"                      = azurerm_servicebus_namespace.bus.default_primary_connection_string',
          '"FUNCTIONS_WORKER_RUNTIME" = "node"',
        ),
      ),
      app(
        settings(
          '"BUS__fullyQualifiedNamespace" = "${azurerm_servicebus_namespace.bus.name}.servicebus.windows.net"',
          '"FUNCTIONS_WORKER_RUNTIME"     = "node"',
        ) + IDENTITY,
      ) + role('api_service_bus_data_receiver', 'azurerm_servicebus_namespace.bus', 'Azure Service Bus Data Receiver'),
    ],
    [
      'a blob trigger',
      "app.storageBlob('in', { path: 'in/{name}', connection: 'PHOTOS', handler() {} });\n",
      STORAGE + app(settings('PHOTOS = azurerm_storage_account.main.primary_connection_string', 'X      = "y"')),
      STORAGE +
        app(
          settings(
            'PHOTOS__blobServiceUri  = azurerm_storage_account.main.primary_blob_endpoint',
            'PHOTOS__queueServiceUri = azurerm_storage_account.main.primary_queue_endpoint',
            'X                       = "y"',
          ) + IDENTITY,
        ) +
        OWNER +
        role('api_storage_queue_data_contributor', 'azurerm_storage_account.main', 'Storage Queue Data Contributor'),
    ],
  ])('goes: %s', async (_, code, template, wanted) => {
    const after = await migratedFile(withApp(template, code), PATH);
    expect(after).toBe(wanted);
    const { findings } = await engineOver(withApp(after, code)).scan({ path: PATH, text: after });
    expect(findings).toEqual([]);
  });

  it('keeps line ends', async () => {
    const after = await migratedFile(withApp(before.replaceAll('\n', '\r\n')), PATH);
    expect(after).toBe((STORAGE + app(WITHOUT + IDENTITY) + OWNER).replaceAll('\n', '\r\n'));
  });

  it('says what is left to people', async () => {
    const plan = await planOf(withApp(before), PATH);
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('storage_use_azuread = true');
    expect(steps).toContain('shared_access_key_enabled = false');
  });
});

describe('a key in Terraform stays', () => {
  it.each([
    [
      'in an output',
      STORAGE +
        'output "key" {\n  value     = azurerm_storage_account.main.primary_access_key\n  sensitive = true\n}\n',
      TIMER,
      'key-in-output',
    ],
    ['where code reads it', before, `${TIMER}const s = process.env.AzureWebJobsStorage;\n`, 'binding-with-code'],
    ['of a web app', before.replace('linux_function_app', 'linux_web_app'), TIMER, 'template-code-reads'],
    ['of many apps', before.replace('  site_config', '  count = 2\n  site_config'), TIMER, 'template-app-not-declared'],
    [
      'of an app with another identity',
      before.replace('  site_config {}', '  identity {\n    type = "UserAssigned"\n  }\n  site_config {}'),
      TIMER,
      'template-user-assigned',
    ],
    [
      'that nobody is known to read',
      app(settings('X = azurerm_storage_account.main.primary_connection_string')),
      TIMER,
      'template-code-reads',
    ],
    [
      'in a larger text',
      app(settings('BUS = "${azurerm_servicebus_namespace.bus.default_primary_connection_string};x"')),
      QUEUE,
      'template-key-not-read',
    ],
    ['in a file with an open bracket', `${before}\nlocals {\n`, TIMER, 'template-not-read'],
  ])('%s', async (_, template, code, reason) => {
    expect(await migratedFile(withApp(template, code), PATH)).toBe(`refused: ${reason}`);
  });

  it('where the app is not in the workspace', async () => {
    expect(await migratedFile({ [PATH]: before }, PATH)).toBe('refused: template-code-reads');
  });

  it('of a namespace in another cloud', async () => {
    const template = app(settings('BUS = azurerm_servicebus_namespace.bus.default_primary_connection_string'));
    const files = {
      ...withApp(template, QUEUE),
      'infra/provider.tf': 'provider "azurerm" {\n  environment = "china"\n}\n',
    };
    expect(await migratedFile(files, PATH)).toBe('refused: template-key-not-read');
  });
});
