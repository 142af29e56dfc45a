import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const SERVICE_CLIENTS = ['Registry', 'Client', 'JobClient'];

export const iotHub = defineService({
  id: 'iot-hub',
  title: 'Azure IoT Hub',
  secrets: [
    'iothub-connection-string',
    'iothub-device-connection-string',
    'iotdps-connection-string',
    'iothub-key',
    'iothub-sas',
  ],
  endpoint: ({ HostName }) => HostName ?? null,
  endpointSetting: 'IOTHUB_HOSTNAME',
  endpointWords: ['iot', 'hub', 'host', 'name'],
  clients: {
    typescript: [
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
    ],
    csharp: [
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
    ],
  },
  settings: ['IOTHUB_CONNECTION_STRING', 'IOTHUB_DEVICE_CONNECTION_STRING', 'IotHubConnectionString'],
  identity: {
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
  },
  examples: [
    {
      language: 'typescript',
      title: 'the clients of the service',
      file: 'devices.ts',
      before: `import { Client, JobClient, Registry } from "azure-iothub";

const connectionString = process.env.IOTHUB_CONNECTION_STRING;
if (!connectionString) throw new Error("IOTHUB_CONNECTION_STRING is not set");

export const registry = Registry.fromConnectionString(connectionString);
export const client = Client.fromConnectionString(connectionString);
export const jobs = JobClient.fromConnectionString(connectionString);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { Client, JobClient, Registry } from "azure-iothub";

const credential = new DefaultAzureCredential();

const iotHubHostName = process.env.IOTHUB_HOSTNAME;
if (!iotHubHostName) throw new Error("IOTHUB_HOSTNAME is not set");

export const registry = Registry.fromTokenCredential(iotHubHostName, credential);
export const client = Client.fromTokenCredential(iotHubHostName, credential);
export const jobs = JobClient.fromTokenCredential(iotHubHostName, credential);
`,
      rules: Array<string>(3).fill('key-auth/iot-hub'),
    },
    {
      language: 'typescript',
      title: 'a connection string in the code, in CommonJS',
      file: 'registry.js',
      before: `const { Registry } = require('azure-iothub');

const registry = Registry.fromConnectionString('HostName=contoso.azure-devices.net;SharedAccessKeyName=service;SharedAccessKey={{iothub-key}}');

module.exports = { registry };
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity');
const { Registry } = require('azure-iothub');

const credential = new DefaultAzureCredential();

const registry = Registry.fromTokenCredential('contoso.azure-devices.net', credential);

module.exports = { registry };
`,
      rules: ['hardcoded/iothub-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a device',
      file: 'device.js',
      before: `const { Client } = require('azure-iot-device');
const { Mqtt } = require('azure-iot-device-mqtt');

const client = Client.fromConnectionString(process.env.IOTHUB_DEVICE_CONNECTION_STRING, Mqtt);
`,
      after: null,
      rules: ['key-auth/iot-hub'],
      refusal: 'iot-device',
    },
    {
      language: 'csharp',
      title: 'the clients of the service',
      file: 'Devices.cs',
      before: `using Microsoft.Azure.Devices;
using Microsoft.Extensions.Configuration;

public class Devices
{
    private readonly RegistryManager _registry;
    private readonly ServiceClient _service;

    public Devices(IConfiguration configuration)
    {
        string connectionString = configuration.GetConnectionString("IotHub");
        _registry = RegistryManager.CreateFromConnectionString(connectionString);
        _service = ServiceClient.CreateFromConnectionString(connectionString, TransportType.Amqp_WebSocket_Only);
    }
}
`,
      after: `using Azure.Identity;
using Microsoft.Azure.Devices;
using Microsoft.Extensions.Configuration;

public class Devices
{
    private readonly RegistryManager _registry;
    private readonly ServiceClient _service;

    public Devices(IConfiguration configuration)
    {
        string iotHubHostName = configuration["IOTHUB_HOSTNAME"];
        var credential = new DefaultAzureCredential();
        _registry = RegistryManager.Create(iotHubHostName, credential);
        _service = ServiceClient.Create(iotHubHostName, credential, TransportType.Amqp_WebSocket_Only);
    }
}
`,
      rules: ['key-auth/iot-hub', 'key-auth/iot-hub'],
    },
    {
      language: 'csharp',
      title: 'a device',
      file: 'Sensor.cs',
      before: `using System;
using Microsoft.Azure.Devices.Client;

var client = DeviceClient.CreateFromConnectionString(Environment.GetEnvironmentVariable("IOTHUB_DEVICE_CONNECTION_STRING"), TransportType.Mqtt);
`,
      after: null,
      rules: ['key-auth/iot-hub'],
      refusal: 'iot-device',
    },
  ],
});
