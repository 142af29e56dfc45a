import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appsettings } from '../../src/formats/appsettings';
import { dotenv } from '../../src/formats/dotenv';
import type { SettingsFormat } from '../../src/formats/format';
import { localSettings } from '../../src/formats/local-settings';
import { isHarmless } from '../../src/formats/harmless';
import { maskedIn, maskedInUnread } from '../../src/formats/mask';
import { createFake, createRandom } from '../support/fake-secrets';
import { fill } from '../support/fill';

/** The text with `#` for each stretch that a diff keeps back. */
function shown(format: SettingsFormat, text: string): string {
  let [result, at] = ['', 0];
  for (const { start, end } of maskedIn(format, text)) {
    result += `${text.slice(at, start)}##`;
    at = end;
  }
  return result + text.slice(at);
}

describe('what a diff of settings shows', () => {
  it('of a .env file: names, harmless values, and comments without values', () => {
    const text = fill(`# Storage, see https://learn.microsoft.com/azure/storage
export AZURE_STORAGE_CONNECTION_STRING="{{storage-connection-string:contoso}}" # pw {{password}}
AZURE_TENANT_ID={{guid}}
AZURE_CLIENT_SECRET={{entra-client-secret}}
INSTRUMENTATION_KEY={{guid}}
AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net
ENDPOINT_TEMPLATE=https://<account>.blob.core.windows.net/
SERVICEBUS__fullyQualifiedNamespace=contoso.servicebus.windows.net
PORT=3000
LOG_LEVEL=debug
FUNCTIONS_WORKER_RUNTIME=node
EMPTY=
KEY=<your-key>
OTHER_KEY=\${KEY}
PIN=123456
SECRET: {{hex}}
# OLD_KEY={{hex}}
# rotated 2026-01-01, was {{hex}}
{{hex}}
PRIVATE="first {{hex}}
second {{hex}}
"
DB=Server=tcp:contoso.database.windows.net,1433;Authentication=Active Directory Default;Database=shop
DB_OLD=Server=tcp:contoso.database.windows.net,1433;User ID=app;Password='{{password}};x'
`);
    expect(shown(dotenv, text).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'GUID'))
      .toBe(`# Storage, see https://learn.microsoft.com/azure/storage
export AZURE_STORAGE_CONNECTION_STRING="##" ###
AZURE_TENANT_ID=GUID
AZURE_CLIENT_SECRET=##
INSTRUMENTATION_KEY=##
AZURE_STORAGEBLOB_RESOURCEENDPOINT=https://contoso.blob.core.windows.net
ENDPOINT_TEMPLATE=https://<account>.blob.core.windows.net/
SERVICEBUS__fullyQualifiedNamespace=contoso.servicebus.windows.net
PORT=3000
LOG_LEVEL=debug
FUNCTIONS_WORKER_RUNTIME=node
EMPTY=
KEY=<your-key>
OTHER_KEY=\${KEY}
PIN=##
SECRET: ##
# OLD_KEY=##
# rotated 2026-01-01, was ##
##
PRIVATE="##"
DB=Server=tcp:contoso.database.windows.net,1433;Authentication=Active Directory Default;Database=shop
DB_OLD=##
`);
  });

  it('of a JSON file on one line: numbers are values, names may hold colons', () => {
    expect(
      shown(
        appsettings,
        fill(
          '{ "Pin": 12345678, "Storage:Key": "{{hex}}", "Retries": 3, "Debug": true, "Hosts": ["{{hex}}", "localhost"], "TenantId": "<tenant>" }',
        ),
      ),
    ).toBe(
      '{ "Pin": ##, "Storage:Key": "##", "Retries": 3, "Debug": true, "Hosts": ["##", "localhost"], "TenantId": "<tenant>" }',
    );
  });

  it('of a function app: values outside of the settings as well', () => {
    expect(
      shown(
        localSettings,
        fill(`{
  "IsEncrypted": false,
  // "OLD": "{{hex}}"
  "Host": { "Cookie": "{{hex}}", "LocalHttpPort": 7071 },
  "Values": {
    "AzureWebJobsStorage": "UseDevelopmentStorage=true",
    "A": "@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/a)",
    "B": "{{servicebus-connection-string:contoso}}"
  }
}`),
      ),
    ).toBe(`{
  "IsEncrypted": false,
  // "OLD": ##
  "Host": { "Cookie": "##", "LocalHttpPort": 7071 },
  "Values": {
    "AzureWebJobsStorage": "UseDevelopmentStorage=true",
    "A": "@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/a)",
    "B": "##"
  }
}`);
  });

  it('of a text that cannot be read: nothing that looks like a value', () => {
    expect(shown(appsettings, fill('{\n  "Key": "{{hex}}",\n  "Open": {\n    broken {{hex}}\n'))).toBe(
      '{\n  "Key": ##\n  "Open": {\n    ##\n',
    );
    expect(shown(appsettings, fill('{ "Key": "{{hex}}",'))).toBe('##');
  });

  it.each([
    ['a default beside a reference', 'CONNECTION=${DB:-Server=x;Password=Marble4711}'],
    ['a signature in an address', 'URL=https://contoso.blob.core.windows.net/a?sig=Marble4711abcd'],
    ['a password in an address', 'URL=postgres://app:Marble4711@contoso.postgres.database.azure.com/shop'],
    ['a webhook', 'HOOK=https://hooks.slack.com/services/T00000000/B0Marble4711/abcDEF4711xyz'],
    ['text around a reference', 'PASSWORD=Marble4711${X}'],
    ['marks only', 'PASSWORD=!$%&/()=?!$'],
    ['words', 'PASSWORD=correct-horse-battery-staple'],
    ['a known key with more than its value', 'C=Endpoint=https://contoso.azconfig.io?k=Marble4711'],
  ])('never %s', (_what, text) => {
    const value = text.slice(text.indexOf('=') + 1);
    expect(shown(dotenv, text)).toBe(`${text.slice(0, -value.length)}##`);
  });
});

