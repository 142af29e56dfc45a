import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

/** `Connect` is a word of many libraries: the one meant here is called on the options of the provider. */
function isStore(code: string, text: string): boolean {
  const receiver = /^(\w{1,100})\s{0,99}\.\s{0,99}Connect\s{0,99}\(/.exec(code)?.[1];
  return (
    receiver === undefined ||
    new RegExp(
      `AddAzureAppConfiguration\\s{0,99}\\([^;=]{0,80}\\b${receiver}\\b[^;=]{0,40}=>|AzureAppConfigurationOptions\\s{1,99}${receiver}\\b`,
    ).test(text)
  );
}

export const appConfiguration = defineService({
  id: 'app-configuration',
  title: 'Azure App Configuration',
  secrets,
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  claims: isStore,
  endpointSetting: 'AZURE_APPCONFIGURATION_ENDPOINT',
  endpointWords: ['app', 'config', 'endpoint'],
  clients: { typescript, csharp },
  calls: {
    read: /^(?:getconfigurationsetting|listconfigurationsettings|addazureappconfiguration)/,
    write:
      /^(?:(?:set|add|delete)(?:configuration)?setting|setreadonly|clearreadonly|(?:begin)?createsnapshot|archivesnapshot)/,
  },
  settings,
  identity,
  examples,
});
