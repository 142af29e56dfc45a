import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The packages that examples build on, with the version they are compiled against; null for the newest, where no version
 * has been compiled against yet.
 */
export const PINS = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'csharp/packages.json'), 'utf8'),
) as Readonly<Record<string, string | null>>;

/** What code says that needs a package whose name it does not say. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\.AddAzureKeyVault\(/, 'Azure.Extensions.AspNetCore.Configuration.Secrets'],
  [/\.AddAzureAppConfiguration\(/, 'Microsoft.Azure.AppConfiguration.AspNetCore'],
  [/\bEventProcessorClient\b/, 'Azure.Messaging.EventHubs.Processor'],
  [/\.UseCosmos\(/, 'Microsoft.EntityFrameworkCore.Cosmos'],
  [/\.UseSqlServer\(/, 'Microsoft.EntityFrameworkCore.SqlServer'],
  [/\.UseLazyLoadingProxies\(/, 'Microsoft.EntityFrameworkCore.Proxies'],
  // Asked for by its build.
  [/\bMicrosoft\.Azure\.Cosmos\b/, 'Newtonsoft.Json'],
];

/** The clients that `AddAzureClients` registers come from packages of their own. */
const REGISTERED: readonly (readonly [RegExp, string])[] = [
  [/\.AddBlobServiceClient\(/, 'Azure.Storage.Blobs'],
  [/\.AddQueueServiceClient\(/, 'Azure.Storage.Queues'],
  [/\.AddServiceBusClient\w*\(/, 'Azure.Messaging.ServiceBus'],
  [/\.AddSecretClient\(/, 'Azure.Security.KeyVault.Secrets'],
];

/** The packages that a text needs, sorted: named by its namespaces, or known by what it calls. */
export function packagesOf(text: string): readonly string[] {
  const found = new Set([...SIGNS, ...REGISTERED].filter(([sign]) => sign.test(text)).map(([, name]) => name));
  for (const [namespace] of text.matchAll(/(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)*/g)) {
    const [longest] = Object.keys(PINS)
      .filter((name) => namespace === name || namespace.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length);
    if (longest !== undefined) found.add(longest);
  }
  return [...found].sort();
}
