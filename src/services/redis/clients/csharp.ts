import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

/** From elsewhere, or with a password: `contoso.redis.cache.windows.net:6380` alone holds none. */
const NET_PASSWORD = {
  test(code: string): boolean {
    const first = code.search(/["']/);
    const last = [...code.matchAll(/password\s{0,9}=/gi)].at(-1)?.index ?? -1;
    if (first < 0) return true;
    return ![...code.matchAll(/:\d{4,5}/g)].some((port) => port.index > first && port.index + port[0].length > last);
  },
};

export const csharp: readonly Sdk[] = [
  sdk('StackExchange.Redis', [
    ...['ConnectionMultiplexer.Connect', 'ConnectionMultiplexer.ConnectAsync', 'ConfigurationOptions.Parse'].map(
      (make) => refuse(`${make}($CONNECTION, ...$REST)`, 'redis-token-async', { when: NET_PASSWORD }),
    ),
    refuse('new ConfigurationOptions(...$REST).Password = $PASSWORD', 'redis-token-async'),
  ]),
  sdk('', [refuse('$CACHE.Configuration = $CONNECTION', 'redis-token-async', { when: NET_PASSWORD })], {
    words: ['AddStackExchangeRedisCache'],
  }),
];
