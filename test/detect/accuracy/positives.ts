/** Vectors that hold a secret, with the place and the kind a detector has to name. */
import { createFake, type Fake } from '../../support/fake-secrets';
import { formats, kubernetesSecret, type Setting } from './formats';

export interface Vector {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** What must be found: the value as it is in the text, at its only place. Empty for traps. */
  readonly expected: readonly { readonly kind: string; readonly value: string }[];
}

interface Known {
  readonly kind: string;
  /** The setting that holds the secret; `value` is the part that must be underlined. */
  readonly make: (fake: Fake) => { readonly value: string; readonly whole?: string };
  /** Names of the setting; each vector takes one. */
  readonly names: readonly string[];
  /** Settings that are beside it, where the value alone does not tell. */
  readonly beside?: (fake: Fake) => readonly Setting[];
  /** Whole texts; `%` stands for the value. */
  readonly calls: readonly (readonly [path: string, text: string])[];
  /** Formats that cannot hold such a value. */
  readonly without?: readonly string[];
}

const words = (name: string): readonly string[] => name.split(' ');
const setting = (name: string, value: string): Setting => ({ name: words(name), value });
const plain = (make: (fake: Fake) => string) => (fake: Fake) => ({ value: make(fake) });
/** The secret is what `pick` takes out of the whole. */
const part = (make: (fake: Fake) => string, pick: RegExp) => (fake: Fake) => {
  const whole = make(fake);
  return { whole, value: pick.exec(whole)?.[1] ?? '' };
};

const ACCOUNT_KEY = /AccountKey=([^;]+)/i;
const SHARED_KEY = /SharedAccessKey=([^;]+)/;

