import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/formats/format';
import { formatOf, mayHoldSettings, readSettings } from '../../src/formats/index';
import { maskedIn } from '../../src/formats/mask';
import { PATHS } from '../support/format-paths';

/** `NAME = value as written`, with ` <- names` for an expression. Null where the text cannot be read. */
async function shown(path: string, text: string): Promise<string[] | null> {
  const settings = await readSettings(path, text);
  return settings?.map((setting) => line(text, setting)) ?? null;
}

function line(text: string, { name, value, nameSpan, valueSpan, span }: Setting): string {
  // The name is where it says, but for what a format takes from around it.
  const written = text.slice(nameSpan.start, nameSpan.end);
  if (written !== '') expect(name).toContain(written.replace(/\\(?=[^])/g, ''));
  for (const place of [nameSpan, valueSpan]) {
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeLessThanOrEqual(text.length);
    expect(place.start).toBeLessThanOrEqual(place.end);
  }
  expect(span.start).toBeLessThanOrEqual(nameSpan.start);
  const reads = value.kind === 'expression' ? ` <- ${value.reads.join(', ')}` : '';
  return `${name} = ${text.slice(valueSpan.start, valueSpan.end)}${reads}`;
}

describe('where settings are declared or passed on', () => {
  it.each<[string, string, string, string[]]>([
    [
      'Compose, as a list and as a map',
      'docker-compose.yml',
      `services:
  web:
    image: x
    environment: &env
      - STORAGE=UseDevelopmentStorage=true # c
      - "KEY=\${KEY:-none}"
      - PASSED
  api:
    environment:
      DB: 'Server=x'
      EMPTY:
      FROM: \${DB}
    build: { args: { A: 1 } }
  worker:
    environment: *env
`,
      [
        'STORAGE = UseDevelopmentStorage=true',
        'KEY = ${KEY:-none} <- KEY',
        'PASSED =  <- PASSED',
        "DB = 'Server=x'",
        'EMPTY = ',
        'FROM = ${DB} <- DB',
        'A = 1',
      ],
    ],
    [
      'Kubernetes',
      'k8s/app.yaml',
      `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: web
          env:
            - name: STORAGE
              value: "x y"
            - name: KEY
              valueFrom:
                secretKeyRef: { name: app, key: storage-key }
---
apiVersion: v1
kind: Secret
stringData:
  storage-key: abc
---
apiVersion: v1
kind: ConfigMap
data:
  A: b
`,
      [
        'STORAGE = "x y"',
        'KEY = secretKeyRef: { name: app, key: storage-key } <- storage-key',
        'storage-key = abc',
        'A = b',
      ],
    ],
    [
      'a GitHub workflow',
      '.github/workflows/deploy.yml',
      `on: push
env:
  A: b
jobs:
  deploy:
    env: { C: "\${{ secrets.C }}" }
    steps:
      - uses: azure/appservice-settings@v1
        with:
          app-name: x
          app-settings-json: |
            [
              { "name": "S", "value": "\${{ secrets.S }}" },
              { "name": "T", "value": "t" }
            ]
      - run: |
          export D=e
          az webapp config appsettings set -n x --settings F=g "H=i j" --query k
`,
      ['A = b', 'C = "${{ secrets.C }}" <- C', 'S = "${{ secrets.S }}" <- S', 'T = "t"', 'D = e', 'F = g', 'H = i j'],
    ],
    [
      'Azure Pipelines',
      'azure-pipelines.yml',
      `variables:
  - group: shared
  - name: A
    value: $(B)
stages:
  - jobs:
      - variables:
          C: d
        steps:
          - task: AzureWebApp@1
            inputs:
              appSettings: -E f -G "h i"
            env:
              J: $[variables.K]
`,
      ['A = $(B) <- B', 'C = d', 'E = f', 'G = "h i"', 'J = $[variables.K] <- K'],
    ],
    ['azure.yaml', 'azure.yaml', 'name: x\nservices:\n  web:\n    env:\n      A: ${B}\n', ['A = ${B} <- B']],
    [
      'Spring',
      'src/main/resources/application.yml',
      'spring:\n  cloud:\n    azure:\n      storage:\n        account-key: ${KEY:none}\n  list: [a, {b: c}]\n"server.port": 8080\n',
      [
        'spring.cloud.azure.storage.account-key = ${KEY:none} <- KEY',
        'spring.list[0] = a',
        'spring.list[1].b = c',
        'server.port = 8080',
      ],
    ],
    [
      'Java properties',
      'application.properties',
      '# c\r\na.b=c\r\nd : e\\\r\n   f\r\ng\\:h i\r\nj=${K}\r\nl\r\n',
      ['a.b = c', 'd = e\\\r\n   f', 'g:h = i', 'j = ${K} <- K', 'l = '],
    ],
    [
      'TOML',
      'wrangler.toml',
      `name = "x"\n[vars]\nA = "b"\n[env.dev.vars]\nC = 'd'\n[a."e.f"]\ng = { h = 1, i = ["j"] }\n`,
      ['name = "x"', 'A = "b"', "C = 'd'", 'a.e.f.g.h = 1', 'a.e.f.g.i.0 = "j"'],
    ],
    [
      'INI',
      'settings.ini',
      '; c\n[Storage]\nKey = "a b"\nurl: c\n\n[Empty]\n',
      ['Storage:Key = "a b"', 'Storage:url = c'],
    ],
    [
      'web.config',
      'web.config',
      `\uFEFF<?xml version="1.0"?>\r
<configuration>\r
  <!-- <add key="Old" value="x" /> -->\r
  <appSettings><add value='b &amp; c' key="A"/></appSettings>\r
  <connectionStrings>\r
    <add name="D" connectionString="e"\r
         providerName="f" />\r
  </connectionStrings>\r
  <environmentVariable name="none" value="x" />\r
</configuration>\r
`,
      ["A = 'b &amp; c'", 'ConnectionStrings:D = "e"'],
    ],
    [
      'an ARM template',
      'azuredeploy.json',
      `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "parameters": { "p": { "type": "string", "defaultValue": "q" } },
  "resources": [
    { "type": "Microsoft.Web/sites", "properties": { "siteConfig": { "appSettings": [ { "name": "A", "value": "[parameters('p')]" } ] } } },
    { "type": "Microsoft.Web/sites/config", "name": "x/appsettings", "properties": { "B": "c" } }
  ]
}`,
      ['p = "q"', `A = "[parameters('p')]" <- p`, 'B = "c"'],
    ],
    [
      'ARM parameters',
      'main.parameters.json',
      `{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "parameters": { "a": { "value": "b" }, "c": { "reference": { "keyVault": { "id": "x" }, "secretName": "d" } } } }`,
      ['a = "b"', 'c = { "keyVault": { "id": "x" }, "secretName": "d" } <- d'],
    ],
    ['other JSON', 'tsconfig.json', '{ "compilerOptions": { "target": "es2022" } }', []],
    [
      'function.json',
      'api/function.json',
      '{ "bindings": [ { "type": "queueTrigger", "connection": "STORAGE", "queueName": "%QUEUE%" } ] }',
      ['STORAGE = "STORAGE" <- STORAGE', 'QUEUE = "%QUEUE%" <- QUEUE'],
    ],
    [
      'host.json',
      'host.json',
      '{ "version": "2.0", "extensions": { "x": { "connection": "%C%" } } }',
      ['AzureFunctionsJobHost:version = "2.0"', 'AzureFunctionsJobHost:extensions:x:connection = "%C%" <- C'],
    ],
    [
      'tfvars',
      'prod.tfvars',
      '# c\na = "b"\nc = {\n  d = 1\n}\ne = <<EOT\nf\nEOT\n',
      ['a = "b"', 'c.d = 1', 'e = <<EOT\nf\nEOT'],
    ],
    [
      'Terraform',
      'main.tf',
      `variable "v" {
  default = "w"
}
resource "azurerm_linux_web_app" "x" {
  app_settings = merge(local.base, {
    "A" = "b"
    C   = azurerm_storage_account.s.primary_access_key // c
    D   = "x\${var.e}y" # c
    F   = var.g ? "h" : "i"
  })
  connection_string {
    name  = "J"
    type  = "SQLAzure"
    value = "k"
  }
}
resource "azurerm_container_app" "y" {
  template {
    container {
      env {
        name        = "L"
        secret_name = "m"
      }
    }
  }
}
`,
      [
        'v = "w"',
        'A = "b"',
        'C = azurerm_storage_account.s.primary_access_key <- azurerm_storage_account.s.primary_access_key',
        'D = "x${var.e}y" <- var.e',
        'F = var.g ? "h" : "i" <- var.g',
        'J = "k"',
        'L = "m" <- m',
      ],
    ],
    [
      'Bicep',
      'main.bicep',
      `param p string = 'q' // c
param list array = []
resource site 'Microsoft.Web/sites@2023-12-01' = {
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'A', value: 'b' }
        {
          name: 'C'
          value: 'AccountKey=\${storage.listKeys().keys[0].value}'
        }
      ]
    }
  }
  resource config 'config' = {
    name: 'appsettings'
    properties: {
      D: p
      'E:F': 'it\\'s'
      G: cond
        ? 'h'
        : other.i
    }
  }
}
module app 'app.bicep' = {
  params: {
    env: [
      { name: 'J', secretRef: 'k' }
    ]
    secrets: concat([ { name: 's', value: x } ], more)
  }
}
`,
      [
        "p = 'q'",
        "A = 'b'",
        "C = 'AccountKey=${storage.listKeys().keys[0].value}' <- storage",
        'D = p <- p',
        "E:F = 'it\\'s'",
        "G = cond\n        ? 'h'\n        : other.i <- cond, other.i",
        "J = 'k' <- k",
        's = x <- x',
      ],
    ],
    [
      'a Dockerfile',
      'Dockerfile',
      'FROM x\nARG V=1\nENV A=b \\\n    # c\n    C="d e" \\\n    F=$V\nENV OLD the rest\nARG BARE\n',
      ['V = 1', 'A = b', 'C = "d e"', 'F = $V <- V', 'OLD = the rest', 'BARE = '],
    ],
    [
      'a script',
      'deploy.sh',
      `#!/bin/sh
export A=b
# export C=d
E="f
g"
KEY=$(az storage account keys list --query x)
az functionapp config appsettings set -g x \\
  --settings "H=i j" K=$KEY \\
  --slot y
az containerapp update --set-env-vars L=secretref:m
`,
      [
        'A = b',
        'E = "f\ng"',
        'KEY = $(az storage account keys list --query x) <- ',
        'H = i j',
        'K = $KEY <- KEY',
        'L = secretref:m <- m',
      ],
    ],
    ['PowerShell', 'deploy.ps1', '$env:A = "b"\n', ['A = "b"']],
  ])('%s', async (_what, path, text, settings) => {
    expect(mayHoldSettings(path)).toBe(true);
    expect(await shown(path, text)).toEqual(settings);
  });

  const deep = 100_000;
  it.each([
    ['docker-compose.yml', '{"a":'.repeat(deep)],
    ['docker-compose.yml', `steps:\n${'- '.repeat(deep)}`],
    ['settings.toml', `a = ${'['.repeat(deep)}`],
    ['appsettings.json', '{"a":'.repeat(deep)],
    ['docker-compose.yml', 'services:\n  web: {environment: [A=b\n'],
    ['app.yaml', 'variables:\n  a: "b\n'],
    ['k8s.yaml', '{{- if .Values.x }}\na: b\n{{- end }}\n'],
    ['settings.toml', 'a = \n'],
    ['settings.toml', 'a = "b'],
    ['web.config', '<configuration><appSettings></configuration>'],
    ['function.json', '{'],
    ['host.json', '[]'],
    ['application.properties', 'a=\0'],
  ])('%s cannot be read: %#', async (path, text) => {
    expect(await readSettings(path, text)).toBeNull();
  });

  it.each(['package.json', 'pnpm-lock.yaml', 'nuget.config', 'pyproject.toml', 'main.ts', 'README.md', 'openapi.yaml'])(
    '%s holds no settings',
    async (path) => {
      expect(await readSettings(path, '')).toEqual([]);
    },
  );

  it('that diffs keep back: in a file of settings all, elsewhere the settings', async () => {
    const show = async (path: string, text: string) => {
      const format = await formatOf(path);
      let [result, at] = ['', 0];
      for (const { start, end } of format ? maskedIn(format, text) : []) {
        result += `${text.slice(at, start)}##`;
        at = end;
      }
      return result + text.slice(at);
    };
    const value = ['Marble', '4711', 'Cobalt'].join('');
    expect(await show('main.bicep', `// ${value}\nparam p string = '${value}'\n`)).toBe(
      `// ${value}\nparam p string = '##'\n`,
    );
    expect(await show('application.yml', `a: ${value} # ${value}\nserver: {port: 80}\n`)).toBe(
      'a: ## # ##\nserver: {port: 80}\n',
    );
    expect(
      await show(
        'web.config',
        `<c><!-- value="${value}" --><appSettings><add key="A" value="${value}"/></appSettings></c>`,
      ),
    ).toBe('<c><!-- value=## --><appSettings><add key="A" value="##"/></appSettings></c>');
    expect(
      await show('docker-compose.yml', `services:\n  w:\n    environment:\n      - "A=${value}"\n      - B=80\n`),
    ).toBe('services:\n  w:\n    environment:\n      - "A=##"\n      - B=80\n');
  });
});

