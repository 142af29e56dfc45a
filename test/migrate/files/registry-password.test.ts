import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { createEngine } from '../../../src/engine/engine';
import { stepTexts } from '../../support/steps';

const engine = createEngine();
const PATH = '.github/workflows/image.yml';

const planned = (text: string) => engine.plan({ path: PATH, text }, 'all', 'identity');

async function migrated(text: string): Promise<string> {
  const plan = await planned(text);
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files.find((file) => file.path === PATH)?.edits ?? []);
}

async function reasons(text: string, path = PATH): Promise<(string | null)[]> {
  const { findings } = await engine.scan({ path, text });
  return findings.map(({ fixes, refusal }) => (fixes.length > 0 ? 'fix' : (refusal?.id ?? null)));
}

const workflow = (step: string, permissions = ''): string => `on: [push, pull_request]
env:
  REGISTRY: contoso.azurecr.io
jobs:
  build:
    runs-on: ubuntu-24.04
${permissions}    steps:
      - uses: actions/checkout@v4
${step}      - uses: docker/build-push-action@v6
        with:
          push: true
`;

const docker = (
  registry: string,
  action = 'docker/login-action@v3',
  input = 'registry',
): string => `      - name: Log in
        uses: ${action}
        with:
          ${input}: ${registry}
          username: \${{ secrets.ACR_USERNAME }}
          password: \${{ secrets.ACR_PASSWORD }}
`;

const acr = (name: string): string => `      - name: Sign in to Azure
        uses: azure/login@v3
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
      - name: Log in
        run: az acr login --name ${name}
`;

const ID_TOKEN = '    permissions:\n      contents: read\n      id-token: write\n';

describe('the password of a container registry in a workflow', () => {
  it.each([
    ['docker/login-action', docker('contoso.azurecr.io'), acr('contoso')],
    ['azure/docker-login', docker('contoso.azurecr.io', 'azure/docker-login@v2', 'login-server'), acr('contoso')],
    ['a variable of the workflow', docker('${{ env.REGISTRY }}'), acr('${{ env.REGISTRY }}')],
    ['a name in the address', docker('${{ secrets.REGISTRY_NAME }}.azurecr.io'), acr('${{ secrets.REGISTRY_NAME }}')],
    [
      'a commit with its version',
      docker('contoso.azurecr.io', `docker/login-action@${'0123456789'.repeat(4)} # v3.1.0`),
      acr('contoso'),
    ],
  ])('becomes az acr login (%s)', async (_, before, after) => {
    expect(await migrated(workflow(before))).toBe(workflow(after, ID_TOKEN));
    expect(await migrated(workflow(after, ID_TOKEN))).toBe('refused: nothing-to-do');
  });

  it.each([
    ['registry-unknown', docker('${{ secrets.REGISTRY_LOGIN_SERVER }}')],
    [
      'registry-unknown',
      docker('${{ secrets.REGISTRY_LOGIN_SERVER }}', 'azure/docker-login@v1', 'login-server').replaceAll('ACR_', 'R_'),
    ],
    ['registry-unknown', docker('contoso-a1b2.azurecr.io')],
    ['workflow-secret-chosen', docker('contoso.azurecr.io').replace('secrets.ACR_PASSWORD', "secrets['ACR_PASSWORD']")],
  ])('refuses (%s)', async (id, step) => {
    expect(await reasons(workflow(step))).toEqual([id]);
  });

  it('is silent about other registries', async () => {
    const step = docker('ghcr.io').replaceAll('ACR_', 'GH_');
    expect(await reasons(workflow(step))).toEqual([]);
  });

  it('says what people do', async () => {
    const plan = await planned(workflow(docker('contoso.azurecr.io')));
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('AcrPush');
    expect(steps).toContain('registries/contoso');
    expect(steps).toContain(':pull_request');
    expect(steps).toContain('gh secret delete ACR_PASSWORD');
    expect(steps).toContain('az acr update --name contoso --admin-enabled false');
  });
});

describe('az login with a secret in a script', () => {
  const script = (password: string): string =>
    `az login --service-principal -u $ID \\\n            -p ${password} --tenant $TENANT`;

  it('is explained in a workflow', async () => {
    const text = workflow(`      - run: |\n          ${script('${{ secrets.SP_SECRET }}')}\n`);
    expect(await reasons(text)).toEqual(['login-in-script']);
  });

  it('is explained in a pipeline', async () => {
    const text = `steps:\n- script: |\n    ${script('$(SP_SECRET)')}\n`;
    expect(await reasons(text, 'azure-pipelines.yml')).toEqual(['login-in-pipeline']);
  });

  it('is explained in pipelines of others', async () => {
    const text = `deploy:\n  script:\n    - ${script('$SP_SECRET').replace('\\\n', '')}\n`;
    expect(await reasons(text, '.gitlab-ci.yml')).toEqual(['login-elsewhere']);
  });

  it('is silent about other ways to sign in', async () => {
    const text = workflow('      - run: az login --service-principal -u $ID --federated-token $TOKEN --tenant $T\n');
    expect(await reasons(text)).toEqual([]);
    expect(await reasons(workflow('      - run: az login -u me -p $PASSWORD\n'))).toEqual([]);
  });
});
