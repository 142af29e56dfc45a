import { describe, expect, test } from 'vitest';
import { migratedFile } from './functions-app';

/** A web app whose code has moved: its project still declares the old setting, and reads the endpoint. */
const app = (code: string, settings: object = { PHOTOS: 'kept' }): Record<string, string> => ({
  'web/package.json': '{ "name": "web", "dependencies": { "@azure/storage-blob": "12.28.0" } }\n',
  'web/.env': Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join(''),
  'web/server.js': code,
});
const BLOBS = 'export const url = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;\n';

const bicep = (setting: string, identity = '', rest = ''): string => `param location string = resourceGroup().location

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'nordwind'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: 'nordwind-site'
  location: location
${identity}  properties: {
    siteConfig: {
      appSettings: [
${setting}      ]
    }
  }
}
${rest}`;
const setting = (name: string, value: string): string => `        {
          name: '${name}'
          value: ${value}
        }
`;
const STRING =
  "'DefaultEndpointsProtocol=https;AccountName=${storage.name};AccountKey=${storage.listKeys().keys[0].value}'";
const IDENTITY = "  identity: {\n    type: 'SystemAssigned'\n  }\n";
const ROLE = (symbol: string, name: string, id: string): string => `
resource ${symbol} 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, site.id, '${id}')
  scope: storage
  properties: {
    // ${name}
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${id}')
    principalId: site.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
`;

describe('a key that a template in Bicep gives to a web app', () => {
  const PATH = 'infra/main.bicep';
  const before = bicep(setting('PHOTOS', STRING));
  const migrated = (files: Record<string, string>, template = before): Promise<string> =>
    migratedFile({ ...files, [PATH]: template }, PATH);

  test('becomes the endpoint that the code reads, an identity and a role', async () => {
    expect(await migrated(app(BLOBS))).toBe(
      bicep(
        setting(
          'AZURE_STORAGEBLOB_RESOURCEENDPOINT',
          "'https://${storage.name}.blob.${environment().suffixes.storage}'",
        ),
        IDENTITY,
        ROLE('siteStorageBlobDataContributor', 'Storage Blob Data Contributor', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'),
      ),
    );
  });

  test.each([
    ['the second key', STRING.replace('keys[0]', 'keys[1]')],
    ['a function in lower case', STRING.replace('listKeys', 'listkeys')],
  ])('goes whichever way it is read: %s', async (_, string) => {
    expect(await migrated(app(BLOBS), bicep(setting('PHOTOS', string)))).toBe(await migrated(app(BLOBS)));
  });

  test('becomes both endpoints of code that reads two', async () => {
    const after = await migrated(app(`${BLOBS}export const jobs = process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT;\n`));
    expect(after).toContain("value: 'https://${storage.name}.blob.${environment().suffixes.storage}'");
    expect(after).toContain("value: 'https://${storage.name}.queue.${environment().suffixes.storage}'");
    expect(after).toContain('siteStorageQueueDataContributor');
  });

  test.each([
    ['code still reads the setting', app('export const s = process.env.PHOTOS;\n'), 'template-code-reads'],
    [
      'code reads the setting beside the endpoint',
      app(`${BLOBS}export const s = process.env.PHOTOS;\n`),
      'template-code-reads',
    ],
    ['no project of the workspace knows the setting', app(BLOBS, {}), 'template-code-reads'],
    [
      'another project reads the endpoint',
      {
        ...app('export {};\n'),
        'jobs/package.json': '{ "name": "jobs" }\n',
        'jobs/run.js': BLOBS,
      },
      'template-code-reads',
    ],
    [
      'the code reads an endpoint that no template of ours writes',
      app('export const s = process.env.AZURE_STORAGEFILE_RESOURCEENDPOINT;\n'),
      'template-key-not-read',
    ],
  ])('stays where %s', async (_, files, reason) => {
    expect(await migrated(files)).toBe(`refused: ${reason}`);
  });

  test('stays where the app has the endpoint already', async () => {
    const there = bicep(
      setting('PHOTOS', STRING) + setting('AZURE_STORAGEBLOB_RESOURCEENDPOINT', "'https://nordwind'"),
    );
    expect(await migrated(app(BLOBS), there)).toBe('refused: binding-setting-there');
  });

  test('stays where the app has another identity', async () => {
    const other = bicep(setting('PHOTOS', STRING), "  identity: { type: 'UserAssigned' }\n");
    expect(await migrated(app(BLOBS), other)).toBe('refused: template-user-assigned');
  });
});

describe('a key that Terraform gives to a web app', () => {
  const PATH = 'infra/main.tf';
  const terraform = (argument: string, identity = '', rest = ''): string => `resource "azurerm_linux_web_app" "site" {
  name = "nordwind-site"

  app_settings = {
    ${argument}
  }
${identity}}
${rest}`;
  const before = terraform('PHOTOS = azurerm_storage_account.main.primary_connection_string');

  test('becomes the endpoint that the code reads, an identity and a role', async () => {
    const after = await migratedFile({ ...app(BLOBS), [PATH]: before }, PATH);
    expect(after).toBe(
      terraform(
        'AZURE_STORAGEBLOB_RESOURCEENDPOINT = trimsuffix(azurerm_storage_account.main.primary_blob_endpoint, "/")',
        '\n  identity {\n    type = "SystemAssigned"\n  }\n',
        `
resource "azurerm_role_assignment" "site_storage_blob_data_contributor" {
  scope                = azurerm_storage_account.main.id
  role_definition_name = "Storage Blob Data Contributor"
  principal_id         = azurerm_linux_web_app.site.identity[0].principal_id
}
`,
      ),
    );
  });

  test.each([
    ['code still reads the setting', app('export const s = process.env.PHOTOS;\n'), before, 'template-code-reads'],
    [
      'it is the key alone',
      app(BLOBS),
      before.replace('primary_connection_string', 'primary_access_key'),
      'template-key-not-read',
    ],
  ])('stays where %s', async (_, files, template, reason) => {
    expect(await migratedFile({ ...files, [PATH]: template }, PATH)).toBe(`refused: ${reason}`);
  });
});
