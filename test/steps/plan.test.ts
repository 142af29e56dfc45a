import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { lineOf } from '../../src/core/shell';
import type { Step } from '../../src/core/step';
import { explainService } from '../../src/guide/explain';
import { serviceOf, services } from '../../src/services';
import type { Service } from '../../src/services/service';
import { parseCommands } from '../../src/steps/command';
import { allHosts, findHost } from '../../src/steps/hosts/all';
import { stepsOf } from '../../src/steps/plan';
import { isSql, turnsOf } from '../../src/steps/rotate';
import { mergeFollowUps, noFollowUp } from '../../src/steps/follow-up';
import type { OldSetting, ServiceFollowUp, FollowUp } from '../../src/steps/follow-up';
import { azCommands } from '../guide/az-commands';
import { codeOf, stepText } from '../support/steps';

const one = (service: string, more: Partial<ServiceFollowUp> = {}): ServiceFollowUp => ({
  service,
  access: null,
  leaked: false,
  values: {},
  ...more,
});

const old = (name: string, more: Partial<OldSetting> = {}): OldSetting => ({
  name,
  project: '',
  readers: [],
  host: false,
  searched: true,
  ...more,
});

const steps = (work: Partial<FollowUp>, options: Parameters<typeof stepsOf>[2] = {}): Step[] =>
  stepsOf({ ...noFollowUp, ...work }, serviceOf, options);
const ids = (work: Partial<FollowUp>): string[] => steps(work).map(({ id }) => id);
const said = (work: Partial<FollowUp>): string => steps(work).map(stepText).join('\n');

