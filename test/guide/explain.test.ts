import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { explainRule, explainService, explainSubject } from '../../src/guide/explain';
import { smells } from '../../src/detect/smells/index';
import { entraAppClientSecret } from '../../src/services/entra-app-client-secret/service';
import type { Service } from '../../src/services/service';
import { services } from '../../src/services';
import { storageBlob } from '../../src/services/storage-blob/service';
import { codeOf as textOfCode } from '../support/steps';
import { every } from './every';

const stepIds = (guidance: ReturnType<typeof explainService>): string[] => guidance?.steps.map(({ id }) => id) ?? [];
const codeOf = (guidance: ReturnType<typeof explainService>, step: string): string =>
  textOfCode(guidance?.steps.find(({ id }) => id === step));

const textOf = (guidance: ReturnType<typeof explainService>, step: string): string =>
  guidance?.steps
    .find(({ id }) => id === step)
    ?.text.map(english)
    .join(' ') ?? '';

test('an unknown host, service or rule has no guidance', () => {
  expect(explainService(storageBlob, { host: 'mainframe' })).toBeNull();
  expect(explainRule('storage-blob')).toBeNull();
  expect(explainSubject(services, 'no-such-service')).toBeNull();
  expect(explainSubject(services, 'key-auth/no-such-service')).toBeNull();
});

test('a rule speaks for its service, and says why', () => {
  const guidance = explainSubject(services, 'hardcoded/storage-account-key');
  expect(guidance?.service).toBe('storage-blob');
  expect(guidance?.why).toContain('leaked');
  expect(explainSubject(services, 'key-auth/storage-blob')?.why).toContain('reads from elsewhere');
  expect(explainSubject(services, 'storage-blob')?.why).toBeNull();
  expect(explainSubject(services, 'hardcoded/aws')?.service).toBe('key-vault');
});

describe('Blob Storage on App Service', () => {
  const guidance = explainService(storageBlob, { rule: 'hardcoded/storage-account-key' });

  test('goes from the identity to the end of the keys', () => {
    expect(stepIds(guidance)).toEqual([
      'identity',
      'role:storage-blob',
      'set-setting',
      'deploy',
      'prove:storage-blob',
      'remove-setting',
      'rotate:storage-blob',
      'rotate:storage-blob:second',
      'disable-keys:storage-blob',
      'local',
    ]);
  });

  test('grants the usual role by GUID and lists it first', () => {
    expect(codeOf(guidance, 'role:storage-blob')).toContain('ba92f5b4-2d11-453d-a403-e96b0029c9fe');
    expect(guidance?.roles[0]).toMatchObject({ chosen: true, role: { name: 'Storage Blob Data Contributor' } });
    expect(guidance?.roles.filter(({ chosen }) => chosen)).toHaveLength(1);
  });

  test('grants the reading role to code that only reads', () => {
    expect(codeOf(explainService(storageBlob, { access: 'read' }), 'role:storage-blob')).toContain(
      '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
    );
  });

  test('sets the endpoint and pins the credential', () => {
    expect(codeOf(guidance, 'set-setting')).toContain('AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://');
    expect(codeOf(guidance, 'set-setting')).toContain('AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential');
    expect(codeOf(guidance, 'set-setting')).not.toContain('AZURE_CLIENT_ID');
  });

  test('a user-assigned identity is selected by its client id', () => {
    const user = explainService(storageBlob, { identity: 'user-assigned' });
    expect(user?.identity.choice).toBe('user-assigned');
    expect(codeOf(user, 'set-setting')).toContain('AZURE_CLIENT_ID=<client-id>');
    expect(codeOf(user, 'identity')).toContain('az identity create');
  });

  test('fills in what the workspace knows, and nothing a shell would read as syntax', () => {
    const values = { account: 'contoso', 'resource-group': '$(reboot)' };
    const code = codeOf(explainService(storageBlob, { values }), 'role:storage-blob');
    expect(code).toContain('/storageAccounts/contoso');
    expect(code).toContain('<resource-group>');
    expect(code).not.toContain('reboot');
  });

  test('only a leaked value is called leaked', () => {
    expect(textOf(guidance, 'rotate:storage-blob')).toContain('leaked');
    expect(textOf(explainService(storageBlob), 'rotate:storage-blob')).not.toContain('leaked');
  });
});

test('Functions show the settings of a trigger', () => {
  expect(codeOf(explainService(storageBlob, { host: 'functions' }), 'set-setting:bindings:storage-blob')).toContain(
    '<connection>__blobServiceUri=',
  );
});

test('hosts that issue tokens get a trust instead of an identity', () => {
  const actions = explainService(storageBlob, { host: 'github-actions' });
  expect(actions?.identity.choice).toBe('federated');
  expect(codeOf(actions, 'identity')).toContain('https://token.actions.githubusercontent.com');
  expect(codeOf(actions, 'set-setting')).toContain('id-token: write');
  expect(stepIds(explainService(storageBlob, { host: 'aks' }))[0]).toBe('prepare');
});

