import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { OTHER, REQUEST_UNITS } from '../common';

export const csharp: readonly Sdk[] = [
  sdk(
    'MongoDB.Driver',
    ['new MongoClient', 'MongoClientSettings.FromConnectionString', 'MongoUrl.Create', 'new MongoUrl'].flatMap(
      (make) => [
        refuse(`${make}($URI)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
        refuse(`${make}($URI)`, 'database-url', { when: OTHER }),
      ],
    ),
  ),
  sdk(
    'MongoDB.EntityFrameworkCore',
    [
      refuse('$BUILDER.UseMongoDB($URI, $NAME, ...$REST)', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
      refuse('$BUILDER.UseMongoDB($URI, $NAME, ...$REST)', 'database-url', { when: OTHER }),
    ],
    { namespaces: { UseMongoDB: 'Microsoft.EntityFrameworkCore' }, words: ['UseMongoDB('] },
  ),
];
