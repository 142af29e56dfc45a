import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/cli/nearest';
import { cli, project } from './project';

describe('explain', () => {
  const root = () => project({});

  test('a service or a rule, with host and tool', async () => {
    expect(await cli(root(), ['explain', 'fake-service'])).toEqual({
      code: 0,
      stdout: '# fake-service on app-service by cli\n',
      stderr: '',
    });
    const { stdout } = await cli(root(), ['explain', 'hardcoded/fake-key', '--host', 'aks', '--iac', 'bicep']);
    expect(stdout).toBe('# hardcoded/fake-key on aks by bicep\n');
  });

  test('a rule without a service says what helps', async () => {
    const { code, stdout } = await cli(root(), ['explain', 'hardcoded/lone-key']);
    expect(stdout).toContain('belongs to no Azure service');
    expect(code).toBe(0);
  });

  test('unknown names: the nearest ones, exit 2, nothing on standard output', async () => {
    const says = async (...args: string[]) => {
      const { code, stdout, stderr } = await cli(root(), ['explain', ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr;
    };
    expect(await says('fake-servcie')).toBe(
      'secretless: there is no rule or service "fake-servcie"; did you mean fake-service, key-auth/fake-service?\n',
    );
    expect(await says('hardcoded/fake-keys')).toContain('there is no rule "hardcoded/fake-keys"; did you mean');
    expect(await says('zzz')).toContain('; known: fake-service, hardcoded/fake-key,');
    expect(await says('fake-service', '--host', 'asp-service')).toBe(
      'secretless: there is no host "asp-service"; did you mean app-service?\n',
    );
    expect(await says('fake-service', '--iac', 'pulumi')).toContain('--iac must be cli, bicep, terraform');
    expect(await says()).toContain('RULE or SERVICE is missing');
    expect(await says('a', 'b')).toContain('one RULE or SERVICE at a time');
  });
});

test('nearest: contained names and typing errors, best first', () => {
  const names = ['storage-blob', 'storage-queue', 'storage-table', 'cosmos-nosql', 'key-vault'];
  expect(nearest('storage', names)).toEqual(['storage-blob', 'storage-queue', 'storage-table']);
  expect(nearest('stroage-blob', names)[0]).toBe('storage-blob');
  expect(nearest('Cosmos-NoSQL', names)).toEqual(['cosmos-nosql']);
  expect(nearest('azure-key-vault', names)).toEqual(['key-vault']);
  expect(nearest('xyz', names)).toEqual([]);
});
