import { say } from '../core/message';
import type { Role } from '../services/identity';
import type { Step } from './guidance';
import type { Snippet } from './host';
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

function assignment(situation: Situation, { scope, bicepType, terraformType }: RoleAssignment, role: Role): Snippet {
  const developer = situation.choice === 'developer';
  const principal = principalOf(situation);
  const type = developer ? 'Group' : 'ServicePrincipal';
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
  return {
    language: 'shell',
    text: `az role assignment create --assignee-object-id ${developer ? '<group-id>' : '<principal-id>'} --assignee-principal-type ${type} \\
  --role ${role.id} \\
  --scope ${scope}`,
  };
}

/** "Code that only writes needs X instead": the other roles a person should know of before granting. */
function alternatives({ identity: { roles }, role, t }: Situation): string[] {
  const others = (of: readonly Role[]): string =>
    of
      .filter(({ name }) => name !== role?.name)
      .map(({ name }) => name)
      .join(', ');
  const read = others(roles.read);
  const write = others(roles.write);
  return [
    ...(read ? [t(say('For code that only reads: {roles}.', { roles: read }))] : []),
    ...(write ? [t(say('For code that writes: {roles}.', { roles: write }))] : []),
  ];
}

/** Gives the identity access: a role assignment, or the service's own way. */
export function grantSteps(situation: Situation): Step[] {
  const { identity, role, t, iac, choice, host } = situation;
  const { grant, scopeNote } = identity;
  const sentences = [
    ...(role && situation.access === 'read'
      ? [t(say('The code in this file only reads; code elsewhere may need more.'))]
      : role && situation.access === 'write' && identity.roles.write.includes(role)
        ? [t(say('The code in this file writes.'))]
        : []),
    ...(role ? [t(say('{role}: {allows}.', { role: role.name, allows: t(say(role.allows)) }))] : []),
    ...alternatives(situation),
    ...(scopeNote === undefined ? [] : [t(say(scopeNote))]),
  ];
  if (choice === 'developer') {
    if (identity.trust === 'application') return [];
    sentences.push(t(say('Grant it to a group of developers, on development resources only.')));
  }
  if (grant.kind === 'rbac') {
    if (role === null) return [];
    return [
      {
        id: 'grant-role',
        title: t(say('Grant {role}', { role: role.name })),
        text: [...sentences, t(say('A new assignment takes up to ten minutes to work.'))].join(' '),
        code: assignment(situation, grant, role),
      },
    ];
  }
  const direct = host.kind === 'federated' && identity.trust === 'application';
  const issuer = direct ? host.issuer : 'https://login.microsoftonline.com/<tenant-id>/v2.0';
  const subject = direct ? host.subject : '<principal-id>';
  const principal = principalOf(situation);
  const complete = (code: string): string =>
    code
      .replaceAll("'<principal>'", principal.bicep)
      .replaceAll('"<principal>"', principal.terraform)
      .replaceAll("'<workload>'", principal.seed)
      .replaceAll('<principal-id>', choice === 'developer' ? '<group-id>' : '<principal-id>')
      .replaceAll('<role-id>', role?.id ?? '<role-id>')
      .replaceAll('<role-name>', role?.name ?? '<role-name>')
      .replaceAll('<issuer>', issuer)
      .replaceAll('<subject>', subject);
  const written = iac === 'cli' ? undefined : grant[iac];
  const code: Snippet | null =
    written !== undefined && iac !== 'cli'
      ? { language: iac, text: complete(written) }
      : grant.cli.length > 0
        ? { language: 'shell', text: grant.cli.map(complete).join('\n') }
        : null;
  const title =
    identity.trust === 'application'
      ? say('Let the app registration trust it')
      : grant.sql
        ? say('Set a Microsoft Entra administrator')
        : role
          ? say('Grant {role}', { role: role.name })
          : say('Give the identity access');
  const steps: Step[] = [{ id: 'grant-role', title: t(title), text: sentences.join(' '), ...(code && { code }) }];
  if (grant.sql !== undefined) {
    steps.push({
      id: 'grant-sql',
      title: t(say('Create its user in the database')),
      text: t(say('Run this signed in as the Microsoft Entra administrator of the server.')),
      code: { language: 'sql', text: grant.sql.map(complete).join('\n') },
    });
  }
  return steps;
}