describe('whatever a text holds', () => {
  const part = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      "'",
      '`',
      '\\',
      '\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
      '#',
      '//',
      '/*',
      '*/',
      '<',
      '>',
    ],
    ...[
      '<!--',
      '-->',
      '=',
      ':',
      ',',
      '-',
      '|',
      '&a',
      '*a',
      '<<: ',
      '${',
      '}',
      '$(',
      '%',
      'A',
      'b1',
      'env',
      'app_settings',
    ],
    ...[
      'appSettings',
      'services:',
      'name: ',
      'value: ',
      'ENV ',
      'export ',
      '--settings ',
      '<<EOT',
      "'''",
      '\uFEFF',
      '\0',
    ],
    ...['<appSettings>', '<add key="', '"schema.management.azure.com/schemas/"', '\uD83D', '\u{1F511}'],
  );
  it('no format throws, and no place lies outside of the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PATHS),
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        async (path, text) => {
          const format = await formatOf(path);
          for (const { nameSpan, valueSpan, span } of format?.read(text) ?? [])
            for (const { start, end } of [nameSpan, valueSpan, span])
              expect(0 <= start && start <= end && end <= text.length).toBe(true);
          if (format)
            for (const { start, end } of maskedIn(format, text)) expect(start < end && end <= text.length).toBe(true);
        },
      ),
      { numRuns: 8000 },
    );
  });
});
