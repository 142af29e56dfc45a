import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

/** Options of .NET that take a token already; `Configuration` is a word of many classes, the cache's is meant. */
function isCache(code: string, text: string): boolean {
  if (/ConfigureForAzure/.test(text)) return false;
  const receiver = /^(\w+)\s*\.\s*Configuration\s*=/.exec(code)?.[1];
  return (
    receiver === undefined ||
    new RegExp(`AddStackExchangeRedisCache\\s{0,99}\\([^;=]{0,80}\\b${receiver}\\b[^;=]{0,40}=>`).test(text)
  );
}

export const redis = defineService({
  id: 'redis',
  title: 'Azure Managed Redis',
  secrets,
  endpoint: ({ Url }) => Url?.replace(/\/$/, '') ?? null,
  // The drivers serve any Redis server.
  claims: (code, text) =>
    isCache(code, text) &&
    (/azure/i.test(code) ||
      /\.redis\.cache\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.redis\.azure\.net|\.redisenterprise\.cache\.azure\.net|AZURE_REDIS/i.test(
        text,
      )),
  byHand: ['Connect over TLS only (rediss:// or socket.tls): tokens are accepted only over TLS.'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
