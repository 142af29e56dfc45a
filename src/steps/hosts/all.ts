import type { Host } from '../host';
import { computeHosts } from './compute';
import { federatedHosts, localHost } from './federated';
import { integrationHosts } from './integration';
import { webHosts } from './web';

const order = [
  'app-service',
  'functions',
  'static-web-apps',
  'container-apps',
  'aks',
  'vm',
  'vmss',
  'aci',
  'automation',
  'logic-apps',
  'data-factory',
  'api-management',
  'batch',
  'github-actions',
  'azure-pipelines',
  'arc',
  'external',
  'local',
];

/** Every host of the catalog, in the order the pickers show. */
export const allHosts: readonly Host[] = [
  ...webHosts,
  ...computeHosts,
  ...integrationHosts,
  ...federatedHosts,
  localHost,
].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

export const findHost = (id: string): Host | null => allHosts.find((host) => host.id === id) ?? null;
