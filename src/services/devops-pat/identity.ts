import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Azure DevOps accepts Microsoft Entra tokens of managed identities and service principals that are users of the organization. In pipelines the job token $(System.AccessToken) replaces the personal access token.',
  roles: {
    read: [{ name: 'Readers', id: '', allows: 'read the project, as a group of Azure DevOps', own: true }],
    write: [
      { name: 'Contributors', id: '', allows: 'change code and work items, as a group of Azure DevOps', own: true },
    ],
    admin: [
      { name: 'Project Administrators', id: '', allows: 'manage the project, as a group of Azure DevOps', own: true },
    ],
    other: [],
  },
  usual: 'Readers',
  scopeNote:
    'Add the identity under Organization settings, Users, with the access level Basic and the group. Permissions stay in Azure DevOps.',
  grant: {
    kind: 'commands',
    cli: [
      `az rest --method POST --url "https://vsaex.dev.azure.com/<organization>/_apis/serviceprincipalentitlements?api-version=7.1-preview.1" --resource 499b84ac-1321-427f-aa17-267ca6975798 --body '{"accessLevel":{"accountLicenseType":"express"},"servicePrincipal":{"origin":"aad","originId":"<principal-id>","subjectKind":"servicePrincipal"}}'`,
    ],
    terraform: `resource "azuredevops_service_principal_entitlement" "workload" {
  origin               = "aad"
  origin_id            = "<principal>"
  account_license_type = "express"
}`,
  },
  rotate: [
    'az rest --method DELETE --url "https://vssps.dev.azure.com/<organization>/_apis/tokens/pats?authorizationId=<token-id>&api-version=7.1-preview.1" --resource 499b84ac-1321-427f-aa17-267ca6975798',
  ],
  prove:
    'az rest --method GET --url "https://dev.azure.com/<organization>/_apis/projects?api-version=7.1" --resource 499b84ac-1321-427f-aa17-267ca6975798 --query "value[].name"',
  limits: [
    'The identity must be in the tenant of the organization. It cannot make personal access tokens or own organizations.',
    'A personal access token is revoked by its owner under User settings, or by an administrator.',
    'Policies of the organization limit personal access tokens: no global or full-scope ones, a maximum lifetime, revocation of leaked ones.',
    'Git and feeds take the Microsoft Entra token as password or bearer token.',
  ],
  links: [
    {
      title: 'Managed identities and service principals in Azure DevOps',
      url: 'https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity',
    },
    {
      title: 'Personal access tokens',
      url: 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    },
    {
      title: 'Policies for personal access tokens',
      url: 'https://learn.microsoft.com/azure/devops/organizations/accounts/manage-pats-with-policies-for-administrators',
    },
  ],
};
