import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const eventHubs = defineService({
  id: 'event-hubs',
  title: 'Azure Event Hubs',
  secrets,
  // The client takes the host name alone.
  endpoint: ({ Endpoint }) => Endpoint?.replace(/^\w+:\/\//, '').split('/', 1)[0] ?? null,
  endpointSetting: 'AZURE_EVENTHUB_FULLYQUALIFIEDNAMESPACE',
  endpointWords: ['fully', 'qualified', 'namespace'],
  entity: ({ EntityPath }) => EntityPath ?? null,
  clients: { typescript, csharp },
  calls: {
    on: /producer|consumer|receiver|sender|client|hub|batch/,
    read: /^(?:receiveevents|receivebatch|its\.(?:receive|subscribe)$|startprocessing|buildeventprocessor|buildconsumer|readevents|newpartitionclient|newprocessor)/,
    write:
      /^(?:sendbatch|createbatch|createeventbatch|enqueueevent|its\.(?:send|enqueue)|buildproducer|buildasyncproducer|neweventdatabatch|its\.tryadd)/,
  },
  settings,
  identity,
  examples,
});
