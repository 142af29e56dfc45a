import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFake } from '../support/fake-secrets';
import { colours, load, secrets, tokenize } from './tokens';

const fake = createFake(7);
const key = fake.storageKey();
const storage = fake.storageConnectionString({ account: 'contoso', key });

const storageParts = [
  'key DefaultEndpointsProtocol',
  '= =',
  'value https',
  'separator ;',
  'key AccountName',
  '= =',
  'value contoso',
  'separator ;',
  'key AccountKey',
  '= =',
  `secret ${key}`,
  'separator ;',
  'key EndpointSuffix',
  '= =',
  'value core.windows.net',
];

describe('a storage connection string', () => {
  test.each([
    ['TypeScript, single quotes', 'source.ts', `const c = '${storage}';`],
    ['TypeScript, double quotes', 'source.ts', `const c = "${storage}";`],
    ['TypeScript, template', 'source.ts', `const c = \`${storage}\`;`],
    ['TypeScript, string in a template expression', 'source.ts', `f(\`a \${g('${storage}')} b\`);`],
    ['JSON', 'source.json', `{"AzureWebJobsStorage": "${storage}"}`],
    ['.env as VS Code 1.100 opens it', 'source.ini', `CONNECTION=${storage}`],
    ['.env, quoted', 'source.ini', `CONNECTION="${storage}"`],
    ['.env as newer VS Code opens it', 'source.dotenv', `export CONNECTION=${storage}`],
    ['.env, newer, double quotes', 'source.dotenv', `CONNECTION="${storage}" # live`],
    ['.env, newer, single quotes', 'source.dotenv', `CONNECTION='${storage}' # live`],
    ['.env, own grammar', 'source.dotenv.secretless', `export CONNECTION=${storage} # live`],
    ['.env, own grammar, double quotes', 'source.dotenv.secretless', `CONNECTION="${storage}" # live`],
    ['.env, own grammar, single quotes', 'source.dotenv.secretless', `CONNECTION='${storage}'`],
    ['XML attribute', 'text.xml', `<add connectionString="${storage}"/>`],
    ['XML text', 'text.xml', `<Value>${storage}</Value>`],
  ])('is coloured in %s', async (_where, scope, text) => {
    expect(await colours(scope, text)).toEqual(storageParts);
  });

  test('keeps its parts round interpolations, which stay code', async () => {
    const text =
      'const c = `DefaultEndpointsProtocol=https;AccountName=${name};AccountKey=${key};EndpointSuffix=core.windows.net`;';
    const [line = []] = tokenize(await load('source.ts'), text);
    expect(line.filter((part) => part.role === 'secret')).toEqual([]);
    expect(line.filter((part) => part.role === 'key').map((part) => part.text)).toEqual([
      'DefaultEndpointsProtocol',
      'AccountName',
      'AccountKey',
      'EndpointSuffix',
    ]);
    expect(
      line
        .filter((part) => part.text.includes('name}') || part.text.includes('key}'))
        .every((part) => part.role === 'host'),
    ).toBe(true);
  });

  test('with JSON escapes in its key is one secret', async () => {
    const escaped = key.replaceAll('+', '\\u002B').replaceAll('/', '\\/');
    expect(await secrets('source.json', `{"c": "${storage.replace(key, escaped)}"}`)).toEqual([escaped]);
  });

  test('with a placeholder for its key marks no secret', async () => {
    for (const placeholder of ['<key>', '${KEY}', '{0}', '%KEY%', '...', ''])
      expect(await secrets('source.ts', `const c = "${storage.replace(key, placeholder)}";`)).toEqual([]);
  });

  test('in a comment stays a comment', async () => {
    expect(await colours('source.ts', `// ${storage}`)).toEqual([]);
    expect(await colours('source.ini', `# ${storage}`)).toEqual([]);
    expect(await colours('source.dotenv', `# ${storage}`)).toEqual([]);
    expect(await colours('text.xml', `<!-- ${storage} -->`)).toEqual([]);
  });
});

