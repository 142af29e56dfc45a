import type { Identity } from '../identity';
import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from '../shared/cosmos-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Cosmos DB for Table accepts Microsoft Entra tokens with roles of its own. Give the identity a data role and connect with the table endpoint instead of the connection string.',
  roles: { ...cosmosRoles, admin: [], other: [] },
  endpoint: 'https://<account>.table.cosmos.azure.com:443/',
  scopeNote: cosmosScopeNote,
  grant: cosmosGrant('table'),
  disableKeys: cosmosDisableKeys,
  rotate: cosmosRotate,
  prove:
    'az cosmosdb table role assignment list --resource-group <resource-group> --account-name <account> --output table',
  limits: [
    'Service Connector still documents a detour over listConnectionStrings for this API: use the role assignment of the table API.',
    'In Terraform use azapi: azurerm has no resource for this role assignment. The commands az cosmosdb table role are in the extension cosmosdb-preview.',
  ],
  links: [
    {
      title: 'Connect to Cosmos DB for Table with role-based access control',
      url: 'https://learn.microsoft.com/azure/cosmos-db/table/how-to-connect-role-based-access-control',
    },
    {
      title: 'Data plane roles of Cosmos DB for Table',
      url: 'https://learn.microsoft.com/azure/cosmos-db/table/security/reference-data-plane-roles',
    },
  ],
};
