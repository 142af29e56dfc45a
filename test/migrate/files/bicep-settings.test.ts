import { describe, expect, it } from 'vitest';
import { english } from '../../../src/core/message';
import { appTemplates } from '../../bicep/app-templates';
import { engineOver } from '../../support/engine-over';
import { stepTexts } from '../../support/steps';
import { hostJson, migratedFile, nodeApp, planOf } from './functions-app';

const PATH = 'infra/main.bicep';
const withApp = (template: string, code: string): Record<string, string> => ({
  ...nodeApp({}, code),
  [PATH]: template,
});
const [first] = appTemplates;
const before = first?.before ?? '';
const code = first?.code ?? '';

describe('a key in the settings of a function app in Bicep', () => {
  it.each(appTemplates.map(({ title, ...all }) => [title, all] as const))('goes: %s', async (_, one) => {
    const after = await migratedFile(withApp(one.before, one.code), PATH);
    expect(after).toBe(one.after);
    const { findings } = await engineOver(withApp(after, one.code)).scan({ path: PATH, text: after });
    expect(findings).toEqual([]);
  });

  it('keeps line ends and a byte order mark', async () => {
    const returns = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(await migratedFile(withApp(returns(before), code), PATH)).toBe(returns(first?.after ?? ''));
  });

  it('names its change and what is left to people', async () => {
    const plan = await planOf(withApp(before, code), PATH);
    expect(plan.kind === 'migration' ? english(plan.title) : plan.id).toBe(
      'Give the app an identity and a role instead of the key in AzureWebJobsStorage',
    );
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toMatch(/right to assign roles/);
    expect(steps).toMatch(/Do this only when nothing uses the keys any more/);
  });

  it('assigns no role twice', async () => {
    const two = before.replace(
      'siteConfig: {',
      `siteConfig: {
      alwaysOn: true`,
    );
    const other = two.replace(/( {8}\{\n {10}name: ')AzureWebJobsStorage('[^}]*\}[^}]*\}[^}]*\}\n)/, '$1A$2$1B$2');
    const bindings =
      "app.storageBlob('a', { path: 'a', connection: 'A', handler() {} });\napp.storageBlob('b', { path: 'b', connection: 'B', handler() {} });\n";
    const after = await migratedFile(withApp(other, bindings), PATH);
    expect(after).toContain("name: 'A__queueServiceUri'");
    expect(after).toContain("name: 'B__blobServiceUri'");
    expect(after.match(/roleAssignments@/g)).toHaveLength(2);
    expect(after.match(/identity: \{/g)).toHaveLength(1);
  });
});

describe('a key in a template stays', () => {
  const refused = async (template: string, app = code): Promise<string> => migratedFile(withApp(template, app), PATH);
  const replaced = (from: string | RegExp, to: string): string => {
    expect(before).toMatch(from);
    return before.replace(from, to);
  };

  it.each([
    [
      'where code reads the setting',
      before,
      `${code}const s = process.env.AzureWebJobsStorage;\n`,
      'binding-with-code',
    ],
    [
      'where nobody is known to read it',
      before.replace("'AzureWebJobsStorage'", "'PHOTOS'"),
      code,
      'template-code-reads',
    ],
    [
      'of an app that is no function app',
      before.replace("kind: 'functionapp'", "kind: 'app'").replace('FUNCTIONS_EXTENSION_VERSION', 'WEBSITE_TIME_ZONE'),
      code,
      'template-code-reads',
    ],
    [
      'of an app with another identity',
      before.replace("kind: 'functionapp'", "kind: 'functionapp'\n  identity: { type: 'UserAssigned' }"),
      code,
      'template-user-assigned',
    ],
    [
      'of an app under a condition',
      before.replace("'Microsoft.Web/sites@2022-09-01' = {", "'Microsoft.Web/sites@2022-09-01' = if (deploy) {"),
      code,
      'template-app-not-declared',
    ],
    [
      'of a resource of another group',
      before.replace(
        /storageAccounts@2023-01-01' = \{/,
        "storageAccounts@2023-01-01' existing = {\n  scope: resourceGroup('other')",
      ),
      code,
      'template-other-scope',
    ],
    ['in a deployment of a subscription', `targetScope = 'subscription'\n${before}`, code, 'template-other-scope'],
    [
      'for another account',
      before.replace('AccountName=${storage.name}', 'AccountName=other'),
      code,
      'template-key-not-read',
    ],
    ['in another text', before.replace('.keys[0].value}', ".keys[0].value}${'x'}"), code, 'template-key-not-read'],
    ['in a file with an open bracket', `${before}\nvar x = {\n`, code, 'template-not-read'],
    [
      'with the new setting beside it',
      before.replace("name: 'FUNCTIONS_EXTENSION_VERSION'", "name: 'AzureWebJobsStorage__accountName'"),
      code,
      'binding-setting-there',
    ],
  ])('%s', async (_, template, app, reason) => {
    expect(template === before && app === code).toBe(false);
    expect(await refused(template, app)).toBe(`refused: ${reason}`);
  });

  it('with a variable that something else reads', async () => {
    const template =
      replaced(/value: ('Default[^\n]*)/, 'value: connection') +
      "\nvar connection = '${storage.name}${storage.listKeys().keys[0].value}'\noutput x string = connection\n";
    expect(await refused(template)).toMatch(/template-key-not-read/);
  });

  it('where the app is not in the workspace', async () => {
    expect(await migratedFile({ [PATH]: before }, PATH)).toBe('refused: template-code-reads');
  });

  it('with an extension that is too old', async () => {
    const files = { ...withApp(before, code), 'api/host.json': hostJson('[1.*, 2.0.0)') };
    expect(await migratedFile(files, PATH)).toBe('refused: binding-too-old');
  });
});
