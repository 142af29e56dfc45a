import { aiSearch } from './ai-search';
import { aiServices } from './ai-services';
import { appConfiguration } from './app-configuration';
import { batch } from './batch';
import { communicationServices } from './communication-services';
import { cosmosMongodb } from './cosmos-mongodb';
import { cosmosNosql } from './cosmos-nosql';
import { cosmosTable } from './cosmos-table';
import { datalakeGen2 } from './datalake-gen2';
import { devopsPat } from './devops-pat';
import { entraAppClientSecret } from './entra-app-client-secret';
import { eventGrid } from './event-grid';
import { eventHubs } from './event-hubs';
import { iotHub } from './iot-hub';
import { maps } from './maps';
import { mysql } from './mysql';
import { notificationHubs } from './notification-hubs';
import { openai } from './openai';
import { postgresql } from './postgresql';
import { redis } from './redis';
import { relay } from './relay';
import type { Service } from './service';
import { serviceBus } from './service-bus';
import { sql } from './sql';
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
  aiServices,
  maps,
  batch,
  iotHub,
  notificationHubs,
  relay,
  devopsPat,
  sql,
  postgresql,
  mysql,
  redis,
  cosmosMongodb,
];
