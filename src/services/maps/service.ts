import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const maps = defineService({
  id: 'maps',
  title: 'Azure Maps',
  secrets,
  // What takes the key's place beside the token is the client id of the account, which no key tells.
  endpoint: () => null,
  endpointSetting: 'MAPS_CLIENT_ID',
  endpointWords: ['maps', 'client', 'id'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
