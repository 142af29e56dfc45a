import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { engineWith } from '../support/engine-over';

const engine = createEngine();
const BLOB = 'BlobServiceClient.fromConnectionString(process.env.STORAGE_CONNECTION_STRING)';
const SMS = 'new SmsClient(Environment.GetEnvironmentVariable("SMS_CONNECTION"))';

/** Rule, code and the id of the refusal of each finding. */
async function found(path: string, text: string, languageId?: string): Promise<string[]> {
  const document = { path, text, ...(languageId === undefined ? {} : { languageId }) };
  const { findings, failed } = await engine.scan(document);
  expect(failed).toBe(false);
  for (const finding of findings) {
    const plan = await engine.plan(document, finding, 'identity');
    expect(plan.kind).toBe('refusal');
    expect(finding.fixes).toEqual([]);
  }
  return findings.map(({ rule, span, refusal }) => `${rule} ${text.slice(span.start, span.end)} ${refusal?.id ?? ''}`);
}

const IMPORT = 'import { BlobServiceClient } from "@azure/storage-blob";';

describe('code within components', () => {
  it.each([
    [
      'Upload.vue',
      `<script setup lang="ts">\n${IMPORT}\nconst client = ${BLOB};\n</script>\n<template><input type="file" /></template>\n`,
      undefined,
    ],
    [
      'Upload.vue',
      `<template><p>it's {{ n }}</p></template>\r\n<script>\r\n${IMPORT}\r\nexport default { created() { this.client = ${BLOB}; } };\r\n</script>\r\n<style>p { color: red }</style>`,
      'vue',
    ],
    [
      'Upload.vue',
      `<script lang="ts">\n${IMPORT}\n</script>\n<script setup lang="ts">\nconst n = <number>1;\nconst client = ${BLOB};\n</script>\n`,
      undefined,
    ],
    [
      'Upload.vue',
      `<script setup lang="tsx">\n${IMPORT}\nconst client = ${BLOB};\nconst view = () => <p>x</p>;\n</script>\n`,
      undefined,
    ],
    [
      'Upload.svelte',
      `<script>\n  ${IMPORT}\n  $: client = ${BLOB};\n</script>\n{#if client}<p>{client}</p>{/if}\n`,
      undefined,
    ],
    ['page.astro', `---\n${IMPORT}\nconst client = ${BLOB};\n---\n<html><body>{client.url}</body></html>\n`, undefined],
    ['page.astro', `<p>a</p>\n<script>\n${IMPORT}\nconst client = ${BLOB};\n</script>\n`, 'astro'],
  ])('%s: %s', async (path, text, languageId) => {
    expect(await found(path, text, languageId)).toEqual([`key-auth/storage-blob ${BLOB} embedded-code`]);
  });

  it('says that a component of a browser runs there', async () => {
    const text = `<script setup>\n${IMPORT}\nconst client = BlobServiceClient.fromConnectionString(import.meta.env.VITE_STORAGE);\n</script>\n`;
    expect((await found('a.vue', text))[0]).toMatch(/client-side$/);
    const over = engineWith([{ path: 'package.json', text: '{ "dependencies": { "vue": "^3.0.0" } }' }]);
    const { findings } = await over.scan({
      path: 'src/a.vue',
      text: `<script setup>\n${IMPORT}\nconst c = ${BLOB};\n</script>\n`,
    });
    expect(findings.map(({ refusal }) => refusal?.id)).toEqual(['client-side']);
  });

  it.each([
    `<template><pre>${IMPORT} ${BLOB}</pre></template>`,
    `<script type="text/x-template">\n${IMPORT}\n${BLOB}\n</script>`,
    `<script type="application/json">\n{ "a": "${IMPORT.replaceAll('"', "'")}" }\n</script>`,
  ])('reads nothing else as code: %s', async (text) => expect(await found('a.vue', text)).toEqual([]));
});

describe('C# beside the files of a project', () => {
  const USING = 'using Azure.Communication.Sms;';
  it.each([
    [
      'run.csx',
      `#r "nuget: Azure.Communication.Sms, 1.0.1"\n#load "shared.csx"\nusing System;\n${USING}\nclass S { SmsClient c = ${SMS}; }\n`,
    ],
    ['run.csx', `${USING}\npublic static void Run(string item)\n{\n    var client = ${SMS};\n}\n`],
    ['run.csx', `${USING}\nvar client = ${SMS};\n`],
    [
      'Send.razor',
      `@page "/send"\n@${USING.replace(';', '')}\n\n<h1>It's @Title</h1>\n\n@code {\n    SmsClient client = ${SMS};\n    string Title => "{";\n}\n`,
    ],
    ['Send.razor', `@${USING.replace(';', '')}\n@code{\n    void Send() { var client = ${SMS}; }\n}\n`],
    [
      'Send.cshtml',
      `@${USING}\r\n@{\r\n    ViewData["Title"] = "Send";\r\n    var client = ${SMS};\r\n}\r\n<h1>@ViewData["Title"]</h1>\r\n`,
    ],
    ['Send.cshtml', `@${USING.replace(';', '')}\n@functions {\n    object Client() => ${SMS};\n}\n<p>}</p>`],
  ])('%s: %s', async (path, text) => {
    expect(await found(path, text)).toEqual([`key-auth/communication-services ${SMS} embedded-code`]);
  });

  it('reads no text of a page as code', async () => {
    expect(await found('a.cshtml', `@${USING}\n<pre>var client = ${SMS};</pre>\n`)).toEqual([]);
  });
});
