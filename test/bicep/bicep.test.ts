import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../src/core/message';
import type { Step } from '../../src/core/step';
import { serviceOf } from '../../src/services/index';
import { findHost } from '../../src/steps/hosts/all';
import { stepsOf } from '../../src/steps/plan';
import { oneTemplate, parameterName } from '../../src/steps/template';
import { noFollowUp } from '../../src/steps/follow-up';
import { codeOf } from '../support/steps';
import { outputs } from './outputs';
import { createBicepCheck } from './symbols';

let check: (text: string) => string[];
beforeAll(async () => {
  check = await createBicepCheck();
});

const step = (text: string): Step => ({
  id: text,
  kind: 'role',
  title: say('A'),
  text: [],
  code: { language: 'bicep', text },
});

const fileOf = (steps: readonly Step[]): string =>
  steps.flatMap((one) => (one.code?.language === 'bicep' ? [codeOf(one)] : [])).join('\n\n');

const account = `resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {\n  name: '<account>'\n}`;

describe('the check', () => {
  test.each([
    ['param a string', ['a is not used']],
    [
      account,
      ['accountName in line 2 is not known', 'account is not used'].slice(1).concat('<account> is a placeholder'),
    ],
    ['param a string\nparam a string\noutput b string = a', ['a is declared twice']],
    ['output b string = a', ['a in line 1 is not known']],
    [
      `output b string = 'https://a.blob.core.windows.net'`,
      [`'https://a.blob.core.windows.net is the name of one cloud`],
    ],
    ["resource a 'b@2020-01-01' = {\n  name: 'x'\n", ['does not parse']],
  ])('sees what is wrong in %s', (text, wanted) => {
    const found = check(`${text}\n`).join('; ');
    for (const one of wanted) expect(found).toContain(one);
    if (wanted.length === 0) expect(found).toBe('');
  });
});

describe('the Bicep of a guidance', () => {
  test('is there for every service', () => {
    expect(outputs.length).toBeGreaterThan(600);
  });

  test('is one file: each symbol declared once, known and used; no placeholder, no address of one cloud', () => {
    const seen = new Set<string>();
    const bad = outputs.flatMap(({ name, text }) => {
      if (seen.has(text)) return [];
      seen.add(text);
      const problems = check(text);
      return problems.length > 0 ? [{ name, problems }] : [];
    });
    expect(bad).toEqual([]);
  });
});

describe('the parts of one file', () => {
  test.each([
    ['account', 'accountName'],
    ['group-id', 'groupId'],
    ['admin-object-id', 'adminObjectId'],
    ['kubernetes-namespace', 'kubernetesNamespace'],
    ['namespace', 'namespaceName'],
    ['issuer', 'issuer'],
  ])('call <%s> %s', (place, name) => {
    expect(parameterName(place)).toBe(name);
  });

  test('declare what is already there no second time', () => {
    const [first, second] = oneTemplate([step(account), step(account)]);
    expect(codeOf(first)).toContain('param accountName string');
    expect(second?.code).toBeNull();
  });

  test('give another resource of the same name a number, and use it', () => {
    const other = account.replace("'<account>'", "'contoso'");
    const use = `resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: guid(account.id)\n  scope: account\n}`;
    const text = fileOf(oneTemplate([step(`${account}\n\n${use}`), step(`${other}\n\n${use}`)]));
    expect(text).toContain("resource account2 'Microsoft.Storage");
    expect(text).toContain('resource access2 ');
    expect(text).toContain('guid(account2.id)');
    expect(check(`${text}\n`)).toEqual([]);
  });

  test('of a plan for several services are one file too', () => {
    const services = [
      'storage-blob',
      'storage-queue',
      'service-bus',
      'cosmos-nosql',
      'cosmos-table',
      'sql',
      'postgresql',
    ];
    for (const id of ['app-service', 'functions', 'aks', 'batch', 'local', 'github-actions']) {
      for (const identity of ['system-assigned', 'user-assigned'] as const) {
        const host = findHost(id);
        const work = {
          ...noFollowUp,
          services: services.map((service) => ({ service, access: null, leaked: false, values: {} })),
        };
        const steps = stepsOf(work, serviceOf, { iac: 'bicep', identity, ...(host && { host }) });
        expect([id, identity, check(`${fileOf(steps)}\n`)]).toEqual([id, identity, []]);
      }
    }
  });

  test('are deployed before the commands that need them', () => {
    const host = findHost('container-apps');
    const work = { ...noFollowUp, services: [{ service: 'storage-blob', access: null, leaked: false, values: {} }] };
    const ids = stepsOf(work, serviceOf, { iac: 'bicep', identity: 'user-assigned', ...(host && { host }) }).map(
      (one) => one.id,
    );
    const order = [
      'identity',
      'role:storage-blob',
      'deploy:infrastructure',
      'identity:assign',
      'set-setting',
      'deploy',
    ];
    expect(ids.filter((id) => order.includes(id))).toEqual(order);
  });
});
