import type { Span } from '../core/span';

/**
 * Words that tell which service a text is about: hosts, SDK names, resource types, setting names. A value without a
 * shape of its own is judged by its name and the nearest landmark. Case is ignored; words are found by the one pass.
 */
export const landmarks = {
  storage: [
    'core.windows.net',
    'core.chinacloudapi.cn',
    'core.usgovcloudapi.net',
    'storage_account',
    'azure_storage',
    'storagesharedkey',
    'blob_service',
    'blobcontainer',
    'queueservice',
    'tableservice',
    'shareservice',
    'datalakeservice',
    'azblob',
    'azqueue',
    'aztables',
    'azfile',
    'azure.account.key',
    'azstoragecontext',
    'storage_blob',
    'az storage',
    'storagecredentials',
    'microsoftazurebuilder',
    'cloudstorage',
    'storage_key',
    'azurerm_storage',
    'wasbs://',
    'abfss://',
    'blob_key',
    'azureblob',
    'storage":',
    "storage':",
    'storage:',
    '[storage]',
  ],
  accountKey: ['account_key'],
  sharedKey: ['^shared_key'],
  cosmos: ['documents.azure.', 'cosmos', 'documentdb', 'documentclient', 'docdb', 'authorizationtoken'],
  batch: [
    'batch.azure.com',
    'batch_account',
    'batchshared',
    'azure_batch',
    'batchclient',
    'batch_key',
    'batch_access',
    'batch_primary',
    'batchservice',
    'az batch',
    'batch_auth',
  ],
  logAnalytics: [
    'opinsights.azure.com',
    'log_analytics',
    'workspace_id',
    'workspace_key',
    'workspace_shared',
    'workspace_primary',
    'log_workspace',
    'customer_id',
    'data_collector',
    'operationalinsights',
    'omsagent',
  ],
  serviceBus: ['service_bus', 'azservicebus'],
  eventHubs: ['event_hub'],
  relay: ['azure_relay', 'hybrid_connection', 'hyco', 'relay_key', 'relay_connection', 'relayed'],
  iotHub: ['azure-devices', 'iot_hub', 'deviceclient'],
  eventGrid: ['event_grid', 'aeg-sas'],
  redis: [
    'redis.cache.windows.net',
    'redis.azure.net',
    'redisenterprise.cache',
    'azure_redis',
    'redis_key',
    'redis_primary',
    'redis_access',
    'redis_password',
    'redis_cache',
    'redis_auth',
    'redis__',
    'redis:',
    '"redis"',
  ],
  openAi: ['open_ai', 'gpt-', 'chatcompletion', 'aoai'],
  aiServices: [
    'cognitive',
    '^speech',
    'speech_config',
    'translator_key',
    'translator_text',
    'translator_endpoint',
    'microsofttranslator',
    'azure translator',
    'text_analytics',
    'textanalysis',
    'document_analysis',
    'document_intelligence',
    'form_recognizer',
    'content_safety',
    'computer_vision',
    '^vision_key',
    '^vision_endpoint',
    'custom_vision',
    'image_analysis',
    'azure_ai',
    'ai_services',
    '^luis',
    'qna_maker',
    'personalizer',
    'anomaly_detector',
    'language_key',
    'language_service',
    'face_key',
    'faceclient',
  ],
  search: [
    'search.windows.net',
    'search_service',
    'azure_search',
    'ai_search',
    'search_admin',
    'search_query_key',
    'search_primary',
    'search.documents',
    'azsearch',
    'cognitive_search',
    'azure ai search',
  ],
  searchSdk: ['search_client', 'search_index', 'search_key', 'search_api'],
  apim: ['ocp-apim', 'subscription_key'],
  apimHost: ['azure-api.net', '"apim"', 'apim_', 'apimsub', 'apim_key', 'apim_gateway', 'api_management'],
  maps: [
    'atlas.microsoft.com',
    'azure_maps',
    'atlas.map',
    'atlas.setsub',
    'maps_key',
    'maps_subscription',
    'maps_search',
    'maps_route',
    'maps_render',
    'maps_geolocation',
    'maps_client',
    'maps_account',
    'maps/accounts',
  ],
  functions: [
    'azurewebsites.net',
    'x-functions-key',
    'function_key',
    'functions_key',
    'azure_function',
    'function_app',
    'functions_app',
    'master_key',
    'host_key',
    'function_code',
  ],
  registry: ['azurecr', '^acr_', 'acrpassword', 'container_registry'],
  devops: [
    'dev.azure.com',
    'visualstudio.com',
    'azure_devops',
    'devops',
    'personal_access_token',
    'vssbasiccredential',
    'vss_nuget',
    'system_accesstoken',
    'system_access_token',
    'cleartextpassword',
    '^ado_',
    '^ado_token',
    '^ado_pat',
    '^azdo',
    '^tfs',
  ],
  entra: [
    'azure',
    'microsoftonline',
    'tenant',
    'msal',
    'entra_id',
    '^entra_client',
    '^entra_app',
    '^entra_secret',
    'microsoft entra',
    '^aad',
    'ida:',
    'confidentialclient',
    'clientsecretcredential',
    'arm_client',
    'graph.microsoft',
    'windows.net',
    '^adal',
    'az login',
    'service_principal',
    'clientcredential',
  ],
  sql: [
    'database.windows.net',
    'sqlcmd',
    'sqlpackage',
    'azurerm_mssql',
    'azurerm_sql',
    'azure_rm_sql',
    'microsoft.sql/',
    'az sql',
    'azsqlserver',
    '^sqlconnection',
    'tedious',
    'mssql',
    '^sql_server',
    '^sql_password',
    '^sql_admin',
    '^sqlcredential',
    '^sa_password',
    '^sql_pass',
    '^sqldb',
    '^sql_user',
    'azure_sql',
    '^sql_pwd',
    'pymssql',
    'pyodbc',
    'database scoped credential',
  ],
  /** Statements; prose is full of "with password". */
  sqlStatement: ['create login', 'alter login', 'with password'],
  administrator: ['administrator_login', 'administrator_password'],
  postgres: [
    'postgres.database.azure.com',
    'azurerm_postgresql',
    'azure_rm_postgresql',
    'dbforpostgresql',
    'az postgres',
    'pgpassword',
    'azure_postgres',
    'azpostgresql',
    'azure_pg',
  ],
  mysql: [
    'mysql.database.azure.com',
    'azure_rm_mysql',
    'azurerm_mysql',
    'dbformysql',
    'az mysql',
    'mysql_pwd',
    'azure_mysql',
    'azmysql',
  ],
  /** Names that tell the product, but not where it runs. */
  postgresName: [
    '^postgres_pass',
    '^postgresql_pass',
    '^postgres_admin',
    '^postgresql_admin',
    '^pg_password',
    '^pg_admin',
  ],
  mysqlName: ['^mysql_password', '^mysql_admin', '^mysql_pass'],
  certificate: ['.pfx', '.p12', 'x509certificate', 'pkcs12', '^pfx', 'certificate_password', 'cert_password'],
  vm: [
    'az vm',
    'virtual_machine',
    'os_profile',
    'osprofile',
    '^azvm',
    'new-azvm',
    '^vm_admin',
    '^vm_password',
    'azureuser',
    'microsoft.compute',
  ],
  adminPassword: ['admin_password'],
  adminUser: ['admin_username'],
} as const satisfies Record<string, readonly string[]>;

