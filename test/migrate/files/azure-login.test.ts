import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { english } from '../../../src/core/message';
import { createEngine } from '../../../src/engine/engine';
import { stepTexts } from '../../support/steps';

const engine = createEngine();
const PATH = '.github/workflows/deploy.yml';

async function migrated(text: string, path = PATH): Promise<string> {
  const plan = await engine.plan({ path, text }, 'all', 'identity');
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files.find((file) => file.path === path)?.edits ?? []);
}

async function refusal(text: string, path = PATH): Promise<string | null> {
  const { findings } = await engine.scan({ path, text });
  const finding = findings.find(({ rule }) => rule === 'infra/login-with-secret');
  expect(finding?.fixes).toEqual([]);
  return finding?.refusal?.id ?? null;
}

const LOGIN = `      - uses: azure/login@v2
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }} # from the portal
`;

const IDS = `      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }} # from the portal
`;

const workflow = (job: string, top = ''): string => `# Deploys
name: deploy
on:
  push:
    branches: [main]
${top}jobs:
  deploy:
    runs-on: ubuntu-latest # small
${job}    steps:
      - uses: actions/checkout@v4
${LOGIN}      - run: az webapp up
`;

const after = (job: string, top = ''): string => workflow(job, top).replace(LOGIN, IDS);

