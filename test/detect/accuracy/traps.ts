/** Vectors that look like secrets and are none: nothing may be found in them. */
import { createFake, type Fake } from '../../support/fake-secrets';
import { formats, type Setting } from './formats';
import type { Vector } from './positives';

const setting = (name: string, value: string): Setting => ({ name: name.split(' '), value });

/** What is where a secret would: masks, words to be replaced, references. */
const PLACEHOLDERS = [
  '<your-key>',
  '<storage-account-key>',
  '{your_password}',
  '[YOUR_KEY]',
  'YOUR_API_KEY',
  'your-client-secret',
  'xxxxxxxxxxxxxxxx',
  'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  'todo',
  'changeme',
  'CHANGE_ME',
  '********',
  '...',
  'REDACTED',
  '${AZURE_KEY}',
  '$(AzureKey)',
  '%AZURE_KEY%',
  '#{AzureKey}#',
  '__AzureKey__',
  '{{ .Values.azure.key }}',
  '${{ secrets.AZURE_KEY }}',
  '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/key/0123456789abcdef0123456789abcdef)',
  'process.env.AZURE_KEY',
  'var.azure_key',
  'data.azurerm_key_vault_secret.key.value',
  '00000000000000000000000000000000',
  '0123456789abcdef0123456789abcdef',
  'insert-key-here',
  'my-secret-key',
  'placeholder',
  'example',
  '',
] as const;

const NAMES = [
  'azure openai api key',
  'azure storage account key',
  'azure client secret',
  'sql admin password',
  'search key',
  'acr password',
  'azure devops pat',
  'vm admin password',
  'cosmos key',
  'pfx password',
  'redis key',
  'functions key',
];

