import { marvin32, seedOf } from './marvin';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';

/** The last three of the 40 characters of an Entra client secret, from the 37 before them (ASCII). */
export function entraChecksum(first37: string): string {
  const bytes = Uint8Array.from(first37, (unit) => unit.charCodeAt(0));
  let rest = marvin32(bytes, seedOf('AadPwd00'));
  let text = '';
  while (rest > 0) {
    text = ALPHABET.charAt(rest % 66) + text;
    rest = Math.floor(rest / 66);
  }
  return text.padStart(6, 'a').slice(0, 3);
}

/** True for 40 characters whose checksum holds. Many real secrets fail it: never a reason to leave one out. */
export const isEntraSecret = (secret: string): boolean =>
  secret.length === 40 && secret.slice(3, 6) === `8Q${'~'}` && entraChecksum(secret.slice(0, 37)) === secret.slice(37);