test('an app registration trusts the identity, or the tokens of the host itself', () => {
  const onAzure = explainService(entraAppClientSecret, { host: 'container-apps' });
  expect(onAzure?.identity.choice).toBe('user-assigned');
  expect(codeOf(onAzure, 'role:entra-app-client-secret')).toContain(
    '"issuer":"https://login.microsoftonline.com/<tenant-id>/v2.0"',
  );
  const outside = explainService(entraAppClientSecret, { host: 'github-actions' });
  expect(stepIds(outside)).not.toContain('identity');
  expect(codeOf(outside, 'role:entra-app-client-secret')).toContain(
    '"issuer":"https://token.actions.githubusercontent.com"',
  );
});

test('a developer signs in and the role goes to a group', () => {
  const local = explainService(storageBlob, { host: 'local' });
  expect(local?.identity.choice).toBe('developer');
  expect(codeOf(local, 'identity')).toContain('az login');
  expect(codeOf(local, 'role:storage-blob')).toContain('--assignee-principal-type Group');
  expect(codeOf(local, 'set-setting')).toContain('AZURE_TOKEN_CREDENTIALS=dev');
});

test('a service without Microsoft Entra moves its secret to Key Vault', () => {
  const service: Service = { ...storageBlob, identity: { ...storageBlob.identity, support: 'no' } };
  const guidance = explainService(service);
  expect(stepIds(guidance)).toEqual([
    'rotate:storage-blob',
    'store:secret-name',
    'identity',
    'role:key-vault',
    'set-setting:setting',
    'deploy',
    'rotate:storage-blob:second',
  ]);
  expect(codeOf(guidance, 'set-setting:setting')).toContain('@Microsoft.KeyVault(SecretUri=');
  expect(guidance?.roles[0]?.role.name).toBe('Key Vault Secrets User');
});

/** Their access is granted outside of what a Bicep file deploys by itself: Microsoft Graph, Azure DevOps, users of a cluster. */
const NOT_IN_BICEP = new Set([
  'microsoft-graph',
  'entra-app-client-secret',
  'devops-pat',
  'cosmos-mongodb',
  'api-management',
]);

test.each(every)('complete on every host with every tool: %s', (_, guidances) => {
  for (const [, guidance] of guidances) {
    expect(guidance.steps.length).toBeGreaterThanOrEqual(5);
    expect(new Set(guidance.steps.map(({ id }) => id)).size).toBe(guidance.steps.length);
    for (const { title, text, code } of guidance.steps) {
      expect(english(title)).not.toMatch(/\{\w+\}|undefined|\(\)|^$/);
      expect(text.map(english).join(' ')).not.toMatch(/\{\w+\}|undefined|\(\)|<role/);
      expect(code ? textOfCode({ code }) : 'none').not.toMatch(/undefined|\[object|<role|<principal>|<workload>|^$/);
    }
    expect(guidance.identity.reasons.length).toBeGreaterThan(0);
    expect(guidance.pitfalls.length).toBeGreaterThan(2);
    expect(guidance.links.length).toBeGreaterThan(0);
    expect(new Set(guidance.links.map(({ url }) => url)).size).toBe(guidance.links.length);
    // Written for its tool where the host has a form for it.
    const languages = new Set(guidance.steps.map(({ code }) => code?.language));
    const byCommand = guidance.iac === 'bicep' && NOT_IN_BICEP.has(guidance.service);
    if (guidance.iac !== 'cli' && guidance.host.id !== 'local' && !byCommand)
      expect(languages.has(guidance.iac)).toBe(true);
    if (guidance.iac === 'cli') expect(languages.has('terraform')).toBe(false);
  }
});

describe('a finding of infrastructure', () => {
  test.each(smells.map(({ id }) => `infra/${id}`))('%s is never told that Microsoft Entra cannot help', (rule) => {
    const text = renderMarkdown(explainSubject(services, rule) ?? raise());
    expect(text).not.toMatch(/cannot replace|Does not support|Key Vault Secrets User/);
    expect(text).toMatch(/## Steps/);
  });

  test('switches key access off at the end, whatever the service', () => {
    const guidance = explainSubject(services, 'infra/shared-key-access');
    expect(guidance?.support).toBe('partly');
    expect(codeOf(guidance, 'disable-keys:resource-keys')).toContain('properties.allowSharedKeyAccess=false');
  });

  test('of a workflow is explained for GitHub Actions', () => {
    expect(explainSubject(services, 'infra/login-with-secret')?.host.id).toBe('github-actions');
    expect(explainSubject(services, 'infra/login-with-secret', { host: 'aks' })?.host.id).toBe('aks');
  });

  test('of a registry is about the registry', () => {
    expect(explainSubject(services, 'infra/acr-admin-user')?.service).toBe('container-registry');
  });
});

const raise = (): never => {
  throw new Error('no guidance');
};
