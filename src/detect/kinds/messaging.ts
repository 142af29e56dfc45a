import { isIdentifiableKey } from '../checksum/identifiable-key';
import { BASE64, BASE64_ENDS, decode, PAD } from '../encoding';
import { connectionStringAround } from '../extent';
import type { Match, SecretKind, Verdict } from '../kind';
import { expiry, parameter, queryAround } from '../sas';
import { isMadeUp } from '../silent';
import { signedKey } from '../signed-key';
import { landmark, type Landmark } from '../landmarks';
import { say } from '../../core/message';
import { policyRights, signedAccess } from '../opens';

export const aboutServiceBus = landmark('serviceBus', ['service_bus', 'azservicebus']);

export const aboutEventHubs = landmark('eventHubs', ['event_hub']);

export const aboutRelay = landmark('relay', [
  'azure_relay',
  'hybrid_connection',
  'hyco',
  'relay_key',
  'relay_connection',
  'relayed',
]);

export const aboutIotHub = landmark('iotHub', ['azure-devices', 'iot_hub', 'deviceclient']);

/** Kinds by the signature inside the key. */
const BY_SIGNATURE: Readonly<Record<string, string>> = {
  '+ASb': 'servicebus-connection-string',
  '+AEh': 'eventhubs-connection-string',
  '+ARm': 'relay-connection-string',
};

/** Kinds by what the text round the connection string says, when neither host nor signature tells. */
const BY_LANDMARK = {
  eventHubs: 'eventhubs-connection-string',
  relay: 'relay-connection-string',
  notificationHubs: 'notificationhubs-connection-string',
  serviceBus: 'servicebus-connection-string',
} as const;

function messagingKind({ decoded, text, value }: Match, whole: string): string | null {
  if (/azure-devices-provisioning\./i.test(whole)) return 'iotdps-connection-string';
  if (/HostName\s{0,99}=|DeviceId\s{0,99}=|\.azure-devices\./i.test(whole)) {
    return /DeviceId\s*=/i.test(whole) ? 'iothub-device-connection-string' : 'iothub-connection-string';
  }
  if (/Default(?:Full|Listen)SharedAccessSignature/i.test(whole)) return 'notificationhubs-connection-string';
  const signed = BY_SIGNATURE[decoded.slice(33, 37)];
  if (signed !== undefined) return signed;
  // A route to IoT Hub's built-in Event Hubs endpoint.
  if (/Endpoint\s{0,99}=\s{0,99}sb:\/\/(?:iothub|ihsuprod)/i.test(whole)) return 'eventhubs-connection-string';
  const policy = /SharedAccessKeyName\s{0,99}=\s{0,99}([^;]{1,80})/i.exec(whole)?.[1] ?? '';
  if (/hybrid|relay/i.test(policy)) return 'relay-connection-string';
  const namespace = /sb:\/\/([^/;.]{1,80})/i.exec(whole)?.[1] ?? '';
  for (const [pattern, kind] of [
    [/relay|hyco/i, 'relay-connection-string'],
    [/notif|nhub|-nh\b|^nh-/i, 'notificationhubs-connection-string'],
    [/event-?hub|evh|^eh-|-eh\b|-ehn/i, 'eventhubs-connection-string'],
    [/service-?bus|sbns|^sb-|-sb\b/i, 'servicebus-connection-string'],
  ] as const) {
    if (pattern.test(namespace)) return kind;
  }
  return (
    serviceNear(text, value.start) ??
    (/Endpoint\s{0,99}=\s{0,99}sb:|servicebus/i.test(whole) ? 'servicebus-connection-string' : null)
  );
}

/** Names of the four services in code and settings; the host servicebus.windows.net, which they share, is none. */
const SERVICE_NAME =
  /(?<eventHubs>event[-_. ]?hub|kafka)|(?<relay>azure[._-]relay|relay[-_. ]?conn|hybrid[-_. ]?conn|hyco)|(?<notificationHubs>notification[-_. ]?hub)|(?<serviceBus>service[-_. ]?bus(?!\.windows))/gi;

