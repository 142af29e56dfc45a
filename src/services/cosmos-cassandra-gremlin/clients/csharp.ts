import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('CassandraCSharpDriver', [refuse('$BUILDER.WithCredentials($USER, $PASSWORD)', 'package-without-entra')], {
    namespaces: { Cluster: 'Cassandra' },
  }),
  sdk(
    'Gremlin.Net',
    [
      refuse(
        'new GremlinServer(hostname: $HOST, port: $PORT, enableSsl: $SSL, username: $USER, password: $PASSWORD)',
        'package-without-entra',
      ),
    ],
    { namespaces: { GremlinServer: 'Gremlin.Net.Driver' } },
  ),
];
