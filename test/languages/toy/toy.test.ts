import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rewrite, sdk } from '../../../src/services/pattern';
import { describeLanguage } from '../harness';
import { toy } from './toy';

describeLanguage(toy, {
  path: 'app.toy',
  sdk: sdk('contoso/store', [
    rewrite('Client.open($CONNECTION, ...$REST)', 'Client.connect($ENDPOINT, $CREDENTIAL, ...$REST)'),
    rewrite('Store.open($CONNECTION)', 'Client.connect($ENDPOINT, $CREDENTIAL)'),
  ]),
  traced: {
    text: 'use contoso/store: Client\nkey = env("CONTOSO")\nclient = Client.open(key)\n',
    origin: 'environment',
    call: 'Client.open(key)',
  },
  rewrite: {
    before: `use contoso/store: Client
retries = "3"
client = Client.open(env("CONTOSO"), retries, log: "no")
`,
    after: `use azure/identity: DefaultAzureCredential
use contoso/store: Client
credential = DefaultAzureCredential.new()
retries = "3"
client = Client.connect(env("AZURE_STORAGEBLOB_RESOURCEENDPOINT"), credential, retries, log: "no")
`,
  },
  guard: {
    before: `use contoso/store: Client
key = env("CONTOSO")
stop "no key" unless key
client = Client.open(key)
`,
    after: `use azure/identity: DefaultAzureCredential
use contoso/store: Client
credential = DefaultAzureCredential.new()
blob_endpoint = env("AZURE_STORAGEBLOB_RESOURCEENDPOINT")
stop "no key" unless blob_endpoint
client = Client.connect(blob_endpoint, credential)
`,
  },
  imports: {
    before: `use contoso/store: Store
use contoso/other: Log
client = Store.open(env("CONTOSO"))
Log.write("started")
`,
    after: `use azure/identity: DefaultAzureCredential
use contoso/store: Client
use contoso/other: Log
credential = DefaultAzureCredential.new()
client = Client.connect(env("AZURE_STORAGEBLOB_RESOURCEENDPOINT"), credential)
Log.write("started")
`,
  },
  credential: {
    before: `use contoso/store: Client
key = env("CONTOSO")
orders = Client.open(key)
returns = Client.open(key)
`,
    after: `use azure/identity: DefaultAzureCredential
use contoso/store: Client
credential = DefaultAzureCredential.new()
blob_endpoint = env("AZURE_STORAGEBLOB_RESOURCEENDPOINT")
orders = Client.connect(blob_endpoint, credential)
returns = Client.connect(blob_endpoint, credential)
`,
  },
});

it('is a language of under 200 lines', () => {
  const lines = ['toy.ts', 'tree.ts', 'manifest.ts'].map(
    (file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n').length,
  );
  expect(lines[0]).toBeLessThan(200);
});
