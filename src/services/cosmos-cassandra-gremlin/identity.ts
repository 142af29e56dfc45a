import type { Identity } from '../identity';
import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from '../shared/cosmos-account';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Cosmos DB for Cassandra and Gremlin know role assignments for Microsoft Entra, but the open source drivers expect a user name and a password: keep the key in Key Vault and try the identity before you rely on it.',
  roles: { ...cosmosRoles, admin: [], other: [] },
  scopeNote: cosmosScopeNote,
  grant: cosmosGrant('gremlin'),
  disableKeys: {
    ...cosmosDisableKeys,
    effect: 'Every client with a key stops, drivers that know only user name and password among them.',
  },
  rotate: cosmosRotate,
  limits: [
    'The commands are for Gremlin; for Cassandra write cassandra instead of gremlin. They are in the extension cosmosdb-preview.',
    'The documentation of Gremlin shows a token for https://cosmos.azure.com/.default in the place of the password, for an hour at a time. It was not tried here: the safe way today is the key in Key Vault.',
    'The ids of the roles are those of the other APIs and are not documented for these two: compare with az cosmosdb gremlin role definition list.',
    'Service Connector documents a detour: the app lists the keys with its token.',
  ],
  links: [
    {
      title: 'Cosmos DB for Apache Gremlin with role-based access control',
      url: 'https://learn.microsoft.com/azure/cosmos-db/gremlin/how-to-connect-role-based-access-control',
    },
    {
      title: 'Cosmos DB for Apache Cassandra with role-based access control',
      url: 'https://learn.microsoft.com/azure/cosmos-db/cassandra/how-to-connect-role-based-access-control',
    },
  ],
};
