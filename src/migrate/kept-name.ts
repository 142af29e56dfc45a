import type { Service } from '../services/service';

/** The setting's name for a kept secret: one the service is known by, else the kind's. */
export function settingFor(kind: string, service: Service | null): string {
  const last = kind.split('-').at(-1)?.toUpperCase() ?? '';
  const known = service?.settings.find((name) => name.toUpperCase().includes(last) && /^[A-Z][A-Z0-9_]*$/.test(name));
  return (
    known ??
    `AZURE_${kind
      .replace(/^azure-/, '')
      .replace(/\W/g, '_')
      .toUpperCase()}`
  );
}

/** Words that a kind's id writes without their capitals. */
const WORDS: Readonly<Record<string, string>> = {
  acr: 'ContainerRegistry',
  acs: 'Communication',
  apim: 'ApiManagement',
  appconfig: 'AppConfiguration',
  devops: 'DevOps',
  eventgrid: 'EventGrid',
  iothub: 'IotHub',
  loganalytics: 'LogAnalytics',
  openai: 'OpenAI',
  servicebus: 'ServiceBus',
  signalr: 'SignalR',
  webpubsub: 'WebPubSub',
};

/** The words of a kind's id. */
export const wordsOf = (kind: string): string[] =>
  kind
    .replace(/^azure-|-legacy$/g, '')
    .split(/\W+/)
    .filter(Boolean);

const pascal = (words: readonly string[]): string =>
  words.map((word) => WORDS[word] ?? word.charAt(0).toUpperCase() + word.slice(1)).join('');

/** A kept secret's place in a configuration: `ConnectionStrings:Storage`, `OpenAI:Key`. */
export function configurationSetting(kind: string): string {
  const words = wordsOf(kind);
  if (/-connection-string$/.test(kind)) return `ConnectionStrings:${pascal(words.slice(0, -2))}`;
  const [section = '', ...rest] = words;
  return rest.length > 0 ? `${pascal([section])}:${pascal(rest)}` : `Secrets:${pascal(words)}`;
}