describe('other connection strings mark exactly their secret', () => {
  const password = fake.password();
  const after = (text: string, name: string): string =>
    text.slice(text.indexOf(`${name}=`) + name.length + 1).split(/[;,]/)[0] ?? '';
  const serviceBus = fake.serviceBusConnectionString({ entity: 'orders' });
  const eventHubs = fake.eventHubsConnectionString();
  const cosmos = fake.cosmosConnectionString();
  const iot = fake.iotHubConnectionString();
  const device = fake.iotDeviceConnectionString();
  const redis = fake.redisConnectionString();
  const appConfig = fake.appConfigConnectionString();
  const signalR = `Endpoint=https://contoso.service.signalr.net;AccessKey=${fake.oldKey(32)};Version=1.0;`;
  const communication = `endpoint=https://contoso.communication.azure.com/;accesskey=${fake.oldKey(64)}`;
  const server = 'tcp:contoso.database.windows.net,1433';
  const sql = `Server=${server};Initial Catalog=orders;User ID=app;Password=${password};Encrypt=True;`;

  test.each([
    ['Service Bus', serviceBus, after(serviceBus, 'SharedAccessKey')],
    ['Event Hubs', eventHubs, after(eventHubs, 'SharedAccessKey')],
    ['Cosmos DB', cosmos, after(cosmos, 'AccountKey')],
    ['IoT Hub', iot, after(iot, 'SharedAccessKey')],
    ['IoT device', device, after(device, 'SharedAccessKey')],
    ['Redis', redis, after(redis, 'password')],
    ['App Configuration', appConfig, after(appConfig, 'Secret')],
    ['SignalR', signalR, after(signalR, 'AccessKey')],
    ['Communication Services', communication, after(communication, 'accesskey')],
    ['Azure SQL', sql, password],
    ['Azure SQL, JDBC', `jdbc:sqlserver://contoso.database.windows.net:1433;user=app;password=${password}`, password],
  ])('%s', async (_service, text, secret) => {
    expect(secret).not.toBe('');
    expect(await secrets('source.ts', `const c = "${text}";`)).toEqual([secret]);
    expect(await secrets('source.ini', `CONNECTION=${text}`)).toEqual([secret]);
  });

  test('an endpoint has its own colour', async () => {
    expect(await colours('source.ts', `"${cosmos}"`)).toContain(`endpoint ${after(cosmos, 'AccountEndpoint')}`);
  });
});

describe('a shared access signature', () => {
  const url = fake.sasUrl();
  const signature = url.slice(url.indexOf('&sig=') + 5);

  test.each([
    ['a URL', 'source.ts', `fetch('${url}');`],
    ['a bare token', 'source.ts', `new AzureSasCredential("${url.slice(url.indexOf('?') + 1)}")`],
    ['a user delegation token', 'source.ts', null],
    ['XML', 'text.xml', `<add value="${url.replaceAll('&', '&amp;')}"/>`],
    ['JSON with escaped ampersands', 'source.json', `{"u": "${url.replaceAll('&', '\\u0026')}"}`],
    ['.env', 'source.dotenv', `SAS_URL=${url}`],
    [
      'a connection string',
      'source.ts',
      `"BlobEndpoint=https://contoso.blob.core.windows.net/;SharedAccessSignature=${url.slice(url.indexOf('?') + 1)}"`,
    ],
  ])('marks the value of sig in %s', async (_where, scope, text) => {
    const delegation = fake.sas({ userDelegation: true });
    const expected = text === null ? delegation.slice(delegation.indexOf('&sig=') + 5) : signature;
    expect(await secrets(scope, text ?? `"${delegation}"`)).toEqual([expected]);
  });

  test('goes on after the signature', async () => {
    const parts = await colours('source.ts', `'?sr=b&sig=${signature}&se=2030-01-01'`);
    expect(parts.slice(-4)).toEqual(['separator &', 'key se', '= =', 'value 2030-01-01']);
  });

  test('ordinary queries keep their colour', async () => {
    for (const query of ['?v=2&sig=abc', '?s=shoes&sort=price', '?code=1&state=2', 'style=a;class=b'])
      expect(await colours('source.ts', `'${query}'`)).toEqual([]);
  });
});

