import type { SecretKind } from '../kind';
import { entraClientSecret } from './entra';
import { storageAccountKey, storageConnectionString, storageSas } from './storage';

/** Every secret kind, the more specific before the less specific: where two hit the same place, the first one stays. */
export const secretKinds: readonly SecretKind[] = [
  storageConnectionString,
  storageSas,
  storageAccountKey,
  entraClientSecret,
];