/** Values of other meaning, under names and beside words that bring them near a secret. */
const others: readonly (readonly [name: string, make: (fake: Fake) => string])[] = [
  ['azure client id', (f) => f.guid()],
  ['azure tenant id', (f) => f.guid()],
  ['azure subscription id', (f) => f.guid()],
  ['azure openai deployment name', () => 'gpt-4o-mini'],
  ['azure openai endpoint', (f) => `https://${f.name()}.openai.azure.com/`],
  ['azure key vault uri', (f) => `https://${f.name()}.vault.azure.net/`],
  ['key vault secret id', (f) => `https://${f.name()}.vault.azure.net/secrets/sql-password/${f.hex()}`],
  ['azure storage account name', (f) => f.name()],
  ['sql password secret name', () => 'sql-admin-password'],
  ['client secret name', () => 'AzureAd--ClientSecret'],
  ['openai key secret', () => 'openai-api-key'],
  [
    'applicationinsights connection string',
    (f) => `InstrumentationKey=${f.guid()};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/`,
  ],
  ['azure instrumentation key', (f) => f.guid()],
  ['certificate thumbprint', (f) => f.hex(40).toUpperCase()],
  ['azure openai response md5', (f) => f.hex()],
  ['openai cache key', (f) => f.hex()],
  ['search partition key', (f) => f.hex()],
  ['cosmos document id', (f) => f.hex()],
  ['storage content md5', (f) => f.oldKey(16)],
  ['blob content sha512', (f) => f.oldKey(64)],
  ['storage blob sha256', (f) => f.oldKey(32)],
  ['cosmos etag', (f) => f.hex()],
  ['image digest', (f) => `contoso.azurecr.io/web@sha256:${f.hex(64)}`],
  ['azure commit sha', (f) => f.hex(40)],
  ['recaptcha site key', (f) => `6L${f.random.text(38, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789_-')}`],
  ['vapid public key', (f) => `B${f.random.text(86, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789_-')}`],
  ['storage connection string', () => 'UseDevelopmentStorage=true'],
  [
    'storage connection string',
    (f) => `DefaultEndpointsProtocol=https;AccountName=${f.name()};AccountKey=<key>;EndpointSuffix=core.windows.net`,
  ],
  [
    'service bus connection string',
    () =>
      'Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;',
  ],
  [
    'sql connection string',
    (f) =>
      `Server=tcp:${f.name()}.database.windows.net,1433;Initial Catalog=d;Authentication=Active Directory Default;Encrypt=True;`,
  ],
  [
    'sql connection string',
    (f) =>
      `Server=tcp:${f.name()}.database.windows.net,1433;Initial Catalog=d;User ID=u;Password={your_password};Encrypt=True;`,
  ],
  [
    'sql connection string',
    (f) => `Server=localhost,1433;Database=d;User Id=sa;Password=${f.password()};TrustServerCertificate=True`,
  ],
  ['sql connection string', () => 'Server=(localdb)\\mssqllocaldb;Database=d;Trusted_Connection=True;'],
  ['sql connection string', () => 'Server=tcp:x.database.windows.net;User ID=u;Password=********;'],
  ['sql connection string', () => 'Server=tcp:x.database.windows.net;User ID=u;Password=...;'],
  ['postgres url', (f) => `postgresql://postgres:${f.password()}@localhost:5432/app`],
  ['redis connection string', () => 'contoso.redis.cache.windows.net:6380,ssl=True,abortConnect=False'],
  ['blob url', () => 'https://contoso.blob.core.windows.net/c/b?sv=2022-11-02&sr=b&sig={signature}'],
  ['blob url', () => 'https://contoso.blob.core.windows.net/c/b?v=2&sig=abc'],
  ['app config connection string', () => 'Endpoint=https://x.azconfig.io;Id=xxx;Secret=xxx'],
  [
    'eventhub connection string',
    () => 'Endpoint=sb://<namespace>.servicebus.windows.net/;SharedAccessKeyName=<policy>;SharedAccessKey=<key>',
  ],
  [
    'azure resource id',
    (f) => `/subscriptions/${f.guid()}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${f.name()}`,
  ],
  ['password policy message', () => 'Password must have 12 characters'],
  ['azure token url', () => 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
  ['sops secret', () => 'ENC[AES256_GCM,data:dGVzdA==,iv:abc=,tag:def=,type:str]'],
  ['databricks client', () => 'dapiDataGetterForWorkspaces'],
  [
    'cloudfront url',
    (f) => `https://d1.cloudfront.net/x?Signature=${f.random.text(3, 'abc')}8Q${'~'}${'x'.repeat(20)}`,
  ],
];

/** Whole texts. */
const texts: readonly (readonly [path: string, make: (fake: Fake) => string])[] = [
  [
    'Messages_ja.java',
    () =>
      '{"R_noHost","jdbc:sqlserver://contoso.database.windows.net"},\n' +
      '{"R_noUserForActivePassword","\\"Authentication=ActiveDirectoryPassword\\" \u306e\u5834\u5408"},',
  ],
  ['package-lock.json', (f) => `{ "node_modules/@azure/storage-blob": { "integrity": "sha512-${f.oldKey(64)}" } }`],
  ['yarn.lock', (f) => `"@azure/cosmos@^4":\n  integrity sha512-${f.oldKey(64)}\n`],
  [
    'packages.lock.json',
    (f) => `{ "Azure.Storage.Blobs": { "resolved": "12.0.0", "contentHash": "${f.oldKey(64)}" } }`,
  ],
  ['obj/project.assets.json', (f) => `{ "Azure.Cosmos/1.0.0": { "sha512": "${f.oldKey(64)}" } }`],
  ['go.sum', (f) => `github.com/Azure/azure-sdk-for-go/sdk/storage/azblob v1.0.0 h1:${f.oldKey(32)}\n`],
  ['poetry.lock', (f) => `[[package]]\nname = "azure-storage-blob"\nfiles = [{hash = "sha256:${f.hex(64)}"}]\n`],
  ['x.spdx', (f) => `PackageName: Azure.Storage\nPackageChecksum: SHA1: ${f.hex(40)}\n`],
  [
    'index.html',
    (f) =>
      `<script src="https://atlas.microsoft.com/sdk/javascript/mapcontrol/3/atlas.min.js" integrity="sha384-${f.oldKey(48)}"></script>`,
  ],
  [
    'hash.cs',
    (f) =>
      `var expected = "${f.oldKey(64)}"; // HMACSHA512\nusing Azure.Storage.Blobs;\nvar hash = Hmac("${f.oldKey(64)}");`,
  ],
  [
    'identity.sql',
    (f) =>
      `INSERT INTO AspNetUsers (PasswordHash) VALUES ('AQAAAAEAACcQAAAAE${f.random.text(67, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}');`,
  ],
  ['fixture.ts', () => `const key = '${'a'.repeat(86)}==';\nnew StorageSharedKeyCredential('devstoreaccount1', key);`],
  [
    'a.ts',
    () => `const client = new CosmosClient({ endpoint: process.env.COSMOS_ENDPOINT, key: process.env.COSMOS_KEY });`,
  ],
  [
    'a.py',
    () =>
      `client = SearchClient(os.environ["AZURE_SEARCH_ENDPOINT"], "idx", AzureKeyCredential(os.environ["AZURE_SEARCH_KEY"]))`,
  ],
  [
    'a.cs',
    () =>
      `var secret = client.GetSecret("sql-admin-password");\nvar cs = $"Server=tcp:x.database.windows.net;User ID={user};Password={password};";`,
  ],
  [
    'vault.ts',
    () =>
      `import { DefaultAzureCredential } from '@azure/identity';\nawait vault.getSecret('azure-storage-connection-string-2');`,
  ],
  ['b.cs', () => `var connectionString = configuration.GetConnectionString("AzureStorage");`],
  ['C.java', () => `String password = System.getenv("AZURE_SQL_PASSWORD"); // x.database.windows.net`],
  [
    'c.go',
    () =>
      `dsn := fmt.Sprintf("sqlserver://%s:%s@%s.database.windows.net:1433?database=%s", user, password, server, db)`,
  ],
  ['c.py', () => `url = f"postgresql://{user}:{password}@{host}.postgres.database.azure.com/{db}"`],
  [
    'c.sh',
    () =>
      `sqlcmd -S x.database.windows.net -U app -P "$SQL_PASSWORD" -Q "select 1"\nPGPASSWORD=$PGPASS psql -h x.postgres.database.azure.com`,
  ],
  [
    'd.sh',
    () =>
      `docker login contoso.azurecr.io -u $ACR_USER -p $ACR_PASSWORD\necho "$ACR_PASSWORD" | docker login contoso.azurecr.io -u u --password-stdin`,
  ],
  ['e.sh', () => `az login --service-principal -u $APP_ID -p $CLIENT_SECRET --tenant $TENANT`],
  [
    'e.ps1',
    () =>
      `$pwd = ConvertTo-SecureString $env:PFX_PASSWORD -AsPlainText -Force\nImport-PfxCertificate -FilePath site.pfx -Password $pwd`,
  ],
  [
    'f.ps1',
    () =>
      `$cred = Get-Credential\nNew-AzVM -Name vm1 -Credential $cred\n$adminPassword = Read-Host -AsSecureString "Password for azureuser"`,
  ],
  [
    'main.bicep',
    () =>
      `@secure()\nparam adminPassword string\nresource vm 'Microsoft.Compute/virtualMachines@2023-03-01' = {\n  properties: { osProfile: { adminUsername: 'azureuser', adminPassword: adminPassword } }\n}`,
  ],
  [
    'main.tf',
    () =>
      `resource "azurerm_mssql_server" "s" {\n  administrator_login_password = random_password.sql.result\n}\nresource "azurerm_linux_virtual_machine" "v" {\n  admin_password = var.admin_password\n}`,
  ],
  ['main2.tf', () => `data "azurerm_key_vault_secret" "p" {\n  name = "vm-admin-password"\n}`],
  [
    'azuredeploy.json',
    () =>
      `{ "parameters": { "adminPassword": { "type": "securestring", "metadata": { "description": "Password for the VM" } } } }`,
  ],
  [
    'azuredeploy.parameters.json',
    () =>
      `{ "parameters": { "adminPassword": { "reference": { "keyVault": { "id": "/subscriptions/x" }, "secretName": "vmAdminPassword" } } } }`,
  ],
  [
    'deploy.yml',
    () =>
      `- uses: azure/login@v2\n  with:\n    creds: \${{ secrets.AZURE_CREDENTIALS }}\n- uses: docker/login-action@v3\n  with:\n    registry: contoso.azurecr.io\n    password: \${{ secrets.ACR_PASSWORD }}`,
  ],
  [
    'deployment.yaml',
    () =>
      `env:\n- name: SQL_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: azure-sql\n      key: sql-password\n`,
  ],
  [
    'secret.yaml',
    () =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: azure-sql\ndata:\n  username: ${Buffer.from('appuser').toString('base64')}\n  server: ${Buffer.from('x.database.windows.net').toString('base64')}\n`,
  ],
  [
    'sealed.yaml',
    (f) =>
      `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    azure-sql-password: Ag${f.oldKey(96).replace(/=/g, '')}\n`,
  ],
  ['sops.yaml', () => `azure:\n  storage_key: ENC[AES256_GCM,data:8n0=,iv:x=,tag:y=,type:str]\n`],
  [
    'en.json',
    () =>
      `{ "AzureClientSecret": "Client secret", "SqlPassword": "Password for SQL Server", "password": { "label": "Azure SQL password", "forgotPassword": "Forgot your password?" } }`,
  ],
  [
    'errors.cs',
    () =>
      `throw new Exception("The storage account key is missing: AccountKey=");\nconst string PasswordError = "Invalid SQL password for x.database.windows.net";`,
  ],
  [
    'rules.toml',
    () =>
      `[[rules]]\nid = "azure-client-secret"\nregex = '''[a-zA-Z0-9_~.]{3}\\dQ~[a-zA-Z0-9_~.-]{31,34}'''\n[[rules]]\nregex = "AccountKey=[A-Za-z0-9+/]{86}=="\n`,
  ],
  [
    'rules.ts',
    () =>
      `const pattern = /sig=[A-Za-z0-9%]{43,63}%3d/i; // storage SAS\nconst other = /DefaultEndpointsProtocol=https?;AccountName=[^;]+;AccountKey=[^;]+/;`,
  ],
  [
    'jwt.ts',
    () => {
      const b = (o: object): string => Buffer.from(JSON.stringify(o)).toString('base64url');
      return `const token = '${b({ alg: 'HS256', typ: 'JWT' })}.${b({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })}.${'k'.repeat(43)}'; // azure`;
    },
  ],
  [
    'public.pem',
    (f) =>
      `${'-'.repeat(5)}BEGIN PUBLIC KEY${'-'.repeat(5)}\nMIIB${f.oldKey(90)}\n${'-'.repeat(5)}END PUBLIC KEY${'-'.repeat(5)}\n`,
  ],
  [
    'cert.pem',
    (f) =>
      `${'-'.repeat(5)}BEGIN CERTIFICATE${'-'.repeat(5)}\nMIID${f.oldKey(90)}\n${'-'.repeat(5)}END CERTIFICATE${'-'.repeat(5)}\n`,
  ],
  ['check.ts', () => `if (text.includes('${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}')) throw new Error('x');`],
  [
    'jwks.json',
    (f) =>
      `{ "keys": [{ "kty": "RSA", "kid": "${f.random.text(27, 'abcABC019-_')}", "n": "${f.oldKey(256).replace(/[+/=]/g, 'x')}", "e": "AQAB" }] } // login.microsoftonline.com`,
  ],
  [
    'callback.ts',
    () => `const url = 'https://x.azurewebsites.net/signin?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj';`,
  ],
  ['web.config', () => `<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate" />`],
  ['onion.txt', (f) => `http://${f.random.text(56, 'abcdefghijklmnopqrstuvwxyz234567')}.onion`],
  [
    'keys.cs',
    () =>
      `[PrimaryKey]\npublic string Key { get; set; } // Azure Cosmos DB partition key\npublic const string SecretName = "cosmos-key";`,
  ],
  [
    'types.ts',
    () =>
      `interface AzureOptions { apiKey: string; clientSecret: string; password?: string; storageKey: string | undefined }`,
  ],
  [
    'func.json',
    () => `{ "bindings": [{ "type": "queueTrigger", "connection": "AzureWebJobsStorage", "queueName": "q" }] }`,
  ],
  ['md5.py', (f) => `# openai response cache\nCHECKSUMS = {"model.bin": "${f.hex()}"}\nmd5 = "${f.hex()}"\n`],
  [
    'docs.md',
    () =>
      `Set \`AZURE_CLIENT_SECRET\` to your client secret: \`export AZURE_CLIENT_SECRET=<client-secret>\`, and \`AccountKey=<account-key>\`.`,
  ],
  [
    'docker-compose.yml',
    (f) =>
      `services:\n  db:\n    image: mcr.microsoft.com/mssql/server\n    environment:\n      SA_PASSWORD: ${f.password()}\n      ACCEPT_EULA: "Y"\n`,
  ],
  ['mask.ts', () => `log('AccountKey=${'*'.repeat(20)}');\nexpect(mask('abc8Q${'~'}${'x'.repeat(34)}'))`],
  [
    'path.ts',
    (f) =>
      `const p = '/assets/img/${f.random.text(3, 'abc')}8Q${'~'}${f.random.text(34, 'abcdefghijklmnopqrstuvwxyzABC0123456789')}/x.png';`,
  ],
  ['image.html', () => `<img src="https://p3.x.com/obj/k3u8Q${'~'}tplv-k3u1fbpfcp-zoom-in-crop-mark_1512.awebp">`],
  [
    'names.py',
    () =>
      `SECRET_NAMES = ["storage-account-key", "cosmos-primary-key", "azure-client-secret"]\nsecret = kv.get_secret("cosmos-primary-key").value`,
  ],
  ['go.go', () => `key := os.Getenv("AZURE_STORAGE_KEY")\ncred, err := azblob.NewSharedKeyCredential(account, key)`],
  ['g.sh', () => 'PASSWORD=$1\nSERVER=x.database.windows.net\nsqlcmd -S $SERVER -U u -P $PASSWORD'],
  [
    'h.sh',
    () =>
      'az vm create --admin-username u --admin-password "${VM_PASS:?missing}"\naz sql server create -n s -u a -p "$2"',
  ],
  [
    'application.yml',
    () => 'spring:\n  datasource:\n    url: jdbc:sqlserver://x.database.windows.net\n    password: "@sql.password@"\n',
  ],
  [
    'quickstart.parameters.json',
    () => '{"parameters":{"adminPassword":{"value":"GEN-PASSWORD"},"sqlPassword":{"value":"GET-PREREQ-sqlPassword"}}}',
  ],
  ['version.py', (f) => `secret = client.get_secret("openai-key", version="${f.hex()}")`],
  ['config_test.go', () => 'dsn: `sqlserver://id%40tenant:somesecret@someserver.database.windows.net?database=d`'],
  [
    'dialect.py',
    (f) => `engine = create_engine("mssql+pyodbc://scott:${f.password()}@mssql2017:1433/test?driver=ODBC+Driver+17")`,
  ],
  ['prisma.ts', () => `url = env("DATABASE_URL") // sqlserver://x.database.windows.net`],
  [
    'template.yaml',
    () =>
      `connectionString: "Server=tcp:{{ .Values.sql.host }};User ID={{ .Values.sql.user }};Password={{ .Values.sql.password }};"`,
  ],
  [
    'pipeline.yml',
    () =>
      `- script: sqlcmd -S x.database.windows.net -U app -P $(SqlPassword)\n- script: docker login contoso.azurecr.io -u u -p $(AcrPassword)`,
  ],
  // Secrets of others beside Azure's, and what is only called a key.
  ...[
    'OPENWEATHER_API_KEY',
    'DATADOG_API_KEY',
    'DD_API_KEY',
    'SLACK_SIGNING_SECRET',
    'TWILIO_AUTH_TOKEN',
    'CACHE_VERSION_KEY',
    'BUILD_KEY',
    'WRAPPED_KEY',
    'CONTINUATION_TOKEN',
    'FAKE_OPENAI_KEY',
  ].map((name): readonly [string, (fake: Fake) => string] => [
    '.env',
    (f) => `AZURE_OPENAI_ENDPOINT=https://${f.name()}.openai.azure.com/\n${name}=${f.hex()}\n`,
  ]),
  ...['JWT_SECRET', 'NEXTAUTH_SECRET', 'COOKIE_KEY', 'ENCRYPTION_KEY', 'CSRF_TOKEN'].map(
    (name): readonly [string, (fake: Fake) => string] => [
      '.env',
      (f) => `REDIS_HOST=${f.name()}.redis.cache.windows.net\n${name}=${f.oldKey(32)}\n`,
    ],
  ),
  ...['SMTP_PASSWORD', 'RABBITMQ_PASSWORD', 'GRAFANA_ADMIN_PASSWORD', 'LDAP_BIND_PASSWORD'].map(
    (name): readonly [string, (fake: Fake) => string] => [
      '.env',
      (f) => `SQL_SERVER=${f.name()}.database.windows.net\n${name}=${f.password()}\n`,
    ],
  ),
  [
    'appsettings.json',
    (f) =>
      `{"Sql":{"Server":"${f.name()}.database.windows.net"},"Smtp":{"Host":"smtp.sendgrid.net","User":"apikey","Password":"${f.password()}"}}`,
  ],
  ['jwt.yml', (f) => `redis:\n  host: ${f.name()}.redis.cache.windows.net\njwt:\n  secret: ${f.oldKey(32)}\n`],
  ['version.cs', (f) => `var s = await client.GetSecretAsync("azure-openai-key", "${f.hex()}");`],
  [
    'clients.cs',
    (f) =>
      `services.AddSingleton(_ => new AzureOpenAIClient(uri, credential));\nservices.AddHttpClient("x", c =>\n{\n    c.DefaultRequestHeaders.Add("X-Request-Hash", "${f.hex()}");\n});`,
  ],
  // Databases elsewhere, and roles of other products.
  [
    'compose.yml',
    (f) =>
      `services:\n  db:\n    image: mysql:8\n    environment:\n      MYSQL_PASSWORD: ${f.password()}\n  pg:\n    image: "postgres:16"\n    environment:\n      POSTGRES_PASSWORD: ${f.password()}\n`,
  ],
  ['rds.env', (f) => `MYSQL_HOST=db.x.eu-west-1.rds.amazonaws.com\nMYSQL_PASSWORD=${f.password()}\n`],
  ['near.env', (f) => `MYSQL_HOST=db\nMYSQL_PASSWORD=${f.password()}\n`],
  ['roles.cql', (f) => `CREATE ROLE team WITH PASSWORD = '${f.password()}' AND LOGIN = true;`],
  ['user.yml', (f) => `# creates a user with password and groups\n- name: add\n  password: ${f.password()}\n`],
  ['grafana.yaml', (f) => `grafana:\n  enabled: true\n  adminPassword: ${f.password()}\n`],
  ['keycloak.tf', (f) => `resource "keycloak_realm" "r" {\n  admin_password = "${f.password()}"\n}`],
  [
    'seeds.json',
    (f) => `{"items":[{"name":"PostgresAdmin","login":"pg"},{"name":"Bank","password":"${f.password()}"}]}`,
  ],
  // What is no value, though it is after a name.
  ['appveyor.yml', () => `environment:\n  SQLPASSWORD:\ninstall:\n  - go version\n`],
  ['stage.yml', () => `- name: SqlPassword\n  value: $[stageDependencies.s.j.outputs['SaPassword.Value']]\n`],
  ['keys.cs', () => `string[] sql = { "User ID", "Password", "UID", "PWD", "Trusted_Connection" }; // SqlConnection`],
  [
    'docs.md',
    () => 'Server=<server>;Database=<db>;User ID=<user>;Password=<pwd>;TrustServerCertificate=true // SqlConnection\n',
  ],
  ['README.md', () => '`mssql`: Server=localhost,1433;Database=d;User Id=username;Password=password;Encrypt=true\n'],
  ['Repository.cs', () => `await new SqlConnection(cs).ExecuteAsync("ResetPassword", "[dbo].[User_ResetPassword1]");`],
  [
    'params.py',
    () =>
      `cursor.execute("ALTER LOGIN app WITH PASSWORD = @password", password)\ncursor.execute("select * from users where password = ?", (p,)) # mssql`,
  ],
];

/** Labelled vectors without secrets. The same seed gives the same vectors. */
export function traps(seed: number): Vector[] {
  const fake = createFake(seed + 1000);
  const vectors: Vector[] = [];
  const add = (id: string, path: string, text: string): void => {
    vectors.push({ id: `trap ${id}`, path, text, expected: [] });
  };
  for (const [path, make] of texts) for (let i = 0; i < 3; i++) add(path, `src/${path}`, make(fake));
  const endpoint = setting('azure openai endpoint', 'https://contoso.openai.azure.com/');
  for (const placeholder of PLACEHOLDERS) {
    for (let i = 0; i < 9; i++) {
      const format = fake.random.pick(formats);
      const name = fake.random.pick(NAMES);
      add(
        `${placeholder} as ${name} in ${format.id}`,
        format.path,
        format.write([endpoint, setting(name, placeholder)]),
      );
    }
  }
  for (const [name, make] of others) {
    for (let i = 0; i < 12; i++) {
      const format = fake.random.pick(formats);
      const encode = format.encode ?? ((text: string) => text);
      add(`${name} in ${format.id}`, format.path, format.write([endpoint, setting(name, encode(make(fake)))]));
    }
  }
  return vectors;
}
