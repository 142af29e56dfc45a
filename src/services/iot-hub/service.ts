import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const iotHub = defineService({
  id: 'iot-hub',
  title: 'Azure IoT Hub',
  secrets,
  endpoint: ({ HostName }) => HostName ?? null,
  endpointSetting: 'IOTHUB_HOSTNAME',
  endpointWords: ['iot', 'hub', 'host', 'name'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
