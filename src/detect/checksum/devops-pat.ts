import { fromBase32 } from './base64';

/** What the CRC is mixed with, by who was given the token. */
export const patMagic = { user: 0xe0b9692d, app: 0x1019f92e } as const;

function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The 32-bit number spread over bytes 22, 8, 7 and 2 (lowest first) of an Azure DevOps token's 32 bytes. */
export function patChecksum(bytes: Uint8Array, magic: number): number {
  const covered = [...bytes].filter((_, at) => at !== 2 && at !== 7 && at !== 8 && at !== 22);
  return (crc32(covered) ^ magic) >>> 0;
}

/** True for 52 characters of base32 whose CRC is that of an Azure DevOps personal access token. */
export function isDevopsPat(token: string): boolean {
  const bytes = fromBase32(token);
  if (bytes?.length !== 32) return false;
  const [low = 0, second = 0, third = 0, high = 0] = [bytes[22], bytes[8], bytes[7], bytes[2]];
  const stored = (low | (second << 8) | (third << 16) | (high << 24)) >>> 0;
  return stored === patChecksum(bytes, patMagic.user) || stored === patChecksum(bytes, patMagic.app);
}
