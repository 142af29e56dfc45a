import { BASE64, BASE64_ENDS, decode, PAD } from '../encoding';
import { connectionStringAround } from '../extent';
import type { Match, SecretKind, Verdict } from '../kind';
import { isMadeUp } from '../silent';
import { serviceKey } from '../opens';

/** A key of 32 or 64 bytes, or a CASK key. */
const VALUE = `(?=${BASE64}{43})(?<value>${BASE64}{84}(?![A-Za-z0-9+/])|${BASE64}{86}${PAD}{2}|${BASE64}{43}${PAD})${BASE64_ENDS}`;

/** The text of a connection string round a value, decoded; where its parts are joined by code, the text near it. */
function wholeOf({ text, value }: Match): { whole: string; around?: Match['value'] } {
  const around = connectionStringAround(text, value);
  const whole = decode(text.slice(around?.start ?? Math.max(0, value.start - 300), around?.end ?? value.end + 200));
  return around === null ? { whole } : { whole, around };
}

const judge =
  (kinds: readonly (readonly [RegExp, string])[]) =>
  (match: Match): Verdict | null => {
    if (isMadeUp(match.decoded)) return null;
    const { whole, around } = wholeOf(match);
    const kind = kinds.find(([host]) => host.test(whole))?.[1];
    if (kind === undefined) return null;
    return around === undefined ? { grade: 'certain', kind } : { grade: 'certain', kind, around };
  };

export const appConfigConnectionString: SecretKind = {
  id: 'appconfig-connection-string',
  noun: 'an Azure App Configuration connection string',
  opens: serviceKey,
  form: 'A connection string with `Endpoint`, `Id` and `Secret`; the finding covers the value of `Secret`. It appears in `AddAzureAppConfiguration` and in settings.',
  looks: [
    {
      anchors: ['secret=', 'secret =', 'secret%3d', 'secret\\u003d'],
      before: 2,
      after: 560,
      pattern: new RegExp(`(?<![A-Za-z0-9_])Secret\\s?${PAD}["'\`\\s+&.]{0,12}${VALUE}`, 'i'),
      judge: judge([
        [
          /azconfig\.(?:io|azure\.(?:us|cn))|Endpoint\s{0,99}=[^;]{1,200};\s{0,99}Id\s{0,99}=/i,
          'appconfig-connection-string',
        ],
      ]),
    },
  ],
};

export const signalRConnectionString: SecretKind = {
  id: 'signalr-connection-string',
  noun: 'an Azure SignalR Service connection string',
  opens: serviceKey,
  form: 'A connection string with `Endpoint`, `AccessKey` and `Version` for a host under `service.signalr.net`; the finding covers the access key. It appears in code and settings.',
  looks: [
    {
      anchors: ['accesskey'],
      before: 2,
      after: 560,
      pattern: new RegExp(`(?<![A-Za-z0-9_])AccessKey\\s{0,3}${PAD}["'\`\\s+&.]{0,12}${VALUE}`, 'i'),
      judge: judge([
        [/webpubsub\.azure\./i, 'webpubsub-connection-string'],
        [/communication\.azure\./i, 'acs-connection-string'],
        [/service\.signalr\.(?:net|azure\.)/i, 'signalr-connection-string'],
        [/Endpoint\s{0,99}=[^;]{1,200}signalr|signalr[^;]{0,40}Endpoint\s{0,99}=/i, 'signalr-connection-string'],
      ]),
    },
  ],
};

export const webPubSubConnectionString: SecretKind = {
  id: 'webpubsub-connection-string',
  noun: 'an Azure Web PubSub connection string',
  opens: serviceKey,
  form: 'A connection string with `Endpoint`, `AccessKey` and `Version` for a host under `webpubsub.azure.com`; the finding covers the access key. It appears in code and settings.',
  looks: [],
};

export const communicationConnectionString: SecretKind = {
  id: 'acs-connection-string',
  noun: 'an Azure Communication Services connection string',
  opens: serviceKey,
  form: 'A connection string with `endpoint` and `accesskey`, in lower case, for a host under `communication.azure.com`; the finding covers the access key. It appears in code and settings.',
  looks: [],
};
