import { fromBase64 } from './base64';
import { marvin32, seedOf } from './marvin';

/**
 * Microsoft's identifiable keys ("HIS"): a base64 key with a signature six characters before its padding and a
 * Marvin checksum in its last four bytes. Seeds by what the key opens. Source: microsoft/security-utilities.
 */
export const keySeeds = {
  storage: ['Default0'],
  cosmos: ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
  messaging: ['Manage00', 'Send0000', 'Listen00', 'System00', 'Unknown0'],
  redis: ['Access00'],
  functions: ['Functi00', 'Master00', 'System00'],
  search: ['PAdmin00', 'Query000'],
  batch: ['AbAcct00'],
  registry: ['ACRDflt0'],
  iot: ['IoTHub00', 'DpsKey00', 'Device00'],
  apim: ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'],
  machineLearning: ['Classic0'],
} as const satisfies Record<string, readonly string[]>;

export type KeyFamily = keyof typeof keySeeds;

/** The four bytes a key with this head ends in. `head` holds all bytes of the key; the last four are ignored. */
export const keyChecksum = (head: Uint8Array, seed: string): number => marvin32(head, seedOf(seed), head.length - 4);

/** True when the checksum of a base64 key (standard or URL-safe) belongs to one of the family's seeds. */
export function isIdentifiableKey(key: string, family: KeyFamily): boolean {
  const bytes = fromBase64(key);
  if (bytes === null || bytes.length < 32) return false;
  const at = bytes.length - 4;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at);
  const stored = (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  return keySeeds[family].some((seed) => keyChecksum(bytes, seed) === stored);
}
