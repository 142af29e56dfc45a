import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'A subscription key identifies a caller for quotas, and API Management does not accept an identity in its place. Make the subscription optional and validate tokens instead (policy validate-azure-ad-token). Callers then send a token for the app registration of the API.',
  roles: {
    read: [
      {
        name: 'API Management Service Reader Role',
        id: '71522526-b88f-4d52-b57f-d31fc3546d0d',
        allows: 'see the service, without calling its APIs',
      },
    ],
    write: [],
    admin: [
      {
        name: 'API Management Service Contributor',
        id: '312a565d-c81f-4fd8-895a-4e21e48d571c',
        allows: 'manage the service',
      },
    ],
    other: [
      { name: 'app role of the API', id: '', allows: 'call the API, as its app registration defines', own: true },
    ],
  },
  usual: 'app role of the API',
  scopeNote: 'The policy checks the audience and the client ids of the callers: list their managed identities.',
  grant: {
    kind: 'commands',
    cli: [
      `az rest --method POST --url "https://graph.microsoft.com/v1.0/servicePrincipals/<principal-id>/appRoleAssignments" --body '{"principalId":"<principal-id>","resourceId":"<api-principal-id>","appRoleId":"<app-role-id>"}'`,
    ],
    terraform: `resource "azuread_app_role_assignment" "workload" {
  app_role_id         = "<app-role-id>"
  principal_object_id = "<principal>"
  resource_object_id  = "<api-principal-id>"
}`,
  },
  disableKeys: {
    cli: 'az apim api update --resource-group <resource-group> --service-name <apim> --api-id <api-id> --subscription-required false',
    bicep: 'properties.subscriptionRequired: false',
    terraform: `resource "azurerm_api_management_api" "target" {
  # the other arguments stay as they are
  subscription_required = false
}`,
    effect:
      'The API no longer requires the key. Do this only together with a policy that validates tokens; otherwise the API is open.',
  },
  rotate: [
    'az rest --method POST --url "https://management.azure.com/<apim-id>/subscriptions/<subscription-name>/regeneratePrimaryKey?api-version=2024-05-01"',
    'az rest --method POST --url "https://management.azure.com/<apim-id>/subscriptions/<subscription-name>/regenerateSecondaryKey?api-version=2024-05-01"',
  ],
  limits: [
    'Towards its backends the gateway uses its own managed identity: policy authentication-managed-identity.',
    'Named values can be references to Key Vault.',
    'The token of a self-hosted gateway is one more secret.',
  ],
  links: [
    {
      title: 'Policy validate-azure-ad-token',
      url: 'https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy',
    },
    {
      title: 'Managed identities in API Management',
      url: 'https://learn.microsoft.com/azure/api-management/api-management-howto-use-managed-service-identity',
    },
    {
      title: 'Policy authentication-managed-identity',
      url: 'https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy',
    },
    {
      title: 'Named values',
      url: 'https://learn.microsoft.com/azure/api-management/api-management-howto-properties',
    },
  ],
};
