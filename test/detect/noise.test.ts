import { describe, expect, it } from 'vitest';
import { othersIn } from '../../src/detect/secretlint';
import { createFake, createRandom } from '../support/fake-secrets';
import { candidatesIn, detected } from '../support/detected';

const fake = createFake(57);
const random = createRandom(58);

const SERVER = 'Server=tcp:contoso.database.windows.net;Initial Catalog=shop;User ID=app';

describe('labels of a program are no passwords', () => {
  it.each([
    ['fr.ts', "export default { azureSql: { sqlPassword: 'Mot-de-passe' } };"],
    ['src/texts.ts', "const labels = { azureSql: { sqlPassword: 'Mot-de-passe' } };"],
    ['messages_de.properties', 'azure.sql.password=SQL-Passwort\nazure.admin.password=Admin-Kennwort\n'],
    ['locales/es.json', '{ "azureSql": { "sqlPassword": "Contraseña-SQL" } }'],
    ['locales/nl.json', '{ "azureSql": { "sqlPassword": "Beheer-toegangscode" } }'],
    ['src/labels.ts', "const azureSql = { sqlPassword: 'データベースパスワード' };"],
    ['src/labels.ts', "const azureSql = { sqlPassword: '请输入SQL密码' };"],
    ['src/labels.ts', "const azureSql = { sqlPassword: 'Пароль-администратора:' };"],
    ['src/labels.ts', "const azureSql = { sqlPassword: 'Adgangskode-til-SQL' };"],
    ['Texts.fr.resx', '<data name="AzureSqlPassword"><value>Mot-de-passe</value></data>'],
    ['appsettings.json', `{ "Sql": "${SERVER};Password=Kennwort;Encrypt=True" }`],
    ['.env', 'SQL_SERVER=contoso.database.windows.net\nSQL_PASSWORD=Passwort1234\n'],
  ])('in %s: %s', (path, text) => expect(candidatesIn(text, path)).toEqual([]));

  it('but a password with letters beyond ASCII is one', () => {
    const password = 'Füllung' + random.text(6, '0123456789') + '!';
    expect(detected(`const azureSql = { sqlPassword: '${password}' };`)).toEqual([`sql-password ${password}`]);
  });
});

describe('templates in braces are no passwords', () => {
  it.each([
    'Password={{ sql_password }};Encrypt=True',
    'Password={{ .Values.sql.password }};',
    'Password={{.Values.pwd}};',
    'Password={{ lookup("env", "PW") }};',
    'Password=@{linkedService().pw}',
    'Password=@{linkedService().pw};Encrypt=True',
    'Password={db_pass_2};Encrypt=True',
    'Password={settings.db_pass_2};Encrypt=True',
    'Password={cfg["pass_2"]};Encrypt=True',
    'Password=@@SQL_PASSWORD_2@@;Encrypt=True',
    'Password=$$SQL_PASSWORD_2$$;Encrypt=True',
    'Password=@Model.Sql.Pass2;Encrypt=True',
    'Password={$sqlPass2};Encrypt=True',
  ])('%s', (password) => {
    expect(candidatesIn(`Db: "${SERVER};${password}"`, 'main.yml')).toEqual([]);
    expect(candidatesIn(`var db = $"${SERVER};${password}";`, 'Db.cs')).toEqual([]);
  });

  it('but braces of ODBC are quotes', () => {
    const password = `Walnut${random.text(6, '0123456789')}`;
    const text = `cs = "Driver={ODBC Driver 18 for SQL Server};Server=contoso.database.windows.net;Uid=app;Pwd={${password}};Encrypt=yes"`;
    expect(detected(text, 'a.py')).toEqual([`sql-connection-string ${password}`]);
  });
});

describe('the token behind a placeholder is no value', () => {
  it.each([
    ['README.md', 'pulumi config set sql-admin-password <PASSWORD> --secret'],
    ['README.md', 'az deployment group create --parameters sqlServerPassword=<password> sqlServerDatabaseName=<db>'],
    ['README.md', 'az sql server create --admin-password <password> --location westeurope1'],
    ['deploy.sh', 'az sql server create --admin-password --location westeurope1 # contoso.database.windows.net'],
    ['deploy.sh', 'az deployment group create --parameters sqlServerPassword= sqlServerDatabaseName=shop01'],
    ['README.md', 'sqlServerPassword: <password> sqlDatabaseName01'],
    ['docs/a.rst', 'azure_sql_password <sql_password> azure_sql_db01'],
  ])('in %s: %s', (path, text) => expect(candidatesIn(text, path)).toEqual([]));

  it('but an element holds its value', () => {
    const password = fake.password();
    expect(detected(`<azureSqlPassword>${password}</azureSqlPassword>`, 'a.xml')).toEqual([`sql-password ${password}`]);
  });
});

