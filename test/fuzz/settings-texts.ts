/** One text for each form in which a settings format may hold a value: the places in which a value is not on a line of its own. */

/** `{{…}}` is a value that the shape is filled with. */
interface SettingsText {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Its code is C#. */
  readonly dotnet?: true;
}

const S = '{{storage-connection-string:contoso}}';

export const settingsTexts: readonly SettingsText[] = [
  {
    name: '.env, a value of several lines',
    path: '.env',
    text: `CERT="-----BEGIN\n{{password}}\n-----END"\nSTORAGE_CONNECTION=${S}\n`,
  },
  {
    name: '.env, all quotes',
    path: '.env.production',
    text: `A='{{password}}'\nB="{{redis-key}}"\nC=\`{{search-key}}\`\nD={{hex}} # was {{devops-pat}}\n#STORAGE_CONNECTION=${S}\nSTORAGE_CONNECTION=${S}\n`,
  },
  {
    name: 'kubernetes, secret',
    path: 'k8s/secret.yaml',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\nstringData:\n  STORAGE_CONNECTION: >-\n    ${S}\n  other: |\n    password={{password}}\n    key: {{redis-key}}\n---\nkind: ConfigMap\ndata:\n  app.properties: |\n    spring.redis.password={{redis-key}}\n`,
  },
  {
    name: 'YAML, anchors, flow and tags',
    path: 'config/settings.yaml',
    text: `base: &base\n  STORAGE_CONNECTION: !secret "${S}"\n  list: ["{{password}}", '{{search-key}}', {key: {{redis-key}}}]\nweb:\n  <<: *base\n  "redis password": {{redis-key}} # {{redis-key}}\n? key\n: {{password}}\n`,
  },
  {
    name: 'YAML, folded plain value',
    path: 'values.yaml',
    text: `env:\n  STORAGE_CONNECTION:\n    ${S}\n  password: {{password}}\n    more\n  token: "{{search-key}}\\\n    "\n`,
  },
  {
    name: 'workflow with scripts',
    path: '.github/workflows/deploy.yml',
    text: `on: push\nenv:\n  STORAGE_CONNECTION: \${{ secrets.STORAGE_CONNECTION }}\njobs:\n  a:\n    steps:\n    - run: |\n        export STORAGE_CONNECTION="${S}"\n        az storage blob list --account-key {{storage-account-key}}\n    - uses: azure/login@v2\n      with:\n        creds: '{"clientId":"{{guid}}","clientSecret":"{{entra-client-secret}}"}'\n`,
  },
  {
    name: 'TOML, all strings',
    path: 'config.toml',
    text: `a = '{{password}}'\nSTORAGE_CONNECTION = """\n${S}"""\n[b]\nkeys = ["{{redis-key}}", '''{{search-key}}''']\nc = { password = "{{password}}", token = '{{hex}}' }\n[[d]]\n"quoted.key" = "{{devops-pat}}"\n`,
  },
  {
    name: 'INI, all comments',
    path: 'app.ini',
    text: `; was {{password}}\n[a]\nSTORAGE_CONNECTION = "${S}" ; {{redis-key}}\n# {{search-key}}\nkey: {{hex}}\npassword =\n  {{password}}\n`,
  },
  {
    name: 'properties, continued lines',
    path: 'config/application.properties',
    text: `! {{password}}\nspring.datasource.password = {{password}}\nSTORAGE_CONNECTION:${S}\nlong=a\\\n  {{redis-key}}\nescaped=\\u0041{{search-key}}\n`,
  },
  {
    name: 'Spring',
    path: 'src/main/resources/application.yml',
    text: `spring:\n  datasource:\n    url: jdbc:sqlserver://contoso.database.windows.net;password={{password}};encrypt=true\n    password: '{{password}}'\n  cloud.azure.storage.blob.account-key: {{storage-account-key}}\n`,
  },
  {
    name: 'terraform, here-documents and interpolation',
    path: 'infra/main.tf',
    text: `locals {\n  storage = <<-EOT\n    ${S}\n  EOT\n  joined = "\${var.a}{{password}}"\n  list = ["{{redis-key}}", { key = "{{search-key}}" }]\n}\n# {{password}}\n/* {{redis-key}} */\nresource "azurerm_linux_web_app" "a" {\n  app_settings = {\n    "STORAGE_CONNECTION" = "${S}"\n    PASSWORD = "{{password}}" // {{hex}}\n  }\n}\n`,
  },
  {
    name: 'tfvars',
    path: 'infra/prod.tfvars',
    text: `storage = "${S}"\npasswords = {\n  a = "{{password}}"\n  "b" : "{{redis-key}}"\n}\nnames = [\n  "{{search-key}}",\n]\n`,
  },
  {
    name: 'bicep, strings of several lines',
    path: 'infra/main.bicep',
    text: `param storage string = '''\n${S}\n'''\n@secure()\nparam password string = '{{password}}' // {{redis-key}}\nvar joined = 'a\${storage}{{search-key}}'\nresource web 'Microsoft.Web/sites@2023-12-01' = {\n  properties: {\n    siteConfig: {\n      appSettings: [\n        { name: 'STORAGE_CONNECTION', value: '${S}' }\n      ]\n    }\n  }\n}\n`,
  },
  {
    name: 'bicep parameters',
    path: 'infra/main.bicepparam',
    text: `using 'main.bicep'\nparam storage = '${S}'\nparam keys = {\n  a: '{{password}}'\n  b: ['{{redis-key}}']\n}\n`,
  },
  {
    name: 'ARM parameters',
    path: 'infra/azuredeploy.parameters.json',
    text: `{\n  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",\n  "parameters": {\n    "storage": { "value": "${S}" },\n    "keys": { "value": ["{{password}}", { "a": "{{redis-key}}" }] }\n  }\n}\n`,
  },
  {
    name: 'Dockerfile, arguments and here-documents',
    path: 'Dockerfile.web',
    text: `ARG STORAGE_CONNECTION=${S}\nFROM node:20 AS build\nARG PASSWORD="{{password}}"\nENV A={{redis-key}} B='{{search-key}}'\nENV STORAGE_CONNECTION ${S}\nRUN --mount=type=secret export KEY={{hex}} && \\\n    echo {{password}}\nCOPY <<EOF /app/.env\nPASSWORD={{password}}\nEOF\nLABEL key="{{redis-key}}"\n`,
  },
  {
    name: 'shell, here-documents and arguments',
    path: 'scripts/deploy.sh',
    text: `#!/bin/bash\nset -e\nSTORAGE_CONNECTION='${S}' node index.js\ncat > .env <<'EOF'\nSTORAGE_CONNECTION=${S}\nPASSWORD={{password}}\nEOF\naz webapp config appsettings set --settings STORAGE_CONNECTION="${S}" KEY={{redis-key}}\ncurl -H "api-key: {{search-key}}" -u me:{{devops-pat}} https://dev.azure.com\ndeclare -A a=([k]="{{hex}}")\nreadonly B=$'{{password}}' # {{password}}\n`,
  },
  {
    name: 'PowerShell, here-strings and hash tables',
    path: 'scripts/deploy.ps1',
    text: `$env:STORAGE_CONNECTION = @"\n${S}\n"@\n$a = @'\n{{password}}\n'@\n$settings = @{ "STORAGE_CONNECTION" = "${S}"; Password = '{{redis-key}}' }\nSet-AzWebApp -AppSettings $settings -Key "{{search-key}}" \`\n  -Token {{hex}}\n<# {{password}} #>\n[Environment]::SetEnvironmentVariable('STORAGE_CONNECTION', '${S}')\n`,
  },
  {
    name: 'batch',
    path: 'scripts/run.cmd',
    text: `@echo off\nset STORAGE_CONNECTION=${S}\nset "PASSWORD={{password}}"\nrem {{redis-key}}\nsetx KEY "{{search-key}}" /m\n`,
  },
  {
    name: 'user secrets',
    path: 'secrets.json',
    text: `{\n  "Storage:Connection": "${S}",\n  "Nested": { "Password": "{{password}}", "List": ["{{redis-key}}", 12345678] }\n}\n`,
    dotnet: true,
  },
  {
    name: 'appsettings with comments and arrays',
    path: 'appsettings.Production.json',
    text: `// {{password}}\n{\n  "Storage": { "Connection": "${S}" }, /* {{redis-key}} */\n  "Keys": ["{{search-key}}", { "Password": "{{password}}" }],\n  "Escaped": "\\u0041{{redis-key}}\\n",\n  "Number": 73519462,\n}\n`,
    dotnet: true,
  },
  {
    name: 'appsettings on one line',
    path: 'appsettings.json',
    text: `{"Storage":{"Connection":"${S}"},"Redis":{"Password":"{{redis-key}}"},"ConnectionStrings":{"Sql":"Server=tcp:contoso.database.windows.net;Password='{{password}};{{hex}}';User ID=a"}}`,
    dotnet: true,
  },
  {
    name: 'web.config, CDATA and entities',
    path: 'web.config',
    text: `<?xml version="1.0"?>\n<!-- {{password}} -->\n<configuration>\n  <appSettings file="a.config">\n    <add key="Storage:Connection"\n         value='${S}'/>\n    <add key="A" value="&#x41;{{password}}&amp;" />\n  </appSettings>\n  <applicationSettings>\n    <setting name="Key" serializeAs="String"><value><![CDATA[{{redis-key}}]]></value></setting>\n    <setting name="B"><value>\n      {{search-key}}\n    </value></setting>\n  </applicationSettings>\n</configuration>\n`,
    dotnet: true,
  },
  {
    name: 'nuget.config',
    path: 'nuget.config',
    text: `<configuration>\n  <packageSourceCredentials>\n    <feed>\n      <add key="Username" value="me" />\n      <add key="ClearTextPassword" value="{{devops-pat}}" />\n    </feed>\n  </packageSourceCredentials>\n</configuration>\n`,
    dotnet: true,
  },
  {
    name: 'publish profile',
    path: 'Properties/PublishProfiles/app.pubxml',
    text: `<Project>\n  <PropertyGroup>\n    <Storage>${S}</Storage>\n    <Password>{{password}}</Password>\n  </PropertyGroup>\n</Project>\n`,
    dotnet: true,
  },
  {
    name: 'compose, a map and defaults',
    path: 'compose.yaml',
    text: `x-env: &env\n  STORAGE_CONNECTION: \${STORAGE_CONNECTION:-${S}}\nservices:\n  web:\n    environment:\n      <<: *env\n      PASSWORD: "{{password}}"\n    command: ["--key", "{{redis-key}}"]\n    healthcheck: { test: "redis-cli -a {{redis-key}} ping" }\n`,
  },
];