/**
 * The spellings of a landmark: `_` between words stands for `_`, `-`, `.`, a space, or nothing. A leading `^` asks for a
 * place where a word begins: not within lower-case letters (`mysql_password` is no `sql_password`).
 */
export function spellingsOf(word: string): readonly string[] {
  const plain = word.replace('^', '');
  return /[a-z]_[a-z]/.test(plain)
    ? ['_', '-', '.', ' ', ''].map((joint) => plain.replace(/(?<=[a-z])_(?=[a-z])/g, joint))
    : [plain];
}

/** True where a landmark with a leading `^` may stand. */
export function beginsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const lowerBefore = before >= 97 && before <= 122;
  if (lowerBefore) return /[A-Z]/.test(text.charAt(at));
  return !(before >= 65 && before <= 90);
}

export type Landmark = keyof typeof landmarks;

export const landmarkNames = Object.keys(landmarks) as Landmark[];

/** Where landmarks stand in a text. */
export interface Surroundings {
  /** Does any landmark stand from `start` on and before `end`? */
  any(start: number, end: number): boolean;
  /**
   * The landmark of the list that stands nearest to a name, at most `reach` units away; null when none does. Inside the
   * name the last one counts; outside, what stands before counts twice as much as what follows.
   */
  nearest(wanted: readonly Landmark[], name: Span, reach: number): Landmark | null;
}

/** @param hits pairs of landmark index and offset, roughly in order of offset. */
export function surroundingsOf(names: readonly Landmark[], hits: readonly number[]): Surroundings {
  const places: { readonly name: Landmark; readonly at: number }[] = [];
  for (let i = 0; i < hits.length; i += 2) {
    const name = names[hits[i] ?? 0];
    if (name !== undefined) places.push({ name, at: hits[i + 1] ?? 0 });
  }
  places.sort((a, b) => a.at - b.at);
  /** Index of the first place at or behind an offset. */
  const from = (offset: number): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    any: (start, end) => (places[from(start)]?.at ?? Infinity) < end,
    nearest(wanted, { start, end }, reach) {
      const [first, behind] = [from(start), from(end)];
      let best: Landmark | null = null;
      for (let i = first; i < behind; i++) {
        const place = places[i];
        if (place !== undefined && wanted.includes(place.name)) best = place.name;
      }
      if (best !== null) return best;
      let least = reach;
      for (let i = first - 1; i >= 0; i--) {
        const place = places[i];
        if (place === undefined || start - place.at > least) break;
        if (!wanted.includes(place.name)) continue;
        [best, least] = [place.name, start - place.at];
        break;
      }
      for (let i = behind; i < places.length; i++) {
        const place = places[i];
        if (place === undefined || (place.at - start) * 2 >= least) break;
        if (wanted.includes(place.name)) return place.name;
      }
      return best;
    },
  };
}