describe('other values under the names of passwords', () => {
  it.each([
    [
      'a version',
      '"System.Security.SecureString": "4.1.2.0", "System.Security.Cryptography.X509Certificates": "4.2.2.0"',
      'App.deps.json',
    ],
    ['a range of versions', '"mssql": "^10.0.1", "sql-password": "~4.1.2-beta.1"', 'package.json'],
    [
      'a hash by its name',
      `"HashedClientSecret": "${fake.oldKey(32)}", "tenantId": "${fake.guid()}"`,
      'appsettings.json',
    ],
    [
      'a hash by its form',
      `"sqlPassword": "$2b$12$${random.text(53, 'abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789./')}"`,
      'seed.json',
    ],
    [
      'a hash of LDAP',
      `"sqlPassword": "{SSHA}${random.text(32, 'abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789')}"`,
      'seed.json',
    ],
    ['grant types', '"azureSqlPassword": "password,refresh_token,client_credentials"', 'a.json'],
    ['the name of a secret', '"azureClientSecret": "aks-westeurope-azuread-client-secret-01"', 'values.json'],
    ['a flag', '"sqlServerPassword": "--no-password-prompt"', 'a.json'],
  ])('%s', (_, text, path) => expect(candidatesIn(`{ ${text} }`, path)).toEqual([]));
});

describe('keys of others beside Azure', () => {
  const key = fake.hex();
  const endpoint = `https://${fake.name()}.openai.azure.com`;

  it.each([
    `APP_KEY=${key}`,
    `SECRET_KEY=${key}`,
    `APP_SECRET=${key}`,
    `NUXT_AUTH_SECRET=${key}`,
    `SECRET_KEY_BASE=${key}`,
    `RAILS_MASTER_KEY=${key}`,
    `WEATHER_URL=https://api.weather.io/v1\nAPI_KEY=${key}`,
    `FEED=https://feeds.news.io/v1?api_key=${key}`,
  ])('%s', (line) => {
    expect(candidatesIn(`AZURE_OPENAI_ENDPOINT=${endpoint}\n${line}\n`, '.env')).toEqual([]);
  });

  it.each([
    `{ "agents": [{ "key": "${key}", "llm": "gpt-4o-mini" }] }`,
    `{ "cache": { "api_key": "${key}" }, "model": "gpt-4o" }`,
  ])('a digest beside a model: %s', (text) => expect(candidatesIn(text, 'trace.json')).toEqual([]));

  it.each([
    `API_KEY=${key}`,
    `# https://example.org/docs\nAPI_KEY=${key}`,
    `AZURE_OPENAI_API_KEY=${key}`,
    `PORTAL=https://portal.azure.com\nOPENAI_API_KEY=${key}`,
  ])('but the key of the endpoint is found: %s', (line) => {
    expect(detected(`AZURE_OPENAI_ENDPOINT=${endpoint}\n${line}\n`, '.env')).toEqual([`azure-openai-key ${key}`]);
  });
});

describe('a variable that holds a token is no password', () => {
  it.each([
    ['ci.yml', '          "password": token,   # Use AAD token instead of password'],
    ['ci.yml', '          "password": aad_token_2,'],
    ['ci.yml', '          "password": tokens["pg_2"],'],
    ['run.sh', '    "password": aad_token_2,\n'],
    ['ci.yml', '          "password": token.token,'],
    ['.env', 'PGPASSWORD=access_token'],
  ])('in %s: %s', (path, line) => {
    expect(candidatesIn(`host = "contoso.postgres.database.azure.com"\n${line}\n`, path)).toEqual([]);
  });
});

