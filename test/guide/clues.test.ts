import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cluesIn } from '../../src/guide/clues';
import { english } from '../../src/core/message';
import { codeOf } from '../support/steps';
import { explainService } from '../../src/guide/explain';
import { services } from '../../src/services';
import { createFake } from '../support/fake-secrets';

const serviceOf = (id: string) => {
  const service = services.find((one) => one.id === id);
  if (!service) throw new Error(id);
  return service;
};
const clues = (id: string, ...texts: string[]) => cluesIn(serviceOf(id), texts);

describe('what the code does', () => {
  test.each([
    ['storage-blob', 'await client.downloadToFile(path)', 'read'],
    ['storage-blob', 'foreach (var b in container.GetBlobsAsync<Thing>()) {}', 'read'],
    ['storage-blob', 'client.download_blob().readall()', 'read'],
    ['storage-blob', 'await client.download(); await client.upload(x)', 'write'],
    ['storage-blob', 'client.UploadBlob(ctx, name)', 'write'],
    ['storage-blob', 'const seen = new Set()', undefined],
    ['storage-blob', 'var builder = WebApplication.CreateBuilder(args)', undefined],
    ['storage-blob', 'blob.download(); seen.delete(x)', undefined],
    ['storage-blob', 'await containerClient.CreateIfNotExistsAsync()', 'write'],
    ['storage-blob', 'typeof(Order).GetProperties()', undefined],
    ['cosmos-nosql', 'FunctionsApplication.CreateBuilder(args)', undefined],
    ['cosmos-nosql', 'await container.items.query(q).fetchAll(); text.replace(a, b)', undefined],
    ['cosmos-nosql', 'await container.item(id, key).replace(order)', 'write'],
    ['cosmos-nosql', 'await _container.UpsertItemAsync(order)', 'write'],
    ['cosmos-nosql', 'await database.items.upsert(order)', 'write'],
    ['cosmos-nosql', 'response.Execute()', undefined],
    ['storage-table', 'builder.Services.AddSingleton(x)', undefined],
    ['storage-table', 'tableClient.QueryAsync<Order>(filter)', 'read'],
    ['storage-table', 'table.AddEntity(order)', 'write'],
    ['app-configuration', 'builder.Services.AddControllers(); config.AddAzureAppConfiguration(o)', 'read'],
    ['app-configuration', 'client.setConfigurationSetting(x)', 'write'],
    ['storage-queue', 'res.send(body)', undefined],
    ['service-bus', 'res.send(body)', undefined],
    ['service-bus', 'sender.sendMessages(m); res.send(body)', 'write'],
    ['event-hubs', 'services.TryAddSingleton<Clock>()', undefined],
    ['event-hubs', 'await producer.SendAsync(events)', 'write'],
    ['ai-search', 'text.search(/a/)', undefined],
    ['ai-search', 'await searchClient.SearchAsync<Hotel>(text)', 'read'],
    ['cosmos-nosql', 'container.items.query(q).fetchAll()', 'read'],
    ['service-bus', 'client.createSender(queue)', 'write'],
    ['service-bus', 'client.create_receiver(); client.get_queue_receiver(q)', 'read'],
    ['service-bus', 'a.createSender(q); a.createReceiver(q)', undefined],
    ['storage-queue', 'await queue.sendMessage(text)', 'write'],
    ['storage-queue', 'queue.sendMessage(text); queue.receiveMessages()', undefined],
    ['storage-queue', 'queue.createIfNotExists(); queue.sendMessage(text)', undefined],
    ['ai-search', 'await client.search(text)', 'read'],
    ['ai-search', 'client.search(text); client.mergeOrUploadDocuments(documents)', 'write'],
    ['signalr', 'hub.send(x)', undefined],
    ['signalr', 'new ServiceManagerBuilder().WithOptions(o => {})', 'manage'],
    ['service-bus', 'new ServiceBusAdministrationClient(x).getQueueRuntimeProperties(queue)', 'manage'],
    ['service-bus', 'new ServiceBusAdministrationClient(x); client.createSender(queue)', 'manage'],
  ] as const)('%s: %s', (id, code, access) => {
    expect(clues(id, code).access).toBe(access);
  });

  test('only the file of the finding tells, not the settings', () => {
    expect(clues('storage-blob', 'x.download()', 'y.upload()').access).toBe('read');
  });

  test('reading code is granted the reading role, and told so', () => {
    const { steps } = explainService(serviceOf('storage-blob'), { access: 'read' }) ?? { steps: [] };
    const grant = steps.find(({ id }) => id === 'role:storage-blob');
    expect(grant && english(grant.title)).toBe('Grant Storage Blob Data Reader on Azure Blob Storage');
    expect(grant?.text.map(english).join(' ')).toContain('only reads');
  });
});

describe('names for the places of commands', () => {
  test.each([
    ['storage-blob', "new BlobServiceClient('https://contoso.blob.core.windows.net')", { account: 'contoso' }],
    ['storage-queue', 'DefaultEndpointsProtocol=https;AccountName=contoso;EndpointSuffix=x', { account: 'contoso' }],
    ['service-bus', 'Endpoint=sb://Orders-Ns.servicebus.windows.net/;', { namespace: 'orders-ns' }],
    ['key-vault', 'https://team.vault.azure.net/secrets/a', { vault: 'team' }],
    ['storage-blob', 'https://a1.blob.core.windows.net https://b2.blob.core.windows.net', {}],
    ['storage-blob', 'https://contoso.blob.core.windows.net.evil.example', {}],
    ['storage-blob', 'https://<account>.blob.core.windows.net', {}],
    ['storage-blob', 'https://${account}.blob.core.windows.net', {}],
  ] as const)('%s: %s', (id, text, values) => {
    expect(clues(id, text).values).toEqual(values);
  });

  test('fill the commands', () => {
    const { values } = clues('storage-blob', 'AccountName=contoso;');
    const { steps } = explainService(serviceOf('storage-blob'), { values }) ?? { steps: [] };
    const code = steps.map(codeOf).join('\n');
    expect(code).toContain('storageAccounts/contoso');
    expect(code).not.toContain('<account>');
    expect(code).toContain('<resource-group>');
  });

  test('never hold a secret', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...services), (seed, service) => {
        const fake = createFake(seed);
        const secret = fake.storageConnectionString();
        const key = /AccountKey=([^;]+)/.exec(secret)?.[1] ?? '';
        const { values } = cluesIn(service, [`x = "${secret}"`, `https://u:${key}@contoso.blob.core.windows.net`]);
        for (const value of Object.values(values)) expect(key.toLowerCase()).not.toContain(value);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the secret of a workflow', () => {
  const login = (name: string): string => `- uses: azure/login@v2\n  with:\n    creds: \${{ secrets.${name} }}\n`;
  const command = (...texts: string[]): string => {
    const { values } = cluesIn(serviceOf('arm-service-principal'), texts);
    return values['github-secret'] ?? '';
  };

  test('has the name that the workflow gives it', () => {
    expect(command(login('Deploy_SP'))).toBe('Deploy_SP');
    expect(command(login('A'), login('B'))).toBe('');
    expect(command('creds: nothing')).toBe('');
  });
});
