import { RETURN, SPACE, TAB } from '../../core/units';
import { fromBase64 } from '../checksum/base64';
import { isStrong } from '../database';
import type { Match, SecretKind, Verdict } from '../kind';
import { isPlaceholder } from '../placeholders';
import { isMadeUp } from '../silent';
import { type Landmark } from '../landmarks';
import { aboutAiServices, aboutOpenAi, aboutSearch } from './ai';
import { aboutCosmos, aboutStorage } from './account-keys';
import { aboutDevops } from './devops';
import { aboutRedis, aboutRegistry } from './keys';
import { aboutEntra } from './entra';
import { aboutEventHubs, aboutServiceBus } from './messaging';
import { aboutMysql, aboutPostgres, aboutSql } from './database-landmarks';
import { say } from '../../core/message';

const NAME = /key|secret|passw|pwd|token|connection|credential|sas/i;

/** Text of base64, or null when it is not printable. */
function textOf(base64: string): string | null {
  const bytes = fromBase64(base64);
  if (bytes === null || bytes.some((byte) => byte < TAB || (byte > RETURN && byte < SPACE) || byte > 126)) return null;
  return Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .trim();
}

/** The lines above, up to the nearest `data:` of a lesser indent, belong to a Secret and not to its `stringData`. */
function standsInData(text: string, at: number): boolean {
  const above = text.slice(Math.max(0, at - 6000), at);
  const document = above.slice(above.lastIndexOf('\n---') + 1) + (text.slice(at, at + 3000).split('\n---', 1)[0] ?? '');
  if (!/["']?kind["']?\s{0,2}:\s{0,2}["']?Secret["']?/i.test(document)) return false;
  const sections = [
    ...above.matchAll(
      /(?:^|[\n{,])[ \t]{0,12}["']?(data|stringData|metadata|spec|annotations|labels|binaryData)["']?\s{0,2}:/g,
    ),
  ];
  return sections.at(-1)?.[1] === 'data';
}

const AZURE: readonly Landmark[] = [
  aboutStorage,
  aboutCosmos,
  aboutServiceBus,
  aboutEventHubs,
  aboutSql,
  aboutPostgres,
  aboutMysql,
  aboutRedis,
  aboutOpenAi,
  aboutAiServices,
  aboutSearch,
  aboutRegistry,
  aboutEntra,
  aboutDevops,
];

function judge(match: Match): Verdict | null {
  const { decoded, text, value, groups, surroundings, inside } = match;
  if (!standsInData(text, value.start)) return null;
  const plain = textOf(decoded);
  if (plain === null || plain.length < 6) return null;
  const name = groups['name'] ?? '';
  if (inside(`${name}=${plain}`).length > 0 || inside(plain).length > 0) return { grade: 'certain' };
  const azure = surroundings.nearest(AZURE, { start: value.start, end: value.start }, 3000) !== null;
  return azure &&
    NAME.test(name) &&
    !isPlaceholder(plain) &&
    (isStrong(plain) || /^[A-Za-z0-9+/]{24,4000}={0,2}$|^[0-9a-f]{32}$/.test(plain))
    ? { grade: 'likely' }
    : null;
}

export const kubernetesSecretData: SecretKind = {
  id: 'kubernetes-secret-data',
  noun: 'a value of a Kubernetes Secret',
  opens: say('Base64 is not encryption: anyone who can read the file can read the value.'),
  form: 'A base64 value under `data:` of a Kubernetes object with `kind: Secret`, whose text is a secret. It appears in YAML and JSON manifests.',
  looks: [
    {
      anchors: ['kind: secret', 'kind: "secret', '"kind":"secret"', '"kind": "secret"'],
      before: 4000,
      after: 12_000,
      pattern:
        /["']?(?<name>(?<![\w.-])[\w.-]{1,80})["']?[ \t]{0,3}:[ \t]{0,3}(?:[|>]-?\s{1,20})?["']?(?<value>[A-Za-z0-9+/]{8,6000}={0,2})["']?(?=[ \t]{0,4}(?:[\r\n,}#]|$))/,
      judge,
    },
  ],
};

/** The lines of a kubeconfig, or of its JSON, from a user down to what signs it in. */
const OF_USER =
  /(?:^|\n)[ \t]{0,12}(?:- )?user:[ \t]{0,4}\r?\n(?:[ \t]{1,16}[\w-]{2,40}:[^\n]{0,9000}\n){0,8}[ \t]{0,16}$|"user"\s{0,3}:\s{0,3}\{[^{}]{0,9000}$/;

const judgeUser = ({ text, whole, decoded }: Match): Verdict | null => {
  const before = text.slice(Math.max(0, whole.start - 9500), whole.start);
  if (!OF_USER.test(before) || !/\busers?["']?\s{0,3}:/.test(before) || !/clusters["']?\s{0,3}:/.test(text))
    return null;
  return isPlaceholder(decoded) || (decoded.length >= 20 && isMadeUp(decoded.slice(0, 64)))
    ? null
    : { grade: 'certain' };
};

export const kubernetesUser: SecretKind = {
  id: 'kubernetes-user-credential',
  noun: 'a credential of a Kubernetes user',
  opens: say('Anyone who has it can act in the cluster as its user, often as the administrator, until it is rotated.'),
  form: 'The `token` or `password` of a user in a kubeconfig, as `az aks get-credentials` writes it. A `client-key-data` there is reported as a private key.',
  looks: [
    {
      anchors: ['token: ', 'token":', 'password: ', 'password":'],
      before: 3,
      after: 2600,
      pattern:
        /(?<![\w-])["']?(?:token|password)["']?:[ \t]{0,3}["']?(?<value>[A-Za-z0-9+/_.!#%^*=-]{12,2500})(?=["']?[ \t]{0,4}(?:[\r\n,}#]|$))/,
      judge: judgeUser,
    },
  ],
};
