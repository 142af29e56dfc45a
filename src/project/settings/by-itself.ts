/** Settings that the Functions host reads without any code. */
const HOST =
  /^(?:AzureWebJobs\w{1,100}|FUNCTIONS_\w{1,100}|WEBSITE_\w{1,100}|APPLICATIONINSIGHTS_CONNECTION_STRING|APPINSIGHTS_INSTRUMENTATIONKEY)$/i;

/** True for a setting that the host of a Functions app reads by itself. `AzureWebJobsStorage__accountName` is one, too. */
export const isReadByHost = (name: string): boolean => HOST.test(name.split(/__|:/)[0] ?? '');

/**
 * Settings that libraries read without the code naming them, with the words by which code uses the library.
 * `call`: prose has such words too, so only a call of them tells.
 */
const LIBRARIES: readonly { readonly settings: RegExp; readonly words: readonly string[]; readonly call?: true }[] = [
  { settings: /^Azure:SignalR:ConnectionString$/i, words: ['AddAzureSignalR', 'MapAzureSignalR'] },
  {
    settings:
      /^(?:APPLICATIONINSIGHTS_CONNECTION_STRING|APPINSIGHTS_INSTRUMENTATIONKEY|ApplicationInsights:\w{1,100})$/i,
    words: [
      'AddApplicationInsightsTelemetry',
      'AddApplicationInsightsTelemetryWorkerService',
      'UseAzureMonitor',
      'useAzureMonitor',
      'configure_azure_monitor',
      'applicationinsights',
    ],
  },
  {
    settings: /^(?:AZURE_OPENAI_API_KEY|OPENAI_API_KEY)$/,
    words: ['AzureOpenAI', 'AsyncAzureOpenAI', 'OpenAI', 'AsyncOpenAI'],
    call: true,
  },
  {
    settings: /^AZURE_(?:CLIENT_SECRET|CLIENT_CERTIFICATE_PASSWORD|PASSWORD)$/,
    words: ['DefaultAzureCredential', 'EnvironmentCredential'],
    call: true,
  },
];

/** The words that tell of a library which reads the setting by itself; `isUsed` tells whether a text uses it. */
export function librariesReading(name: string): {
  readonly words: readonly string[];
  readonly isUsed: (text: string) => boolean;
} {
  const library = LIBRARIES.find(({ settings }) => settings.test(name));
  if (!library) return { words: [], isUsed: () => false };
  const { words, call } = library;
  // An import that is not called names the library too, but reads nothing by itself.
  const used = new RegExp(`(?<![\\w-])(?:${words.join('|')})${call ? '\\(' : '(?![\\w-])'}`);
  return { words, isUsed: (text) => used.test(text) };
}
