import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Container Registry accepts Microsoft Entra tokens. Hosts pull with their identity, pipelines sign in with az acr login; the admin user goes.',
  roles: {
    read: [{ name: 'AcrPull', id: '7f951dda-4ed3-4680-a7ca-43fe172d538d', allows: 'pull images' }],
    write: [{ name: 'AcrPush', id: '8311e382-0749-4cb8-b61a-304f252e45ec', allows: 'pull and push images' }],
    admin: [{ name: 'AcrDelete', id: 'c2f4ef07-c644-48eb-af81-4b1b4947fb11', allows: 'delete images' }],
    other: [
      {
        name: 'Container Registry Repository Reader',
        id: 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
        allows: 'pull, in a registry with repository permissions',
      },
      {
        name: 'Container Registry Repository Writer',
        id: '2a1e307c-b015-4ebd-883e-5b7698a07328',
        allows: 'pull and push, in a registry with repository permissions',
      },
      {
        name: 'Container Registry Repository Contributor',
        id: '2efddaa5-3f1f-4df3-97df-af3f13818f4c',
        allows: 'pull, push and delete, in a registry with repository permissions',
      },
      {
        name: 'Container Registry Repository Catalog Lister',
        id: 'bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7',
        allows: 'list repositories, in a registry with repository permissions',
      },
    ],
  },
  usual: 'AcrPull',
  endpoint: 'https://<registry>.azurecr.io',
  scopeNote:
    'A registry in the mode AbacRepositoryPermissions ignores AcrPull and AcrPush: there the Container Registry Repository roles apply, down to one repository.',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.ContainerRegistry/registries/<registry>',
    bicepType: 'Microsoft.ContainerRegistry/registries@2025-04-01',
    terraformType: 'azurerm_container_registry',
  },
  disableKeys: {
    cli: 'az acr update --name <registry> --admin-enabled false',
    bicep: 'properties.adminUserEnabled: false',
    terraform: 'admin_enabled = false',
    effect:
      'Everything that signs in with the admin user stops. Delete unused repository tokens too: az acr token delete.',
  },
  rotate: [
    'az acr credential renew --name <registry> --password-name password',
    'az acr credential renew --name <registry> --password-name password2',
    '# or, for a repository token:',
    'az acr token credential generate --registry <registry> --name <token> --password1',
  ],
  prove: 'az acr login --name <registry>',
  limits: [
    'App Service pulls with az webapp config set --acr-use-identity true; delete DOCKER_REGISTRY_SERVER_USERNAME and DOCKER_REGISTRY_SERVER_PASSWORD. Container Apps: az containerapp registry set --identity. Container Instances: --acr-identity.',
    'AKS pulls with the identity of its kubelet (az aks update --attach-acr <registry>), not with workload identity.',
    'Tools that insist on a password: user 00000000-0000-0000-0000-000000000000 with an access token.',
    'Repository tokens are a secret kind of their own, for clients outside Microsoft Entra.',
  ],
  links: [
    {
      title: 'Authenticate to Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication',
    },
    {
      title: 'Repository permissions of Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions',
    },
    {
      title: 'Pull with an identity on App Service',
      url: 'https://learn.microsoft.com/azure/app-service/configure-custom-container',
    },
  ],
};
