import type { Role } from '../../../services/identity';
import { firstFree, grantsOf } from '../functions-connection/grants';
import type { NeededRole } from '../functions-connection/host-roles';
import { argumentsOf, written } from './module';
import type { Module } from './module';

const labelOf = (app: string, role: Role): string =>
  `${app.split('.')[1] ?? app}_${role.name
    .replace(/^Azure /, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')}`;

/** True where the file grants the role to the app on the resource already. */
const isThere = (module: Module, role: Role, app: string, target: string): boolean =>
  module.blocks.some(({ word, labels, ...block }) => {
    if (word !== 'resource' || labels[0] !== 'azurerm_role_assignment') return false;
    const own = argumentsOf(module, { word, labels, ...block });
    const is = (name: string, value: string): boolean =>
      own.some((one) => one.name.text === name && written(module, one) === value);
    return (
      is('scope', `${target}.id`) &&
      is('role_definition_name', `"${role.name}"`) &&
      is('principal_id', `${app}.identity[0].principal_id`)
    );
  });

const declaration = (label: string, role: Role, app: string, target: string): string =>
  role.own === true
    ? `resource "azurerm_cosmosdb_sql_role_assignment" "${label}" {
  resource_group_name = ${target}.resource_group_name
  account_name        = ${target}.name
  role_definition_id  = "\${${target}.id}/sqlRoleDefinitions/${role.id}" # ${role.name}
  principal_id        = ${app}.identity[0].principal_id
  scope               = ${target}.id
}`
    : `resource "azurerm_role_assignment" "${label}" {
  scope                = ${target}.id
  role_definition_name = "${role.name}"
  principal_id         = ${app}.identity[0].principal_id
}`;

/** The blocks that grant an app (`azurerm_linux_function_app.main`) its roles on a resource; null for an unknown role. */
export function roleBlocks(
  module: Module,
  roles: readonly NeededRole[],
  app: string,
  target: string,
): readonly string[] | null {
  return grantsOf(roles, {
    isThere: (role) => isThere(module, role, app, target),
    nameOf: (role) => labelOf(app, role),
    free: (name, taken) => firstFree(name, (one) => taken.has(one) || module.text.includes(`"${one}"`), '_'),
    written: (name, role) => declaration(name, role, app, target),
  });
}
