import { describe, expect, it } from 'vitest';
import { createFake, createRandom } from '../support/fake-secrets';
import { candidatesIn, detected } from '../support/detected';

const fake = createFake(83);
const random = createRandom(84);
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('secrets in a text that is encoded', () => {
  const principal = JSON.stringify({
    clientId: fake.guid(),
    clientSecret: fake.entraClientSecret(),
    subscriptionId: fake.guid(),
    tenantId: fake.guid(),
  });
  it.each([
    ['.env', 'AZURE_CREDENTIALS_B64=%', principal, 'service-principal-json|entra-client-secret'],
    [
      'ci.yml',
      'env:\n  CREDS: "%"',
      JSON.stringify(JSON.parse(principal), null, 2),
      'service-principal-json|entra-client-secret',
    ],
    [
      'a.ts',
      'const c = Buffer.from("%", "base64").toString();',
      fake.storageConnectionString(),
      'storage-connection-string|storage-account-key',
    ],
    [
      '.env',
      'DB_B64=%',
      `Server=tcp:contoso.database.windows.net;Database=shop;User ID=app;Password=${fake.password()};`,
      'sql-connection-string',
    ],
    [
      'a.sh',
      'echo % | base64 -d > app.env',
      `AZURE_CLIENT_SECRET=${fake.entraClientSecret()}\n`,
      'entra-client-secret',
    ],
    ['kubeconfig', '    client-key-data: %', privateKey(), 'private-key'],
  ])('in %s: %s', (path, template, plain, kinds) => {
    const value = base64(plain);
    const [found, ...more] = detected(template.replace('%', value), path);
    expect(more).toEqual([]);
    expect(kinds.split('|').map((kind) => `${kind} ${value}`)).toContain(found);
  });

  it.each([
    ['.env', `CONFIG_B64=${base64('{"clientId": "00000000-0000-0000-0000-000000000000", "scope": "user.read"}')}`],
    [
      'kubeconfig',
      `    certificate-authority-data: ${base64('-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n')}`,
    ],
    ['a.test.ts', `const key = "${base64(privateKey())}";`],
  ])('but nothing is found where the text holds none: %s', (path, text) =>
    expect(candidatesIn(text, path)).toEqual([]),
  );

  it('percent-encoded', () => {
    const password = `Walnut${random.text(8, ALNUM)}9`;
    const odbc = `Driver%3D%7BODBC+Driver+18+for+SQL+Server%7D%3BServer%3Dcontoso.database.windows.net%3BDatabase%3Dshop%3BUid%3Dapp%3BPwd%3D${password}`;
    for (const rest of ['%3BEncrypt%3Dyes', '', '%3B&autocommit=true'])
      expect(detected(`engine = create_engine("mssql+pyodbc:///?odbc_connect=${odbc}${rest}")`, 'a.py')).toEqual([
        `sql-connection-string ${password}`,
      ]);
    const encoded = `${password}%40%21x`;
    expect(
      detected(`URL=mssql+pyodbc:///?odbc_connect=${odbc.replace(password, encoded)}%3BEncrypt%3Dyes`, '.env'),
    ).toEqual([`sql-connection-string ${encoded}`]);
    expect(candidatesIn(`?odbc_connect=${odbc.replace(password, '%7Bpassword%7D')}`, 'a.py')).toEqual([]);
  });

  const cell = (...lines: readonly string[]): string =>
    JSON.stringify(
      { cells: [{ cell_type: 'code', source: lines.map((line, i) => (i + 1 < lines.length ? `${line}\n` : line)) }] },
      null,
      1,
    );

  it.each([
    [
      'a call over several lines',
      ['spark.conf.set(', '  "fs.azure.account.key.contoso.dfs.core.windows.net",', '  "%")'],
      fake.oldKey(64),
      'storage-account-key',
    ],
    [
      'a client over several lines',
      [
        'client = BlobServiceClient(',
        '    account_url="https://contoso.blob.core.windows.net",',
        '    credential=',
        '    "%"',
        ')',
      ],
      fake.oldKey(64),
      'storage-account-key',
    ],
    [
      'named arguments over several lines',
      [
        'from azure.identity import ClientSecretCredential',
        'c = ClientSecretCredential(',
        '  tenant_id=t,',
        '  client_secret=(',
        '     "%"))',
      ],
      'Ab1' + random.text(31, ALNUM),
      'entra-client-secret-legacy',
    ],
  ])('a notebook: %s', (_, lines, value, kind) => {
    const text = cell(...lines.map((line) => line.replace('%', value)));
    expect(detected(text, 'a.ipynb')).toEqual([`${kind} ${value}`]);
  });
});

function privateKey(): string {
  const dashes = '-'.repeat(5);
  return `${dashes}BEGIN RSA PRIVATE KEY${dashes}\nMII${random.text(61, ALNUM)}\n${random.text(64, ALNUM)}\n${dashes}END RSA PRIVATE KEY${dashes}\n`;
}