describe('azure/login with creds', () => {
  it('signs in with IDs, and its job may ask for a token', async () => {
    expect(await migrated(workflow(''))).toBe(after('    permissions:\n      contents: read\n      id-token: write\n'));
  });

  it.each([
    [
      'adds to the permissions of the job',
      '    permissions:\n      contents: write # tags\n',
      '    permissions:\n      contents: write # tags\n      id-token: write\n',
    ],
    ['changes the permission', '    permissions:\n      id-token: none\n', '    permissions:\n      id-token: write\n'],
    [
      'keeps the permission',
      '    permissions:\n      id-token: write\n      contents: read\n',
      '    permissions:\n      id-token: write\n      contents: read\n',
    ],
    ['keeps all permissions', '    permissions: write-all\n', '    permissions: write-all\n'],
    ['fills a list without entries', '    permissions: {}\n', '    permissions: { id-token: write }\n'],
    [
      'adds to a list on one line',
      '    permissions: { contents: read }\n',
      '    permissions: { contents: read, id-token: write }\n',
    ],
  ])('%s', async (_, job, wanted) => {
    expect(await migrated(workflow(job))).toBe(after(wanted));
  });

  it('adds to the permissions of a workflow with one job', async () => {
    const top = 'permissions:\n  contents: write\n  # for the release\n  packages: write\n\n';
    const wanted = 'permissions:\n  contents: write\n  # for the release\n  packages: write\n  id-token: write\n\n';
    expect(await migrated(workflow('', top))).toBe(after('', wanted));
  });

  it('repeats the permissions for one of several jobs, so that the others get no token', async () => {
    const other = '  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n';
    const text = workflow('', 'permissions:\n  contents: write\n') + other;
    const wanted =
      after('    permissions:\n      contents: write\n      id-token: write\n', 'permissions:\n  contents: write\n') +
      other;
    expect(await migrated(text)).toBe(wanted);
  });

  it('gives two secrets two identities', async () => {
    const job = (name: string, secret: string): string =>
      `  ${name}:\n    runs-on: ubuntu-latest\n    permissions:\n      id-token: write\n    steps:\n      - uses: azure/login@v2\n        with:\n          creds: '\${{ secrets.${secret} }}'\n`;
    const text = `on: push\njobs:\n${job('dev', 'AZURE_CREDENTIALS_DEV')}${job('prod', 'PROD_SP')}`;
    const result = await migrated(text);
    expect(result).toContain("client-id: '${{ vars.AZURE_CLIENT_ID_DEV }}'");
    expect(result).toContain("client-id: '${{ vars.PROD_SP_CLIENT_ID }}'");
    expect(result).not.toContain('creds');
    expect(await migrated(result)).toBe('refused: nothing-to-do');
  });

  it('leaves the subscription out where none is wanted', async () => {
    const text = workflow('').replace('          creds', '          allow-no-subscriptions: true\n          creds');
    expect(await migrated(text)).not.toContain('subscription-id');
  });

  it('keeps the IDs that are beside the secret', async () => {
    const json =
      '\'{"clientId":"${{ vars.CLIENT }}","clientSecret":"${{ secrets.SP_SECRET }}","subscriptionId":"${{ secrets.SUB }}","tenantId":"${{ secrets.TENANT }}"}\'';
    const text = workflow('').replace('${{ secrets.AZURE_CREDENTIALS }}', json);
    const ids = IDS.replace('vars.AZURE_CLIENT_ID', 'vars.CLIENT')
      .replace('vars.AZURE_TENANT_ID', 'secrets.TENANT')
      .replace('vars.AZURE_SUBSCRIPTION_ID', 'secrets.SUB');
    const wanted = after('    permissions:\n      contents: read\n      id-token: write\n').replace(IDS, ids);
    expect(await migrated(text)).toBe(wanted);
    const plan = await engine.plan({ path: PATH, text }, 'all', 'identity');
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('gh secret delete SP_SECRET');
    expect(steps).not.toContain('gh variable set');
  });

  it('keeps the IDs of a text over several lines', async () => {
    const json =
      '|\n            {\n              "clientId": "${{ vars.CLIENT }}",\n              "clientSecret": "${{ secrets.SP_SECRET }}",\n              "subscriptionId": "${{ vars.SUB }}",\n              "tenantId": "${{ vars.TENANT }}"\n            }';
    const text = workflow('').replace('${{ secrets.AZURE_CREDENTIALS }} # from the portal', json);
    const result = await migrated(text);
    expect(result).toContain(
      '          tenant-id: ${{ vars.TENANT }}\n          subscription-id: ${{ vars.SUB }}\n      - run',
    );
    expect(result).not.toContain('SP_SECRET');
  });

  it.each([
    ['workflow-secret-chosen', PATH, workflow('').replace('secrets.AZURE_CREDENTIALS', 'secrets[matrix.credentials]')],
    ['login-outside-workflow', 'action.yml', `runs:\n  using: composite\n  steps:\n${LOGIN}`],
    ['login-several-ways', PATH, workflow('').replace('          creds', '          client-id: x\n          creds')],
    [
      'login-other-cloud',
      PATH,
      workflow('').replace('          creds', '          environment: AzureStack\n          creds'),
    ],
    ['login-too-old', PATH, workflow('').replace('login@v2', 'login@v1.3')],
    ['login-too-old', PATH, workflow('').replace('login@v2', `login@${'0123456789'.repeat(4)}`)],
    ['workflow-permissions-as-word', PATH, workflow('    permissions: read-all\n')],
    ['workflow-token-used', PATH, workflow('').replace('az webapp up', 'git push --tags')],
    ['workflow-token-used', PATH, workflow('').replace('actions/checkout@v4', 'some/release-action@v1')],
    ['workflow-called', PATH, workflow('').replace('  push:\n    branches: [main]', '  workflow_call:')],
    [
      'workflow-anchors',
      PATH,
      workflow('    env: &e\n      A: b\n').replace('- run: az', '- env: *e\n        run: az'),
    ],
    [
      'workflow-not-read',
      PATH,
      workflow('').replace(
        LOGIN,
        `      - { uses: azure/login@v2, with: {\n          creds: "\${{ secrets.A }}" } }\n`,
      ),
    ],
  ])('refuses (%s)', async (id, path, text) => {
    expect(await refusal(text, path)).toBe(id);
  });

  it('knows the version of a commit by its comment', async () => {
    const text = workflow('').replace('login@v2', `login@${'0123456789'.repeat(4)} # v2.1.0`);
    expect(await migrated(text)).toContain('client-id');
  });

  it('says what people do: trust, variables, and the end of the secret', async () => {
    const { findings } = await engine.scan({ path: PATH, text: workflow('    environment: production\n') });
    expect(findings.map(({ fixes }) => fixes.map(({ title }) => english(title)))).toEqual([
      ['Sign in with OpenID Connect instead of the secret AZURE_CREDENTIALS'],
    ]);
    const plan = await engine.plan({ path: PATH, text: workflow('    environment: production\n') }, 'all', 'identity');
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('"subject":"repo:<organization>/<repository>:environment:production"');
    expect(steps).toContain('gh variable set AZURE_CLIENT_ID --body <app-id> --env production');
    expect(steps).toContain('gh secret delete AZURE_CREDENTIALS');
    const push = await engine.plan({ path: PATH, text: workflow('') }, 'all', 'identity');
    expect(push.kind === 'migration' ? stepTexts(push.steps).join('\n') : '').toContain(
      'repo:<organization>/<repository>:ref:refs/heads/main',
    );
  });

  it('changes only its own characters, whatever line ends, marks and comments there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.array(fc.constantFrom('# ä comment', '# 😀', ''), { maxLength: 4 }),
        fc.constantFrom('', '    permissions:\n      contents: read\n', '    timeout-minutes: 5\t\n'),
        async (end, mark, head, job) => {
          const text = mark + `${head.join('\n')}\n${workflow(job)}`.replaceAll('\n', end);
          const result = await migrated(text);
          const gone = text.split(end).filter((line) => !line.includes('creds:'));
          const rest = result.split(end);
          expect(rest.filter((line) => gone.includes(line)).length).toBeGreaterThanOrEqual(gone.length);
          expect(result.startsWith(mark)).toBe(true);
          expect(result.replaceAll('\r\n', '').includes('\n')).toBe(end === '\n');
          expect(rest.length - text.split(end).length).toBe(job.includes('permissions') ? 3 : 5);
        },
      ),
      { numRuns: 30 },
    );
  });
});
