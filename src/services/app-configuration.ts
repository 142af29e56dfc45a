import { netClientBuilder } from './net-clients';
import { rewrite, sdk } from './pattern';
import { defineService } from './service';

/** `Connect` is a word of many libraries: the one meant here is called on the options of the provider. */
function isStore(code: string, text: string): boolean {
  const receiver = /^(\w+)\s*\.\s*Connect\s*\(/.exec(code)?.[1];
  return (
    receiver === undefined ||
    new RegExp(
      `AddAzureAppConfiguration\\s*\\([^;=]{0,80}\\b${receiver}\\b[^;=]{0,40}=>|AzureAppConfigurationOptions\\s+${receiver}\\b`,
    ).test(text)
  );
}

export const appConfiguration = defineService({
  id: 'app-configuration',
  title: 'Azure App Configuration',
  secrets: ['appconfig-connection-string'],
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  claims: isStore,
  endpointSetting: 'AZURE_APPCONFIGURATION_ENDPOINT',
  endpointWords: ['app', 'config', 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/app-configuration', [
        rewrite(
          'new AppConfigurationClient($CONNECTION, ...$REST)',
          'new AppConfigurationClient($ENDPOINT, $CREDENTIAL, ...$REST)',
        ),
      ]),
      sdk('@azure/app-configuration-provider', [
        rewrite('load($CONNECTION, ...$REST)', 'load($ENDPOINT, $CREDENTIAL, ...$REST)'),
      ]),
    ],
    csharp: [
      sdk('Azure.Data.AppConfiguration', [
        rewrite(
          'new ConfigurationClient(connectionString: $CONNECTION, ...$REST)',
          'new ConfigurationClient(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
        ),
      ]),
      sdk(
        'Microsoft.Extensions.Configuration.AzureAppConfiguration',
        [
          rewrite('$STORE.Connect($CONNECTION)', '$STORE.Connect(new Uri($ENDPOINT), $CREDENTIAL)'),
          rewrite(
            '$BUILDER.AddAzureAppConfiguration($CONNECTION)',
            '$BUILDER.AddAzureAppConfiguration(store => store.Connect(new Uri($ENDPOINT), $CREDENTIAL))',
          ),
        ],
        {
          namespaces: { AddAzureAppConfiguration: 'Microsoft.Extensions.Configuration' },
          words: ['AzureAppConfiguration'],
        },
      ),
      netClientBuilder([['AddConfigurationClient($CONNECTION)', 'AddConfigurationClient(new Uri($ENDPOINT))']]),
    ],
  },
  calls: {
    read: /^(?:getconfigurationsetting|listconfigurationsettings|getsetting|connect$|load$|addazureappconfiguration)/,
    write: /^(?:set|add(?!azure)|delete|archive|createsnapshot)/,
  },
  settings: [
    'AZURE_APPCONFIGURATION_CONNECTIONSTRING',
    'APPCONFIGURATION_CONNECTION_STRING',
    'AZURE_APPCONFIG_CONNECTION_STRING',
    'APP_CONFIG_CONNECTION_STRING',
  ],
  identity: {
    support: 'yes',
    summary:
      'App Configuration accepts Microsoft Entra tokens. Give the identity the right to read the data and connect with the endpoint instead of the connection string.',
    roles: {
      read: [
        {
          name: 'App Configuration Data Reader',
          id: '516239f1-63e1-4d78-a4de-a74fb236a071',
          allows: 'read settings and feature flags',
        },
      ],
      write: [
        {
          name: 'App Configuration Data Owner',
          id: '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b',
          allows: 'read, write and delete settings',
        },
      ],
      admin: [],
      other: [
        {
          name: 'App Configuration Contributor',
          id: 'fe86443c-f201-4fc4-9d2a-ac61149fbda0',
          allows: 'manage the store and list its keys, without its data',
        },
      ],
    },
    usual: 'App Configuration Data Reader',
    endpoint: 'https://<store>.azconfig.io',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.AppConfiguration/configurationStores/<store>',
      bicepType: 'Microsoft.AppConfiguration/configurationStores@2024-06-01',
      terraformType: 'azurerm_app_configuration',
    },
    disableKeys: {
      cli: 'az appconfig update --resource-group <resource-group> --name <store> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_auth_enabled = false',
      effect:
        'Clients with a connection string stop. Bicep that writes settings then needs az appconfig update --arm-auth-mode pass-through.',
    },
    rotate: [
      'az appconfig credential list --resource-group <resource-group> --name <store> --query "[].{id:id,name:name}" --output table',
      'az appconfig credential regenerate --resource-group <resource-group> --name <store> --id <key-id>',
    ],
    prove: 'az appconfig kv list --endpoint https://<store>.azconfig.io --auth-mode login --top 1',
    limits: [
      'References to Key Vault in the store are resolved by the client: its identity also needs Key Vault Secrets User on the vault.',
      'App Configuration Contributor lists keys and gives no access to data with Microsoft Entra.',
    ],
    links: [
      {
        title: 'App Configuration with Microsoft Entra ID',
        url: 'https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac',
      },
      {
        title: 'Disable access keys of App Configuration',
        url: 'https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication',
      },
      {
        title: 'Connect to App Configuration with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-app-configuration',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment',
      file: 'config.ts',
      before: `import { AppConfigurationClient } from "@azure/app-configuration";

export const client = new AppConfigurationClient(process.env.APPCONFIGURATION_CONNECTION_STRING!);
`,
      after: `import { AppConfigurationClient } from "@azure/app-configuration";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new AppConfigurationClient(process.env.AZURE_APPCONFIGURATION_ENDPOINT!, credential);
`,
      rules: ['key-auth/app-configuration'],
    },
    {
      language: 'typescript',
      title: 'a connection string in the code, in CommonJS',
      file: 'flags.js',
      before: `const appConfig = require("@azure/app-configuration");

const client = new appConfig.AppConfigurationClient("Endpoint=https://contoso.azconfig.io;Id=Ab1c;Secret={{key:32}}");

module.exports = { client };
`,
      after: `const appConfig = require("@azure/app-configuration");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const client = new appConfig.AppConfigurationClient("https://contoso.azconfig.io", credential);

module.exports = { client };
`,
      rules: ['hardcoded/appconfig-connection-string'],
    },
    {
      language: 'typescript',
      title: 'the provider',
      file: 'settings.ts',
      before: `import { load } from "@azure/app-configuration-provider";

const connectionString = process.env.AZURE_APPCONFIG_CONNECTION_STRING!;

export async function settings() {
  return await load(connectionString, { selectors: [{ keyFilter: "shop.*" }] });
}
`,
      after: `import { load } from "@azure/app-configuration-provider";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const appConfigEndpoint = process.env.AZURE_APPCONFIGURATION_ENDPOINT!;

export async function settings() {
  return await load(appConfigEndpoint, credential, { selectors: [{ keyFilter: "shop.*" }] });
}
`,
      rules: ['key-auth/app-configuration'],
    },
    {
      language: 'csharp',
      title: 'the provider',
      file: 'Program.cs',
      before: `using Microsoft.Extensions.Configuration.AzureAppConfiguration;

builder.Configuration.AddAzureAppConfiguration(store =>
{
    store.Connect(Environment.GetEnvironmentVariable("APPCONFIGURATION_CONNECTION_STRING"))
        .Select(KeyFilter.Any);
});
`,
      after: `using Azure.Identity;
using Microsoft.Extensions.Configuration.AzureAppConfiguration;

builder.Configuration.AddAzureAppConfiguration(store =>
{
    store.Connect(new Uri(Environment.GetEnvironmentVariable("AZURE_APPCONFIGURATION_ENDPOINT")!), new DefaultAzureCredential())
        .Select(KeyFilter.Any);
});
`,
      rules: ['key-auth/app-configuration'],
    },
    {
      language: 'csharp',
      title: 'the client, and the provider in one line',
      file: 'Settings.cs',
      before: `using System;
using Azure.Data.AppConfiguration;
using Microsoft.Extensions.Configuration;

public static class Settings
{
    private const string Connection = "Endpoint=https://contoso.azconfig.io;Id=Ab1c;Secret={{key:32}}";

    public static ConfigurationClient Client(IConfigurationBuilder builder)
    {
        builder.AddAzureAppConfiguration(Connection);
        return new ConfigurationClient(Connection);
    }
}
`,
      after: `using System;
using Azure.Data.AppConfiguration;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

public static class Settings
{
    private const string AppConfigEndpoint = "https://contoso.azconfig.io";

    public static ConfigurationClient Client(IConfigurationBuilder builder)
    {
        var credential = new DefaultAzureCredential();
        builder.AddAzureAppConfiguration(store => store.Connect(new Uri(AppConfigEndpoint), credential));
        return new ConfigurationClient(new Uri(AppConfigEndpoint), credential);
    }
}
`,
      rules: ['hardcoded/appconfig-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a web application, beside another Connect',
      file: 'Web.cs',
      before: `using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("AppConfig");
builder.Configuration.AddAzureAppConfiguration(options => options.Connect(connection).UseFeatureFlags());
builder.Services.AddSingleton(_ => ConnectionMultiplexer.Connect("localhost"));
`,
      after: `using Azure.Identity;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
var appConfigEndpoint = builder.Configuration["AZURE_APPCONFIGURATION_ENDPOINT"];
builder.Configuration.AddAzureAppConfiguration(options => options.Connect(new Uri(appConfigEndpoint!), new DefaultAzureCredential()).UseFeatureFlags());
builder.Services.AddSingleton(_ => ConnectionMultiplexer.Connect("localhost"));
`,
      rules: ['key-auth/app-configuration'],
    },
  ],
});