/** The service whose name is nearest before a place, or after it when none is before. */
function serviceNear(text: string, at: number): string | null {
  let [kind, least]: [string | null, number] = [null, 3000];
  const from = Math.max(0, at - 3000);
  for (const { index, groups = {} } of text.slice(from, at + 1000).matchAll(SERVICE_NAME)) {
    const place = from + index;
    const distance = place < at ? at - place : (place - at) * 3;
    if (distance >= least) continue;
    const name = Object.keys(BY_LANDMARK).find((each) => groups[each] !== undefined) as
      keyof typeof BY_LANDMARK | undefined;
    if (name !== undefined) [kind, least] = [BY_LANDMARK[name], distance];
  }
  return kind;
}

/** The rest of a connection string that code puts together: it ends in its quote right before this one. */
function joinedBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 300), at);
  return /(?:Endpoint|HostName|SharedAccessKeyName)=[^\r\n]{1,200}["'`][\s+&.,\\]{1,40}[@$fFrRbB]{0,2}["'`]$/i.test(
    before,
  )
    ? decode(before)
    : null;
}

function judgeKey(match: Match): Verdict | null {
  const { decoded, text, value } = match;
  if (isMadeUp(decoded) && !isIdentifiableKey(decoded, 'messaging')) return null;
  const around = connectionStringAround(text, value);
  const from = around?.start ?? Math.max(0, value.start - 300);
  const whole = decode(text.slice(from, around?.end ?? value.end + 200));
  if (
    !/Endpoint\s{0,99}=\s{0,99}(?:sb|https|amqps?):|HostName\s{0,99}=|SharedAccessKeyName\s{0,99}=|DeviceId\s{0,99}=|\.azure-devices\./i.test(
      whole,
    )
  ) {
    const joined = joinedBefore(text, match.whole.start);
    const kind = joined === null ? null : messagingKind(match, joined + whole);
    if (kind !== null) return { grade: 'certain', kind };
    const signed = BY_SIGNATURE[decoded.slice(33, 37)];
    return signed === undefined ? null : { grade: 'certain', kind: signed.replace('connection-string', 'key') };
  }
  const kind = messagingKind(match, whole);
  if (kind === null) return null;
  return around === null ? { grade: 'certain', kind } : { grade: 'certain', kind, around };
}

const connectionStrings: SecretKind = {
  id: 'servicebus-connection-string',
  noun: 'an Azure Service Bus connection string',
  opens: policyRights,
  form: 'A connection string with `Endpoint=sb://`, `SharedAccessKeyName` and `SharedAccessKey`; the finding covers the key. It appears in code and settings, KEDA scalers included. The connection string of the emulator is not reported.',
  looks: [
    {
      anchors: ['sharedaccesskey'],
      before: 2,
      after: 320,
      pattern: new RegExp(
        `SharedAccessKey\\s{0,3}${PAD}["'\`\\s+&.]{0,12}(?<value>${BASE64}{43}${PAD}|${BASE64}{86}${PAD}{2})${BASE64_ENDS}`,
        'i',
      ),
      judge: judgeKey,
    },
  ],
};

const connectionString = (id: string, service: string, form: string, opens = policyRights): SecretKind => ({
  id,
  noun: `${/^[aeiou]/i.test(service) ? 'an' : 'a'} ${service} connection string`,
  opens,
  form,
  looks: [],
});

const policyKey = (id: string, service: string, signature: string, near: Landmark, form: string): SecretKind => ({
  id,
  noun: `an ${service} key`,
  opens: policyRights,
  form,
  looks: [signedKey(32, signature, 'messaging')],
  named: [{ shape: 'base64Of32', near: [near] }],
});

