import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const communicationServices = defineService({
  id: 'communication-services',
  title: 'Azure Communication Services',
  secrets,
  endpoint: ({ Endpoint }) => Endpoint?.replace(/\/$/, '') ?? null,
  endpointSetting: 'COMMUNICATION_SERVICES_ENDPOINT',
  endpointWords: ['communication', 'endpoint'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
