import { describe, expect, test } from 'vitest';
import { hosts } from '../../src/guide/explain';
import { allHosts } from '../../src/steps/hosts/all';
import { vaultAccess } from '../../src/steps/vault';
import { placeholders } from '../../src/steps/placeholders';
import { services } from '../../src/services';
import type { Identity, Role } from '../../src/services/identity';
import { roleFor } from '../../src/services/identity';
import { builtInRoles } from './built-in-roles';
import { codeOf } from '../support/steps';
import { every } from './every';
import { knownPlaces } from './known-places';

const rolesOf = ({ roles }: Pick<Identity, 'roles'>): Role[] => [
  ...roles.read,
  ...roles.write,
  ...roles.admin,
  ...roles.other,
];

const named = services.map((service) => [service.id, service.identity] as const);

describe.each([...named, ['key vault', vaultAccess] as const])('%s', (_, identity) => {
  test('names only built-in roles, with their GUIDs', () => {
    for (const { name, id, own } of rolesOf(identity)) {
      if (own !== true) expect([name, id]).toEqual([name, builtInRoles[name]]);
    }
  });

  test('says what each role allows', () => {
    for (const role of rolesOf(identity)) expect(role.allows).toMatch(/^\p{Ll}.*[^.]$/u);
  });
});

describe.each(named)('%s', (_, identity) => {
  test('offers the usual role among its roles', () => {
    if (identity.usual !== undefined) expect(rolesOf(identity).map(({ name }) => name)).toContain(identity.usual);
    expect(roleFor(identity)).toBe(
      identity.usual === undefined ? roleFor(identity) : rolesOf(identity).find(({ name }) => name === identity.usual),
    );
  });

  test('grants a role where access is a role assignment', () => {
    if (identity.grant.kind === 'rbac')
      expect(roleFor(identity)?.id).toMatch(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    else
      expect(identity.grant.cli.length + (identity.grant.sql?.length ?? 0)).toBeGreaterThan(
        identity.support === 'no' ? -1 : 0,
      );
  });

  test('links its sources', () => {
    expect(identity.links.length).toBeGreaterThan(0);
  });

  test('tells what it does in whole sentences', () => {
    for (const text of [
      identity.summary,
      ...identity.limits,
      ...(identity.disableKeys ? [identity.disableKeys.effect] : []),
    ]) {
      expect(text).toMatch(/^[\p{Lu}\d"'<.$@].*[.)]$/su);
    }
  });
});

test('every host of the catalog is there once', () => {
  expect(hosts.map(({ id }) => id)).toEqual([
    'app-service',
    'functions',
    'static-web-apps',
    'container-apps',
    'aks',
    'vm',
    'vmss',
    'aci',
    'automation',
    'logic-apps',
    'data-factory',
    'api-management',
    'batch',
    'github-actions',
    'azure-pipelines',
    'arc',
    'external',
    'local',
  ]);
});

const official = new Set(['learn.microsoft.com', 'docs.github.com', 'registry.terraform.io']);

test.each([
  ...allHosts.map(({ id, links }) => [id, links] as const),
  ...named.map(([id, { links }]) => [id, links] as const),
])('links of %s lead to official documentation', (_, links) => {
  for (const { url, title } of links) {
    const { protocol, host, pathname } = new URL(url);
    expect(protocol).toBe('https:');
    expect(official.has(host) || (host === 'github.com' && /^\/Azure\//.test(pathname))).toBe(true);
    expect(url).not.toMatch(/\/en-us\//);
    expect(title.trim()).not.toBe('');
  }
});

test.each(every)('placeholders are known: %s', (_, guidances) => {
  const unknown = guidances.flatMap(([name, { steps }]) =>
    steps
      .flatMap((step) => placeholders(codeOf(step)))
      .filter((place) => !Object.hasOwn(knownPlaces, place))
      .map((place) => [name, place]),
  );
  expect(unknown).toEqual([]);
});
