import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

const SERVICE_CLIENTS = ['Registry', 'Client', 'JobClient'];

export const typescript: readonly Sdk[] = [
  sdk('azure-iothub', [
    rewrite(
      '$CLASS.fromConnectionString($CONNECTION, ...$REST)',
      '$CLASS.fromTokenCredential($ENDPOINT, $CREDENTIAL, ...$REST)',
      { for: SERVICE_CLIENTS },
    ),
    refuse('$CLASS.fromSharedAccessSignature($SAS, ...$REST)', 'endpoint-unknown', { for: SERVICE_CLIENTS }),
  ]),
  ...['azure-iot-device', 'azure-iot-provisioning-device'].map((name) =>
    sdk(name, [
      refuse('Client.fromConnectionString($CONNECTION, ...$REST)', 'iot-device'),
      refuse('Client.fromSharedAccessSignature($SAS, ...$REST)', 'iot-device'),
      refuse('ModuleClient.fromConnectionString($CONNECTION, ...$REST)', 'iot-device'),
    ]),
  ),
  sdk('azure-iot-provisioning-service', [
    refuse('ProvisioningServiceClient.fromConnectionString($CONNECTION)', 'not-checked'),
  ]),
];
