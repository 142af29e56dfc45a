import { describe, expect, it } from 'vitest';
import { engineOver } from '../../support/engine-over';
import { fake } from '../../support/fake-secrets';

const connection = fake.storageConnectionString({ account: 'contoso' });
const password = fake.password();
const sql = `Server=tcp:contoso.database.windows.net;Database=d;User ID=app;Password=${password};`;

/** Files that end in the middle or are no more what their name says, each with a secret, and why it stays. */
const FILES: readonly (readonly [path: string, text: string, reason: string])[] = [
  ['appsettings.json', `{ "ConnectionStrings": { "S": "${connection}" `, 'file-not-read'],
  ['local.settings.json', `{ "Values": { "AzureWebJobsStorage": "${connection}" , } } }`, 'file-not-read'],
  [
    'web.config',
    `<configuration><connectionStrings><add name="D" connectionString="${sql}"></connectionStrings>`,
    'file-not-read',
  ],
  [
    'application.yml',
    `spring:\n  datasource:\n    url: "jdbc:sqlserver://contoso.database.windows.net\n    password: ${password}\n   bad: [\n`,
    'file-not-read',
  ],
  ['docker-compose.yml', `services:\n  a:\n    environment:\n      S: "${connection}"\n     bad: {\n`, 'file-not-read'],
  ['Dockerfile', `FROM a\nENV S="${connection}\nRUN x\n`, 'file-not-read'],
  ['k8s/a.yaml', `apiVersion: v1\nkind: Secret\nstringData:\n  S: "${connection}"\n bad: [\n`, 'kubernetes-secret'],
  // No format of these has a rewrite, whole or not.
  ['settings.toml', `[a\nconn = "${connection}"\n`, 'not-in-code'],
  ['settings.ini', `[a\nconn=${connection}\n`, 'not-in-code'],
  ['main.tf', `resource "azurerm_linux_web_app" "a" {\n  app_settings = {\n    S = "${connection}"\n`, 'not-in-code'],
  [
    'main.bicep',
    `resource a 'Microsoft.Web/sites@2023-12-01' = {\n  properties: { siteConfig: { appSettings: [ { name: 'S', value: '${connection}' }\n`,
    'not-in-code',
  ],
  [
    'azuredeploy.json',
    `{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","S":"${connection}"`,
    'not-in-code',
  ],
  ['a.sh', `export S="${connection}\n`, 'not-in-code'],
];

describe('a file that cannot be read', () => {
  it.each(FILES)('%s stays as it is and says why', async (path, text, reason) => {
    const engine = engineOver({ [path]: text });
    const { findings } = await engine.scan({ path, text });
    expect(findings.map(({ refusal, fixes }) => [refusal?.id, ...fixes.map(({ kind }) => kind)])).toEqual([[reason]]);
    for (const fix of ['identity', 'setting'] as const)
      expect((await engine.planFile({ path, text }, { fix })).files).toEqual([]);
  });
});
