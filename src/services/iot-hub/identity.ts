import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'The service API of IoT Hub accepts Microsoft Entra tokens. Devices do not: they keep X.509 certificates, TPM or keys. Give the identity of the backend a data role and connect with the host name of the hub.',
  roles: {
    read: [
      {
        name: 'IoT Hub Data Reader',
        id: 'b447c946-2db7-41ec-983d-d8bf3b1c77e3',
        allows: 'read everything of the data plane',
      },
    ],
    write: [
      { name: 'IoT Hub Registry Contributor', id: '4ea46cd5-c1b2-4a8e-910b-273211f9ce47', allows: 'manage devices' },
      {
        name: 'IoT Hub Twin Contributor',
        id: '494bdba2-168f-4f31-a0a1-191d2f7c028c',
        allows: 'read and write twins',
      },
    ],
    admin: [
      {
        name: 'IoT Hub Data Contributor',
        id: '4fc6c259-987e-4a07-842e-c321cc9d413f',
        allows: 'use the whole data plane',
      },
    ],
    other: [
      {
        name: 'Device Provisioning Service Data Reader',
        id: '10745317-c249-44a1-a5ce-3a4353c0bbd8',
        allows: 'read the provisioning service',
      },
      {
        name: 'Device Provisioning Service Data Contributor',
        id: 'dfce44e4-17b7-4bd1-a6d1-04996ec95633',
        allows: 'use the whole provisioning service',
      },
    ],
  },
  usual: 'IoT Hub Data Reader',
  endpoint: '<hub>.azure-devices.net',
  scopeNote: 'The scope is the hub: roles cannot be limited to a device.',
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Devices/IotHubs/<hub>',
    bicepType: 'Microsoft.Devices/IotHubs@2023-06-30',
    terraformType: 'azurerm_iothub',
  },
  disableKeys: {
    cli: 'az iot hub update --resource-group <resource-group> --name <hub> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_authentication_enabled = false',
    effect:
      'Shared access policies stop. Do not do this while a Device Provisioning Service is linked to the hub: provisioning breaks.',
  },
  rotate: [
    'az iot hub policy renew-key --hub-name <hub> --name <policy> --renew-key primary',
    'az iot hub policy renew-key --hub-name <hub> --name <policy> --renew-key secondary',
    '# or, for the key of a device (extension azure-iot):',
    'az iot hub device-identity renew-key --hub-name <hub> --device-id <device> --key-type both',
  ],
  limits: [
    'Device APIs need symmetric keys, X.509 or TPM: for devices use X.509 and the provisioning service, never a managed identity.',
    'The built-in endpoint compatible with Event Hubs still needs its connection string: route to an event hub of your own to do without.',
  ],
  links: [
    {
      title: 'Control access to IoT Hub with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/azure/iot-hub/authenticate-authorize-azure-ad',
    },
  ],
};