describe('tokens of other vendors that nobody was issued', () => {
  const words = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const slack = 'xox' + 'b-';
  it.each([
    `"${slack}test-token"`,
    `SLACK_BOT_TOKEN=${slack}your-bot-token`,
    `"${slack}1234-fake-token"`,
    `"gh${'p'}_${'x'.repeat(36)}"`,
    `"gl${'pat-'}${'abcd'.repeat(5)}"`,
    `"gh${'p'}_${'0123456789'.repeat(4).slice(0, 36)}"`,
    `https://hooks.${'slack.com'}/services/T00000000/B00000000/${'X'.repeat(24)}`,
  ])('%s', async (text) => expect(await othersIn({ path: 'a.txt', text })).toEqual([]));

  it('but a real one is found', async () => {
    const text = `"${slack}${random.text(12, '0123456789')}-${random.text(24, words)}"`;
    expect(await othersIn({ path: 'a.txt', text })).toHaveLength(1);
    const hook = `https://hooks.${'slack.com'}/services/T${random.text(8, 'ABCDEFGH0123456789')}/B${random.text(8, 'ABCDEFGH0123456789')}/${random.text(24, words)}`;
    expect(await othersIn({ path: 'a.txt', text: hook })).toHaveLength(1);
  });
});

describe('the range of a password ends where its text does', () => {
  const password = fake.password();
  it.each([
    [
      'Settings.settings',
      `&lt;ConnectionString&gt;Data Source=contoso.database.windows.net;Initial Catalog=shop;User ID=app;Password=${password}&lt;/ConnectionString&gt;`,
    ],
    ['a.xml', `<a>${SERVER};Password=${password}&#xD;&#xA;</a>`],
    ['a.xml', `<a b="x=&amp;quot;${SERVER};Password=${password}&amp;quot;"/>`],
    ['a.json', `{ "xml": "\\u003cadd\\u003e${SERVER};Password=${password}\\u003c/add\\u003e" }`],
    ['a.json', `{ "code": "s = \\u0022${SERVER};Password=${password}\\u0022" }`],
    ['a.json', `{ "code": "s = ${SERVER};Password=${password}\\r\\nNext=1" }`],
    ['a.html', `<a title="&#x22;${SERVER};Password=${password}&#x22;">`],
    ['a.html', `<pre>${SERVER};Password=${password}&nbsp;</pre>`],
  ])('in %s: %s', (path, text) => expect(detected(text, path)).toEqual([`sql-connection-string ${password}`]));
});

describe('what strangers have in their files', () => {
  const key = fake.oldKey(40);
  const password = fake.password();
  it.each([
    [
      'a key of a host on this machine',
      'README.md',
      `http://localhost:7071/runtime/webhooks/durabletask/instances/a?taskHub=h&code=${key.replace(/[+/]/g, 'x')}`,
    ],
    [
      'a variable as the password of openssl',
      'a.sh',
      'openssl pkcs12 -export -in "$cert" -out temp.p12 -password "pass:$cert_password"',
    ],
    [
      'a password of openssl in the environment',
      'a.sh',
      'openssl pkcs12 -export -out temp.p12 -passout env:CERT_PASSWORD1',
    ],
    [
      'a server in a container',
      'src/docker-compose.override.yml',
      `- ConnectionString=\${DB:-Server=sqldata;Database=shop;User Id=sa;Password=${password};Encrypt=False}`,
    ],
    [
      'a server in a container',
      'compose.yaml',
      `  Db: "Server=tcp:sql-data,1433;Database=shop;User Id=sa;Password=${password}"`,
    ],
    [
      'a server in a cluster',
      'values.yaml',
      `sql:\n  host: sqldata   # in the cluster\n  user: sa\n  sql_pwd: ${password}   # SQL pwd\n`,
    ],
  ])('%s, in %s', (_, path, text) => expect(candidatesIn(text, path)).toEqual([]));

  it('but a server of Azure in a file of containers is none', () => {
    const text = `- Db=Server=contoso.database.windows.net;Database=shop;User Id=sa;Password=${password};Encrypt=True`;
    expect(detected(text, 'docker-compose.yml')).toEqual([`sql-connection-string ${password}`]);
  });

  it('a private key among the tests of a Maven project', () => {
    const dashes = '-'.repeat(5);
    const pem = `${dashes}BEGIN PRIVATE KEY${dashes}\nMII${random.text(61, 'abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789')}\n${dashes}END PRIVATE KEY${dashes}\n`;
    expect(candidatesIn(pem, 'login/src/test/resources/key.pem')).toEqual([]);
    expect(candidatesIn(pem, 'src/Shop.UnitTests/key.pem')).toEqual([]);
    expect(candidatesIn(pem, 'login/src/main/resources/key.pem')).toHaveLength(1);
  });
});
