import { cosmosTable } from './cosmos-table';
import { entraAppClientSecret } from './entra-app-client-secret';
import type { Service } from './service';
import { storageBlob } from './storage-blob';
import { storageQueue } from './storage-queue';
import { storageTable } from './storage-table';

/**
 * Every service, in the order in which shared secret kinds are given to them, and uses that several claim: Cosmos DB for
 * Table before Table Storage, whose package it shares.
 */
export const services: readonly Service[] = [
  storageBlob,
  entraAppClientSecret,
  storageQueue,
  cosmosTable,
  storageTable,
];