describe('a name', () => {
  it('that is a value, of several lines, is kept back', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const key = `${createRandom(7).text(43, letters)}=`;
    expect(shown(dotenv, `SEARCH_KEY\n${key}\n`)).not.toContain(key.slice(4, 12));
  });

  it('of a person is shown, however long', () => {
    const text = 'ConnectionStrings__StorageAccountForTheWholeDepartment1=\nAzureFunctionsJobHostLoggingLevel=\n';
    expect(shown(dotenv, text)).toBe(text);
  });
});

describe('no eight characters of a secret', () => {
  const fake = createFake(7);
  const makers = [
    () => fake.storageKey(),
    () => fake.storageConnectionString({}),
    () => fake.entraClientSecret(),
    () => fake.serviceBusConnectionString({}),
    () => fake.password() + fake.password(),
    () => fake.sasUrl({}),
    () => fake.hex(),
    () => fake.devopsPat(),
  ];
  const secret = fc.nat(makers.length - 1).map((i) => makers[i]?.() ?? '');
  const name = fc.constantFrom('A', 'KEY', 'AZURE_TENANT_ID', 'LOG_LEVEL', 'FUNCTIONS_WORKER_RUNTIME', 'HOST');

  /** True when eight characters of a value are left. */
  const leaks = (masked: string, value: string): boolean => {
    for (let at = 0; at + 8 <= value.length; at++) if (masked.includes(value.slice(at, at + 8))) return true;
    return false;
  };

  it('is left of a .env file, in whatever quotes', () => {
    const quote = fc.constantFrom('', '"', "'", '`');
    const gap = fc.constantFrom('=', ' = ', ': ');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, gap, quote, secret, fc.boolean()), { maxLength: 5 }), (lines) => {
        const text = lines
          .map(([key, separator, mark, value, split]) => {
            const body = split && mark !== '' ? `${value}\n${value}` : value;
            return key + separator + mark + body + mark;
          })
          .join('\n');
        const masked = shown(dotenv, text);
        for (const [, , , value] of lines) expect(leaks(masked, value)).toBe(false);
        // Line breaks stay: a diff has as many lines as the texts.
        expect(masked.split('\n').length).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });

  it('is left of a JSON file, read or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, secret), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(undefined, 2, '\t'),
        fc.boolean(),
        (pairs, indent, broken) => {
          const text = JSON.stringify({ Values: Object.fromEntries(pairs), List: pairs }, null, indent);
          const masked = shown(localSettings, broken ? text.slice(0, -1) : text);
          for (const [, value] of pairs) expect(leaks(masked, JSON.stringify(value).slice(1, -1))).toBe(false);
        },
      ),
    );
  });
});

describe('base64 that ends with an equals sign', () => {
  const random = createRandom(7);
  const padded = Buffer.from(random.bytes(17)).toString('base64').replaceAll(/[+/]/g, 'x');

  it('is a value in every format, not a connection string without one', () => {
    expect(padded).toMatch(/[^=]=$/);
    expect(isHarmless('token', padded)).toBe(false);
    expect(shown(dotenv, `TOKEN=${padded}\n`)).toBe('TOKEN=##\n');
  });

  it('on a line of its own is not the name of a setting', () => {
    const text = `a: |\n  ${padded}\n`;
    expect(maskedInUnread(text).map(({ start, end }) => text.slice(start, end))).toEqual(['|', padded]);
    expect(maskedInUnread(`  ${padded}""";\n`)).toEqual([{ start: 2, end: padded.length + 6 }]);
  });

  it.each(['AccountKey=', 'Database=x;Password=<password>', 'SharedAccessKey=;User ID='])(
    '%s has no secret',
    (text) => {
      expect(isHarmless('text', text)).toBe(true);
    },
  );
});
