import { aiSearch } from './ai-search/service';
import { aiServices } from './ai-services/service';
import { apiManagement } from './api-management/service';
import { appConfiguration } from './app-configuration/service';
import { armServicePrincipal } from './arm-service-principal/service';
import { batch } from './batch/service';
import { communicationServices } from './communication-services/service';
import { containerRegistry } from './container-registry/service';
import { cosmosCassandraGremlin } from './cosmos-cassandra-gremlin/service';
import { cosmosMongodb } from './cosmos-mongodb/service';
import { cosmosNosql } from './cosmos-nosql/service';
import { cosmosTable } from './cosmos-table/service';
import { datalakeGen2 } from './datalake-gen2/service';
import { devopsPat } from './devops-pat/service';
import { entraAppClientSecret } from './entra-app-client-secret/service';
import { eventGrid } from './event-grid/service';
import { eventHubs } from './event-hubs/service';
import { functionsHost } from './functions-host/service';
import { iotHub } from './iot-hub/service';
import { keyVault } from './key-vault/service';
import { maps } from './maps/service';
import { microsoftGraph } from './microsoft-graph/service';
import { monitor } from './monitor/service';
import { mysql } from './mysql/service';
import { notificationHubs } from './notification-hubs/service';
import { openai } from './openai/service';
import { postgresql } from './postgresql/service';
import { redis } from './redis/service';
import { relay } from './relay/service';
import type { Service } from './service';
import { serviceBus } from './service-bus/service';
import { signalr } from './signalr/service';
import { sql } from './sql/service';
import { storageBlob } from './storage-blob/service';
import { storageFile } from './storage-file/service';
import { storageQueue } from './storage-queue/service';
import { storageTable } from './storage-table/service';
import { webPubsub } from './web-pubsub/service';

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
