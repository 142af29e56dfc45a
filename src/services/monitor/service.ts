import { defineService } from '../service';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const monitor = defineService({
  id: 'monitor',
  title: 'Azure Monitor',
  secrets,
  endpoint: () => null,
  clients: {},
  absent: {
    typescript: 'no package takes a secret; a connection string of Application Insights is none',
    csharp: 'no package takes a secret; a connection string of Application Insights is none',
  },
  settings,
  identity,
  examples,
});
