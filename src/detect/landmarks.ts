import type { Span } from '../core/span';

/**
 * Words that tell which service a text is about: hosts, SDK names, resource types, setting names. A value without a
 * shape of its own is judged by its name and the nearest landmark. Case is ignored; words are found by the one pass.
 */
export const landmarks = {
  storage: [
    'core.windows.net', 'core.chinacloudapi.cn', 'core.usgovcloudapi.net', 'storage_account', 'storageaccount', 'storage-account', 'azure-storage',
    'azure_storage', 'azurestorage', 'storagesharedkey', 'blobservice', 'blob_service', 'blobcontainer', 'queueservice', 'tableservice', 'shareservice',
    'datalakeservice', 'azblob', 'azqueue', 'aztables', 'azfile', 'azure.account.key', 'azstoragecontext', 'storage blob', 'storagecredentials',
    'cloudstorage', 'account_key', 'accountkey', '--account-key', 'storage_key', 'storagekey', 'azurerm_storage', 'wasbs://', 'abfss://',
  ],
  cosmos: ['documents.azure.', 'cosmos', 'documentdb', 'documentclient', 'docdb'],
  batch: ['batch.azure.com', 'batchaccount', 'batch_account', 'batchshared', 'azure-batch', 'azure_batch', 'azure.batch', 'batchclient', 'batch-key', 'batch_key', 'batchkey', 'batchservice', 'az batch'],
  logAnalytics: ['opinsights.azure.com', 'loganalytics', 'log_analytics', 'log-analytics', 'log analytics', 'workspaceid', 'workspace_id', 'workspacekey', 'workspace_key', 'customerid', 'data collector', 'operationalinsights', 'omsagent'],
  serviceBus: ['servicebus', 'service_bus', 'service-bus', 'service bus', 'azservicebus'],
  eventHubs: ['eventhub', 'event_hub', 'event-hub', 'event hub'],
  relay: ['azure.relay', 'azure-relay', 'azure_relay', 'hybridconnection', 'hybrid_connection', 'hybrid-connection', 'hyco', 'relay_key', 'relaykey', 'relay-key', 'relayconnection', 'relay_connection', 'relayed', 'azurerelay'],
  notificationHubs: ['notificationhub', 'notification_hub', 'notification-hub', 'notification hub', 'defaultfullsharedaccess', 'defaultlistensharedaccess'],
  iotHub: ['azure-devices', 'iothub', 'iot_hub', 'iot-hub', 'iot hub', 'deviceclient'],
  eventGrid: ['eventgrid', 'event_grid', 'event-grid', 'event grid', 'aeg-sas'],
  redis: ['redis.cache.windows.net', 'redis.azure.net', 'redisenterprise.cache', 'azure_redis', 'azureredis', 'azure-redis', 'azure redis', 'redis_key', 'rediskey', 'redis-key', 'redis_primary', 'redis_access', 'redisaccess', 'redis_password', 'redispassword', 'redis-password', 'rediscache', 'redis_cache', 'redis-cache', 'redis_auth', 'redisauth'],
  openAi: ['openai', 'open_ai', 'open-ai', 'gpt-', 'chatcompletion', 'aoai'],
  aiServices: [
    'cognitive', 'speechconfig', 'speech_', 'speech-', 'speechkey', 'speech.', 'translator', 'textanalytics', 'text_analytics', 'textanalysis', 'documentanalysis',
    'document_analysis', 'documentintelligence', 'document_intelligence', 'document-intelligence', 'formrecognizer', 'form_recognizer', 'contentsafety', 'content_safety', 'computervision',
    'computer_vision', 'vision_key', 'vision_', 'visionkey', 'customvision', 'imageanalysis', 'image_analysis', 'azure.ai', 'azure-ai', 'azure_ai', 'azureai',
    'ai_services', 'aiservices', 'ai-services', 'luis', 'qnamaker', 'personalizer', 'anomalydetector', 'azure.com/language', 'language_key', 'facekey', 'face_key', 'faceclient', 'azure speech',
  ],
  search: ['search.windows.net', 'searchclient', 'search_client', 'searchindex', 'search_index', 'searchservice', 'search_service', 'search-service', 'azuresearch', 'azure_search', 'azure-search', 'aisearch', 'ai_search', 'search_key', 'searchkey', 'search_api', 'search_admin', 'searchadmin', 'searchapi', 'search-key', 'search.documents', 'azsearch', 'cognitive search', 'cognitivesearch'],
  apim: ['azure-api.net', 'ocp-apim', 'apim', 'api management', 'apimanagement', 'api_management', 'subscription-key', 'subscriptionkey', 'subscription_key'],
  maps: ['atlas.microsoft.com', 'azure-maps', 'azuremaps', 'azure_maps', 'azure.maps', 'atlas.', 'mapskey', 'maps_key', 'maps-key', 'maps_subscription', 'azure maps', 'maps/accounts'],
  functions: ['azurewebsites.net', 'x-functions-key', 'functions_key', 'function_key', 'functionkey', 'functionskey', 'function-key', 'functions-key', 'azure function', 'masterkey', 'hostkey', 'function_code'],
  registry: ['azurecr.', 'acr_', 'acr-', 'acrpassword', 'containerregistry', 'container_registry', 'registry-1'],
  devops: ['dev.azure.com', 'visualstudio.com', 'azure_devops', 'azuredevops', 'azure-devops', 'azure devops', 'devops', 'personalaccesstoken', 'personal_access_token', 'personal access token', 'vssbasiccredential', 'vss_nuget', 'azure.devops', 'system_accesstoken', 'ado_', 'tfs'],
  appConfig: ['azconfig.io', 'appconfiguration', 'app_configuration'],
  signalR: ['signalr'],
  webPubSub: ['webpubsub', 'web_pubsub', 'web-pubsub', 'web_pub_sub'],
  communication: ['communication.azure.com', 'azure.communication', 'communication_', 'acs_', 'communicationservices', 'azure-communication'],
  entra: [
    'azure', 'microsoftonline', 'tenant', 'msal', 'entra', 'aad', 'ida:', 'confidentialclient', 'clientsecretcredential', 'arm_client', 'graph.microsoft',
    'windows.net', 'adal', 'az login', 'serviceprincipal', 'service_principal', 'service-principal', 'sp_', 'clientcredential',
  ],
  sql: [
    'database.windows.net', 'sqlcmd', 'sqlpackage', 'bcp ', 'azurerm_mssql', 'azurerm_sql', 'microsoft.sql/', 'az sql', 'azsqlserver', 'sqlconnection', 'sqlconnectionstringbuilder',
    'tedious', 'mssql', 'sqlserver', 'sql_server', 'sql server', 'sql-server', 'sql_password', 'sqlpassword', 'sql-password', 'sql_admin', 'sqladmin', 'sql-admin', 'sqldatasource', 'sqlcredential', 'sa_password', 'sql_pass', 'sqldb',
    'azure_sql', 'azuresql', 'create login', 'alter login', 'with password', 'administratorloginpassword', 'administrator_login_password', 'sql_pwd',
    'sqlpwd', 'invoke-sqlcmd', 'pymssql', 'pyodbc', 'database scoped credential', 'go-mssqldb',
  ],
  postgres: ['postgres.database.azure.com', 'azurerm_postgresql', 'dbforpostgresql', 'az postgres', 'pgpassword', 'azure_postgres', 'azurepostgres', 'azure-postgres', 'azpostgresql', 'azure_pg'],
  mysql: ['mysql.database.azure.com', 'azurerm_mysql', 'dbformysql', 'az mysql', 'mysql_pwd', 'azure_mysql', 'azuremysql', 'azure-mysql', 'azmysql'],
  certificate: ['.pfx', '.p12', 'x509certificate2', 'x509certificate', 'pkcs12', 'pfxpassword', 'pfx_', 'pfx-', 'pfx', 'import-pfxcertificate', 'certificate_password', 'certificatepassword', 'cert_password', 'certpassword', 'certificate password'],
  vm: [
    'az vm', 'virtualmachine', 'virtual_machine', 'virtualmachines', 'osprofile', 'os_profile', 'adminusername', 'admin_username', 'admin-username', 'azvm', 'vm_admin', 'vmadmin', 'vm-admin', 'vm_password', 'vmpassword', 'pscredential',
    'microsoft.compute', 'virtualmachinescaleset',
  ],
  azureDatabase: ['database.azure.com'],
} as const satisfies Record<string, readonly string[]>;

export type Landmark = keyof typeof landmarks;

/** Where landmarks stand in a text. */
export interface Surroundings {
  /**
   * The landmark of the list that stands nearest to a name, at most `reach` units away; null when none does. Inside the
   * name the last one counts; outside, what stands before counts twice as much as what follows.
   */
  nearest(wanted: readonly Landmark[], name: Span, reach: number): Landmark | null;
}

/** @param hits pairs of landmark index and offset, in order of offset. */
export function surroundingsOf(names: readonly Landmark[], hits: readonly number[]): Surroundings {
  return {
    nearest(wanted, { start, end }, reach) {
      let best: Landmark | null = null;
      let least = reach;
      for (let i = 0; i < hits.length; i += 2) {
        const name = names[hits[i] ?? 0];
        const place = hits[i + 1] ?? 0;
        const distance = place < start ? start - place : place < end ? 0 : (place - start) * 2;
        if (distance <= least && name !== undefined && wanted.includes(name)) {
          best = name;
          least = distance;
        }
      }
      return best;
    },
  };
}
