import { aiSearch } from './ai-search';
import { aiServices } from './ai-services';
import { apiManagement } from './api-management';
import { appConfiguration } from './app-configuration';
import { armServicePrincipal } from './arm-service-principal';
import { batch } from './batch';
import { communicationServices } from './communication-services';
import { containerRegistry } from './container-registry';
import { cosmosCassandraGremlin } from './cosmos-cassandra-gremlin';
import { cosmosMongodb } from './cosmos-mongodb';
import { cosmosNosql } from './cosmos-nosql';
import { cosmosTable } from './cosmos-table';
import { datalakeGen2 } from './datalake-gen2';
import { devopsPat } from './devops-pat';
import { entraAppClientSecret } from './entra-app-client-secret';
import { eventGrid } from './event-grid';
import { eventHubs } from './event-hubs';
import { functionsHost } from './functions-host';
import { iotHub } from './iot-hub';
import { keyVault } from './key-vault';
import { maps } from './maps';
import { microsoftGraph } from './microsoft-graph';
import { monitor } from './monitor';
import { mysql } from './mysql';
import { notificationHubs } from './notification-hubs';
import { openai } from './openai';
import { postgresql } from './postgresql';
import { redis } from './redis';
import { relay } from './relay';
import type { Service } from './service';
import { serviceBus } from './service-bus';
import { signalr } from './signalr';
import { sql } from './sql';
import { storageBlob } from './storage-blob';
import { storageFile } from './storage-file';
import { storageQueue } from './storage-queue';
import { storageTable } from './storage-table';
import { webPubsub } from './web-pubsub';

/**
 * Every service, in the order in which shared secret kinds are given to them, and uses that several claim: Cosmos DB for
 * Table before Table Storage, whose package it shares; what a client secret opens before the client secret itself.
 */
export const services: readonly Service[] = [
  storageBlob,
  keyVault,
  armServicePrincipal,
  microsoftGraph,
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
  cosmosCassandraGremlin,
  apiManagement,
  functionsHost,
  containerRegistry,
  monitor,
  signalr,
];

/** The service of an id, undefined for an id that is none. */
export const serviceOf = (id: string): Service | undefined => services.find((service) => service.id === id);
