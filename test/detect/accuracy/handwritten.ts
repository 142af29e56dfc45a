/** Vectors written by hand, as people write such code and settings: shapes that the generator's formats do not have. */
import { createFake } from '../../support/fake-secrets';
import type { Vector } from './positives';
import { singleSettings } from './single-settings';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function handwritten(seed: number): Vector[] {
  const f = createFake(seed);
  const vectors: Vector[] = [];
  const add = (kind: string, path: string, value: string, text: (value: string) => string): void => {
    vectors.push({
      id: `${kind} ${path} by hand`,
      path: `src/${path}`,
      text: text(value),
      expected: [{ kind, value }],
    });
  };
  const pw = (): string => f.password();
  const b64 = (text: string): string => Buffer.from(text).toString('base64');
  const sk = (): string => f.storageKey();

  add('storage-account-key', 'a.properties', sk().replace(/=/g, '\\='), (x) => `conn.key=${x}`);
  add(
    'storage-connection-string',
    'a.properties',
    sk().replace(/=/g, '\\='),
    (x) => `conn=DefaultEndpointsProtocol\\=https;AccountName\\=x;AccountKey\\=${x};EndpointSuffix\\=core.windows.net`,
  );
  add('storage-connection-string', 'a.ipynb', sk(), (x) =>
    JSON.stringify({
      cells: [
        {
          source: [
            `conn = "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${x};EndpointSuffix=core.windows.net"\n`,
          ],
        },
      ],
    }),
  );
  add(
    'storage-connection-string',
    'a.cs',
    sk(),
    (x) =>
      `var c = "DefaultEndpointsProtocol=https;" + "AccountName=x;" + "AccountKey=" + "${x}" + ";EndpointSuffix=core.windows.net";`,
  );
  add(
    'storage-connection-string',
    'a.ts',
    sk(),
    (x) =>
      'const c = `DefaultEndpointsProtocol=https;\n  AccountName=devacct;\n  AccountKey=' +
      x +
      ';\n  QueueEndpoint=https://x.queue.core.windows.net`;',
  );
  add(
    'storage-connection-string',
    'a.java',
    sk(),
    (x) => `String c = "DefaultEndpointsProtocol=https;"\n  + "AccountName=x;"\n  + "AccountKey=${x}";`,
  );
  add(
    'storage-connection-string',
    'a.go',
    sk(),
    (x) => 'const c = `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=' + x + '`',
  );
  add(
    'storage-connection-string',
    'a.sh',
    sk(),
    (x) =>
      `az webapp config appsettings set -n a -g g --settings AzureWebJobsStorage="DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${x};EndpointSuffix=core.windows.net" OTHER=1`,
  );
  add('storage-connection-string', 'a.swift', sk(), (x) => `let c = "AccountName=x;AccountKey=${x}"`);
  add(
    'storage-connection-string',
    'a.rb',
    sk(),
    (x) =>
      `client = Azure::Storage::Blob::BlobService.create_from_connection_string('DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${x}')`,
  );
  add(
    'storage-account-key',
    'a.rb',
    f.oldKey(64),
    (x) => `Azure::Storage::Common::Client.create(storage_account_name: 'x', storage_access_key: '${x}')`,
  );
  add(
    'storage-account-key',
    'a.php',
    f.oldKey(64),
    (x) => `<?php $storageKey = '${x}'; $c = BlobRestProxy::createBlobService($s);`,
  );
  add(
    'storage-account-key',
    'a.rs',
    f.oldKey(64),
    (x) => `let credentials = StorageCredentials::access_key("acct", "${x}");`,
  );
  add(
    'storage-account-key',
    'a.ps1',
    f.oldKey(64),
    (x) => `$ctx = New-AzStorageContext -StorageAccountName x -StorageAccountKey '${x}'`,
  );
  add(
    'storage-account-key',
    'a.sql',
    f.oldKey(64),
    (x) => `CREATE CREDENTIAL c WITH IDENTITY = 'x', SECRET = '${x}'; -- https://x.blob.core.windows.net`,
  );
  add(
    'storage-account-key',
    'a.yml',
    f.oldKey(64),
    (x) => `azure:\n  storage:\n    accountName: x\n    accountKey: ${x}\n`,
  );
  add('storage-account-key', 'a.json', f.oldKey(64), (x) => `{"AzureStorage":{"AccountName":"x","AccountKey":"${x}"}}`);
  add('storage-account-key', 'a.xml', f.oldKey(64), (x) => `<StorageAccountKey>${x}</StorageAccountKey>`);
  add(
    'storage-account-key',
    'rclone.conf',
    f.oldKey(64),
    (x) => `[azure]\ntype = azureblob\naccount = x\nkey = ${x}\n`,
  );
  add('storage-account-key', 'a.kt', f.oldKey(64), (x) => `val credential = StorageSharedKeyCredential("x", "${x}")`);
  add(
    'storage-sas',
    'a.xml',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `<url>https://x.blob.core.windows.net/c/b?sv=2022-11-02&amp;st=2024-01-01T00%3A00%3A00Z&amp;se=2030-01-01T00%3A00%3A00Z&amp;sr=b&amp;sp=r&amp;sig=${x}</url>`,
  );
  add(
    'storage-sas',
    'a.json',
    f.oldKey(32),
    (x) => `{"sas":"?sig=${x}&se=2030-01-01T00:00:00Z&sv=2022-11-02&sp=rl&sr=c"}`,
  );
  add(
    'storage-sas',
    'a.json',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `{"u":"https://x.queue.core.windows.net/q?sv=2022-11-02\\u0026ss=q\\u0026srt=sco\\u0026sp=r\\u0026se=2030-01-01\\u0026sig=${x}"}`,
  );
  add(
    'storage-sas',
    'a.tf',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `sas_token = "sp=racwdl&st=2024-01-01T00:00:00Z&se=2030-01-01T00:00:00Z&spr=https&sv=2022-11-02&sr=c&sig=${x}"`,
  );
  add(
    'storage-sas',
    '.env',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `CONN=BlobEndpoint=https://x.blob.core.windows.net/;QueueEndpoint=https://x.queue.core.windows.net/;SharedAccessSignature=sv=2022-11-02&ss=bq&srt=sco&sp=rl&se=2030-01-01T00:00:00Z&sig=${x}`,
  );
  add(
    'storage-sas',
    'a.py',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `TableClient(endpoint="https://x.table.core.windows.net", credential=AzureSasCredential("sv=2019-02-02&tn=t&sp=raud&se=2030-01-01&sig=${x}"))`,
  );
  add(
    'servicebus-connection-string',
    'scaledobject.yaml',
    f.serviceBusKey(),
    (x) =>
      `apiVersion: v1\nkind: Secret\nstringData:\n  connection: Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=R;SharedAccessKey=${x};EntityPath=q\n`,
  );
  add(
    'eventhubs-connection-string',
    'a.py',
    f.oldKey(32),
    (x) =>
      `conf = {'sasl.username': '$ConnectionString', 'sasl.password': 'Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=R;SharedAccessKey=${x}'}  # event hubs for kafka`,
  );
  add(
    'servicebus-connection-string',
    'a.json',
    f.oldKey(32),
    (x) =>
      `{"ServiceBusConnection":"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=R;SharedAccessKey=${x}","EventHubName":"h"}`,
  );
  add(
    'servicebus-connection-string',
    'a.yml',
    f.oldKey(32),
    (x) =>
      `spring:\n  cloud:\n    azure:\n      servicebus:\n        connection-string: Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=${x};SharedAccessKeyName=R\n`,
  );
  add(
    'relay-connection-string',
    'a.json',
    f.oldKey(32),
    (x) =>
      `{"HybridConnection":"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=R;SharedAccessKey=${x};EntityPath=hc"}`,
  );
  add(
    'notificationhubs-connection-string',
    'a.java',
    f.oldKey(32),
    (x) =>
      `NotificationHub hub = new NotificationHub("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Full;SharedAccessKey=${x}", "h");`,
  );
  add(
    'iothub-device-connection-string',
    'a.ino',
    f.oldKey(32),
    (x) => `static const char* cs = "HostName=x.azure-devices.net;DeviceId=d;SharedAccessKey=${x}";`,
  );
  add(
    'iothub-connection-string',
    'a.sh',
    f.oldKey(32),
    (x) =>
      `az iot hub monitor-events --login "HostName=x.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=${x}"`,
  );
  add(
    'iothub-device-connection-string',
    'a.toml',
    f.oldKey(32),
    (x) =>
      `[provisioning]\nsource = "manual"\nconnection_string = "HostName=x.azure-devices.net;DeviceId=d;ModuleId=m;SharedAccessKey=${x};GatewayHostName=g"`,
  );
  add(
    'eventgrid-key',
    'a.json',
    f.oldKey(32),
    (x) => `{"EventGrid":{"TopicEndpoint":"https://x.westus2-1.eventgrid.azure.net/api/events","TopicKey":"${x}"}}`,
  );
  add(
    'cosmos-key',
    'a.yml',
    f.oldKey(64),
    (x) => `azure:\n  cosmos:\n    uri: https://x.documents.azure.com:443/\n    key: ${x}\n`,
  );
  add(
    'cosmos-key',
    'appsettings.json',
    f.oldKey(64),
    (x) => `{"CosmosDb":{"Account":"https://x.documents.azure.com:443/","Key":"${x}","DatabaseName":"d"}}`,
  );
  add(
    'cosmos-key',
    'a.js',
    f.oldKey(64),
    (x) =>
      `const config = {\n  endpoint: "https://x.documents.azure.com:443/",\n  key: "${x}",\n  databaseId: "T",\n};`,
  );
  add('cosmos-key', 'a.go', f.oldKey(64), (x) => `cred, err := azcosmos.NewKeyCredential("${x}")`);
  add(
    'cosmos-key',
    'a.py',
    f.oldKey(64),
    (x) =>
      `config = {\n  'ENDPOINT': 'https://x.documents.azure.com',\n  'PRIMARYKEY': '${x}',\n}\nclient = cosmos_client.CosmosClient(config['ENDPOINT'], {'masterKey': config['PRIMARYKEY']})`,
  );
  add(
    'cosmos-key',
    'gremlin.yaml',
    f.oldKey(64),
    (x) => `hosts: [x.gremlin.cosmos.azure.com]\nusername: /dbs/d/colls/c\npassword: ${x}\n`,
  );
  add(
    'cosmos-mongo-url',
    '.env',
    encodeURIComponent(f.oldKey(64)),
    (x) => `MONGODB_URI=mongodb://x:${x}@x.mongo.cosmos.azure.com:10255/db?ssl=true&retrywrites=false`,
  );
  add(
    'sql-connection-string',
    'web.config',
    pw(),
    (x) =>
      `<add name="DefaultConnection" connectionString="Data Source=tcp:x.database.windows.net,1433;Initial Catalog=d;User Id=u@x;Password=${x};" providerName="System.Data.SqlClient" />`,
  );
  add(
    'sql-connection-string',
    'a.json',
    pw(),
    (x) => `{"ConnectionStrings":{"Db":"Password=${x};Server=x.database.windows.net;User Id=u;Database=d"}}`,
  );
  add(
    'sql-connection-string',
    'a.bicep',
    pw(),
    (x) =>
      `connectionString: 'Server=tcp:\${sqlServer.properties.fullyQualifiedDomainName},1433;Initial Catalog=d;User ID=sa1;Password=${x};'`,
  );
  add(
    'sql-connection-string',
    'a.cs',
    pw(),
    (x) =>
      `var c = "Server=tcp:x.database.windows.net,1433;" +\n    "Initial Catalog=d;User ID=u;" +\n    "Password=${x};Encrypt=True;";`,
  );
  add(
    'sql-connection-string',
    'a.py',
    pw(),
    (x) =>
      `conn = pyodbc.connect('DRIVER={ODBC Driver 18 for SQL Server};SERVER=x.database.windows.net;DATABASE=d;UID=u;PWD=${x}')`,
  );
  add(
    'sql-connection-string',
    'a.py',
    pw(),
    (x) =>
      `conn = pyodbc.connect("DRIVER={ODBC Driver 18 for SQL Server};SERVER="+server+";DATABASE="+db+";UID="+user+";PWD=${x}") # x.database.windows.net`,
  );
  add(
    'sql-connection-string',
    'a.cs',
    pw(),
    (x) =>
      `optionsBuilder.UseSqlServer("Server=sql-prod-01.corp.contoso.net;Database=Crm;User Id=svc;Password=${x};TrustServerCertificate=True");`,
  );
  add(
    'sql-connection-string',
    'a.config',
    pw(),
    (x) => `<add connectionString="Server=x.database.windows.net;Database=d;User ID=u;Password='${x}';Encrypt=true"/>`,
  );
  add(
    'sql-connection-string',
    'a.ps1',
    pw(),
    (x) =>
      `$cs = "Server=tcp:x.database.windows.net,1433;Database=d;User ID=u;Password=${x};Trusted_Connection=False;Encrypt=True;"`,
  );
  add(
    'sql-jdbc',
    'application.yml',
    pw(),
    (x) =>
      `spring:\n  datasource:\n    url: jdbc:sqlserver://x.database.windows.net:1433;database=d;user=u@x;password=${x};encrypt=true;trustServerCertificate=false\n`,
  );
  add(
    'sql-password',
    'application.yml',
    pw(),
    (x) =>
      `spring:\n  datasource:\n    url: jdbc:sqlserver://x.database.windows.net:1433;database=d\n    username: u\n    password: ${x}\n`,
  );
  add(
    'sql-password',
    'application.properties',
    pw(),
    (x) =>
      `spring.datasource.url=jdbc:sqlserver://x.database.windows.net:1433;database=d\nspring.datasource.username=u\nspring.datasource.password=${x}\n`,
  );
  add(
    'sql-password',
    'A.java',
    pw(),
    (x) =>
      `Connection c = DriverManager.getConnection("jdbc:sqlserver://x.database.windows.net:1433;database=d", "u", "${x}");`,
  );
  add(
    'sql-password',
    'A.java',
    pw(),
    (x) =>
      `SQLServerDataSource ds = new SQLServerDataSource();\nds.setServerName("x.database.windows.net");\nds.setPassword("${x}");`,
  );
  add(
    'sql-password',
    'a.py',
    pw(),
    (x) => `server = 'x.database.windows.net'\ndatabase = 'd'\nusername = 'u'\npassword = '${x}'\n`,
  );
  add('sql-password', 'a.py', pw(), (x) => `server = 'x.database.windows.net'\nusername = 'u'\npwd = "${x}"\n`);
  add(
    'sql-password',
    'a.php',
    pw(),
    (x) =>
      `<?php $connectionInfo = array("UID" => "u", "pwd" => "${x}", "Database" => "d"); $serverName = "tcp:x.database.windows.net,1433";`,
  );
  add(
    'sql-password',
    'a.js',
    pw(),
    (x) =>
      `const config = {\n  authentication: { options: { userName: 'u', password: '${x}' }, type: 'default' },\n  server: 'x.database.windows.net',\n};`,
  );
  add('sql-password', 'a.bicep', pw(), (x) => `param administratorLoginPassword string = '${x}'`);
  add(
    'sql-password',
    'azuredeploy.json',
    pw(),
    (x) =>
      `{"type":"Microsoft.Sql/servers","properties":{"administratorLogin":"a","administratorLoginPassword":"${x}"}}`,
  );
  add(
    'sql-password',
    'main.tf',
    pw(),
    (x) =>
      `resource "azurerm_sql_server" "s" {\n  administrator_login = "a"\n  administrator_login_password = "${x}"\n}`,
  );
  add('sql-password', 'a.sql', pw(), (x) => `CREATE USER app WITH PASSWORD = N'${x}';`);
  add(
    'sql-password',
    'a.ps1',
    pw(),
    (x) =>
      `Invoke-Sqlcmd -ServerInstance x.database.windows.net -Database d -Username u -Password "${x}" -Query "select 1"`,
  );
  add(
    'sql-password',
    'a.yml',
    pw(),
    (x) => `- run: sqlcmd -S x.database.windows.net -d d -U u -P '${x}' -i schema.sql`,
  );
  add(
    'sql-password',
    'a.go',
    pw(),
    (x) => `var server = "x.database.windows.net"\nvar user = "u"\nvar password = "${x}"`,
  );
  add(
    'sql-password',
    'settings.py',
    pw(),
    (x) =>
      `DATABASES = {\n  'default': {\n    'ENGINE': 'mssql',\n    'NAME': 'd',\n    'USER': 'u',\n    'PASSWORD': '${x}',\n    'HOST': 'x.database.windows.net',\n  }\n}`,
  );
  add(
    'postgres-password',
    'settings.py',
    pw(),
    (x) =>
      `DATABASES = {\n  'default': {\n    'ENGINE': 'django.db.backends.postgresql',\n    'PASSWORD': '${x}',\n    'HOST': 'x.postgres.database.azure.com',\n  }\n}`,
  );
  add(
    'postgres-password',
    'application.properties',
    pw(),
    (x) =>
      `spring.datasource.url=jdbc:postgresql://x.postgres.database.azure.com:5432/d?sslmode=require\nspring.datasource.username=u\nspring.datasource.password=${x}\n`,
  );
  add(
    'postgres-password',
    'a.yml',
    pw(),
    (x) => `env:\n  PGHOST: x.postgres.database.azure.com\n  PGUSER: u\n  PGPASSWORD: ${x}\n`,
  );
  add(
    'postgres-password',
    'a.sh',
    pw(),
    (x) => `az postgres flexible-server create -n x -g g --admin-user a --admin-password '${x}'`,
  );
  add(
    'postgres-url',
    'a.yml',
    f.random.text(16, 'abcdefghijkABCDEFG0123456789'),
    (x) => `DATABASE_URL: postgres://u%40x:${x}@x.postgres.database.azure.com:5432/d?sslmode=require`,
  );
  add(
    'postgres-dsn',
    'a.go',
    pw(),
    (x) => `dsn := "host=x.postgres.database.azure.com user=u password=${x} dbname=d port=5432 sslmode=require"`,
  );
  add(
    'postgres-dsn',
    'a.py',
    pw(),
    (x) => `conn_string = "host='x.postgres.database.azure.com' dbname='d' user='u' password='${x}' sslmode='require'"`,
  );
  add(
    'postgres-dsn',
    '.env',
    pw(),
    (x) => `PG_DSN=host=x.postgres.database.azure.com dbname=d user=u password=${x} sslmode=require\n`,
  );
  add(
    'postgres-connection-string',
    'appsettings.json',
    pw(),
    (x) =>
      `{"ConnectionStrings":{"Pg":"Server=x.postgres.database.azure.com;Database=d;Port=5432;User Id=u;Password=${x};Ssl Mode=Require;"}}`,
  );
  add(
    'mysql-password',
    'a.py',
    pw(),
    (x) =>
      `cnx = mysql.connector.connect(user="u", password="${x}", host="x.mysql.database.azure.com", port=3306, database="d")`,
  );
  add(
    'mysql-password',
    'wp-config.php',
    pw(),
    (x) => `<?php\ndefine('DB_PASSWORD', '${x}');\ndefine('DB_HOST', 'x.mysql.database.azure.com');`,
  );
  add('mysql-password', 'a.sh', pw(), (x) => `mysql --host=x.mysql.database.azure.com --user=u --password='${x}' d`);
  add(
    'mysql-url',
    'application.yml',
    f.random.text(14, 'abcdefghijkABCDEFG0123456789'),
    (x) => `url: jdbc:mysql://x.mysql.database.azure.com:3306/d?user=u&password=${x}&useSSL=true`,
  );
  add(
    'redis-connection-string',
    'appsettings.json',
    f.oldKey(32),
    (x) => `{"Redis":"x.redis.cache.windows.net:6380,ssl=True,abortConnect=False,password=${x}"}`,
  );
  add(
    'redis-key',
    'a.js',
    f.oldKey(32),
    (x) =>
      `const client = redis.createClient(6380, 'x.redis.cache.windows.net', { auth_pass: '${x}', tls: { servername: 'x.redis.cache.windows.net' } });`,
  );
  add(
    'redis-key',
    'application.yml',
    f.oldKey(32),
    (x) =>
      `spring:\n  redis:\n    host: x.redis.cache.windows.net\n    port: 6380\n    password: ${x}\n    ssl: true\n`,
  );
  add(
    'redis-url',
    '.env',
    encodeURIComponent(f.oldKey(32)),
    (x) => `REDIS_URL=rediss://default:${x}@x.redis.cache.windows.net:6380`,
  );
  add(
    'redis-url',
    '.env',
    f.redisKey(),
    (x) => `CELERY_BROKER_URL=rediss://:${x}@x.redis.cache.windows.net:6380/0?ssl_cert_reqs=required`,
  );
  add(
    'azure-openai-key',
    'a.py',
    f.hex(),
    (x) => `openai.api_type = "azure"\nopenai.api_base = "https://x.openai.azure.com/"\nopenai.api_key = "${x}"`,
  );
  add(
    'azure-openai-key',
    '.env',
    f.hex(),
    (x) =>
      `AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com\nAZURE_OPENAI_API_KEY=${x}\nAZURE_SEARCH_ENDPOINT=https://y.search.windows.net\n`,
  );
  add(
    'azure-openai-key',
    'a.ts',
    f.hex(),
    (x) => `const model = new AzureChatOpenAI({ azureOpenAIApiKey: "${x}", azureOpenAIApiInstanceName: "x" });`,
  );
  add(
    'azure-openai-key',
    'appsettings.json',
    f.hex(),
    (x) => `{"AzureOpenAI":{"Endpoint":"https://x.openai.azure.com/","ApiKey":"${x}","DeploymentName":"gpt-4o"}}`,
  );
  add(
    'azure-openai-key',
    'a.cs',
    f.hex(),
    (x) => `builder.AddAzureOpenAIChatCompletion("gpt-4", "https://x.openai.azure.com/", "${x}");`,
  );
  add(
    'azure-openai-key',
    'a.py',
    f.hex(),
    (x) =>
      `headers = {"Content-Type": "application/json", "api-key": "${x}"}\nrequests.post("https://x.openai.azure.com/openai/deployments/d/chat/completions", headers=headers)`,
  );
  add('ai-services-key', '.env', f.hex(), (x) => `SPEECH_KEY=${x}\nSPEECH_REGION=westeurope\n`);
  add(
    'ai-services-key',
    'a.py',
    f.hex(),
    (x) =>
      `key = "${x}"\nendpoint = "https://x.cognitiveservices.azure.com/"\nclient = TextAnalyticsClient(endpoint=endpoint, credential=AzureKeyCredential(key))`,
  );
  add(
    'ai-services-key',
    'a.cs',
    f.hex(),
    (x) =>
      `private static readonly string key = "${x}";\nprivate static readonly string endpoint = "https://api.cognitive.microsofttranslator.com";\nrequest.Headers.Add("Ocp-Apim-Subscription-Key", key);`,
  );
  add(
    'ai-services-key',
    'a.sh',
    f.hex(),
    (x) =>
      `curl -X POST "https://westus.api.cognitive.microsoft.com/vision/v3.2/analyze" -H "Ocp-Apim-Subscription-Key: ${x}"`,
  );
  add(
    'ai-services-key',
    'a.js',
    f.hex(),
    (x) =>
      `const computerVisionClient = new ComputerVisionClient(new ApiKeyCredentials({ inHeader: { 'Ocp-Apim-Subscription-Key': '${x}' } }), endpoint);`,
  );
  add(
    'ai-services-key',
    'A.java',
    f.hex(),
    (x) =>
      `private static String subscriptionKey = "${x}";\nComputerVisionClient c = ComputerVisionManager.authenticate(subscriptionKey).withEndpoint(endpoint);`,
  );
  add(
    'search-key',
    'a.json',
    f.hex().toUpperCase(),
    (x) => `{"SearchServiceName":"x","SearchServiceAdminApiKey":"${x}","SearchIndexName":"hotels"}`,
  );
  add(
    'search-key',
    'a.sh',
    f.random.text(52, ALNUM),
    (x) => `curl -H "api-key: ${x}" "https://x.search.windows.net/indexes?api-version=2023-11-01"`,
  );
  add(
    'appconfig-connection-string',
    'a.json',
    f.oldKey(32),
    (x) =>
      `{"ConnectionStrings":{"AppConfig":"Endpoint=https://x.azconfig.io;Id=abcd-l0-s0:ABCDEFGHIJabcdefghij;Secret=${x}"}}`,
  );
  add(
    'signalr-connection-string',
    'a.json',
    f.oldKey(32),
    (x) =>
      `{"Azure":{"SignalR":{"ConnectionString":"Endpoint=https://x.service.signalr.net;AccessKey=${x};Version=1.0;"}}}`,
  );
  add(
    'webpubsub-connection-string',
    '.env',
    f.oldKey(32),
    (x) => `WebPubSubConnectionString="Endpoint=https://x.webpubsub.azure.com;AccessKey=${x};Version=1.0;"`,
  );
  add(
    'acs-connection-string',
    'a.js',
    f.oldKey(64),
    (x) => `const c = "endpoint=https://x.communication.azure.com/;accesskey=${x}";`,
  );
  add(
    'acr-password',
    'a.sh',
    f.oldKey(24),
    (x) =>
      `kubectl create secret docker-registry acr --docker-server=x.azurecr.io --docker-username=x --docker-password=${x}`,
  );
  add(
    'acr-password',
    'config.json',
    b64(`contoso:${f.oldKey(24)}`),
    (x) => `{"auths":{"contoso.azurecr.io":{"auth":"${x}"}}}`,
  );
  add('acr-password', 'a.sh', f.oldKey(24), (x) => `helm registry login x.azurecr.io --username x --password ${x}`);
  add(
    'acr-password',
    'a.bicep',
    f.oldKey(24),
    (x) => `imageRegistryCredentials: [\n  { server: 'x.azurecr.io', username: 'x', password: '${x}' }\n]`,
  );
  add('acr-password', 'a.sh', f.oldKey(24), (x) => `az acr login --name x --username x --password ${x}`);
  add(
    'acr-password',
    'docker-compose.yml',
    f.registryPassword(),
    (x) => `DOCKER_REGISTRY_SERVER_PASSWORD: ${x}\nDOCKER_REGISTRY_SERVER_URL: https://x.azurecr.io\n`,
  );
  add('functions-key', 'a.cs', f.functionsKey(), (x) => `client.DefaultRequestHeaders.Add("x-functions-key", "${x}");`);
  add(
    'functions-key',
    'a.json',
    f.oldKey(40),
    (x) => `{"url":"https://x.azurewebsites.net/api/HttpTrigger1?code=${x}&name=y"}`,
  );
  add(
    'functions-key',
    'a.py',
    encodeURIComponent(f.oldKey(40)),
    (x) => `URL = "https://x.azurewebsites.net/api/HttpTrigger1?code=${x}"`,
  );
  add('devops-pat', '.netrc', f.devopsPat(), (x) => `machine dev.azure.com login x password ${x}\n`);
  add(
    'devops-pat',
    'a.ps1',
    f.devopsPat(),
    (x) =>
      `$token = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes(":${x}"))\nInvoke-RestMethod https://dev.azure.com/org/_apis/projects`,
  );
  add(
    'devops-pat',
    'settings.xml',
    f.devopsPat(),
    (x) =>
      `<server><id>azure-devops-feed</id><username>x</username><password>${x}</password></server> <!-- https://pkgs.dev.azure.com/org -->`,
  );
  add(
    'devops-pat',
    'a.http',
    b64(`:${f.devopsPat()}`),
    (x) => `GET https://dev.azure.com/org/_apis/projects\nAuthorization: Basic ${x}\n`,
  );
  add('devops-pat', 'a.yml', f.devopsPat(), (x) => `env:\n  AZURE_DEVOPS_EXT_PAT: ${x}\n`);
  add(
    'devops-pat',
    'a.go',
    f.devopsPat(),
    (x) => `connection := azuredevops.NewPatConnection(organizationUrl, "${x}")`,
  );
  add(
    'devops-pat',
    'a.json',
    f.devopsPat(),
    (x) =>
      `{"endpointCredentials": [{"endpoint":"https://pkgs.dev.azure.com/o/_packaging/f/nuget/v3/index.json", "username":"x", "password":"${x}"}]}`,
  );
  add(
    'devops-pat',
    'a.sh',
    f.devopsPat(),
    (x) => `git -c http.extraheader="X" clone https://${x}@o.visualstudio.com/p/_git/r`,
  );
  add(
    'devops-pat',
    'a.tf',
    f.devopsPat(),
    (x) =>
      `provider "azuredevops" {\n  org_service_url = "https://dev.azure.com/o"\n  personal_access_token = "${x}"\n}`,
  );
  add(
    'apim-subscription-key',
    'a.kt',
    f.hex(),
    (x) => `.addHeader("Ocp-Apim-Subscription-Key", "${x}") // https://x.azure-api.net`,
  );
  add('apim-subscription-key', 'a.json', f.hex(), (x) => `{"ApimSubscriptionKey":"${x}"}`);
  add(
    'batch-key',
    'a.json',
    f.oldKey(64),
    (x) => `{"BatchAccountName":"x","BatchAccountKey":"${x}","BatchAccountUrl":"https://x.westus.batch.azure.com"}`,
  );
  add('batch-key', 'a.sh', f.oldKey(64), (x) => `az batch account login ...; export AZURE_BATCH_ACCESS_KEY=${x}`);
  add(
    'maps-key',
    'a.js',
    f.random.text(43, ALNUM),
    (x) => `new atlas.Map("map", { authOptions: { authType: "subscriptionKey", subscriptionKey: "${x}" } });`,
  );
  add(
    'loganalytics-shared-key',
    'a.ps1',
    f.oldKey(64),
    (x) => `$CustomerId = "00000000-0000-0000-0000-000000000001"\n$SharedKey = "${x}"\n$LogType = "MyRecord"`,
  );
  add(
    'loganalytics-shared-key',
    'a.py',
    f.oldKey(64),
    (x) => `# Update the customer ID to your Log Analytics workspace ID\ncustomer_id = 'abc'\nshared_key = "${x}"`,
  );
  add('loganalytics-shared-key', 'a.yaml', f.oldKey(64), (x) => `omsagent:\n  secret:\n    wsid: abc\n    key: ${x}\n`);
  add(
    'entra-client-secret-legacy',
    'a.json',
    f.oldKey(32),
    (x) =>
      `{"AzureAd":{"Instance":"https://login.microsoftonline.com/","TenantId":"t","ClientId":"c","ClientSecret":"${x}"}}`,
  );
  add(
    'entra-client-secret-legacy',
    'a.sh',
    f.entraClientSecretLegacy(),
    (x) => `az login --service-principal -u app -p '${x}' --tenant t`,
  );
  add(
    'entra-client-secret-legacy',
    'a.tf',
    f.entraClientSecretLegacy(),
    (x) => `provider "azurerm" {\n  tenant_id = "t"\n  client_secret = "${x}"\n}`,
  );
  add(
    'entra-client-secret-legacy',
    'web.config',
    f.oldKey(32),
    (x) => `<add key="ida:AppKey" value="${x}" /><add key="ida:Tenant" value="x.onmicrosoft.com" />`,
  );
  add(
    'entra-client-secret',
    'a.cs',
    f.entraClientSecret(),
    (x) => `var app = ConfidentialClientApplicationBuilder.Create("id").WithClientSecret(@"${x}").Build();`,
  );
  add('entra-client-secret', 'a.md', f.entraClientSecret(), (x) => `| AZURE_CLIENT_SECRET | \`${x}\` |`);
  add(
    'entra-client-secret',
    'a.sh',
    f.entraClientSecret(),
    (x) =>
      `curl -d "client_id=x&scope=y&client_secret=${x}&grant_type=client_credentials" https://login.microsoftonline.com/t/oauth2/v2.0/token`,
  );
  add(
    'pfx-password',
    'a.py',
    pw(),
    (x) => `with open("site.pfx", "rb") as f:\n    key, cert, _ = pkcs12.load_key_and_certificates(f.read(), b"${x}")`,
  );
  add(
    'pfx-password',
    'A.java',
    pw(),
    (x) =>
      `KeyStore ks = KeyStore.getInstance("PKCS12");\nks.load(new FileInputStream("site.p12"), "${x}".toCharArray());`,
  );
  add(
    'pfx-password',
    'a.js',
    pw(),
    (x) => `https.createServer({ pfx: fs.readFileSync('site.pfx'), passphrase: '${x}' }, app);`,
  );
  add(
    'pfx-password',
    'docker-compose.yml',
    pw(),
    (x) =>
      `- ASPNETCORE_Kestrel__Certificates__Default__Password=${x}\n- ASPNETCORE_Kestrel__Certificates__Default__Path=/https/aspnetapp.pfx\n`,
  );
  add(
    'pfx-password',
    'a.tf',
    pw(),
    (x) => `resource "azurerm_app_service_certificate" "c" {\n  pfx_blob = filebase64("c.pfx")\n  password = "${x}"\n}`,
  );
  add(
    'pfx-password',
    'a.sh',
    pw(),
    (x) => `az webapp config ssl upload --certificate-file site.pfx --certificate-password '${x}' -n a -g g`,
  );
  add(
    'pfx-password',
    'a.cs',
    pw(),
    (x) =>
      `var certificate = new X509Certificate2(Path.Combine(root, "cert.pfx"), "${x}", X509KeyStorageFlags.MachineKeySet);`,
  );
  add(
    'pfx-password',
    'a.ps1',
    pw(),
    (x) =>
      `$secure = ConvertTo-SecureString -AsPlainText -Force -String "${x}"\nExport-PfxCertificate -Cert $c -FilePath a.pfx -Password $secure`,
  );
  add(
    'pfx-password',
    'a.sh',
    pw(),
    (x) => `openssl pkcs12 -export -out site.pfx -inkey k.pem -in c.pem -password pass:${x}`,
  );
  add(
    'vm-admin-password',
    'a.yml',
    pw(),
    (x) => `- azure_rm_virtualmachine:\n    admin_username: azureuser\n    admin_password: "${x}"\n`,
  );
  add(
    'vm-admin-password',
    'a.ps1',
    pw(),
    (x) =>
      `$cred = New-Object System.Management.Automation.PSCredential("azureuser", (ConvertTo-SecureString "${x}" -AsPlainText -Force))\nNew-AzVM -Credential $cred`,
  );
  add(
    'vm-admin-password',
    'a.bicep',
    pw(),
    (x) => `param adminUsername string = 'azureuser'\nparam adminPassword string = '${x}'`,
  );
  add(
    'vm-admin-password',
    'variables.tf',
    pw(),
    (x) =>
      `variable "admin_username" {\n  default = "azureuser"\n}\nvariable "admin_password" {\n  description = "Admin password"\n  type        = string\n  default     = "${x}"\n}`,
  );
  add(
    'kubernetes-secret-data',
    's.yaml',
    b64(f.cosmosConnectionString()),
    (x) => `kind: Secret\napiVersion: v1\ndata:\n  cosmos: ${x}\nmetadata:\n  name: a\n`,
  );
  add(
    'kubernetes-secret-data',
    's.yaml',
    b64(pw()),
    (x) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: azure-sql\ntype: Opaque\ndata:\n  sql-password: "${x}"\n`,
  );
  add(
    'kubernetes-secret-data',
    's.json',
    b64(f.storageKey()),
    (x) => `{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"azurestorageaccountkey":"${x}"}}`,
  );
  add(
    'publish-profile',
    'a.PublishSettings',
    f.random.text(60, ALNUM),
    (x) => `<publishProfile publishMethod="FTP" userName="a\\$a" userPWD="${x}" />`,
  );
  add('databricks-pat', 'a.tf', `dapi${f.hex()}`, (x) => `token = "${x}"`);
  add(
    'aspnet-machinekey',
    'Web.config',
    f.hex(64).toUpperCase(),
    (x) => `<machineKey decryptionKey="${x}" validation="HMACSHA256" decryption="AES" />`,
  );
  add(
    'logicapps-sas-url',
    'a.cs',
    f.random.text(43, `${ALNUM}-_`),
    (x) =>
      `var u = "https://prod-08.westus.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${x}";`,
  );
  add(
    'servicebus-sas',
    'a.py',
    encodeURIComponent(f.oldKey(32)),
    (x) =>
      `headers = {'Authorization': 'SharedAccessSignature sr=x.servicebus.windows.net&sig=${x}&se=1893456000&skn=Root'}`,
  );
  add(
    'iothub-sas',
    'a.http',
    encodeURIComponent(f.oldKey(32)),
    (x) => `Authorization: SharedAccessSignature sr=x.azure-devices.net%2Fdevices%2Fd&sig=${x}&se=1893456000\n`,
  );
  add('redis-key', '.env', f.oldKey(32), (x) => `REDIS_HOST=x.redis.cache.windows.net\nREDIS_KEY=${x}\n`);
  add(
    'search-key',
    '.env',
    f.hex().toUpperCase(),
    (x) => `SEARCH_ENDPOINT=https://x.search.windows.net\nSEARCH_API_KEY=${x}\n`,
  );
  add(
    'sql-url',
    'a.js',
    f.random.text(14, 'abcdefghijkABCDEFG0123456789'),
    (x) => `const url = "mssql://u:${x}@x.database.windows.net/d?encrypt=true";`,
  );

  // Clients and formats whose shapes the formats above do not have.
  add(
    'sql-password',
    'b.php',
    pw(),
    (x) => `$conn = new PDO("sqlsrv:server=tcp:x.database.windows.net,1433;Database=d", "u", "${x}");`,
  );
  add(
    'sql-password',
    'b.rs',
    pw(),
    (x) => `config.host("x.database.windows.net");\nconfig.authentication(AuthMethod::sql_server("u", "${x}"));`,
  );
  add('sql-password', 'b.bat', pw(), (x) => `sqlpackage /a:Publish /tsn:x.database.windows.net /tu:u /tp:${x}`);
  add('sql-password', 'b.sh', pw(), (x) => `az sql server create -n x -g g -l westeurope -u a -p '${x}'`);
  add(
    'sql-password',
    'hibernate.cfg.xml',
    pw(),
    (x) =>
      `<property name="connection.url">jdbc:sqlserver://x.database.windows.net:1433</property>\n<property name="connection.password">${x}</property>`,
  );
  add(
    'sql-url',
    'schema.prisma',
    pw(),
    (x) => `url = "sqlserver://x.database.windows.net:1433;database=d;user=u;password=${x};encrypt=true"`,
  );
  add('postgres-password', '.pgpass', pw(), (x) => `x.postgres.database.azure.com:5432:d:u:${x}\n`);
  add(
    'postgres-dsn',
    'b.go',
    pw(),
    (x) => `dsn := fmt.Sprintf("host=%s user=%s password=${x} dbname=%s", "x.postgres.database.azure.com", "u", "d")`,
  );
  add(
    'mysql-url',
    'b.rb',
    f.random.text(14, ALNUM),
    (x) => `DATABASE_URL = "mysql2://u:${x}@x.mysql.database.azure.com:3306/d"`,
  );
  add(
    'mysql-connection-string',
    'b.go',
    f.random.text(14, ALNUM),
    (x) => `db, err := sql.Open("mysql", "u:${x}@tcp(x.mysql.database.azure.com:3306)/d?tls=true")`,
  );
  add(
    'mysql-password',
    'b.php',
    pw(),
    (x) => `mysqli_real_connect($c, 'x.mysql.database.azure.com', 'u', '${x}', 'd', 3306);`,
  );
  add('mysql-password', 'my.cnf', pw(), (x) => `[client]\nhost=x.mysql.database.azure.com\nuser=u\npassword=${x}\n`);
  add('redis-key', 'b.sh', f.oldKey(32), (x) => `redis-cli -h x.redis.cache.windows.net -p 6379 -a ${x}`);
  add(
    'redis-key',
    'b.yml',
    f.oldKey(32),
    (x) =>
      `spring:\n  datasource:\n    url: jdbc:postgresql://x.postgres.database.azure.com/d\n  data:\n    redis:\n      host: x.redis.cache.windows.net\n      password: ${x}\n`,
  );
  add(
    'storage-account-key',
    'b.json',
    f.oldKey(64),
    (x) =>
      `{"CosmosDb":{"Account":"https://x.documents.azure.com:443/"},"Storage":{"AccountName":"x","AccountKey":"${x}"}}`,
  );
  add('storage-account-key', 'b.ts', f.oldKey(64), (x) => `export default { azure: { storage: { key: '${x}' } } };`);
  add(
    'ai-services-key',
    'b.swift',
    f.hex(),
    (x) => `let config = try SPXSpeechConfiguration(subscription: "${x}", region: "westus")`,
  );
  add(
    'loganalytics-shared-key',
    'b.sh',
    f.oldKey(64),
    (x) => `sh onboard_agent.sh -w ${f.guid()} -s ${x} -d opinsights.azure.com`,
  );
  add(
    'iothub-device-connection-string',
    'B.java',
    f.iotKey(),
    (x) => `String c = "HostName=" + host + ".azure-devices.net;DeviceId=d;SharedAccessKey=${x}";`,
  );
  add(
    'devops-pat',
    '.yarnrc.yml',
    f.devopsPat(),
    (x) => `npmRegistries:\n  //pkgs.dev.azure.com/o/:\n    npmAuthIdent: "o:${x}"\n`,
  );
  add(
    'devops-pat',
    'b.sh',
    f.devopsPat(),
    (x) => `B64=$(printf "%s" ":${x}" | base64)\ngit clone https://dev.azure.com/o/p/_git/r`,
  );
  add(
    'entra-client-secret-legacy',
    'b.md',
    f.entraClientSecretLegacy().replace(/[~._-]/g, 'x'),
    (x) =>
      `curl -d 'grant_type=client_credentials&client_secret=${x}&resource=y' https://login.microsoftonline.com/t/oauth2/token`,
  );
  add('pfx-password', 'b.cs', pw(), (x) => `options.Listen(IPAddress.Any, 443, o => o.UseHttps("cert.pfx", "${x}"));`);
  add(
    'pfx-password',
    'b.yml',
    pw(),
    (x) => `server:\n  ssl:\n    key-store: classpath:keystore.p12\n    key-store-password: ${x}\n`,
  );
  add(
    'vm-admin-password',
    'b.cs',
    pw(),
    (x) => `azure.VirtualMachines.Define("vm").WithAdminUsername("u").WithAdminPassword("${x}");`,
  );
  // Clients and commands that take a key without its name.
  add(
    'cosmos-key',
    'c.cs',
    f.oldKey(64),
    (x) => `options.UseCosmos("https://contoso.documents.azure.com:443/", "${x}", databaseName: "d");`,
  );
  add(
    'cosmos-key',
    'd.cs',
    f.oldKey(64),
    (x) => `var s = new GremlinServer("contoso.gremlin.cosmos.azure.com", 443, true, "/dbs/d/colls/c", "${x}");`,
  );
  add('storage-account-key', 'c.js', f.oldKey(64), (x) => `const q = azure.createQueueService('contoso', '${x}');`);
  add(
    'storage-account-key',
    'c.rs',
    f.oldKey(64),
    (x) => `MicrosoftAzureBuilder::new().with_account("contoso").with_access_key("${x}")`,
  );
  add(
    'storage-account-key',
    'c.ps1',
    f.oldKey(64),
    (x) => `cmdkey /add:contoso.file.core.windows.net /user:Azure\\contoso /pass:${x}`,
  );
  add(
    'storage-account-key',
    'c.cmd',
    f.oldKey(64),
    (x) => `net use Z: \\\\contoso.file.core.windows.net\\share /u:AZURE\\contoso ${x}`,
  );
  add(
    'maps-key',
    'c.py',
    `q${f.oldKey(33).replace(/[+/=]/g, 'x').slice(0, 42)}`,
    (x) => `client = MapsSearchClient(credential=AzureKeyCredential("${x}"))`,
  );
  add('sql-password', 'c.js', pw(), (x) => `new Sequelize('db', 'u', '${x}', { host: 's.database.windows.net' });`);
  add(
    'sql-password',
    'e.cs',
    pw(),
    (x) => `var c = new SqlCredential("u", new NetworkCredential("", "${x}").SecurePassword);`,
  );
  add('pfx-password', 'c.cs', pw(), (x) => `var c = X509CertificateLoader.LoadPkcs12FromFile("a.pfx", "${x}");`);
  add('pfx-password', 'd.cs', pw(), (x) => `collection.Import("c.pfx", "${x}", X509KeyStorageFlags.PersistKeySet);`);
  add('pfx-password', 'c.sh', pw(), (x) => `dotnet dev-certs https -ep a.pfx -p ${x}`);
  add(
    'devops-pat',
    'c.sh',
    f.devopsPat(),
    (x) => `dotnet nuget add source https://pkgs.dev.azure.com/a/_packaging/f/nuget/v3/index.json -u any -p ${x}`,
  );
  add('devops-pat', 'c.py', f.devopsPat(), (x) => `token = "${x}"`);
  // What is near may be another's: names, sections and resources tell.
  add(
    'entra-client-secret-legacy',
    'c.config',
    f.oldKey(32),
    (x) =>
      `<add key="ServiceBusQueue" value="orders" />\n<add key="ida:ClientSecret" value="${x}" />\n<add key="EventGridTopic" value="t" />`,
  );
  add(
    'apim-subscription-key',
    'f.cs',
    f.hex(),
    (x) =>
      `services.AddSingleton(_ => new AzureOpenAIClient(uri, credential));\nservices.AddHttpClient("gateway", c =>\n{\n    c.BaseAddress = new Uri("https://contoso.azure-api.net/");\n    c.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "${x}");\n});`,
  );
  add(
    'postgres-password',
    'c.tf',
    pw(),
    (x) =>
      `resource "azurerm_postgresql_flexible_server" "p" {\n  name                   = "contoso"\n  administrator_login    = "padmin"\n  administrator_password = "${x}"\n}\nresource "azurerm_mysql_flexible_server" "m" {\n}`,
  );
  add(
    'vm-admin-password',
    'c.tf',
    pw(),
    (x) => `variable "admin_password" {\n  type    = string\n  default = "${x}"\n}`,
  );
  add(
    'servicebus-connection-string',
    'd.py',
    f.serviceBusKey(),
    (x) => `c = "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=k;" + "SharedAccessKey=${x}"`,
  );
  vectors.push(...singleSettings(seed));
  return vectors;
}
