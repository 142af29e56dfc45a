import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { createEngine } from '../../../src/engine/engine';
import { stepTexts } from '../../support/steps';

const engine = createEngine();
const PATH = '.github/workflows/deploy.yml';

async function planned(text: string) {
  return engine.plan({ path: PATH, text }, 'all', 'identity');
}

async function migrated(text: string): Promise<string> {
  const plan = await planned(text);
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files.find((file) => file.path === PATH)?.edits ?? []);
}

async function refusal(text: string): Promise<string | null> {
  const { findings } = await engine.scan({ path: PATH, text });
  const finding = findings.find(({ rule }) => rule === 'infra/login-with-secret');
  expect(finding?.fixes).toEqual([]);
  return finding?.refusal?.id ?? null;
}

const PROFILE = '          publish-profile: ${{ secrets.AZURE_WEBAPP_PUBLISH_PROFILE }}\n';
const ID_TOKEN = '    permissions:\n      contents: read\n      id-token: write\n';
const login = (name: string, condition = ''): string => `      - ${name}${condition}uses: azure/login@v3
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
`;

const workflow = (permissions: string, before: string, profile: string, more = ''): string => `on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
${permissions}    steps:
      - uses: actions/checkout@v4

${before}${before === '' ? '' : '\n'}      # to production
      - name: Deploy
${more}        uses: azure/webapps-deploy@v3
        with:
          app-name: contoso # the shop
${profile}          package: .
`;

describe('a publish profile in a workflow', () => {
  it('becomes a login before the step', async () => {
    const named = login('name: Sign in to Azure\n        ');
    expect(await migrated(workflow('', '', PROFILE))).toBe(workflow(ID_TOKEN, named, ''));
  });

  it('is under the condition of the step', async () => {
    const condition = "        if: github.ref == 'refs/heads/main'\n";
    const named = login('name: Sign in to Azure\n        ', "if: github.ref == 'refs/heads/main'\n        ");
    expect(await migrated(workflow('', '', PROFILE, condition))).toBe(workflow(ID_TOKEN, named, '', condition));
  });

  it('goes where the job signs in before already', async () => {
    const text = workflow(ID_TOKEN, login(''), PROFILE);
    expect(await migrated(text)).toBe(workflow(ID_TOKEN, login(''), ''));
  });

  it('goes from a deployment of Functions', async () => {
    const text = workflow('', '', PROFILE).replace('webapps-deploy@v3', 'functions-action@v1');
    const result = await migrated(text);
    expect(result).not.toContain('publish-profile');
    expect(result).toContain('azure/login@v3');
    expect(await migrated(result)).toBe('refused: nothing-to-do');
  });

  it('of several jobs: each signs in', async () => {
    const job = (name: string): string =>
      `  ${name}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: azure/webapps-deploy@v3\n        with:\n          app-name: ${name}\n          publish-profile: \${{ secrets.PROFILE_${name.toUpperCase()} }}\n`;
    const result = await migrated(`on: push\njobs:\n${job('shop')}${job('admin')}`);
    expect(result.match(/azure\/login/g)).toHaveLength(2);
    expect(result.match(/id-token: write/g)).toHaveLength(2);
    expect(result).not.toContain('publish-profile');
  });

  it('keeps line ends', async () => {
    const text = workflow('', '', PROFILE).replaceAll('\n', '\r\n');
    const named = login('name: Sign in to Azure\n        ');
    expect(await migrated(text)).toBe(workflow(ID_TOKEN, named, '').replaceAll('\n', '\r\n'));
  });

  it.each([
    ['publish-profile-slot', workflow('', '', PROFILE.replace('WEBAPP', 'STAGING'))],
    ['publish-profile-app', workflow('', '', PROFILE).replace('          app-name: contoso # the shop\n', '')],
    ['publish-profile-action', workflow('', '', PROFILE).replace('webapps-deploy', 'webapps-container-deploy')],
    ['workflow-own-runner', workflow('', '', PROFILE).replace('ubuntu-latest', 'self-hosted')],
    ['workflow-own-runner', workflow('    container: node:22\n', '', PROFILE)],
    ['workflow-secret-chosen', workflow('', '', PROFILE.replace('.AZURE_WEBAPP_PUBLISH_PROFILE', '[matrix.profile]'))],
    ['workflow-permissions-as-word', workflow('    permissions: read-all\n', '', PROFILE)],
    ['workflow-called', workflow('', '', PROFILE).replace('  push:\n    branches: [main]', '  workflow_call:')],
    ['workflow-not-read', workflow('', '', PROFILE, '        continue-on-error: true\n')],
    ['workflow-not-read', `${workflow('', '', PROFILE)}   - broken: [\n`],
  ])('refuses (%s)', async (id, text) => {
    expect(await refusal(text)).toBe(id);
  });

  it('knows the app that a variable names, and a slot that is named', async () => {
    const dev = PROFILE.replace('WEBAPP', 'DEV');
    const named = workflow('', '', dev)
      .replace('contoso #', '${{ env.APP }} #')
      .replace('jobs:', 'env:\n  APP: contoso-dev\njobs:');
    expect(await migrated(named)).toContain('azure/login');
    expect(await migrated(workflow('', '', `${dev}          slot-name: dev\n`))).toContain('azure/login');
  });

  it('says what people do', async () => {
    const plan = await planned(workflow('    environment: production\n', '', PROFILE));
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('az identity federated-credential create');
    expect(steps).toContain('--subject repo:<organization>/<repository>:environment:production');
    expect(steps).toContain('gh variable set AZURE_CLIENT_ID --body <client-id> --env production');
    expect(steps).toContain('Website Contributor');
    expect(steps).toContain('Microsoft.Web/sites/contoso');
    expect(steps).toContain('gh secret delete AZURE_WEBAPP_PUBLISH_PROFILE --env production');
    expect(steps).toContain('basicPublishingCredentialsPolicies/scm');
  });
});