describe('the steps of a plan', () => {
  test('go from the packages to the end of the keys', () => {
    expect(
      ids({
        services: [one('storage-blob', { leaked: true })],
        installs: [{ packages: ['@azure/identity'], manifest: 'package.json', tool: 'npm' }],
        added: [{ name: 'AZURE_STORAGEBLOB_RESOURCEENDPOINT', service: 'storage-blob', value: null }],
        old: [old('STORAGE_CONN')],
      }),
    ).toEqual([
      'install:package.json',
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

  test('are none where nothing was done', () => {
    expect(steps({})).toEqual([]);
  });

  test('fill in the names that are known, and a value that a shell would act on never', () => {
    const services = [one('storage-blob', { leaked: true, values: { account: 'contoso' } })];
    const added = [{ name: 'ENDPOINT', service: 'storage-blob', value: null }];
    const text = said({ services, added });
    expect(text).toContain('--account-name contoso');
    expect(text).toContain('ENDPOINT=https://contoso.blob.core.windows.net');
    expect(text).not.toContain('<account>');
    expect(said({ services, added: [{ name: 'ENDPOINT', service: null, value: '$(reboot)' }] })).not.toContain(
      'reboot',
    );
  });

  test('say a role, an identity and a command once for services of one account', () => {
    const work = { services: [one('storage-blob', { leaked: true }), one('storage-queue', { leaked: true })] };
    const all = steps(work);
    expect(all.filter(({ kind }) => kind === 'identity')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'role').map(({ id }) => id)).toEqual([
      'role:storage-blob',
      'role:storage-queue',
    ]);
    for (const kind of ['rotate', 'disable-keys'] as const) {
      const codes = all.filter((step) => step.kind === kind).map(codeOf);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect(all.filter(({ kind }) => kind === 'disable-keys')).toHaveLength(1);
  });

  test('grant the broader of two roles of a service once, and both where neither covers the other', () => {
    const blob = steps({
      services: [one('storage-blob', { access: 'read' }), one('storage-blob', { access: 'write' })],
    });
    expect(blob.filter(({ kind }) => kind === 'role').map(({ title }) => english(title))).toEqual([
      'Grant Storage Blob Data Contributor on Azure Blob Storage',
    ]);
    const bus = steps({ services: [one('service-bus', { access: 'read' }), one('service-bus', { access: 'write' })] });
    expect(bus.filter(({ kind }) => kind === 'role').map(({ title }) => english(title))).toEqual([
      'Grant Azure Service Bus Data Receiver on Azure Service Bus',
      'Grant Azure Service Bus Data Sender on Azure Service Bus',
    ]);
  });

  test('rotate only what leaked', () => {
    expect(ids({ services: [one('storage-blob')] }).filter((id) => id.startsWith('rotate'))).toEqual([]);
    expect(said({ services: [one('storage-blob')] })).not.toMatch(/leaked|rotate it/);
    expect(said({ services: [one('storage-blob', { leaked: true })] })).toContain('Treat it as leaked and rotate it');
  });

  test('select a user-assigned identity by its client id', () => {
    const text = said({ services: [one('storage-blob')], userAssigned: true });
    expect(text).toContain('Create a user-assigned managed identity');
    expect(text).toContain('AZURE_CLIENT_ID=<client-id>');
  });

  test('never show an empty id', () => {
    for (const { id } of services) expect(said({ services: [one(id, { leaked: true })] })).not.toMatch(/(?<!\w)\(\)/);
  });
});

describe('an old setting', () => {
  const services = [one('service-bus')];

  test('goes when nothing reads it any more', () => {
    expect(said({ services, old: [old('A'), old('B')] })).toContain(
      'Once the new version runs, delete the settings A, B where the app runs: nothing in the workspace reads them any more.',
    );
  });

  test('goes with a condition when not everything was looked at', () => {
    expect(said({ services, old: [old('A', { searched: false })] })).toContain(
      'Once the new version runs and nothing else reads it, delete the setting A where the app runs.',
    );
  });

  test('stays with who still reads it', () => {
    const readers = [
      { path: 'src/legacy.js', kind: 'code' },
      { path: 'In/function.json', kind: 'binding' },
      { path: 'main.bicep', kind: 'template' },
      { path: '.github/workflows/ci.yml', kind: 'workflow' },
    ] as const;
    const text = said({ services, old: [old('SB_CONN', { readers })] });
    for (const { path } of readers) expect(text).toMatch(new RegExp(`The setting SB_CONN stays: [^.]*${path}`));
    expect(text).toContain('SB_CONN__fullyQualifiedNamespace instead of SB_CONN');
    expect(text).not.toMatch(/delete the (?:old )?setting/);
  });

  test('stays with a library that reads it by itself, which is no binding', () => {
    const readers = [{ path: 'chat.ts', kind: 'itself' }] as const;
    const text = said({ services, old: [old('OPENAI_API_KEY', { readers })] });
    expect(text).toContain(
      'The setting OPENAI_API_KEY stays: the Azure Functions host or a library reads it by itself: chat.ts.',
    );
    expect(text).not.toContain('binding');
  });

  test('stays for the Functions host', () => {
    const text = said({ services, old: [old('AzureWebJobsStorage', { host: true })] });
    expect(text).toMatch(/The setting AzureWebJobsStorage stays where the app runs: the Azure Functions host reads it/);
    expect(text).not.toMatch(/delete the (?:old )?setting/);
  });

  test('is deleted by its name in the environment, where the host has a command', () => {
    const remove = stepsOf({ ...noFollowUp, services, old: [old('ConnectionStrings:Bus')] }, serviceOf, {
      host: findHost('app-service') ?? allHosts[0]!,
    }).find(({ kind }) => kind === 'remove-setting');
    expect(codeOf(remove).replace(/ \\\n */g, ' ')).toBe(
      'az webapp config appsettings delete --resource-group <resource-group> --name <app> --setting-names ConnectionStrings__Bus',
    );
  });
});

describe('a setting that a client reads by itself', () => {
  test('goes before the new version starts, also where other code reads it', () => {
    const readers = [{ path: 'b.js', kind: 'code' }] as const;
    const work = {
      services: [one('openai')],
      mustGo: ['AZURE_OPENAI_API_KEY'],
      old: [old('AZURE_OPENAI_API_KEY', { readers })],
    };
    const all = steps(work).map(({ id }) => id);
    expect(all.indexOf('remove-setting:first:AZURE_OPENAI_API_KEY')).toBeLessThan(all.indexOf('deploy'));
    expect(said(work)).toContain('The client reads AZURE_OPENAI_API_KEY itself, and throws an error if it is set');
    expect(said(work)).toContain('from a setting with another name: b.js.');
    expect(said(work)).not.toContain('AZURE_OPENAI_API_KEY stays');
  });
});

describe('the value of an emulator', () => {
  test('is no secret, and what becomes of it is said', () => {
    const text = said({ services: [one('storage-blob')], emulators: [{ name: 'CONN', file: '.env' }] });
    expect(text).toContain('.env keeps CONN for the local emulator');
    expect(text).not.toMatch(/leaked|rotate it/);
  });
});

test.each(services.map((service): [string, Service] => [service.id, service]))(
  'the guidance and the plan show the same steps: %s',
  (id, service) => {
    if (service.identity.support === 'no') return;
    for (const host of allHosts) {
      const guidance = explainService(service, { host: host.id })?.steps ?? [];
      const added =
        service.endpointSetting === undefined ? [] : [{ name: service.endpointSetting, service: id, value: null }];
      const plan = steps({ services: [one(id)], added }, { host });
      // Before the code is changed, secrets count as old and nobody knows who reads their settings.
      const known = guidance.filter(({ kind }) => kind !== 'rotate' && kind !== 'remove-setting');
      expect(plan).toEqual(known);
    }
  },
);

test('commands to delete settings exist', () => {
  for (const host of allHosts) {
    const code = host.settings.remove?.(['A', 'B']);
    for (const command of code?.language === 'shell' ? code.commands : []) {
      const at = command.args.findIndex((word) => word.startsWith('-'));
      const name = command.args.slice(0, at).join(' ');
      const parameters = azCommands.core[name] ?? azCommands.extensions[name] ?? '';
      for (const word of command.args.slice(at).filter((part) => part.startsWith('--')))
        expect([name, parameters.split(' ')]).toEqual([name, expect.arrayContaining([word.slice(2)])]);
    }
  }
});

describe('rotating', () => {
  test.each(services.map(({ id, identity }): [string, readonly string[]] => [id, identity.rotate]))(
    'never renews both keys in one step: %s',
    (_, rotate) => {
      const { first, second } = turnsOf(parseCommands(rotate.filter((line) => !isSql(line))));
      for (const turn of [first, second]) {
        const lines = turn.filter(({ instead }) => instead !== true).map(lineOf);
        const keys = new Set(
          lines.map((line) => /(primary|secondary|\b(?:key|password)-?[12]?\b(?= |$))/i.exec(line)?.[1]?.toLowerCase()),
        );
        keys.delete(undefined);
        expect(keys.size).toBeLessThanOrEqual(1);
        expect(lines.some((line) => /primary/i.test(line)) && lines.some((line) => /secondary/i.test(line))).toBe(
          false,
        );
      }
    },
  );

  test('deletes a secret only after the new one is there', () => {
    const { first, second, deletes } = turnsOf(
      parseCommands(['az ad app credential reset --id x --append', 'az ad app credential delete --id x --key-id y']),
    );
    expect([first.length, second.length, deletes]).toEqual([1, 1, true]);
  });
});

describe('several pieces of work', () => {
  test('become one: each thing once, the later knows better', () => {
    const merged = mergeFollowUps([
      {
        ...noFollowUp,
        services: [one('storage-blob', { values: { account: 'a' } })],
        installs: [{ packages: ['x'], manifest: 'package.json', tool: 'npm' }],
        old: [old('CONN', { readers: [{ path: 'b.js', kind: 'code' }] })],
      },
      {
        ...noFollowUp,
        services: [one('storage-blob', { leaked: true, values: { account: 'b' } })],
        installs: [{ packages: ['y'], manifest: 'package.json', tool: 'npm' }],
        old: [old('CONN'), old('CONN', { project: 'other', readers: [{ path: 'other/c.js', kind: 'code' }] })],
      },
    ]);
    expect(merged.services).toEqual([one('storage-blob', { leaked: true })]);
    expect(merged.installs).toEqual([{ packages: ['x', 'y'], manifest: 'package.json', tool: 'npm' }]);
    expect(merged.old.map(({ project, readers }) => [project, readers.length])).toEqual([
      ['', 0],
      ['other', 1],
    ]);
  });

  test('leave a setting that another project still reads', () => {
    const text = said({
      services: [one('service-bus')],
      old: [old('CONN'), old('CONN', { project: 'b', readers: [{ path: 'b/c.js', kind: 'code' }] })],
    });
    expect(text).toContain('The setting CONN stays');
    expect(text).not.toMatch(/delete the (?:old )?setting/);
  });
});
