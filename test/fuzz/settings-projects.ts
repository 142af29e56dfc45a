/** Workspaces in which the secret is in a settings file that code reads: a migration edits both. */
import { settingsTexts } from './settings-texts';
import type { Blank } from './shapes';

const CODE = `import { BlobServiceClient } from '@azure/storage-blob';

export const client = BlobServiceClient.fromConnectionString(process.env.STORAGE_CONNECTION);
`;

const CSHARP = `using System;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

public class Files
{
    private readonly BlobServiceClient client;

    public Files(IConfiguration configuration)
    {
        client = new BlobServiceClient(configuration["Storage:Connection"]);
    }
}
`;

const CSPROJ = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" Version="12.20.0" />
  </ItemGroup>
</Project>
`;

const PACKAGE = `{
  "name": "app",
  "version": "1.0.0",
  "dependencies": {
    "@azure/storage-blob": "^12.17.0"
  }
}
`;

const SECRET = '{{storage-connection-string:contoso}}';

const script = (name: string, path: string, text: string): Blank => ({
  name: `settings: ${name}`,
  path: `app/${path}`,
  files: {
    'app/package.json': PACKAGE,
    'app/index.ts': CODE,
    'other/package.json': '{\n  "name": "other"\n}\n',
    'other/.env': 'STORAGE_CONNECTION=\n',
    [`app/${path}`]: text,
  },
});

const dotnet = (name: string, path: string, text: string): Blank => ({
  name: `settings: ${name}`,
  path: `app/${path}`,
  files: {
    'app/App.csproj': CSPROJ,
    'app/Files.cs': CSHARP,
    'other/Other.csproj': CSPROJ,
    'other/appsettings.json': '{\n  "Storage": { "Connection": "" }\n}\n',
    [`app/${path}`]: text,
  },
});

export const settingsProjects: readonly Blank[] = [
  ...settingsTexts.map(({ name, path, text, dotnet: isDotnet }) => (isDotnet ? dotnet : script)(name, path, text)),
  script('.env', '.env', `# settings\nPORT=80\nSTORAGE_CONNECTION="${SECRET}"\nREDIS_PASSWORD={{password}}\n`),
  script('.env, exported', '.env.local', `export STORAGE_CONNECTION='${SECRET}' # the store\nNAME=contoso\n`),
  script('.env, not quoted', '.env', `STORAGE_CONNECTION=${SECRET}\n\nSEARCH_KEY={{search-key}}\n`),
  script(
    'local.settings.json',
    'local.settings.json',
    `{\n  "IsEncrypted": false,\n  "Values": {\n    "FUNCTIONS_WORKER_RUNTIME": "node",\n    "STORAGE_CONNECTION": "${SECRET}"\n  }\n}\n`,
  ),
  script(
    'compose',
    'docker-compose.yml',
    `services:\n  web:\n    environment:\n      - STORAGE_CONNECTION=${SECRET}\n`,
  ),
  script(
    'kubernetes',
    'deployment.yaml',
    `spec:\n  containers:\n  - env:\n    - name: STORAGE_CONNECTION\n      value: "${SECRET}"\n    - name: PASSWORD\n      valueFrom:\n        secretKeyRef: { name: a, key: b }\n`,
  ),
  script('Dockerfile', 'Dockerfile', `FROM node:20\nENV STORAGE_CONNECTION="${SECRET}" \\\n    PORT=80\n`),
  script('workflow', '.github/workflows/ci.yml', `jobs:\n  build:\n    env:\n      STORAGE_CONNECTION: ${SECRET}\n`),
  script('shell', 'run.sh', `#!/bin/bash\nexport STORAGE_CONNECTION="${SECRET}"\nnode index.js\n`),
  script('PowerShell', 'run.ps1', `$env:STORAGE_CONNECTION = '${SECRET}'\nnode index.js\n`),
  script(
    'terraform',
    'main.tf',
    `locals {\n  storage = "${SECRET}"\n}\nvariable "x" {\n  default = "{{password}}"\n}\n`,
  ),
  script(
    'bicep',
    'main.bicep',
    `param storage string = '${SECRET}'\noutput key string = listKeys('a', 'b').keys[0].value\n`,
  ),
  script('toml', 'wrangler.toml', `name = "app"\n[vars]\nSTORAGE_CONNECTION = "${SECRET}"\n`),
  script('ini', 'settings.ini', `[storage]\nconnection = ${SECRET}\npassword = {{password}}\n`),
  script(
    'properties',
    'application.properties',
    `storage.connection=${SECRET}\nspring.datasource.password={{password}}\n`,
  ),
  script(
    'package.json',
    'package.json',
    PACKAGE.replace(
      '"dependencies"',
      `"scripts": { "start": "STORAGE_CONNECTION='${SECRET}' node ." },\n  "dependencies"`,
    ),
  ),
  dotnet(
    'appsettings.json',
    'appsettings.json',
    `{\n  // the store\n  "Storage": {\n    "Connection": "${SECRET}"\n  },\n  "ConnectionStrings": {\n    "Sql": "Server=tcp:contoso.database.windows.net;Database=a;User ID=admin;Password={{password}};"\n  }\n}\n`,
  ),
  dotnet(
    'appsettings, flat',
    'appsettings.Development.json',
    `{ "Storage:Connection": "${SECRET}", "Redis": "{{redis-key}}" }`,
  ),
  dotnet(
    'web.config',
    'web.config',
    `<?xml version="1.0"?>\n<configuration>\n  <appSettings>\n    <add key="Storage:Connection" value="${SECRET}" />\n  </appSettings>\n  <connectionStrings>\n    <add name="Sql" connectionString="Server=tcp:contoso.database.windows.net;User ID=a;Password={{password}}" />\n  </connectionStrings>\n</configuration>\n`,
  ),
  dotnet(
    'launchSettings.json',
    'Properties/launchSettings.json',
    `{\n  "profiles": {\n    "App": { "environmentVariables": { "Storage__Connection": "${SECRET}" } }\n  }\n}\n`,
  ),
  dotnet(
    'project file',
    'App.csproj',
    CSPROJ.replace('</PropertyGroup>', `  <UserSecret>${SECRET}</UserSecret>\n  </PropertyGroup>`),
  ),
  dotnet(
    'pipeline',
    'azure-pipelines.yml',
    `variables:\n- name: Storage__Connection\n  value: ${SECRET}\nsteps:\n- script: dotnet run\n  env:\n    PAT: {{devops-pat}}\n`,
  ),
];
