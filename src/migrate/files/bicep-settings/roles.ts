import type { Role } from '../../../services/identity';
import { roleIn } from '../functions-connection/host-roles';
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

/** A name that no other symbol of the file has. */
function freeSymbol(template: Template, wanted: string, taken: ReadonlySet<string>): string {
  const isTaken = (name: string): boolean => taken.has(name) || template.tokens.some(({ text }) => text === name);
  let name = wanted;
  for (let n = 2; isTaken(name); n++) name = wanted + String(n);
  return name;
}

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
  const found: string[] = [];
  const taken = new Set<string>();
  for (const needed of roles) {
    const role = roleIn(needed);
    if (!role) return null;
    if (isThere(template, role, app, resource)) continue;
    const symbol = freeSymbol(template, symbolFor(app, role), taken);
    taken.add(symbol);
    found.push(declaration(symbol, role, app, resource));
  }
  return found;
}
