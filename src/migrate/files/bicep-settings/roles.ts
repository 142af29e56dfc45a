import type { Role } from '../../../services/identity';
import { firstFree, grantsOf } from '../functions-connection/grants';
import type { NeededRole } from '../functions-connection/host-roles';
import type { KeyedResource } from './key-expression';
import { valueIn } from './template';
import type { Resource, Template } from './template';

const RBAC = 'microsoft.authorization/roleassignments';

/** True where the template assigns the role to the app on the resource already. */
const isThere = (template: Template, role: Role, app: Resource, target: Resource): boolean =>
  template.resources.some(
    (one) =>
      one.type === RBAC &&
      valueIn(template, one, 'scope')?.trim() === target.symbol &&
      [role.id, `${app.symbol}.identity.principalId`].every((part) =>
        template.text.slice(one.span.start, one.span.end).includes(part),
      ),
  );

const symbolFor = (app: Resource, { name }: Role): string =>
  app.symbol +
  name
    .replace(/^Azure /, '')
    .replace(/[^A-Za-z ]/g, '')
    .replace(/(?:^| )([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());

const declaration = (symbol: string, role: Role, app: Resource, target: Resource): string =>
  role.own === true
    ? `resource ${symbol} 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: ${target.symbol}
  name: guid(${target.symbol}.id, ${app.symbol}.id, '${role.id}')
  properties: {
    // ${role.name}
    roleDefinitionId: '\${${target.symbol}.id}/sqlRoleDefinitions/${role.id}'
    principalId: ${app.symbol}.identity.principalId
    scope: ${target.symbol}.id
  }
}`
    : `resource ${symbol} 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${target.symbol}.id, ${app.symbol}.id, '${role.id}')
  scope: ${target.symbol}
  properties: {
    // ${role.name}
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role.id}')
    principalId: ${app.symbol}.identity.principalId
    principalType: 'ServicePrincipal'
  }
}`;

/** The declarations that grant an app its roles on a resource, those left out that are there; null for an unknown role. */
export function roleDeclarations(
  template: Template,
  roles: readonly NeededRole[],
  app: Resource,
  { resource }: KeyedResource,
): readonly string[] | null {
  return grantsOf(roles, {
    isThere: (role) => isThere(template, role, app, resource),
    nameOf: (role) => symbolFor(app, role),
    free: (name, taken) =>
      firstFree(name, (one) => taken.has(one) || template.tokens.some(({ text }) => text === one), ''),
    written: (name, role) => declaration(name, role, app, resource),
  });
}