describe('names that belong to one product', () => {
  const secret = `Q1u~${random.text(30, ALNUM)}`;
  it.each([
    ['appsettings.json', `{ "MicrosoftAppId": "${fake.guid()}", "MicrosoftAppPassword": "${secret}" }`],
    ['.env', `MICROSOFT_APP_PASSWORD=${secret}\n`],
    ['.env', `BOT_ID=${fake.guid()}\nBOT_PASSWORD=${secret}\n`],
    ['.env', `MICROSOFT_PROVIDER_AUTHENTICATION_SECRET=${secret}\n`],
    ['bot.ts', `new BotFrameworkAdapter({ appId: id, appPassword: "x", microsoftAppPassword: "${secret}" });`],
  ])('%s: %s', (path, text) => expect(detected(text, path)).toEqual([`entra-client-secret-legacy ${secret}`]));

  const token = fake.hex(128);
  it('a token of a user of a cluster', () => {
    const lines = [
      'clusters:',
      '- name: n',
      'users:',
      '- name: admin',
      '  user:',
      `    client-key-data: ${base64(privateKey())}`,
      `    token: ${token}`,
    ];
    expect(detected(lines.join('\n'), 'kubeconfig').at(-1)).toBe(`kubernetes-user-credential ${token}`);
    expect(detected(lines.join('\r\n') + '\r\n', '.kube/config').at(-1)).toBe(`kubernetes-user-credential ${token}`);
    expect(detected(lines.join('\n'), 'kubeconfig')).toHaveLength(2);
    expect(candidatesIn(`users:\n- name: a\n  user:\n    token: ${token}\n`, 'users.yaml')).toEqual([]);
    expect(candidatesIn(lines.slice(0, -2).join('\n') + '\n    token: ${TOKEN}\n', 'kubeconfig')).toEqual([]);
  });
});

describe('credentials of deployment', () => {
  const value = random.text(60, ALNUM);
  it.each([
    [
      'a.sh',
      `curl -X POST -u '$contoso:${value}' https://contoso.scm.azurewebsites.net/api/zipdeploy --data-binary @a.zip`,
    ],
    ['a.sh', `curl -u "\\$contoso:${value}" "$SCM/api/zipdeploy"`],
    ['a.sh', `curl -u '$contoso__staging:${value}' "$SCM/api/zipdeploy"`],
    ['a.sh', `git push https://\\$contoso:${value}@contoso.scm.azurewebsites.net/contoso.git`],
    ['.git/config', `url = https://%24contoso:${value}@contoso.scm.azurewebsites.net:443/contoso.git`],
    ['a.yml', `PUBLISHING_PASSWORD: ${value}\nPUBLISHING_USERNAME: $contoso\n`],
    [
      'a.ps1',
      `$user = '$contoso'\n$password = '${value}'\n$url = 'https://contoso.scm.azurewebsites.net/api/zip/site/wwwroot/'`,
    ],
    ['a.json', `{ "publishingPassword": "${value}", "scmUri": "https://contoso.scm.azurewebsites.net" }`],
    ['a.cs', `var token = Convert.ToBase64String(Encoding.ASCII.GetBytes("$contoso:${value}"));`],
    ['a.ftp', `ftp://contoso\\$contoso:${value}@waws-prod-am2-1.ftp.azurewebsites.windows.net/site/wwwroot`],
  ])('in %s: %s', (path, text) => expect(detected(text, path)).toEqual([`publish-profile ${value}`]));

  it('as basic authentication', () => {
    const basic = base64(`$contoso:${value}`);
    expect(detected(`Authorization: Basic ${basic}`, 'a.http')).toEqual([`publish-profile ${basic}`]);
  });
});

describe('places of other calls and formats', () => {
  const pat = fake.devopsPat();
  const key = fake.oldKey(64);
  const hex = fake.hex();
  const password = fake.password();
  it.each([
    ['a.sh', `az devops login --organization https://dev.azure.com/n <<< "${pat}"`, `devops-pat ${pat}`],
    ['a.sh', `echo ${pat} | az devops login --organization https://dev.azure.com/n`, `devops-pat ${pat}`],
    ['a.ps1', `"${pat}" | az devops login`, `devops-pat ${pat}`],
    [
      '.yarnrc.yml',
      `npmRegistries:\n  "https://pkgs.dev.azure.com/n/_packaging/f/npm/registry":\n    npmAuthToken: "${base64(pat)}"\n`,
      `devops-pat ${base64(pat)}`,
    ],
    [
      '.yarnrc.yml',
      `npmRegistries:\n  "https://pkgs.dev.azure.com/n/_packaging/f/npm/registry":\n    npmAuthIdent: "${base64(`n:${pat}`)}"\n`,
      `devops-pat ${base64(`n:${pat}`)}`,
    ],
    [
      '.npmrc',
      `//pkgs.dev.azure.com/n/_packaging/f/npm/registry/:_auth=${base64(`n:${pat}`)}\n`,
      `devops-pat ${base64(`n:${pat}`)}`,
    ],
    ['a.sql', `CREATE CREDENTIAL c WITH IDENTITY='contoso', SECRET='${key}';`, `storage-account-key ${key}`],
    [
      'a.sql',
      `CREATE DATABASE SCOPED CREDENTIAL c\nWITH IDENTITY = 'user',\n  SECRET = N'${key}'`,
      `storage-account-key ${key}`,
    ],
    [
      'nb.sql',
      `CREATE TABLE t USING jdbc OPTIONS (url "jdbc:sqlserver://contoso.database.windows.net:1433;database=shop", user "app", password "${password}")`,
      `sql-password ${password}`,
    ],
    [
      'nb.sql',
      `OPTIONS (url 'jdbc:postgresql://contoso.postgres.database.azure.com/shop', user 'app', password '${password}')`,
      `postgres-password ${password}`,
    ],
    [
      't.jmx',
      `<stringProp name="Header.name">Ocp-Apim-Subscription-Key</stringProp>\n<stringProp name="Header.value">${hex}</stringProp>`,
      `apim-subscription-key ${hex}`,
    ],
    [
      't.jmx',
      `<stringProp name="Argument.name">subscription-key</stringProp>\n   <stringProp name="Argument.value">${hex}</stringProp>`,
      `apim-subscription-key ${hex}`,
    ],
  ])('in %s: %s', (path, text, found) => expect(detected(text, path)).toEqual([found]));
});
