import { textOf } from './checksum/base64';
import type { Signature, Match, Verdict } from './kind';
import { isTestMaterial } from './silent';

/*
 * A secret in a text that is encoded in another: a connection string, a service principal or a PEM block in base64,
 * an ODBC string in the query of a URL. What the detector finds in the inner text is what is found.
 */

/** How texts with secrets begin, in base64 from their first character on. */
const BEGINNINGS = [
  // {"appId, {"clientId, {"client, { "..., { and a line break
  'eyJhcHBJ',
  'eyJjbGllbnR',
  'eyJ0ZW5hbn',
  'eyJzdWJzY3Jp',
  'eyJwYXNzd29y',
  'eyAi',
  'ewogI',
  'ewoJ',
  'ew0KI',
  // Endpoint=, AccountEndpoint=, BlobEndpoint=, DefaultEndpointsProtocol=, HostName=
  'RW5kcG9pbn',
  'ZW5kcG9pbn',
  'QWNjb3VudE',
  'QmxvYkVuZHBva',
  'RGVmYXVsdEVuZHBva',
  'SG9zdE5hbW',
  'U2hhcmVkQWNjZXNz',
  // Server=, Data Source=, Driver=, Host=, jdbc:, postgres, mssql, mysql, mongodb, redis
  'U2VydmVyP',
  'c2VydmVyP',
  'RGF0YSBTb3Vy',
  'RHJpdmVyP',
  'SG9zdD',
  'amRiYz',
  'cG9zdGdyZX',
  'bXNzcW',
  'bXlzcW',
  'bW9uZ29kY',
  'cmVkaX',
  // <publishData, apiVersion, -----BEGIN
  'PHB1Ymxpc2hEYXRh',
  'YXBpVmVyc2lvb',
  'LS0tLS1CRUdJTi',
  // AZURE_, ARM_
  'QVpVUkVf',
  'QVJNX',
] as const;

const PRINTABLE = /^[\t\n\r\x20-\x7e]*$/;

function judgeBase64({ decoded, inside, path }: Match): Verdict | null {
  const plain = textOf(decoded);
  if (plain.length < 24 || !PRINTABLE.test(plain)) return null;
  const [first] = inside(plain);
  if (first === undefined || (first.kind === 'private-key' && isTestMaterial(path))) return null;
  const { kind, grade, message, severity, reach } = first;
  return { kind, grade, ...(message && { message }), ...(severity && { severity }), ...(reach && { reach }) };
}

/** A text in base64 that holds a secret. The finding covers all of it. */
export const inBase64: Signature = {
  anchors: BEGINNINGS,
  before: 1,
  after: 16_000,
  pattern: new RegExp(
    `(?<![A-Za-z0-9+/_-]|%2[BbFf])(?<value>(?:${BEGINNINGS.join('|')})[A-Za-z0-9+/]{24,15000}={0,2})(?![A-Za-z0-9+/_=-])`,
  ),
  judge: judgeBase64,
};

const HEX = /^[0-9A-Fa-f]{2}$/;

/** A percent-encoded text, and for each of its characters where it is in the raw one. */
function percentDecoded(raw: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < raw.length;) {
    places.push(at);
    const code = raw.slice(at + 1, at + 3);
    if (raw.charAt(at) === '%' && HEX.test(code)) {
      text += String.fromCharCode(parseInt(code, 16));
      at += 3;
    } else {
      text += raw.charAt(at) === '+' ? ' ' : raw.charAt(at);
      at += 1;
    }
  }
  places.push(raw.length);
  return { text, places };
}

/** A connection string in the query of a URL: `?odbc_connect=Driver%3D...%3BPwd%3D...`. */
export const percentEncoded: Signature = {
  anchors: ['pwd%3d', 'password%3d', 'accountkey%3d', 'accesskey%3d', 'secret%3d'],
  before: 900,
  after: 500,
  pattern:
    /(?<![*A-Za-z0-9%._~+-])(?:[*A-Za-z0-9._~+-]|%[0-9A-Fa-f]{2}){4,900}?(?:pwd|password|key|secret)%3D(?<value>(?:[A-Za-z0-9._~*!$()+-]|%(?!3B|22|27|0A|0D)[0-9A-Fa-f]{2}){4,300})(?:%3B(?:[*A-Za-z0-9._~+-]|%[0-9A-Fa-f]{2}){0,600})?/i,
  judge: ({ text, whole, value, inside }) => {
    const { text: plain, places } = percentDecoded(text.slice(whole.start, whole.end));
    const found = inside(plain).find(({ span }) => {
      const [start, end] = [places[span.start], places[span.end]];
      return (
        start !== undefined &&
        end !== undefined &&
        whole.start + start === value.start &&
        whole.start + end <= value.end
      );
    });
    if (found === undefined) return null;
    const { kind, grade, span } = found;
    return {
      kind,
      grade,
      span: { start: whole.start + (places[span.start] ?? 0), end: whole.start + (places[span.end] ?? 0) },
      around: whole,
    };
  },
};