export const messaging: readonly SecretKind[] = [
  connectionStrings,
  connectionString(
    'eventhubs-connection-string',
    'Azure Event Hubs',
    'A connection string with `Endpoint=sb://`, `SharedAccessKeyName` and `SharedAccessKey`; the finding covers the key. It appears in code and settings, and as the password in the Kafka settings of Event Hubs.',
  ),
  connectionString(
    'relay-connection-string',
    'Azure Relay',
    'A connection string with `Endpoint=sb://`, `SharedAccessKeyName` and `SharedAccessKey` for a relay or hybrid connection; the finding covers the key. It appears in code and settings.',
  ),
  connectionString(
    'notificationhubs-connection-string',
    'Azure Notification Hubs',
    'A connection string with `Endpoint=sb://` and a policy such as `DefaultFullSharedAccessSignature`; the finding covers the key. It appears in code and settings of app back ends.',
  ),
  connectionString(
    'iothub-connection-string',
    'Azure IoT Hub',
    'A connection string with `HostName`, `SharedAccessKeyName` and `SharedAccessKey` for a host under `azure-devices.net`; the finding covers the key. It appears in back-end code and settings.',
  ),
  connectionString(
    'iothub-device-connection-string',
    'Azure IoT Hub device',
    'A connection string with `HostName`, `DeviceId` and `SharedAccessKey`; the finding covers the key. It appears in device code and settings.',
    say('Anyone who has the key can connect as the device, until the key is regenerated.'),
  ),
  connectionString(
    'iotdps-connection-string',
    'Azure IoT Hub Device Provisioning Service',
    'A connection string with a host under `azure-devices-provisioning.net`; the finding covers the key. It appears in provisioning code and settings.',
  ),
  policyKey(
    'servicebus-key',
    'Azure Service Bus',
    '+ASb',
    aboutServiceBus,
    '32 bytes in base64: 44 characters that end in one equals sign. Newer keys carry a signature and a checksum; older ones are found by their name next to a Service Bus client. It appears in `AzureNamedKeyCredential`.',
  ),
  policyKey(
    'eventhubs-key',
    'Azure Event Hubs',
    '+AEh',
    aboutEventHubs,
    '32 bytes in base64: 44 characters that end in one equals sign. Newer keys carry a signature and a checksum; older ones are found by their name next to an Event Hubs client. It appears in `AzureNamedKeyCredential`.',
  ),
  policyKey(
    'relay-key',
    'Azure Relay',
    '+ARm',
    aboutRelay,
    '32 bytes in base64: 44 characters that end in one equals sign. Newer keys carry a signature and a checksum; older ones are found by their name next to a relay. It appears in `TokenProvider.CreateSharedAccessSignatureTokenProvider`.',
  ),
  {
    id: 'iothub-key',
    noun: 'an Azure IoT Hub key',
    opens: policyRights,
    form: '32 bytes in base64 with a signature and a checksum: 44 characters that end in one equals sign; older keys are found by their name next to an IoT Hub.',
    looks: [signedKey(32, 'AIoT', 'iot')],
    named: [{ shape: 'base64Of32', near: [aboutIotHub] }],
  },
];

function judgeToken({ text, value, today, decoded }: Match): Verdict | null {
  const around = queryAround(text, value);
  const query = decode(text.slice(around.start, around.end), false);
  const resource = decode(parameter(query, 'sr') ?? '', true);
  if (resource === '' || parameter(query, 'se') === undefined || isMadeUp(decoded)) return null;
  if (/azure-devices/i.test(resource)) return { kind: 'iothub-sas', grade: 'certain', around, ...expiry(query, today) };
  if (!/servicebus|^(?:sb|amqps?|https?):/i.test(resource)) return null;
  return { grade: 'certain', around, ...expiry(query, today) };
}

export const serviceBusSas: readonly SecretKind[] = [
  {
    id: 'servicebus-sas',
    noun: 'an Azure Service Bus SAS token',
    opens: signedAccess,
    form: 'A text that begins with `SharedAccessSignature` and has the parameters `sr`, `sig`, `se` and `skn`; the finding covers the signature. It appears in `Authorization` headers. An expired one is reported as a hint.',
    looks: [
      {
        anchors: ['sharedaccesssignature'],
        before: 2,
        after: 900,
        pattern: new RegExp(
          `SharedAccessSignature[ =%20+]{1,4}(?:(?!sig=)[A-Za-z]{2,5}=[^&\\s"'<>]{0,300}(?:&amp;|\\\\u0026|&)){0,5}sig=(?<value>(?:[-_]|${BASE64}){43}${PAD}?)(?![A-Za-z0-9+/%=_-])`,
          'i',
        ),
        judge: judgeToken,
      },
    ],
  },
  {
    id: 'iothub-sas',
    noun: 'an Azure IoT Hub SAS token',
    opens: signedAccess,
    form: 'A text that begins with `SharedAccessSignature`, for a host under `azure-devices.net`; the finding covers the signature. It appears in headers and in device code. An expired one is reported as a hint.',
    looks: [],
  },
];
