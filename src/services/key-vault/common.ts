import type { Role } from '../identity';

/** Lists the secrets of a vault and reads their values. */
export const secretsUser: Role = {
  name: 'Key Vault Secrets User',
  id: '4633458b-17de-408a-b874-0445c86b69e6',
  allows: 'read the values of secrets',
};
