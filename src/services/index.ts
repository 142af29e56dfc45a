import { entraAppClientSecret } from './entra-app-client-secret';
import type { Service } from './service';
import { storageBlob } from './storage-blob';

/** Every service, in the order in which shared secret kinds are given to them. */
export const services: readonly Service[] = [storageBlob, entraAppClientSecret];
