import { aiSearch } from './ai-search';
import { appConfiguration } from './app-configuration';
import { communicationServices } from './communication-services';
import { cosmosNosql } from './cosmos-nosql';
import { cosmosTable } from './cosmos-table';
import { datalakeGen2 } from './datalake-gen2';
import { entraAppClientSecret } from './entra-app-client-secret';
import { eventGrid } from './event-grid';
import { eventHubs } from './event-hubs';
import { openai } from './openai';
import type { Service } from './service';
import { serviceBus } from './service-bus';
import { storageBlob } from './storage-blob';
import { storageFile } from './storage-file';
import { storageQueue } from './storage-queue';
import { storageTable } from './storage-table';
import { webPubsub } from './web-pubsub';

/**
 * Every service, in the order in which shared secret kinds are given to them, and uses that several claim: Cosmos DB for
 * Table before Table Storage, whose package it shares.
 */
export const services: readonly Service[] = [
  storageBlob,
  entraAppClientSecret,
  storageQueue,
  storageFile,
  datalakeGen2,
  cosmosTable,
  storageTable,
  cosmosNosql,
  serviceBus,
  eventHubs,
  eventGrid,
  webPubsub,
  communicationServices,
  appConfiguration,
  aiSearch,
  openai,
];