describe('code and ordinary text', () => {
  test.each([
    ['source.ts', 'if (AccountKey=== other) { AccountName=3;AccountKey=4; }'],
    ['source.ts', 'const p = /AccountKey=[^;]+;x/;'],
    ['source.ts', 'const t = "Endpoint=" + x + "; HostName=" + y;'],
    ['source.ts', 'const t = "Server=localhost;Password=x";'],
    ['source.ini', 'AccountName=contoso ; the account'],
    ['source.ini', 'PORT=80 ; AccountKey'],
    ['source.dotenv', "NAME='it is' # x"],
    ['text.xml', '<AccountName>contoso</AccountName>'],
  ])('%s: %s', async (scope, text) => {
    expect(await colours(scope, text)).toEqual([]);
  });
});

describe('the secret part', () => {
  test('stacks three scopes, so that every theme styles at least one', async () => {
    const parts = tokenize(await load('source.ts'), `"${storage}"`).flat();
    const secret = parts.find((part) => part.role === 'secret');
    expect(secret?.scopes.slice(-3)).toEqual([
      'markup.italic.secret.azure',
      'keyword.other.secret.azure',
      'invalid.deprecated.secret.azure',
    ]);
  });

  test('stays a string for the editor: no completion or bracket rule of comments applies', async () => {
    const STRING = 2;
    const line = `const c = "${storage}";`;
    const { tokens } = (await load('source.ts')).tokenizeLine2(line, null);
    const at = line.indexOf(key);
    let metadata = 0;
    for (let i = 0; i < tokens.length; i += 2) if ((tokens[i] ?? 0) <= at) metadata = tokens[i + 1] ?? 0;
    expect((metadata >>> 8) & 3).toBe(STRING);
  });
});

describe('whatever stands in a line', () => {
  const fragment = fc.constantFrom(
    'DefaultEndpointsProtocol=https;',
    'AccountName=',
    'AccountKey=',
    'contoso;',
    key,
    `SharedAccessKey=${key}`,
    'Endpoint=sb://c.servicebus.windows.net/;',
    'EndpointSuffix=core.windows.net',
    'sv=2022-11-02&',
    'sig=',
    '&sig=',
    fake.sas(),
    'Server=c.database.windows.net;',
    'Password=',
    'c.redis.cache.windows.net:6380,',
    'password=',
    ';',
    '&',
    '=',
    '%2F',
    '\\u002B',
    '\\/',
    '\\',
    "\\'",
    '\\\\',
    '"',
    "'",
    '`',
    '${',
    '}',
    '{',
    '$',
    ' ',
    '//',
    '/',
    'x',
    '<',
    '>',
    '#',
  );
  const line = fc.array(fragment, { maxLength: 24 }).map((parts) => parts.join(''));

  test.each(['source.ts', 'source.json', 'text.xml'])(
    'the colours outside strings of %s stay as they are',
    async (scope) => {
      const [bare, injected] = await Promise.all([load(scope, { injected: false }), load(scope)]);
      const perCharacter = (parts: ReturnType<typeof tokenize>): string[][] =>
        parts.map((tokens) =>
          tokens.flatMap((token) => Array.from({ length: token.text.length }, () => token.scopes.join(' '))),
        );
      fc.assert(
        fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
          const text = [...lines, 'end'].join('\n');
          const before = perCharacter(tokenize(bare, text));
          const after = perCharacter(tokenize(injected, text));
          before.forEach((characters, row) => {
            characters.forEach((scopes, column) => {
              const outside = scope === 'text.xml' ? scopes.includes('meta.tag') || scopes.includes('comment') : true;
              if (outside && !/(?:^| )string\.(?!regexp)/.test(scopes)) expect(after[row]?.[column]).toBe(scopes);
            });
          });
        }),
        { numRuns: 300 },
      );
    },
  );
});
