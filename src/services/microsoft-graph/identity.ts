import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Microsoft Graph accepts the token of a managed identity. Grant its service principal the application permissions that the app has today, and remove tenant, client ID and secret from the code.',
  roles: {
    read: [
      { name: 'User.Read.All', id: '', allows: 'read all users: an example of an application permission', own: true },
    ],
    write: [
      {
        name: 'Mail.Send',
        id: '',
        allows: 'send mail as any user: an example of an application permission',
        own: true,
      },
    ],
    admin: [],
    other: [],
  },
  usual: 'User.Read.All',
  scopeNote:
    'Grant exactly the permissions the code uses; prefer those ending in .Selected and .OwnedBy. Granting needs Privileged Role Administrator; the portal has no button for managed identities.',
  grant: {
    kind: 'commands',
    cli: [
      `az ad sp show --id 00000003-0000-0000-c000-000000000000 --query "{resource:id,role:appRoles[?value=='<role-name>'].id | [0]}"`,
      `az rest --method POST --url "https://graph.microsoft.com/v1.0/servicePrincipals/<principal-id>/appRoleAssignments" --body '{"principalId":"<principal-id>","resourceId":"<graph-principal-id>","appRoleId":"<app-role-id>"}'`,
    ],
    terraform: `data "azuread_service_principal" "graph" {
  client_id = "00000003-0000-0000-c000-000000000000"
}

resource "azuread_app_role_assignment" "workload" {
  app_role_id         = data.azuread_service_principal.graph.app_role_ids["<role-name>"]
  principal_object_id = "<principal>"
  resource_object_id  = data.azuread_service_principal.graph.object_id
}`,
  },
  disableKeys: {
    cli: 'az ad app credential delete --id <app-id> --key-id <key-id>',
    effect:
      'Deletes the secret of the old app. Everything that still signs in with it no longer works. An app management policy then prevents new secrets.',
  },
  rotate: [
    'az ad app credential list --id <app-id>',
    'az ad app credential delete --id <app-id> --key-id <leaked-key-id>',
  ],
  prove:
    'az rest --method GET --url "https://graph.microsoft.com/v1.0/servicePrincipals/<principal-id>/appRoleAssignments" --query "value[].appRoleId"',
  limits: [
    'A managed identity belongs to one tenant. An app for several tenants keeps its registration and takes the identity as federated credential instead of a secret.',
    'Tokens of a managed identity are cached for up to about 24 hours: a new permission can take that long to show.',
    'Limit mailboxes with RBAC for Applications in Exchange, sites with Sites.Selected in SharePoint.',
  ],
  links: [
    {
      title: 'Assign an app role to a managed identity',
      url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-assign-app-role-managed-identity',
    },
    {
      title: 'Access Microsoft Graph from a web app as the app',
      url: 'https://learn.microsoft.com/azure/app-service/scenario-secure-app-access-microsoft-graph-as-app',
    },
    {
      title: 'Authentication providers of Microsoft Graph',
      url: 'https://learn.microsoft.com/graph/sdks/choose-authentication-providers',
    },
  ],
};
