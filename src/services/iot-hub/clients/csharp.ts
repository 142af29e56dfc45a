import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Microsoft.Azure.Devices', [
    rewrite(
      '$CLASS.CreateFromConnectionString(connectionString: $CONNECTION, ...$REST)',
      '$CLASS.Create(hostName: $ENDPOINT, credential: $CREDENTIAL, ...$REST)',
      { for: ['RegistryManager', 'JobClient'] },
    ),
    rewrite(
      '$CLASS.CreateFromConnectionString(connectionString: $CONNECTION)',
      '$CLASS.Create(hostName: $ENDPOINT, credential: $CREDENTIAL)',
      { for: ['ServiceClient', 'DigitalTwinClient'] },
    ),
    rewrite(
      'ServiceClient.CreateFromConnectionString(connectionString: $CONNECTION, transportType: $TRANSPORT)',
      'ServiceClient.Create(hostName: $ENDPOINT, credential: $CREDENTIAL, transportType: $TRANSPORT)',
      { when: /TransportType\./ },
    ),
    refuse('$CLASS.CreateFromConnectionString($CONNECTION, ...$REST)', 'not-checked', {
      for: ['ServiceClient', 'DigitalTwinClient'],
    }),
  ]),
  sdk('Microsoft.Azure.Devices.Client', [
    refuse('$CLASS.CreateFromConnectionString($CONNECTION, ...$REST)', 'iot-device', {
      for: ['DeviceClient', 'ModuleClient'],
    }),
    refuse('new DeviceAuthenticationWithRegistrySymmetricKey($NAME, $KEY)', 'iot-device'),
  ]),
  sdk('Microsoft.Azure.Devices.Provisioning.Service', [
    refuse('ProvisioningServiceClient.CreateFromConnectionString($CONNECTION, ...$REST)', 'not-checked'),
  ]),
];
