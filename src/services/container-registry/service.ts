import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const containerRegistry = defineService({
  id: 'container-registry',
  title: 'Azure Container Registry',
  secrets,
  endpoint: () => null,
  // The library of Docker serves any registry.
  claims: (_code, text) => /\.azurecr\.(?:io|us|cn)|ACR_PASSWORD/i.test(text),
  absent: { typescript: 'its package takes tokens only; the password is a matter of docker login and of hosts' },
  clients: { csharp },
  settings,
  identity,
  examples,
});
