import { defineService } from '../service';
import { usesOnly } from '../shared/client-secret';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const armServicePrincipal = defineService({
  id: 'arm-service-principal',
  title: 'Azure Resource Manager',
  secrets,
  endpoint: () => null,
  claims: usesOnly(/^(?:@azure\/arm-|Azure\.ResourceManager(?:\.|$))/),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
