/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [
  'iothub-connection-string',
  'iothub-device-connection-string',
  'iotdps-connection-string',
  'iothub-key',
  'iothub-sas',
];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'IOTHUB_CONNECTION_STRING',
  'IOTHUB_DEVICE_CONNECTION_STRING',
  'IotHubConnectionString',
];
