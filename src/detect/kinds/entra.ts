import { isEntraSecret } from '../checksum/entra';
import type { Match, SecretKind, Verdict } from '../kind';
import { isMadeUp } from '../silent';

function judgeSecret({ decoded, text, value }: Match): Verdict | null {
  if (isEntraSecret(decoded)) return { grade: 'certain' };
  if (isMadeUp(decoded) || decoded.includes('~tplv-')) return null;
  // A segment of a path or of an image address, not a secret.
  const inPath = text[value.start - 1] === '/' || text[value.end] === '/';
  return inPath ? null : { grade: 'certain' };
}

export const entraClientSecret: SecretKind = {
  id: 'entra-client-secret',
  noun: 'a Microsoft Entra client secret',
  looks: [
    {
      anchors: ['8q~', '7q~'],
      before: 7,
      after: 40,
      // Prose may end a sentence behind it.
      pattern:
        /(?<=^|[^A-Za-z0-9._~-]|%3[Dd])[A-Za-z0-9._~-]{3}[78]Q~(?:[A-Za-z0-9._~-]{34}|[A-Za-z0-9._~-]{30,33}[A-Za-z0-9_~-])(?![A-Za-z0-9_~-]|\.[A-Za-z0-9_~-])/,
      judge: judgeSecret,
    },
  ],
};
