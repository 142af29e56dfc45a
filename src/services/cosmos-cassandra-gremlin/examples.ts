import gremlinKeyPasswordBefore from './examples/gremlin-key-password/before.js?raw';
import graphClusterBefore from './examples/graph-cluster/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'Gremlin with the key as password',
    file: 'graph.js',
    before: gremlinKeyPasswordBefore,
    after: null,
    rules: ['key-auth/cosmos-cassandra-gremlin'],
    refusal: 'package-without-entra',
  },
  {
    language: 'csharp',
    title: 'a graph and a cluster',
    file: 'Graph.cs',
    before: graphClusterBefore,
    after: null,
    rules: ['key-auth/cosmos-cassandra-gremlin', 'key-auth/cosmos-cassandra-gremlin'],
    refusal: 'package-without-entra',
  },
];
