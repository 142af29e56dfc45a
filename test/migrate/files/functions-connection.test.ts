import { describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-secrets';
import { stepTexts } from '../../support/steps';
import { dotnetApp, migratedFile, nodeApp, planOf, settings, SETTINGS } from './functions-app';

const bus = fake.serviceBusConnectionString({ namespace: 'nordwind' });
const hub = fake.eventHubsConnectionString({ namespace: 'nordwind' });
const storage = fake.storageConnectionString({ account: 'nordwind' });
const cosmos = fake.cosmosConnectionString({ account: 'nordwind' });

const migrated = (files: Readonly<Record<string, string>>) => migratedFile(files, SETTINGS);

const trigger = (options: string): string =>
  `app.serviceBusQueue('in', { queueName: 'in', ${options}, handler: async () => {} });\n`;
const TRIGGER = trigger("connection: 'CONN'");
const NAMESPACE = { CONN__fullyQualifiedNamespace: 'nordwind.servicebus.windows.net' };

describe('the connection of triggers and bindings', () => {
  it.each([
    ['a queue of Service Bus', bus, TRIGGER, NAMESPACE],
    [
      'Event Hubs, in and out',
      hub,
      "app.eventHub('in', { eventHubName: 'in', connection: 'CONN', return: output.eventHub({ eventHubName: 'out', connection: 'CONN' }), handler: async () => {} });\n",
      NAMESPACE,
    ],
    [
      'a blob trigger, which writes to queues',
      storage,
      "app.storageBlob('in', { path: 'in/{name}', connection: 'CONN', handler: async () => {} });\n",
      {
        CONN__blobServiceUri: 'https://nordwind.blob.core.windows.net',
        CONN__queueServiceUri: 'https://nordwind.queue.core.windows.net',
      },
    ],
    [
      'an input and a queue',
      storage,
      "const blob = input.storageBlob({ path: 'in/x', connection: 'CONN' });\napp.storageQueue('q', { queueName: 'q', connection: \"CONN\", extraInputs: [blob], handler: async () => {} });\n",
      {
        CONN__blobServiceUri: 'https://nordwind.blob.core.windows.net',
        CONN__queueServiceUri: 'https://nordwind.queue.core.windows.net',
      },
    ],
    [
      'Cosmos DB',
      cosmos,
      "app.cosmosDB('c', { databaseName: 'd', containerName: 'c', connection: 'CONN', handler: async () => {} });\n",
      { CONN__accountEndpoint: 'https://nordwind.documents.azure.com' },
    ],
  ])('of %s becomes settings for an identity', async (_, secret, code, wanted) => {
    const before = { FUNCTIONS_WORKER_RUNTIME: 'node', CONN: secret, LAST: 'x' };
    expect(await migrated(nodeApp(before, code))).toBe(
      settings({ FUNCTIONS_WORKER_RUNTIME: 'node', ...wanted, LAST: 'x' }),
    );
  });

  it('of a function.json', async () => {
    const files = {
      ...nodeApp({ CONN: bus }, ''),
      'api/in/function.json': `{ "bindings": [{ "type": "serviceBusTrigger", "name": "m", "direction": "in", "queueName": "in", "connection": "CONN" }] }\n`,
    };
    expect(await migrated(files)).toBe(settings(NAMESPACE));
  });

  it.each([
    ['isolated', 'Microsoft.Azure.Functions.Worker.Extensions.ServiceBus', '5.22.0'],
    ['in process', 'Microsoft.Azure.WebJobs.Extensions.ServiceBus', '5.0.0'],
  ])('of an attribute of C#, %s', async (_, name, version) => {
    const code = '  public void Run([ServiceBusTrigger("in", Connection = "CONN")] string m) { }';
    expect(await migrated(dotnetApp({ CONN: bus }, code, { [name]: version }))).toBe(settings(NAMESPACE));
  });

  it('keeps line ends, tabs, comments and a byte order mark', async () => {
    const around = (entry: string): string =>
      `\uFEFF{\r\n\t// local\r\n\t"Values": {\r\n\t\t${entry} // bus\r\n\t}\r\n}\r\n`;
    const files = { ...nodeApp({}, TRIGGER), [SETTINGS]: around(`"CONN": "${bus}"`) };
    expect(await migrated(files)).toBe(around('"CONN__fullyQualifiedNamespace": "nordwind.servicebus.windows.net"'));
  });

  it('says what people do, without the secret', async () => {
    const files = {
      ...nodeApp({ CONN: bus }, TRIGGER),
      'infra/main.bicep': "var settings = [{ name: 'CONN', value: '' }]\n",
    };
    const plan = await planOf(files, SETTINGS);
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('Grant Azure Service Bus Data Receiver on Azure Service Bus');
    expect(steps).not.toContain('Data Sender');
    expect(steps).toContain('CONN__credential');
    expect(steps).toContain('infra/main.bicep');
    expect(steps).not.toContain(bus.slice(-20));
  });
});

describe('the storage of the host', () => {
  const timer = "app.timer('t', { schedule: '0 * * * * *', handler() {} });\n";

  it('is named by its account', async () => {
    expect(await migrated(nodeApp({ AzureWebJobsStorage: storage }, timer))).toBe(
      settings({ AzureWebJobsStorage__accountName: 'nordwind' }),
    );
  });

  it('of another cloud is named by its addresses', async () => {
    const china = fake.storageConnectionString({ account: 'nordwind', suffix: 'core.chinacloudapi.cn' });
    expect(await migrated(nodeApp({ AzureWebJobsStorage: china }, timer))).toBe(
      settings({
        AzureWebJobsStorage__blobServiceUri: 'https://nordwind.blob.core.chinacloudapi.cn',
        AzureWebJobsStorage__queueServiceUri: 'https://nordwind.queue.core.chinacloudapi.cn',
        AzureWebJobsStorage__tableServiceUri: 'https://nordwind.table.core.chinacloudapi.cn',
      }),
    );
  });

  it('needs more roles for a blob trigger', async () => {
    const code = "app.storageBlob('in', { path: 'in/{name}', connection: 'AzureWebJobsStorage', handler() {} });\n";
    const plan = await planOf(nodeApp({ AzureWebJobsStorage: storage }, code), SETTINGS);
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    for (const role of ['Storage Blob Data Owner', 'Storage Queue Data Contributor', 'Storage Account Contributor'])
      expect(steps).toContain(`Grant ${role} on Azure Functions`);
  });

  it.each([
    ['an old bundle', nodeApp({ AzureWebJobsStorage: storage }, timer, '[2.*, 3.0.0)'), 'binding-too-old'],
    [
      'code that reads it too',
      nodeApp({ AzureWebJobsStorage: storage }, `${timer}const s = process.env.AzureWebJobsStorage;\n`),
      'binding-with-code',
    ],
    [
      'an old extension',
      dotnetApp({ AzureWebJobsStorage: storage }, '', { 'Microsoft.Azure.WebJobs.Extensions.Storage': '4.0.5' }),
      'binding-too-old',
    ],
    [
      'a setting for an identity beside it',
      nodeApp({ AzureWebJobsStorage: storage, AzureWebJobsStorage__accountName: 'other' }, timer),
      'binding-setting-there',
    ],
  ])('stays with %s', async (_, files, reason) => {
    expect(await migrated(files)).toBe(`refused: ${reason}`);
  });
});

describe('a connection stays', () => {
  it.each([
    ['where code reads it too', bus, `${TRIGGER}const c = process.env.CONN;\n`, 'binding-with-code'],
    [
      'with options that are made elsewhere',
      bus,
      "const options = { queueName: 'in', connection: 'CONN' };\n",
      'binding-not-read',
    ],
    [
      'where a binding of another sort uses it',
      bus,
      "app.generic('in', { type: 'kafkaTrigger', connection: 'CONN', handler() {} });\n",
      'binding-not-read',
    ],
    ['as a part of another text', bus, trigger("connection: '%CONN%'"), 'binding-not-read'],
    [
      'with the name of a queue in it',
      fake.serviceBusConnectionString({ namespace: 'nordwind', entity: 'q' }),
      TRIGGER,
      'entity-in-connection-string',
    ],
    [
      'where a trigger makes its own container for leases',
      cosmos,
      "app.cosmosDB('c', { databaseName: 'd', containerName: 'c', connection: 'CONN', createLeaseContainerIfNotExists: true, handler() {} });\n",
      'binding-creates',
    ],
    [
      'where two services share it',
      storage,
      `${TRIGGER}app.storageQueue('q', { queueName: 'q', connection: 'CONN', handler() {} });\n`,
      'binding-not-read',
    ],
  ])('%s', async (_, secret, code, reason) => {
    expect(await migrated(nodeApp({ CONN: secret }, code))).toBe(`refused: ${reason}`);
  });

  it('where its name is in a variable', async () => {
    const files = nodeApp({ CONN: bus }, `const name = 'CONN';\n${trigger('connection: name')}`);
    expect(await migrated(files)).toMatch(/^refused/);
  });

  it.each([
    ['[2.*, 3.0.0)', 'binding-too-old'],
    ['[3.0.0, 3.1.0)', 'binding-version-unknown'],
    ['4', 'binding-version-unknown'],
  ])('with the extension bundle %s', async (range, reason) => {
    expect(await migrated(nodeApp({ CONN: bus }, TRIGGER, range))).toBe(`refused: ${reason}`);
  });

  it.each([
    ['4.3.0', 'binding-too-old'],
    ['5.0.0-beta.2', 'binding-version-unknown'],
    ['$(Extensions)', 'binding-version-unknown'],
  ])('with version %s of the package', async (version, reason) => {
    const code = '  public void Run([ServiceBusTrigger("in", Connection = "CONN")] string m) { }';
    const name = 'Microsoft.Azure.WebJobs.Extensions.ServiceBus';
    expect(await migrated(dotnetApp({ CONN: bus }, code, { [name]: version }))).toBe(`refused: ${reason}`);
  });

  it('with the old argument of C#', async () => {
    const code = '  public void Run([CosmosDBTrigger("d", "c", ConnectionStringSetting = "CONN")] string m) { }';
    const packages = { 'Microsoft.Azure.WebJobs.Extensions.CosmosDB': '3.0.10' };
    expect(await migrated(dotnetApp({ CONN: cosmos }, code, packages))).toBe('refused: binding-old-argument');
  });

  it('where a script reads the file', async () => {
    const files = {
      ...nodeApp({ CONN: bus }, TRIGGER),
      'api/run.sh': 'CONN=$(jq -r .Values.CONN local.settings.json)\n',
    };
    expect(await migrated(files)).toBe('refused: setting-read-otherwise');
  });

  it('in a file that cannot be read', async () => {
    const files = { ...nodeApp({}, TRIGGER), [SETTINGS]: `{ "Values": { "CONN": "${bus}", ` };
    expect(await migrated(files)).toMatch(/^refused/);
  });
});