const knowns: readonly Known[] = [
  {
    kind: 'storage-account-key',
    make: plain((f) => f.storageKey()),
    names: ['azure storage account key', 'storage key', 'blob key'],
    calls: [
      [
        'up.ts',
        `import { StorageSharedKeyCredential } from '@azure/storage-blob';\nconst c = new StorageSharedKeyCredential('contoso', '%');`,
      ],
      ['up.py', `service = BlobServiceClient(account_url="https://contoso.blob.core.windows.net", credential="%")`],
      ['up.go', `cred, err := azblob.NewSharedKeyCredential("contoso", "%")`],
      ['up.cs', `var cred = new StorageSharedKeyCredential(accountName, "%");`],
      ['up.sh', `az storage blob list --account-name contoso --account-key % -c x`],
      ['up.ps1', `$ctx = New-AzStorageContext -StorageAccountName contoso -StorageAccountKey "%"`],
      [
        'core-site.xml',
        `<property><name>fs.azure.account.key.contoso.dfs.core.windows.net</name><value>%</value></property>`,
      ],
      ['spark.py', `spark.conf.set("fs.azure.account.key.contoso.blob.core.windows.net", "%")`],
      ['backend.tf', `backend "azurerm" {\n  storage_account_name = "contoso"\n  access_key = "%"\n}`],
    ],
  },
  {
    kind: 'storage-account-key',
    make: plain((f) => f.oldKey(64)),
    names: ['azure storage account key', 'storage account key', 'azure storage key'],
    beside: (f) => [setting('azure storage account name', f.name())],
    calls: [
      [
        'old.ts',
        `import { StorageSharedKeyCredential } from "@azure/storage-blob";\nconst key = "%";\nnew StorageSharedKeyCredential("contoso", key);`,
      ],
      ['old.py', `svc = BlobServiceClient("https://contoso.blob.core.windows.net", credential="%")`],
      ['old.java', `StorageSharedKeyCredential credential = new StorageSharedKeyCredential("contoso", "%");`],
      ['old.sh', `azcopy --source https://contoso.blob.core.windows.net/x --source-key %`],
      ['old.properties', `fs.azure.account.key.contoso.dfs.core.windows.net=%`],
      ['old.go', `azblob.NewSharedKeyCredential("contoso", "%")`],
      ['old.sql', `CREATE CREDENTIAL backup WITH IDENTITY='contoso', SECRET='%';`],
      ['scoped.sql', `CREATE DATABASE SCOPED CREDENTIAL c\nWITH IDENTITY = N'contoso',\n     SECRET = N'%';`],
    ],
  },
  {
    kind: 'storage-connection-string',
    make: part((f) => f.storageConnectionString(), ACCOUNT_KEY),
    names: ['azure web jobs storage', 'azure storage connection string', 'storage conn'],
    calls: [
      ['c.ts', `const client = BlobServiceClient.fromConnectionString("%");`],
      ['c.py', `client = BlobServiceClient.from_connection_string(conn_str='%')`],
      ['C.cs', `var client = new BlobServiceClient("%");`],
      ['C.java', `new BlobServiceClientBuilder().connectionString("%").buildClient();`],
      ['c.go', `client, err := azblob.NewClientFromConnectionString("%", nil)`],
    ],
  },
  {
    kind: 'storage-sas',
    make: part((f) => f.sasUrl(), /sig=([^&]+)/),
    names: ['blob url', 'upload url', 'artifacts location'],
    calls: [
      ['s.ts', `const client = new BlobClient("%");`],
      ['s.sh', `azcopy copy "%" ./out`],
      ['s.md', `Download it [here](%).`],
      ['s.py', `requests.get('%')`],
    ],
  },
  {
    kind: 'storage-sas',
    make: part((f) => f.sas(), /sig=([^&]+)/),
    names: ['storage sas token', 'sas'],
    calls: [
      ['t.cs', `var credential = new AzureSasCredential("%");`],
      ['t.ts', `const url = base + '?%';`],
      ['t.sql', `CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'SHARED ACCESS SIGNATURE', SECRET = '%';`],
      ['t.sh', `az storage blob upload --sas-token "%" -f x`],
    ],
  },
  {
    kind: 'logicapps-sas-url',
    make: part(
      (f) =>
        `https://prod-27.westeurope.logic.azure.com:443/workflows/${f.hex(32)}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${f.random.text(43, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}`,
      /sig=([^&]+)/,
    ),
    names: ['flow url', 'logic app url', 'webhook url'],
    calls: [
      ['l.ts', `await fetch("%", { method: 'POST' });`],
      ['l.sh', `curl -X POST '%' -d @x.json`],
      ['l.py', `requests.post("%", json=payload)`],
      ['l.ps1', `Invoke-RestMethod -Uri "%" -Method Post`],
    ],
  },
  {
    kind: 'servicebus-connection-string',
    make: part((f) => f.serviceBusConnectionString(), SHARED_KEY),
    names: ['service bus connection string', 'servicebus connection', 'queue connection'],
    calls: [
      ['b.ts', `const sb = new ServiceBusClient("%");`],
      ['b.py', `with ServiceBusClient.from_connection_string('%') as c:`],
      ['B.cs', `await using var client = new ServiceBusClient("%");`],
      ['B.java', `new ServiceBusClientBuilder().connectionString("%")`],
    ],
  },
  {
    kind: 'servicebus-connection-string',
    make: part((f) => f.serviceBusConnectionString().replace(/(SharedAccessKey=).*/, `$1${f.oldKey(32)}`), SHARED_KEY),
    names: ['service bus connection string'],
    calls: [
      ['bo.go', `client, err := azservicebus.NewClientFromConnectionString("%", nil)`],
      ['bo.cs', `new QueueClient("%", "orders");`],
    ],
  },
  {
    kind: 'eventhubs-connection-string',
    make: part((f) => f.eventHubsConnectionString({ entity: 'telemetry' }), SHARED_KEY),
    names: ['event hub connection string', 'eventhub conn'],
    calls: [
      ['e.ts', `new EventHubProducerClient("%", "hub")`],
      ['e.py', `EventHubProducerClient.from_connection_string("%")`],
      [
        'kafka.properties',
        `sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="$ConnectionString" password="%";`,
      ],
    ],
  },
  {
    kind: 'eventhubs-connection-string',
    make: part((f) => f.eventHubsConnectionString().replace(/(SharedAccessKey=).*/, `$1${f.oldKey(32)}`), SHARED_KEY),
    names: ['event hub connection string', 'eventhubs connection'],
    calls: [
      ['eo.py', `EventHubConsumerClient.from_connection_string("%", "$Default")`],
      ['eo.cs', `new EventHubProducerClient("%", "hub")`],
    ],
  },
  {
    kind: 'relay-connection-string',
    make: part((f) => f.relayConnectionString(), SHARED_KEY),
    names: ['relay connection string'],
    calls: [
      ['r.cs', `new HybridConnectionListener("%", "hyco")`],
      ['r.sh', `azbridge -x "%"`],
    ],
  },
  {
    kind: 'notificationhubs-connection-string',
    make: part(
      (f) =>
        `Endpoint=sb://${f.name()}.servicebus.windows.net/;SharedAccessKeyName=DefaultFullSharedAccessSignature;SharedAccessKey=${f.oldKey(32)}`,
      SHARED_KEY,
    ),
    names: ['notification hub connection string'],
    calls: [
      ['n.cs', `NotificationHubClient.CreateClientFromConnectionString("%", "hub")`],
      ['n.ts', `const c = createClientContext("%", "hub");`],
    ],
  },
  {
    kind: 'servicebus-key',
    make: plain((f) => f.serviceBusKey()),
    names: ['service bus key', 'sb key'],
    calls: [
      ['k.ts', `new AzureNamedKeyCredential("RootManageSharedAccessKey", "%")`],
      ['k.cs', `TokenProvider.CreateSharedAccessSignatureTokenProvider("Root", "%")`],
      ['k.py', `ServiceBusClient(ns, AzureNamedKeyCredential("p", "%"))`],
    ],
  },
  {
    kind: 'servicebus-key',
    make: plain((f) => f.oldKey(32)),
    names: ['service bus key', 'servicebus shared access key'],
    calls: [
      [
        'ko.ts',
        `import { ServiceBusClient } from '@azure/service-bus';\nnew ServiceBusClient('x.servicebus.windows.net', new AzureNamedKeyCredential("RootManageSharedAccessKey", "%"))`,
      ],
      ['ko.cs', `var sasKey = "%"; // service bus`],
    ],
  },
  {
    kind: 'eventhubs-key',
    make: plain((f) => f.eventHubsKey()),
    names: ['event hub key'],
    calls: [['ek.py', `EventHubProducerClient(ns, hub, AzureNamedKeyCredential("p", "%"))`]],
  },
  {
    kind: 'relay-key',
    make: plain((f) => f.relayKey()),
    names: ['relay key'],
    calls: [
      ['rk.cs', `TokenProvider.CreateSharedAccessSignatureTokenProvider("Root", "%")`],
      ['rk.ts', `const key = "%";`],
    ],
  },
  {
    kind: 'servicebus-sas',
    make: part(
      (f) =>
        `SharedAccessSignature sr=https%3A%2F%2F${f.name()}.servicebus.windows.net%2Forders&sig=${encodeURIComponent(f.oldKey(32))}&se=1924992000&skn=Root`,
      /sig=([^&]+)/,
    ),
    names: ['service bus token', 'sas token'],
    calls: [
      ['h.http', `POST https://x.servicebus.windows.net/q/messages\nAuthorization: %\n`],
      ['h.ts', `headers.set('Authorization', "%");`],
      ['h.sh', `curl -H "Authorization: %" https://x`],
    ],
    without: [],
  },
  {
    kind: 'iothub-sas',
    make: part(
      (f) =>
        `SharedAccessSignature sr=${f.name()}.azure-devices.net%2Fdevices%2Fd1&sig=${encodeURIComponent(f.oldKey(32))}&se=1924992000`,
      /sig=([^&]+)/,
    ),
    names: ['device token', 'mqtt password'],
    calls: [
      ['m.py', `client.username_pw_set("x", "%")`],
      ['m.sh', `mosquitto_pub -P "%"`],
    ],
  },
  {
    kind: 'iothub-connection-string',
    make: part((f) => f.iotHubConnectionString(), SHARED_KEY),
    names: ['iothub connection string', 'iot hub conn'],
    calls: [
      ['i.ts', `Registry.fromConnectionString("%")`],
      ['i.cs', `RegistryManager.CreateFromConnectionString("%");`],
    ],
  },
  {
    kind: 'iothub-device-connection-string',
    make: part((f) => f.iotDeviceConnectionString(), SHARED_KEY),
    names: ['device connection string', 'iothub device connection string'],
    calls: [
      ['d.py', `IoTHubDeviceClient.create_from_connection_string("%")`],
      ['d.c', `static const char* connectionString = "%";`],
      ['d.cs', `DeviceClient.CreateFromConnectionString("%", TransportType.Mqtt);`],
    ],
  },
  {
    kind: 'iotdps-connection-string',
    make: part(
      (f) =>
        `HostName=${f.name()}.azure-devices-provisioning.net;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey=${f.iotKey()}`,
      SHARED_KEY,
    ),
    names: ['dps connection string'],
    calls: [
      ['dps.cs', `ProvisioningServiceClient.CreateFromConnectionString("%");`],
      ['dps.ts', `ProvisioningServiceClient.fromConnectionString("%")`],
    ],
  },
  {
    kind: 'eventgrid-key',
    make: plain((f) => f.eventGridKey()),
    names: ['event grid key', 'topic key'],
    calls: [
      ['g.ts', `new EventGridPublisherClient(endpoint, "EventGrid", new AzureKeyCredential("%"))`],
      ['g.sh', `curl -H "aeg-sas-key: %" https://x.eventgrid.azure.net/api/events`],
    ],
  },
  {
    kind: 'eventgrid-key',
    make: plain((f) => f.cask('AZEG')),
    names: ['event grid key'],
    calls: [['g.py', `EventGridPublisherClient(endpoint, AzureKeyCredential("%"))`]],
  },
  {
    kind: 'eventgrid-key',
    make: plain((f) => f.oldKey(32)),
    names: ['event grid key', 'eventgrid topic key'],
    calls: [
      ['go.http', `POST https://t.westeurope-1.eventgrid.azure.net/api/events\naeg-sas-key: %\n`],
      ['go.cs', `new EventGridPublisherClient(new Uri("https://t.eventgrid.azure.net"), new AzureKeyCredential("%"));`],
    ],
  },
  {
    kind: 'cosmos-key',
    make: plain((f) => f.cosmosKey()),
    names: ['cosmos key', 'db key', 'cosmos primary key'],
    calls: [
      ['co.ts', `const client = new CosmosClient({ endpoint: 'https://x.documents.azure.com', key: '%' });`],
      ['co.py', `CosmosClient(url, credential="%")`],
      ['Co.cs', `new CosmosClient("https://x.documents.azure.com:443/", "%")`],
      ['Co.java', `new CosmosClientBuilder().endpoint(e).key("%")`],
      ['co.go', `cred, _ := azcosmos.NewKeyCredential("%")`],
    ],
  },
  {
    kind: 'cosmos-key',
    make: plain((f) => f.oldKey(64)),
    names: ['cosmos key', 'cosmosdb primary key', 'cosmos auth key'],
    calls: [
      ['coo.ts', `const client = new CosmosClient({ endpoint: 'https://x.documents.azure.com', key: '%' });`],
      ['coo.py', `from azure.cosmos import CosmosClient\nKEY = '%'\nc = CosmosClient(URL, KEY)`],
      ['Coo.cs', `new DocumentClient(new Uri("https://x.documents.azure.com:443/"), "%")`],
      ['Coo.java', `new CosmosClientBuilder().endpoint(e).key("%")`],
    ],
  },
  {
    kind: 'cosmos-connection-string',
    make: part((f) => f.cosmosConnectionString(), ACCOUNT_KEY),
    names: ['cosmos connection string', 'cosmosdb connection'],
    calls: [
      ['cs.cs', `new CosmosClient("%")`],
      ['cs.py', `CosmosClient.from_connection_string("%")`],
      ['cs.ts', `new CosmosClient("%")`],
    ],
  },
  {
    kind: 'cosmos-connection-string',
    make: part(
      (f) => `AccountEndpoint=https://${f.name()}.documents.azure.com:443/;AccountKey=${f.oldKey(64)};Database=d`,
      ACCOUNT_KEY,
    ),
    names: ['cosmos connection string'],
    calls: [['cso.cs', `services.AddDbContext<C>(o => o.UseCosmos("%"));`]],
  },
  {
    kind: 'cosmos-mongo-url',
    make: part((f) => {
      const n = f.name();
      return `mongodb://${n}:${f.oldKey(64)}@${n}.mongo.cosmos.azure.com:10255/?ssl=true&replicaSet=globaldb`;
    }, /:([^:@]+)@/),
    names: ['mongo url', 'mongodb uri'],
    calls: [
      ['mo.ts', `mongoose.connect("%")`],
      ['mo.py', `MongoClient('%')`],
      ['Mo.java', `MongoClients.create("%")`],
    ],
  },
  {
    kind: 'cosmos-mongo-url',
    make: part(
      (f) =>
        `mongodb+srv://admin1:${f.password().replace('#', '-')}@${f.name()}.mongocluster.cosmos.azure.com/?tls=true`,
      /:([^:@/]+)@/,
    ),
    names: ['mongo url', 'mongodb uri'],
    calls: [['mv.go', `mongo.Connect(ctx, options.Client().ApplyURI("%"))`]],
  },
  {
    kind: 'sql-connection-string',
    make: part(
      (f) =>
        `Server=tcp:${f.name()}.database.windows.net,1433;Initial Catalog=shop;Persist Security Info=False;User ID=app;Password=${f.password()};MultipleActiveResultSets=False;Encrypt=True;`,
      /Password=([^;]+)/,
    ),
    names: ['sql connection string', 'default connection', 'database connection'],
    calls: [
      ['q.cs', `options.UseSqlServer("%");`],
      ['q.py', `pyodbc.connect("Driver={ODBC Driver 18 for SQL Server};%")`],
      ['q.ps1', `Invoke-Sqlcmd -ConnectionString "%" -Query "select 1"`],
      ['q.go', `db, err := sql.Open("sqlserver", "%")`],
      ['q.ts', `await sql.connect('%')`],
    ],
  },
  {
    kind: 'sql-connection-string',
    make: part(
      (f) => `data source=${f.name()}.database.windows.net;initial catalog=shop;uid=app;pwd=${f.password()}`,
      /pwd=([^;]+)/,
    ),
    names: ['shop db', 'connection string'],
    calls: [
      [
        'ef.config',
        `<add name="Db" connectionString="metadata=res://*/M.csdl;provider=System.Data.SqlClient;provider connection string=&quot;%;App=EntityFramework&quot;" providerName="System.Data.EntityClient" />`,
      ],
      ['odbc.py', `cnxn = pyodbc.connect('%')`],
    ],
  },
  {
    kind: 'sql-connection-string',
    make: part(
      (f) =>
        `Driver={ODBC Driver 17 for SQL Server};Server=tcp:${f.name()}.database.windows.net,1433;Database=shop;Uid=app;Pwd={${f.password()}};Encrypt=yes;`,
      /Pwd=\{([^}]+)/,
    ),
    names: ['odbc connection', 'sql dsn'],
    calls: [
      ['od.py', `pyodbc.connect("%")`],
      ['od.php', `<?php $c = odbc_connect("%", '', '');`],
    ],
  },
  {
    kind: 'sql-jdbc',
    make: part(
      (f) =>
        `jdbc:sqlserver://${f.name()}.database.windows.net:1433;database=shop;user=app@x;password=${f.password()};encrypt=true`,
      /password=([^;]+)/,
    ),
    names: ['spring datasource url', 'jdbc url'],
    calls: [
      ['J.java', `DriverManager.getConnection("%");`],
      ['J.scala', `val url = "%"`],
      ['j.py', `df.write.format("jdbc").option("url", "%")`],
    ],
  },
  {
    kind: 'sql-url',
    make: part(
      (f) =>
        `mssql+pyodbc://app:${f.password().replace('#', '-')}@${f.name()}.database.windows.net:1433/shop?driver=ODBC+Driver+17`,
      /app:([^@]+)@/,
    ),
    names: ['database url', 'sqlalchemy url'],
    calls: [['sa.py', `create_engine("%")`]],
  },
  {
    kind: 'sql-url',
    make: part(
      (f) => `sqlserver://app:${f.password().replace('#', '-')}@${f.name()}.database.windows.net:1433?database=shop`,
      /app:([^@]+)@/,
    ),
    names: ['database url', 'db dsn'],
    calls: [
      ['su.go', `db, err := sql.Open("sqlserver", "%")`],
      ['su.ts', `datasource db { url = "%" }`],
    ],
  },
  {
    kind: 'sql-password',
    make: plain((f) => f.password()),
    names: ['sql password', 'sql admin password', 'azure sql password'],
    beside: (f) => [setting('sql server', `${f.name()}.database.windows.net`)],
    calls: [
      ['p.sh', `sqlcmd -S x.database.windows.net -U app -P "%" -Q "select 1"`],
      ['p2.sh', `sqlcmd -S tcp:x.database.windows.net -d shop -U app -P % -i a.sql`],
      ['p.ts', `const config = { server: 'x.database.windows.net', user: 'app', password: '%', database: 'shop' };`],
      [
        'P.cs',
        `var b = new SqlConnectionStringBuilder { DataSource = "x.database.windows.net", UserID = "app", Password = "%" };`,
      ],
      [
        'p.tf',
        `resource "azurerm_mssql_server" "s" {\n  administrator_login          = "admin1"\n  administrator_login_password = "%"\n}`,
      ],
      [
        'p.bicep',
        `resource s 'Microsoft.Sql/servers@2022-05-01-preview' = {\n  properties: {\n    administratorLogin: 'admin1'\n    administratorLoginPassword: '%'\n  }\n}`,
      ],
      ['p.sql', `CREATE LOGIN app WITH PASSWORD = '%';`],
      [
        'spark.sql',
        `CREATE TABLE t USING jdbc OPTIONS (url "jdbc:sqlserver://contoso.database.windows.net:1433;database=shop", user "app", password "%")`,
      ],
      ['p3.sh', `az sql server create -n x -g rg --admin-user admin1 --admin-password '%'`],
      ['p.py', `conn = pymssql.connect(server='x.database.windows.net', user='app', password='%')`],
    ],
  },
  {
    kind: 'postgres-url',
    make: part(
      (f) =>
        `postgresql://app:${f.password().replace('#', '-')}@${f.name()}.postgres.database.azure.com:5432/shop?sslmode=require`,
      /app:([^@]+)@/,
    ),
    names: ['database url', 'postgres url'],
    calls: [
      ['pg.ts', `new Pool({ connectionString: "%" })`],
      ['pg.py', `create_engine('%'.replace("postgresql", "postgresql+psycopg2"))`],
      ['pg.sh', `psql "%"`],
    ],
  },
  {
    kind: 'postgres-dsn',
    make: part(
      (f) =>
        `host=${f.name()}.postgres.database.azure.com port=5432 dbname=shop user=app password=${f.password()} sslmode=require`,
      /password=(\S+)/,
    ),
    names: ['pg dsn', 'postgres dsn'],
    calls: [
      ['dsn.py', `psycopg2.connect("%")`],
      ['dsn.go', `sql.Open("postgres", "%")`],
    ],
  },
  {
    kind: 'postgres-connection-string',
    make: part(
      (f) =>
        `Host=${f.name()}.postgres.database.azure.com;Port=5432;Database=shop;Username=app;Password=${f.password()};SSL Mode=Require`,
      /Password=([^;]+)/,
    ),
    names: ['postgres connection', 'default connection'],
    calls: [['N.cs', `options.UseNpgsql("%");`]],
  },
  {
    kind: 'postgres-jdbc',
    make: part(
      (f) =>
        `jdbc:postgresql://${f.name()}.postgres.database.azure.com:5432/shop?user=app&password=${f.password().replace('#', '-')}&sslmode=require`,
      /password=([^&]+)/,
    ),
    names: ['spring datasource url', 'jdbc url'],
    calls: [['PJ.java', `DriverManager.getConnection("%")`]],
  },
  {
    kind: 'postgres-password',
    make: plain((f) => f.password()),
    names: ['pgpassword'],
    beside: (f) => [setting('pghost', `${f.name()}.postgres.database.azure.com`)],
    calls: [
      ['pp.py', `psycopg2.connect(host="x.postgres.database.azure.com", user="app", password="%", dbname="d")`],
      ['pp.ts', `new Client({ host: 'x.postgres.database.azure.com', user: 'app', password: '%' })`],
      [
        'pp.tf',
        `resource "azurerm_postgresql_flexible_server" "p" {\n  administrator_login    = "psqladmin"\n  administrator_password = "%"\n}`,
      ],
      ['pp.sh', `PGPASSWORD='%' psql -h x.postgres.database.azure.com -U app shop`],
      [
        'pp.bicep',
        `resource p 'Microsoft.DBforPostgreSQL/flexibleServers@2022-12-01' = {\n  properties: {\n    administratorLogin: 'a'\n    administratorLoginPassword: '%'\n  }\n}`,
      ],
    ],
  },
  {
    kind: 'mysql-connection-string',
    make: part(
      (f) =>
        `Server=${f.name()}.mysql.database.azure.com;Port=3306;Database=shop;Uid=app;Pwd=${f.password()};SslMode=Required`,
      /Pwd=([^;]+)/,
    ),
    names: ['mysql connection', 'mysqlconnstr localdb'],
    calls: [['my.cs', `new MySqlConnection("%")`]],
  },
  {
    kind: 'mysql-url',
    make: part(
      (f) => `mysql://app:${f.password().replace('#', '-')}@${f.name()}.mysql.database.azure.com:3306/shop`,
      /app:([^@]+)@/,
    ),
    names: ['database url', 'mysql url'],
    calls: [['my.py', `create_engine("%")`]],
  },
  {
    kind: 'mysql-password',
    make: plain((f) => f.password()),
    names: ['mysql password', 'mysql pwd'],
    beside: (f) => [setting('mysql host', `${f.name()}.mysql.database.azure.com`)],
    calls: [
      ['mp.ts', `mysql.createConnection({ host: 'x.mysql.database.azure.com', user: 'app', password: '%' })`],
      ['mp.php', `<?php $m = new PDO($dsn); $host = 'x.mysql.database.azure.com'; $password = '%';`],
      ['mp.sh', `mysql -h x.mysql.database.azure.com -u app -p'%' shop`],
      [
        'mp.tf',
        `resource "azurerm_mysql_flexible_server" "m" {\n  administrator_login    = "a"\n  administrator_password = "%"\n}`,
      ],
    ],
  },
  {
    kind: 'redis-connection-string',
    make: part((f) => f.redisConnectionString(), /password=([^,]+)/),
    names: ['redis connection string', 'cache connection'],
    calls: [
      ['re.cs', `ConnectionMultiplexer.Connect("%")`],
      ['re.fs', `let c = ConnectionMultiplexer.Connect("%")`],
    ],
  },
  {
    kind: 'redis-key',
    make: plain((f) => f.redisKey()),
    names: ['redis key', 'redis password', 'cache key'],
    calls: [
      ['rk.ts', `createClient({ url: 'rediss://x.redis.cache.windows.net:6380', password: '%' })`],
      ['rk.py', `redis.StrictRedis(host='x.redis.cache.windows.net', port=6380, password='%', ssl=True)`],
    ],
  },
  {
    kind: 'redis-key',
    make: plain((f) => f.oldKey(32)),
    names: ['redis key', 'azure redis access key', 'redis password'],
    calls: [
      ['rko.py', `r = redis.StrictRedis(host='x.redis.cache.windows.net', port=6380, db=0, password='%', ssl=True)`],
      ['rko.ts', `new Redis({ host: 'x.redis.cache.windows.net', password: '%' })`],
    ],
  },
  {
    kind: 'redis-url',
    make: part(
      (f) => `rediss://:${encodeURIComponent(f.redisKey())}@${f.name()}.redis.cache.windows.net:6380/0`,
      /\/:([^@]+)@/,
    ),
    names: ['redis url', 'celery broker url'],
    calls: [
      ['ru.py', `redis.from_url("%")`],
      ['ru.ts', `createClient({ url: '%' })`],
    ],
  },
  {
    kind: 'azure-openai-key',
    make: plain((f) => f.openAiKey()),
    names: ['azure openai api key', 'openai key', 'llm key'],
    calls: [
      ['ao.ts', `new OpenAIClient(endpoint, new AzureKeyCredential("%"))`],
      ['ao.py', `AzureOpenAI(azure_endpoint=e, api_key="%", api_version="v")`],
      ['ao.sh', `curl "$E/openai/deployments/g/chat/completions" -H "api-key: %"`],
    ],
  },
  {
    kind: 'azure-openai-key',
    make: plain((f) => f.hex()),
    names: ['azure openai api key', 'azure openai key', 'openai api key'],
    calls: [
      [
        'aoo.ts',
        `import { OpenAIClient, AzureKeyCredential } from "@azure/openai";\nconst c = new OpenAIClient("https://x.openai.azure.com/", new AzureKeyCredential("%"));`,
      ],
      [
        'aoo.py',
        `client = AzureOpenAI(azure_endpoint="https://x.openai.azure.com", api_key="%", api_version="2024-02-01")`,
      ],
      [
        'aoo.cs',
        `var client = new AzureOpenAIClient(new Uri("https://x.openai.azure.com"), new AzureKeyCredential("%"));`,
      ],
      ['aoo.sh', `curl https://x.openai.azure.com/openai/deployments/gpt/chat/completions -H "api-key: %" -d '{}'`],
      ['Aoo.java', `new OpenAIClientBuilder().endpoint(e).credential(new AzureKeyCredential("%")).buildClient();`],
      [
        'aoo.go',
        `keyCredential := azcore.NewKeyCredential("%")\nclient, err := azopenai.NewClientWithKeyCredential(endpoint, keyCredential, nil)`,
      ],
      ['aoo.http', `POST https://x.openai.azure.com/openai/deployments/g/completions\napi-key: %\n`],
    ],
  },
  {
    kind: 'ai-services-key',
    make: plain((f) => f.cask('ACOG', 'AAAY')),
    names: ['speech key', 'cognitive key', 'ai key'],
    calls: [
      ['sp.py', `speechsdk.SpeechConfig(subscription="%", region="westeurope")`],
      ['sp.cs', `SpeechConfig.FromSubscription("%", "westeurope");`],
    ],
  },
  {
    kind: 'ai-services-key',
    make: plain((f) => f.hex()),
    names: ['speech key', 'cognitive services key', 'translator key', 'vision key', 'document intelligence key'],
    calls: [
      ['spo.py', `speech_config = speechsdk.SpeechConfig(subscription="%", region="westeurope")`],
      ['spo.cs', `var config = SpeechConfig.FromSubscription("%", "westeurope");`],
      ['spo.ts', `const speechConfig = sdk.SpeechConfig.fromSubscription("%", "westeurope");`],
      [
        'ta.py',
        `client = TextAnalyticsClient(endpoint="https://x.cognitiveservices.azure.com", credential=AzureKeyCredential("%"))`,
      ],
      [
        'tr.ts',
        `axios({ url: 'https://api.cognitive.microsofttranslator.com/translate', headers: { 'Ocp-Apim-Subscription-Key': '%' } })`,
      ],
      ['fr.cs', `new DocumentAnalysisClient(new Uri(endpoint), new AzureKeyCredential("%"));`],
    ],
  },
  {
    kind: 'search-key',
    make: plain((f) => f.searchKey()),
    names: ['search key', 'azure search admin key', 'index key'],
    calls: [
      ['se.ts', `new SearchClient(endpoint, "idx", new AzureKeyCredential("%"))`],
      ['se.py', `SearchClient(endpoint, "idx", AzureKeyCredential("%"))`],
      ['se.http', `GET https://x.search.windows.net/indexes?api-version=2023-11-01\napi-key: %\n`],
    ],
  },
  {
    kind: 'search-key',
    make: plain((f) => f.hex().toUpperCase()),
    names: ['azure search key', 'search service admin api key'],
    calls: [
      ['seo.cs', `new SearchClient(new Uri("https://x.search.windows.net"), "idx", new AzureKeyCredential("%"))`],
      ['seo.http', `GET https://x.search.windows.net/indexes\napi-key: %\n`],
      [
        'seo.py',
        `credential = AzureKeyCredential("%")\nclient = SearchIndexClient("https://x.search.windows.net", credential)`,
      ],
    ],
  },
  {
    kind: 'appconfig-connection-string',
    make: part((f) => f.appConfigConnectionString(), /Secret=(.+)/),
    names: ['app config connection string', 'appconfig'],
    calls: [
      ['ac.cs', `builder.Configuration.AddAzureAppConfiguration("%");`],
      ['ac.py', `AzureAppConfigurationClient.from_connection_string("%")`],
      ['ac.ts', `new AppConfigurationClient("%")`],
    ],
  },
  {
    kind: 'appconfig-connection-string',
    make: part(
      (f) =>
        `Endpoint=https://${f.name()}.azconfig.io;Id=${f.random.text(4, 'abcdEFGH')}-l9-s0:${f.random.text(20, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789')};Secret=${f.cask('AZAC')}`,
      /Secret=(.+)/,
    ),
    names: ['app config connection string'],
    calls: [['ac2.java', `new ConfigurationClientBuilder().connectionString("%")`]],
  },
  {
    kind: 'signalr-connection-string',
    make: part(
      (f) => `Endpoint=https://${f.name()}.service.signalr.net;AccessKey=${f.oldKey(32)};Version=1.0;`,
      /AccessKey=([^;]+)/,
    ),
    names: ['azure signalr connection string'],
    calls: [['sr.cs', `services.AddSignalR().AddAzureSignalR("%");`]],
  },
  {
    kind: 'signalr-connection-string',
    make: part(
      (f) => `Endpoint=https://${f.name()}.service.signalr.net;AccessKey=${f.cask('AZSR')};Version=1.0;`,
      /AccessKey=([^;]+)/,
    ),
    names: ['signalr connection'],
    calls: [['sr2.cs', `AddAzureSignalR("%");`]],
  },
  {
    kind: 'webpubsub-connection-string',
    make: part(
      (f) => `Endpoint=https://${f.name()}.webpubsub.azure.com;AccessKey=${f.oldKey(32)};Version=1.0;`,
      /AccessKey=([^;]+)/,
    ),
    names: ['web pub sub connection string'],
    calls: [
      ['wp.ts', `new WebPubSubServiceClient("%", "hub")`],
      ['wp.py', `WebPubSubServiceClient.from_connection_string("%", hub="h")`],
    ],
  },
  {
    kind: 'acs-connection-string',
    make: part(
      (f) => `endpoint=https://${f.name()}.communication.azure.com/;accesskey=${f.oldKey(64)}`,
      /accesskey=(.+)/,
    ),
    names: ['communication services connection string', 'acs connection'],
    calls: [
      ['em.py', `EmailClient.from_connection_string("%")`],
      ['em.ts', `new SmsClient("%")`],
      ['em.cs', `new CallAutomationClient("%")`],
    ],
  },
  {
    kind: 'acs-connection-string',
    make: part(
      (f) => `endpoint=https://${f.name()}.europe.communication.azure.com/;accesskey=${f.cask('AZCS')}`,
      /accesskey=(.+)/,
    ),
    names: ['acs connection string'],
    calls: [['em2.cs', `new EmailClient("%")`]],
  },
  {
    kind: 'acr-password',
    make: plain((f) => f.registryPassword()),
    names: ['acr password', 'registry password'],
    calls: [
      ['dl.sh', `docker login contoso.azurecr.io -u contoso -p %`],
      [
        'dl.yml',
        `- uses: docker/login-action@v3\n  with:\n    registry: contoso.azurecr.io\n    username: contoso\n    password: %`,
      ],
      ['dl.ps1', `docker login contoso.azurecr.io --username contoso --password "%"`],
    ],
  },
  {
    kind: 'acr-password',
    make: plain((f) => f.oldKey(24)),
    names: ['acr password', 'container registry password', 'azurecr password'],
    calls: [
      ['dlo.sh', `docker login contoso.azurecr.io -u contoso -p %`],
      ['dlo2.sh', `echo "%" | docker login contoso.azurecr.io -u contoso --password-stdin`],
      [
        'dlo.yml',
        `- uses: docker/login-action@v3\n  with:\n    registry: contoso.azurecr.io\n    username: contoso\n    password: %`,
      ],
    ],
  },
  {
    kind: 'functions-key',
    make: plain((f) => f.functionsKey()),
    names: ['functions key', 'api code'],
    calls: [
      ['fn.ts', `fetch("https://x.azurewebsites.net/api/run?code=%")`],
      ['fn.sh', `curl -H "x-functions-key: %" https://x.azurewebsites.net/api/run`],
      ['fn.py', `requests.get("https://x.azurewebsites.net/api/run", params={"code": "%"})`],
    ],
  },
  {
    kind: 'functions-key',
    make: plain((f) => f.oldKey(40)),
    names: ['functions key', 'azure function key'],
    calls: [
      ['fno.http', `GET https://x.azurewebsites.net/api/run\nx-functions-key: %\n`],
      ['fno.ts', `const url = "https://x.azurewebsites.net/api/run?code=%";`],
    ],
  },
  {
    kind: 'devops-pat',
    make: plain((f) => f.devopsPat()),
    names: ['azure devops pat', 'azure devops ext pat', 'ado token'],
    calls: [
      ['dp.ts', `const handler = azdev.getPersonalAccessTokenHandler("%");`],
      ['dp.sh', `git clone https://user:%@dev.azure.com/contoso/p/_git/r`],
      ['dp2.sh', `curl -u :% https://dev.azure.com/contoso/_apis/projects`],
      ['dp3.sh', `az devops login --organization https://dev.azure.com/contoso <<< "%"`],
      ['dp4.sh', `echo "%" | az devops login --organization https://dev.azure.com/contoso`],
      ['dp5.sh', `az devops login --org https://dev.azure.com/contoso <<EOF\n%\nEOF\n`],
      [
        'NuGet.config',
        `<packageSourceCredentials><AzureDevOps><add key="ClearTextPassword" value="%" /></AzureDevOps></packageSourceCredentials>`,
      ],
      ['dp.cs', `new VssBasicCredential(string.Empty, "%")`],
      ['pip.conf', `extra-index-url=https://x:%@pkgs.dev.azure.com/contoso/_packaging/f/pypi/simple/`],
      [
        'dp.py',
        `credentials = BasicAuthentication('', '%')\nconnection = Connection(base_url='https://dev.azure.com/contoso', creds=credentials)`,
      ],
    ],
  },
  {
    kind: 'devops-pat',
    make: plain((f) => f.cask('AZDO', 'AAAS')),
    names: ['azure devops pat', 'build token'],
    calls: [
      ['dpc.sh', `git clone https://%@dev.azure.com/contoso/p/_git/r`],
      ['dpc.ts', `azdev.getPersonalAccessTokenHandler("%")`],
    ],
  },
  {
    kind: 'devops-pat',
    make: plain((f) => Buffer.from(f.devopsPat()).toString('base64')),
    names: [],
    calls: [
      [
        '.npmrc',
        `//pkgs.dev.azure.com/contoso/_packaging/f/npm/registry/:username=contoso\n//pkgs.dev.azure.com/contoso/_packaging/f/npm/registry/:_password=%\n`,
      ],
      [
        '.yarnrc.yml',
        `npmRegistries:\n  "https://pkgs.dev.azure.com/contoso/_packaging/f/npm/registry":\n    npmAuthToken: "%"\n`,
      ],
    ],
  },
  {
    kind: 'devops-pat',
    make: plain((f) => Buffer.from(`contoso:${f.devopsPat()}`).toString('base64')),
    names: [],
    calls: [
      [
        '.yarnrc.yml',
        `npmRegistries:\n  "https://pkgs.dev.azure.com/contoso/_packaging/f/npm/registry":\n    npmAuthIdent: "%"\n`,
      ],
      ['.npmrc', `//pkgs.dev.azure.com/contoso/_packaging/f/npm/registry/:_auth=%\n`],
    ],
  },
  {
    kind: 'apim-subscription-key',
    make: plain((f) => f.hex()),
    names: ['apim subscription key', 'ocp apim subscription key'],
    calls: [
      ['ap.ts', `fetch('https://x.azure-api.net/orders', { headers: { 'Ocp-Apim-Subscription-Key': '%' } })`],
      ['ap.sh', `curl -H "Ocp-Apim-Subscription-Key: %" https://x.azure-api.net/orders`],
      ['ap.py', `requests.get("https://x.azure-api.net/orders?subscription-key=%")`],
      ['ap.cs', `client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "%");`],
      ['ap.http', `GET https://x.azure-api.net/orders\nOcp-Apim-Subscription-Key: %\n`],
      ['Ap.java', `request.setHeader("Ocp-Apim-Subscription-Key", "%");`],
      [
        'ap.jmx',
        `<elementProp name="" elementType="Header">\n  <stringProp name="Header.name">Ocp-Apim-Subscription-Key</stringProp>\n  <stringProp name="Header.value">%</stringProp>\n</elementProp>`,
      ],
    ],
  },
  {
    kind: 'apim-subscription-key',
    make: plain((f) => f.apimKey()),
    names: ['apim management key'],
    calls: [['am.ts', `const key = "%";`]],
  },
  {
    kind: 'batch-key',
    make: plain((f) => f.batchKey()),
    names: ['batch key', 'batch account key'],
    calls: [
      ['ba.cs', `new BatchSharedKeyCredentials(url, name, "%")`],
      ['ba.py', `SharedKeyCredentials(name, "%")`],
    ],
  },
  {
    kind: 'batch-key',
    make: plain((f) => f.oldKey(64)),
    names: ['batch account key', 'azure batch key'],
    calls: [
      ['bao.cs', `var cred = new BatchSharedKeyCredentials("https://x.westeurope.batch.azure.com", "x", "%");`],
      ['bao.py', `credentials = batch_auth.SharedKeyCredentials(BATCH_ACCOUNT_NAME, "%")`],
    ],
  },
  {
    kind: 'maps-key',
    make: plain((f) => f.cask('AZMP')),
    names: ['azure maps key', 'map key'],
    calls: [
      ['ma.ts', `authOptions: { authType: 'subscriptionKey', subscriptionKey: '%' }`],
      ['ma.html', `<script>atlas.setSubscriptionKey("%")</script>`],
    ],
  },
  {
    kind: 'maps-key',
    make: plain((f) =>
      f.random
        .text(43, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
        .replace(/^[-_]|[-_]$/g, 'k'),
    ),
    names: ['azure maps key', 'azure maps subscription key'],
    calls: [
      [
        'mao.ts',
        `const map = new atlas.Map('m', { authOptions: { authType: 'subscriptionKey', subscriptionKey: '%' } });`,
      ],
      ['mao.sh', `curl "https://atlas.microsoft.com/search/address/json?api-version=1.0&subscription-key=%&query=x"`],
    ],
  },
  {
    kind: 'loganalytics-shared-key',
    make: plain((f) => f.oldKey(64)),
    names: ['log analytics shared key', 'workspace key', 'log analytics workspace key'],
    beside: (f) => [setting('workspace id', f.guid())],
    calls: [
      ['la.ps1', `$CustomerId = "0"\n$SharedKey = "%"\n# Log Analytics data collector`],
      ['la.py', `customer_id = 'x'\nshared_key = "%"\nuri = 'https://' + customer_id + '.ods.opinsights.azure.com'`],
      ['la.cs', `static string sharedKey = "%"; // Log Analytics`],
    ],
  },
  {
    kind: 'publish-profile',
    make: plain((f) => f.random.text(60, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')),
    names: [],
    calls: [
      [
        'site.PublishSettings',
        `<publishData><publishProfile profileName="x - Web Deploy" publishUrl="x.scm.azurewebsites.net:443" userName="$x" userPWD="%" /></publishData>`,
      ],
      ['w.yml', `publish-profile: '<publishProfile userName="$x" userPWD="%" destinationAppUrl="x"/>'`],
      ['w.json', `{ "p": "<publishProfile userName=\\"$x\\" userPWD=\\"%\\" />" }`],
      ['w.md', '`userPWD="%"`'],
      ['deploy.sh', `curl -X POST -u '$site:%' https://site.scm.azurewebsites.net/api/zipdeploy`],
      ['git.sh', `git remote add azure 'https://$site:%@site.scm.azurewebsites.net:443/site.git'`],
      ['remote.txt', `https://%24site:%@site.scm.azurewebsites.net/site.git`],
      [
        'msdeploy.cmd',
        `msdeploy -dest:auto,ComputerName="https://x.scm.azurewebsites.net/msdeploy.axd",UserName="$x",Password="%"`,
      ],
      ['c.json', `{ "publishingUserName": "$site", "publishingPassword": "%" }`],
      ['ftp.sh', `lftp -u 'site\\$site,%' ftps://waws-prod-am2-1.ftp.azurewebsites.windows.net`],
      ['k.py', `requests.post("https://site.scm.azurewebsites.net/api/zipdeploy", auth=('$site', '%'))`],
      ['k.ps1', `$username = "\`$site"\n$password = "%"\n$url = "https://site.scm.azurewebsites.net/api/zipdeploy"`],
    ],
  },
  {
    kind: 'kubernetes-user-credential',
    make: plain((f) => f.hex(128)),
    names: [],
    calls: [
      [
        'kubeconfig',
        `apiVersion: v1\nclusters:\n- cluster:\n    server: https://n.azmk8s.io:443\n  name: n\nusers:\n- name: admin\n  user:\n    token: %\n`,
      ],
      [
        'config.yaml',
        `clusters:\n- name: n\nkind: Config\nusers:\n- user:\n    client-certificate-data: abc\n    token: "%"\n  name: admin\n`,
      ],
      ['kube.json', `{ "kind": "Config", "clusters": [], "users": [ { "name": "a", "user": { "token": "%" } } ] }`],
      [
        'secret.yml',
        `clusters:\n  - name: n\nusers:\n  - name: admin\n    user:\n      username: admin\n      password: %\n`,
      ],
    ],
  },
  {
    kind: 'databricks-pat',
    make: plain((f) => `dapi${f.hex()}-2`),
    names: ['databricks token', 'dbx token'],
    calls: [
      ['db.py', `DatabricksSession.builder.remote(host=h, token="%")`],
      ['db.cfg', `[DEFAULT]\nhost = https://adb-1.azuredatabricks.net\ntoken = %\n`],
      ['db.sh', `curl -H "Authorization: Bearer %" https://x`],
    ],
  },
  {
    kind: 'teams-webhook',
    make: plain(
      (f) =>
        `https://${f.name()}.webhook.office.com/webhookb2/${f.guid()}@${f.guid()}/IncomingWebhook/${f.hex()}/${f.guid()}`,
    ),
    names: ['teams webhook url', 'alert url'],
    calls: [
      ['tw.py', `requests.post("%", json=m)`],
      ['tw.sh', `curl -d @m.json '%'`],
    ],
  },
  {
    kind: 'aspnet-machinekey',
    make: plain((f) => f.hex(128).toUpperCase()),
    names: [],
    calls: [
      ['mk.config', `<machineKey validationKey="%" validation="SHA1" />`],
      ['mk2.config', `<machineKey decryption="AES" decryptionKey="AutoGenerate" validationKey="%"/>`],
      ['mk.json', `{ "machineKey": { "validationKey": "%" } }`],
      ['mk.cs', `config.ValidationKey = "%";`],
    ],
  },
  {
    kind: 'aspnet-machinekey',
    make: plain((f) => f.hex(48).toUpperCase()),
    names: [],
    calls: [['md.config', `<machineKey decryptionKey="%" decryption="3DES" />`]],
  },
  {
    kind: 'vm-admin-password',
    make: plain((f) => f.password()),
    names: ['vm admin password', 'vm password'],
    calls: [
      [
        'vm.tf',
        `resource "azurerm_windows_virtual_machine" "vm" {\n  admin_username = "azureuser"\n  admin_password = "%"\n}`,
      ],
      [
        'vm.bicep',
        `resource vm 'Microsoft.Compute/virtualMachines@2023-03-01' = {\n  properties: {\n    osProfile: {\n      adminUsername: 'azureuser'\n      adminPassword: '%'\n    }\n  }\n}`,
      ],
      ['vm.json', `{ "osProfile": { "adminUsername": "azureuser", "adminPassword": "%" } }`],
      ['vm.sh', `az vm create -n vm1 -g rg --image Win2022 --admin-username azureuser --admin-password '%'`],
      ['vm.ps1', `$VMPassword = ConvertTo-SecureString "%" -AsPlainText -Force\nNew-AzVM -Name vm1 -Credential $c`],
      [
        'parameters.json',
        `{ "parameters": { "adminUsername": { "value": "azureuser" }, "adminPassword": { "value": "%" } } }`,
      ],
    ],
    without: ['sql comment'],
  },
  {
    kind: 'pfx-password',
    make: plain((f) => f.password()),
    names: ['pfx password', 'certificate password'],
    calls: [
      ['x.cs', `var cert = new X509Certificate2("site.pfx", "%");`],
      ['x2.cs', `var c = new X509Certificate2(bytes, "%", X509KeyStorageFlags.Exportable);`],
      [
        'x.ps1',
        `$pwd = ConvertTo-SecureString -String "%" -Force -AsPlainText\nImport-PfxCertificate -FilePath site.pfx -CertStoreLocation Cert:\\LocalMachine\\My -Password $pwd`,
      ],
      [
        'x2.ps1',
        `Import-PfxCertificate -FilePath .\\site.pfx -Password (ConvertTo-SecureString -String '%' -AsPlainText -Force)`,
      ],
      ['x.json', `{ "Kestrel": { "Certificates": { "Default": { "Path": "site.pfx", "Password": "%" } } } }`],
      ['x.sh', `openssl pkcs12 -in site.pfx -out site.pem -nodes -passin pass:%`],
    ],
    without: ['sql comment'],
  },
  {
    kind: 'entra-client-secret',
    make: plain((f) => f.entraClientSecret()),
    names: ['azure client secret', 'client secret', 'arm client secret', 'app password'],
    calls: [
      ['en.ts', `new ClientSecretCredential(tenantId, clientId, "%")`],
      ['en.py', `ConfidentialClientApplication(client_id, client_credential="%", authority=a)`],
      ['En.cs', `ConfidentialClientApplicationBuilder.Create(id).WithClientSecret("%").Build();`],
      ['En.java', `new ClientSecretCredentialBuilder().clientSecret("%").build();`],
      ['en.go', `azidentity.NewClientSecretCredential(tenant, client, "%", nil)`],
      ['en.sh', `az login --service-principal -u 0 -p % --tenant t`],
      [
        'en.http',
        `POST https://login.microsoftonline.com/t/oauth2/v2.0/token\n\ngrant_type=client_credentials&client_id=0&client_secret=%&scope=x\n`,
      ],
      ['en.json', `{ "AzureAd": { "ClientCredentials": [{ "SourceType": "ClientSecret", "ClientSecret": "%" }] } }`],
    ],
  },
  {
    kind: 'entra-client-secret',
    make: plain((f) => f.entraClientSecret7()),
    names: ['azure client secret', 'client secret'],
    calls: [['en7.tf', `provider "azurerm" {\n  client_secret = "%"\n}`]],
  },
  {
    kind: 'entra-client-secret-legacy',
    make: plain((f) => f.oldKey(32)),
    names: ['azure client secret', 'aad client secret', 'azure ad app secret'],
    beside: (f) => [setting('azure tenant id', f.guid()), setting('azure client id', f.guid())],
    calls: [
      ['el.ts', `new ClientSecretCredential(tenantId, clientId, "%")`],
      ['El.cs', `var cred = new ClientCredential(clientId, "%"); // login.microsoftonline.com`],
      ['el.config', `<add key="ida:ClientSecret" value="%" />`],
    ],
  },
  {
    kind: 'entra-client-secret-legacy',
    make: plain((f) => f.entraClientSecretLegacy()),
    names: ['azure client secret', 'arm client secret'],
    beside: (f) => [setting('azure tenant id', f.guid())],
    calls: [
      ['el2.ts', `new ClientSecretCredential(tenantId, clientId, "%")`],
      ['el2.py', `ClientSecretCredential(tenant_id=t, client_id=c, client_secret="%")`],
    ],
    without: ['kubernetes secret'],
  },
  {
    kind: 'service-principal-json',
    make: part(
      (f) =>
        JSON.stringify({
          clientId: f.guid(),
          clientSecret: f.entraClientSecret(),
          subscriptionId: f.guid(),
          tenantId: f.guid(),
        }),
      /clientSecret":"([^"]+)/,
    ),
    names: [],
    calls: [
      ['creds.json', `%`],
      ['spj.yml', `      creds: '%'`],
      ['spj.sh', `export AZURE_CREDENTIALS='%'`],
      ['.env', `AZURE_CREDENTIALS=%\n`],
    ],
  },
  {
    kind: 'service-principal-json',
    make: part(
      (f) =>
        JSON.stringify(
          { appId: f.guid(), displayName: 'ci', password: f.entraClientSecret(), tenant: f.guid() },
          null,
          2,
        ),
      /password": "([^"]+)/,
    ),
    names: [],
    calls: [
      ['sp.json', `%`],
      ['sp.md', '```json\n%\n```'],
    ],
  },
  {
    kind: 'entra-access-token',
    make: plain((f) => {
      const b = (o: object): string => Buffer.from(JSON.stringify(o)).toString('base64url');
      return `${b({ typ: 'JWT', alg: 'RS256', kid: f.hex(27) })}.${b({ aud: 'https://management.azure.com', iss: `https://sts.windows.net/${f.guid()}/`, exp: 1924992000, oid: f.guid() })}.${f.random.text(342, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}`;
    }),
    names: ['access token', 'bearer'],
    calls: [
      ['at.http', `GET https://management.azure.com/subscriptions\nAuthorization: Bearer %\n`],
      ['at.ts', `headers: { Authorization: 'Bearer %' }`],
      ['at.sh', `curl -H "Authorization: Bearer %" https://x`],
    ],
  },
  {
    kind: 'entra-refresh-token',
    make: plain(
      (f) =>
        `0.A${f.random.text(60, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}.Ag${f.random.text(600, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}`,
    ),
    names: ['refresh token', 'rt'],
    calls: [
      ['msal_token_cache.json', `{"RefreshToken":{"x":{"secret":"%","credential_type":"RefreshToken"}}}`],
      ['rt.py', `data={"grant_type": "refresh_token", "refresh_token": "%"}`],
    ],
  },
  {
    kind: 'private-key',
    make: plain(
      (f) =>
        `MII${f.random.text(61, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')}\n${f.oldKey(48)}\n${f.oldKey(44)}`,
    ),
    names: [],
    calls: [
      [
        'k.pem',
        `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\n%\n${'-'.repeat(5)}END PRIVATE KEY${'-'.repeat(5)}\n`,
      ],
      [
        'k.ts',
        `const key = \`${'-'.repeat(5)}BEGIN RSA PRIVATE KEY${'-'.repeat(5)}\n%\n${'-'.repeat(5)}END RSA PRIVATE KEY${'-'.repeat(5)}\`;`,
      ],
      [
        'k.py',
        `KEY = """${'-'.repeat(5)}BEGIN EC PRIVATE KEY${'-'.repeat(5)}\n%\n${'-'.repeat(5)}END EC PRIVATE KEY${'-'.repeat(5)}\n"""`,
      ],
    ],
  },
  {
    kind: 'private-key',
    make: plain(
      (f) =>
        `MII${f.random.text(61, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')}\\n${f.oldKey(48)}`,
    ),
    names: [],
    calls: [
      [
        'k.json',
        `{"key": "${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\\n%\\n${'-'.repeat(5)}END PRIVATE KEY${'-'.repeat(5)}\\n"}`,
      ],
    ],
  },
];

/** Kubernetes Secrets: the base64 text is the value. */
const kubernetes = (fake: Fake): Vector[] =>
  (
    [
      ['storage-connection-string', fake.storageConnectionString()],
      ['storage-key', fake.storageKey()],
      ['servicebus', fake.serviceBusConnectionString()],
      ['client-secret', fake.entraClientSecret()],
      ['azure-openai-key', fake.openAiKey()],
      ['azure-sql-password', fake.password()],
    ] as const
  ).map(([name, value]) => ({
    id: `kubernetes-secret-data ${name}`,
    path: 'k8s/secret.yaml',
    text: kubernetesSecret([{ name: name.split('-'), value }]),
    expected: [{ kind: 'kubernetes-secret-data', value: Buffer.from(value).toString('base64') }],
  }));

/** Formats per kind and name, chosen by the generator: enough that every format and kind meet others. */
const PER_KIND = 9;

/** Labelled vectors with secrets. The same seed gives the same vectors. */
export function positives(seed: number): Vector[] {
  const fake = createFake(seed);
  const vectors: Vector[] = [...kubernetes(fake)];
  for (const known of knowns) {
    for (const [path, template] of known.calls) {
      const { value, whole } = known.make(fake);
      vectors.push({
        id: `${known.kind} ${path}`,
        path: `src/${path}`,
        text:
          template.split('%').length === 2
            ? template.replace('%', () => whole ?? value)
            : template.replace(/%(?![A-Za-z0-9])|%/, () => whole ?? value),
        expected: [{ kind: known.kind, value }],
      });
    }
    if (known.names.length === 0) continue;
    for (let i = 0; i < PER_KIND; i++) {
      const format = fake.random.pick(formats.filter(({ id }) => !(known.without ?? []).includes(id)));
      const { value, whole } = known.make(fake);
      const encode = format.encode ?? ((text: string) => text);
      const settings = [
        ...(known.beside?.(fake) ?? []),
        { name: words(fake.random.pick(known.names)), value: encode(whole ?? value) },
      ];
      vectors.push({
        id: `${known.kind} in ${format.id}`,
        path: format.path,
        text: format.write(settings),
        expected: [{ kind: known.kind, value: encode(value) }],
      });
    }
  }
  return vectors;
}
