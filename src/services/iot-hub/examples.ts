import clientsServiceAfter from './examples/clients-service/after.ts?raw';
import clientsServiceBefore from './examples/clients-service/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import deviceBefore from './examples/device/before.js?raw';
import clientsServiceDotnetAfter from './examples/clients-service-dotnet/after.cs?raw';
import clientsServiceDotnetBefore from './examples/clients-service-dotnet/before.cs?raw';
import deviceDotnetBefore from './examples/device-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'the clients of the service',
    file: 'devices.ts',
    before: clientsServiceBefore,
    after: clientsServiceAfter,
    rules: ['key-auth/iot-hub', 'key-auth/iot-hub', 'key-auth/iot-hub'],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code, in CommonJS',
    file: 'registry.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/iothub-connection-string'],
  },
  {
    language: 'typescript',
    title: 'a device',
    file: 'device.js',
    before: deviceBefore,
    after: null,
    rules: ['key-auth/iot-hub'],
    refusal: 'iot-device',
  },
  {
    language: 'csharp',
    title: 'the clients of the service',
    file: 'Devices.cs',
    before: clientsServiceDotnetBefore,
    after: clientsServiceDotnetAfter,
    rules: ['key-auth/iot-hub', 'key-auth/iot-hub'],
  },
  {
    language: 'csharp',
    title: 'a device',
    file: 'Sensor.cs',
    before: deviceDotnetBefore,
    after: null,
    rules: ['key-auth/iot-hub'],
    refusal: 'iot-device',
  },
];
