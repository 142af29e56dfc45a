import type { StepCode } from '../core/step';
import type { Role } from '../services/identity';
import { shell } from './command';
import type { Situation } from './situation';

type RoleAssignment = Extract<Situation['identity']['grant'], { kind: 'rbac' }>;

const resourceGroupType = 'Microsoft.Resources/resourceGroups';

/** Expressions for the principal that `enable` set up, in Bicep and Terraform. */
export function principalOf({ host, choice }: Situation): { bicep: string; seed: string; terraform: string } {
  if (host.kind === 'managed' && choice === 'system-assigned') {
    return {
      bicep: 'workload.identity.principalId',
      seed: 'workload.id',
      terraform: `${host.terraform}.workload.identity[0].principal_id`,
    };
  }
  if (choice === 'developer') return { bicep: `'<group-id>'`, seed: `'<group-id>'`, terraform: '"<group-id>"' };
  return {
    bicep: 'identity.properties.principalId',
    seed: 'identity.id',
    terraform: 'azurerm_user_assigned_identity.workload.principal_id',
  };
}

/** A role assignment in the tool's language. */
export function assignment(
  situation: Situation,
  { scope, bicepType, terraformType }: RoleAssignment,
  role: Role,
): StepCode {
  const principal = principalOf(situation);
  const type = situation.choice === 'developer' ? 'Group' : 'ServicePrincipal';
  if (situation.iac === 'bicep') {
    const group = bicepType.startsWith(resourceGroupType);
    const target = `resource target '${bicepType}' existing = {\n  name: '${scope.slice(scope.lastIndexOf('/') + 1)}'\n}\n\n`;
    return {
      language: 'bicep',
      text: `${group ? '' : target}resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${group ? 'resourceGroup()' : 'target'}.id, ${principal.seed}, '${role.id}')
  scope: ${group ? 'resourceGroup()' : 'target'}
  properties: {
    // ${role.name}
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role.id}')
    principalId: ${principal.bicep}
    principalType: '${type}'
  }
}`,
    };
  }
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
