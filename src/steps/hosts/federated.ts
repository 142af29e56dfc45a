import { shell } from '../command';
import type { FederatedHost, LocalHost, UnknownHost } from '../host';
import { asEnvironmentFile, inPod, inYaml } from './settings';

const federation = {
  title: 'Workload identity federation',
  url: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
};

export const federatedHosts: readonly FederatedHost[] = [
  {
    kind: 'federated',
    id: 'aks',
    title: 'Azure Kubernetes Service',
    issuer: '<issuer>',
    subject: 'system:serviceaccount:<kubernetes-namespace>:<service-account>',
    bicep: {
      issuer: 'cluster.properties.oidcIssuerProfile.issuerURL',
      declares: `resource cluster 'Microsoft.ContainerService/managedClusters@2024-09-01' existing = {
  name: '<cluster>'
}`,
    },
    prepare: {
      title: 'Switch on workload identity in the cluster',
      text: 'The second command prints the issuer for the federated credential of the next step.',
      cli: shell(`az aks update --resource-group <resource-group> --name <cluster> --enable-oidc-issuer --enable-workload-identity
az aks show --resource-group <resource-group> --name <cluster> --query oidcIssuerProfile.issuerUrl --output tsv`),
      terraform: {
        language: 'terraform',
        text: `resource "azurerm_kubernetes_cluster" "cluster" {
  # the other arguments stay as they are
  oidc_issuer_enabled       = true
  workload_identity_enabled = true
}`,
      },
    },
    settings: {
      text: 'The service account carries the client id, the label lets the webhook inject the token. It sets AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE by itself. Restart the pods afterwards.',
      cli: inPod(
        `apiVersion: v1
kind: ServiceAccount
metadata:
  name: <service-account>
  namespace: <kubernetes-namespace>
  annotations:
    azure.workload.identity/client-id: <client-id>
---
# in the pod template of the deployment:
metadata:
  labels:
    azure.workload.identity/use: "true"
spec:
  serviceAccountName: <service-account>
  containers:
    - name: <container-name>
      env:
        {settings}`,
        8,
      ),
    },
    credential: 'WorkloadIdentityCredential',
    keyVault: {
      text: 'The Secrets Store CSI driver mounts the secret as a file, or copies it into a Kubernetes secret, with the workload identity of the pod.',
      code: shell(
        'az aks enable-addons --addons azure-keyvault-secrets-provider --resource-group <resource-group> --name <cluster> --enable-secret-rotation',
      ),
    },
    notes: [
      'Not the kubelet identity: without workload identity every pod can reach the identity of the node.',
      'Pod-managed identity (aad-pod-identity) is retired: migrate.',
    ],
    links: [
      {
        title: 'Microsoft Entra Workload ID on AKS',
        url: 'https://learn.microsoft.com/azure/aks/workload-identity-overview',
      },
      {
        title: 'Secrets Store CSI driver on AKS',
        url: 'https://learn.microsoft.com/azure/aks/csi-secrets-store-driver',
      },
    ],
  },
  {
    kind: 'federated',
    id: 'github-actions',
    title: 'GitHub Actions',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:<organization>/<repository>:environment:<environment>',
    settings: {
      text: 'The job requests a token from GitHub and exchanges it. AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_SUBSCRIPTION_ID are not secrets: store them as variables.',
      old: 'It is a secret of the repository, of the environment or of the organization.',
      cli: inYaml(
        `permissions:
  id-token: write
  contents: read
jobs:
  run:
    runs-on: ubuntu-latest
    environment: <environment>
    steps:
      - uses: azure/login@v3
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
      - run: <your-command>
        env:
          {settings}`,
        10,
      ),
    },
    credential: 'AzureCliCredential',
    notes: [
      'The subject must match exactly, upper and lower case included: an environment, a branch (ref:refs/heads/main) or pull_request. Repositories with immutable subjects have numbers in it.',
      'azure/login@v2 takes the same inputs. On a self-hosted runner in Azure use auth-type: IDENTITY instead.',
      'GitHub-hosted runners cannot use a managed identity directly. The federated credential replaces the secret.',
    ],
    links: [
      {
        title: 'Connect from GitHub Actions with OpenID Connect',
        url: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
      },
      { title: 'azure/login', url: 'https://github.com/Azure/login' },
    ],
  },
  {
    kind: 'federated',
    id: 'azure-pipelines',
    title: 'Azure Pipelines',
    issuer: '<issuer>',
    subject: '<subject>',
    prepare: {
      title: 'Make the service connection federated',
      text: 'In the project settings create a service connection of type Azure Resource Manager with workload identity federation, or convert the existing one. Copy issuer and subject from it: do not build them yourself, their form has changed.',
      terraform: {
        language: 'terraform',
        text: `resource "azuredevops_serviceendpoint_azurerm" "workload" {
  project_id                             = "<project-id>"
  service_endpoint_name                  = "<service-connection>"
  service_endpoint_authentication_scheme = "WorkloadIdentityFederation"
  azurerm_spn_tenantid                   = "<tenant-id>"
  azurerm_subscription_id                = "<subscription>"
  azurerm_subscription_name              = "<subscription-name>"
  credentials {
    serviceprincipalid = azurerm_user_assigned_identity.workload.client_id
  }
}`,
      },
    },
    settings: {
      text: 'AzureCLI@2 signs in with the service connection; the code in its script then authenticates as it does on a laptop.',
      cli: inYaml(
        `steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: <service-connection>
      scriptType: bash
      scriptLocation: inlineScript
      inlineScript: <your-command>
    env:
      {settings}`,
        6,
      ),
    },
    credential: 'AzureCliCredential',
    notes: [
      'Existing connections with a secret can be converted with a button. You can undo this for seven days.',
      'For code that runs longer than the lifetime of a token, use AzurePipelinesCredential with System.AccessToken.',
    ],
    links: [
      {
        title: 'Connect to Azure from Azure Pipelines',
        url: 'https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure',
      },
    ],
  },
  {
    kind: 'federated',
    id: 'external',
    title: 'Other clouds and platforms',
    issuer: '<issuer>',
    subject: '<subject>',
    prepare: {
      title: 'Find the issuer',
      text: 'AWS, Google Cloud, Kubernetes elsewhere and many platforms issue OpenID Connect tokens: you need the URL of the issuer and the subject that the workload has in its tokens. Without such an issuer use a certificate; a secret only in Key Vault, with a short lifetime and a watched rotation.',
    },
    settings: {
      text: 'The platform writes its token to a file (AZURE_FEDERATED_TOKEN_FILE). The credential exchanges it for a Microsoft Entra token.',
      cli: (settings) =>
        asEnvironmentFile([
          ...settings.filter(({ name }) => name !== 'AZURE_CLIENT_ID'),
          { name: 'AZURE_CLIENT_ID', value: '<client-id>' },
          { name: 'AZURE_TENANT_ID', value: '<tenant-id>' },
          { name: 'AZURE_FEDERATED_TOKEN_FILE', value: '<token-file>' },
        ]),
    },
    credential: 'WorkloadIdentityCredential',
    notes: ['Your own servers can have a managed identity through Azure Arc: see that host.'],
    links: [federation],
  },
];

export const localHost: LocalHost = {
  kind: 'local',
  id: 'local',
  title: 'Local development',
  settings: {
    old: 'Check .env, launch.json, user secrets and local.settings.json: only endpoints should remain. Emulators keep their well-known keys.',
    cli: asEnvironmentFile,
  },
  credential: 'dev',
  notes: [
    'Owner and Contributor of a subscription give no right to data: developers need the data role explicitly, on development resources only.',
  ],
  links: [
    {
      title: 'Passwordless connections for Azure services',
      url: 'https://learn.microsoft.com/azure/developer/intro/passwordless-overview',
    },
  ],
};

/** Where nobody has said where the code runs. Not in the list of hosts: it is no choice. */
export const unknownHost: UnknownHost = {
  kind: 'unknown',
  id: 'unknown',
  title: 'Where the app runs',
  settings: { cli: asEnvironmentFile },
  credential: null,
  notes: [],
  links: [],
};
