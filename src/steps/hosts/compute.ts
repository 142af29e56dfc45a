import type { ManagedHost } from '../host';
import { asEnvironmentFile, onCommandLine } from './settings';

const identityOverview = {
  title: 'What are managed identities for Azure resources?',
  url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview',
};

const machineSettings = {
  text: 'Put them where the service takes its environment from: an environment file of the systemd unit, the environment of the Windows service, the compose file.',
  cli: asEnvironmentFile,
};

export const computeHosts: readonly ManagedHost[] = [
  {
    kind: 'managed',
    id: 'vm',
    title: 'Virtual machine',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system: 'az vm identity assign --resource-group <resource-group> --name <vm>',
      user: 'az vm identity assign --resource-group <resource-group> --name <vm> --identities <identity-id>',
    },
    bicep: { type: 'Microsoft.Compute/virtualMachines@2024-07-01', name: '<vm>' },
    terraform: 'azurerm_linux_virtual_machine',
    settings: machineSettings,
    credential: 'ManagedIdentityCredential',
    notes: [
      'Anyone who can run code on the machine can use its identity. Use separate machines for workloads that need different roles.',
      'Windows machines are azurerm_windows_virtual_machine in Terraform.',
    ],
    links: [identityOverview],
  },
  {
    kind: 'managed',
    id: 'vmss',
    title: 'Virtual machine scale set',
    kinds: ['user-assigned', 'system-assigned'],
    cli: {
      system: 'az vmss identity assign --resource-group <resource-group> --name <vmss>',
      user: 'az vmss identity assign --resource-group <resource-group> --name <vmss> --identities <identity-id>',
    },
    bicep: { type: 'Microsoft.Compute/virtualMachineScaleSets@2024-07-01', name: '<vmss>' },
    terraform: 'azurerm_linux_virtual_machine_scale_set',
    settings: machineSettings,
    credential: 'ManagedIdentityCredential',
    notes: [
      'With a manual upgrade policy the instances must be updated before they have the identity.',
      'azurerm_orchestrated_virtual_machine_scale_set takes user-assigned identities only.',
      'Windows scale sets are azurerm_windows_virtual_machine_scale_set in Terraform.',
    ],
    links: [identityOverview],
  },
  {
    kind: 'managed',
    id: 'aci',
    title: 'Container Instances',
    kinds: ['system-assigned', 'user-assigned'],
    cli: {
      system:
        'az container create --resource-group <resource-group> --name <container-group> --image <image> --assign-identity',
      user: 'az container create --resource-group <resource-group> --name <container-group> --image <image> --assign-identity <identity-id>',
    },
    bicep: { type: 'Microsoft.ContainerInstance/containerGroups@2023-05-01', name: '<container-group>' },
    terraform: 'azurerm_container_group',
    settings: {
      text: 'The environment of a container group is given when it is created.',
      cli: onCommandLine(
        'az container create --resource-group <resource-group> --name <container-group> --image <image> --assign-identity --environment-variables',
      ),
    },
    credential: 'ManagedIdentityCredential',
    notes: ['--acr-identity lets the group pull its image from a registry with the identity.'],
    links: [identityOverview],
  },
  {
    kind: 'managed',
    id: 'batch',
    title: 'Batch pool',
    kinds: ['user-assigned'],
    cli: {},
    bicep: {
      type: 'Microsoft.Batch/batchAccounts/pools@2024-07-01',
      name: '<pool>',
      loses:
        'A pool is declared as a whole: what this leaves out, such as a start task, packages, mounts or a network, the pool does not have. Copy it from the pool you use today, or create a new pool.',
      whole: `resource batchAccount 'Microsoft.Batch/batchAccounts@2024-07-01' existing = {
  name: '<batch-account>'
}

resource workload 'Microsoft.Batch/batchAccounts/pools@2024-07-01' = {
  parent: batchAccount
  name: '<pool>'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '\${identity.id}': {}
    }
  }
  properties: {
    vmSize: '<vm-size>'
    deploymentConfiguration: {
      virtualMachineConfiguration: {
        imageReference: {
          publisher: '<image-publisher>'
          offer: '<image-offer>'
          sku: '<image-sku>'
        }
        nodeAgentSkuId: '<node-agent-sku>'
      }
    }
    scaleSettings: {
      fixedScale: {
        targetDedicatedNodes: 1
      }
    }
  }
}`,
    },
    terraform: 'azurerm_batch_pool',
    settings: {
      text: 'Give them as environment settings of the tasks.',
      cli: asEnvironmentFile,
    },
    credential: 'ManagedIdentityCredential',
    notes: [
      'Pools support only user-assigned identities, and only through ARM, Bicep, Terraform or the SDK. Tasks on the nodes use the identity of the pool.',
    ],
    links: [identityOverview],
  },
  {
    kind: 'managed',
    id: 'arc',
    title: 'On-premises or other cloud, with Azure Arc',
    kinds: ['system-assigned'],
    cli: {
      system: 'az connectedmachine show --resource-group <resource-group> --name <machine>',
    },
    bicep: { type: 'Microsoft.HybridCompute/machines@2024-07-10', name: '<machine>', existing: true },
    terraform: 'azurerm_arc_machine',
    settings: machineSettings,
    credential: 'ManagedIdentityCredential',
    notes: [
      'The identity comes with azcmagent connect; only system-assigned.',
      'The process must be in the group himds (Linux), or in Administrators or Hybrid agent extension applications (Windows), to read the challenge file of the local endpoint.',
    ],
    links: [
      {
        title: 'Authenticate with managed identity on Azure Arc-enabled servers',
        url: 'https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication',
      },
    ],
  },
];
