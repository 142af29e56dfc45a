import type { StepCode } from '../core/step';
import type { Role } from '../services/identity';
import { shell } from './command';
import type { Situation } from './situation';

type RoleAssignment = Extract<Situation['identity']['grant'], { kind: 'rbac' }>;

const resourceGroupType = 'Microsoft.Resources/resourceGroups';

/** An expression of Bicep, with the resource that it reads. */
interface Principal {
  /** The principal id. */
  readonly bicep: string;
  /** Known when the deployment starts: for the names of assignments. */
  readonly seed: string;
  /** Declares what both read; empty where they read parameters. The template declares each resource once. */
  readonly declares: string;
  readonly terraform: string;
}

const parameter = (place: string): Pick<Principal, 'bicep' | 'seed' | 'declares'> => ({
  bicep: `'<${place}>'`,
  seed: `'<${place}>'`,
  declares: '',
});

/** The principal that `enable` set up, for Bicep and Terraform. */
export function principalOf({ host, choice }: Situation): Principal {
  if (host.kind === 'managed' && choice === 'system-assigned') {
    const { type, name } = host.bicep;
    return {
      bicep: 'workload.identity.principalId',
      seed: 'workload.id',
      declares: `resource workload '${type}' existing = {\n  name: '${name}'\n}`,
      terraform: `${host.terraform}.workload.identity[0].principal_id`,
    };
  }
  if (choice === 'developer') return { ...parameter('group-id'), terraform: '"<group-id>"' };
  const terraform = 'azurerm_user_assigned_identity.workload.principal_id';
  // Where the app runs is not known: its identity is not in the template.
  if (host.kind === 'unknown') return { ...parameter('principal-id'), terraform };
  return { bicep: 'identity.properties.principalId', seed: 'identity.id', declares: identityResource, terraform };
}

/** The identity that the template creates, with what the steps after the deployment need of it. */
export const identityResource = `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '<identity>'
  location: '<location>'
}`;

/** `storage-blob` as `storageBlob`. */
const camel = (id: string): string => id.replace(/[-:](\w)/g, (_, first: string) => first.toUpperCase());

/** `Microsoft.Storage/storageAccounts@2025-01-01` as `storageAccount`. */
function symbolOf(type: string): string {
  const last = (type.split('@')[0] ?? '').split('/').at(-1) ?? '';
  const one = last.replace(/ies$/, 'y').replace(/s$/, '');
  return one.charAt(0).toLowerCase() + one.slice(1);
}

function bicepAssignment(situation: Situation, { scope, bicepType }: RoleAssignment, role: Role, type: string): string {
  const principal = principalOf(situation);
  const group = bicepType.startsWith(resourceGroupType);
  const target = group ? 'resourceGroup()' : symbolOf(bicepType);
  const declares = group
    ? []
    : [`resource ${target} '${bicepType}' existing = {\n  name: '${scope.slice(scope.lastIndexOf('/') + 1)}'\n}`];
  const suffix = situation.access === undefined ? '' : camel(`-${situation.access}`);
  return [
    ...(principal.declares === '' ? [] : [principal.declares]),
    ...declares,
    `resource ${camel(situation.service)}Access${suffix} 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${target}.id, ${principal.seed}, '${role.id}')
  scope: ${target}
  properties: {
    // ${role.name}
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role.id}')
    principalId: ${principal.bicep}
    principalType: '${type}'
  }
}`,
  ].join('\n\n');
}

/** A role assignment in the tool's language. */
export function assignment(situation: Situation, grant: RoleAssignment, role: Role): StepCode {
  const { scope, terraformType } = grant;
  const principal = principalOf(situation);
  const type = situation.choice === 'developer' ? 'Group' : 'ServicePrincipal';
  if (situation.iac === 'bicep') return { language: 'bicep', text: bicepAssignment(situation, grant, role, type) };
  if (situation.iac === 'terraform') {
    return {
      language: 'terraform',
      text: `resource "azurerm_role_assignment" "workload" {
  # role ${role.id}; "target" is the label of the resource in your configuration
  scope                = ${terraformType}.target.id
  role_definition_name = "${role.name}"
  principal_id         = ${principal.terraform}
  principal_type       = "${type}"
}`,
    };
  }
  return shell(assign(situation, scope, role));
}

/** The command that assigns a role. */
export function assign({ choice }: Situation, scope: string, role: Role): string {
  const [principal, type] = choice === 'developer' ? ['<group-id>', 'Group'] : ['<principal-id>', 'ServicePrincipal'];
  return `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ${type} --role ${role.id} --scope ${scope}`;
}
