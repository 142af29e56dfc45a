import { createDetector } from '../../src/detect/detector';
import { times } from './growth';
import type { Growth } from './growth';
import { fake, key } from './values';

const opaque = (i: number): string => `ghp_${String(i).padStart(36, 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY')}`;

/** Lines that begin a search and do not end it. */
const WORDS = [
  'password=',
  'pwd ="',
  'api key: ',
  'client(',
  'sig=',
  'AccountKey=',
  'kind: Secret\ndata:\n',
  'mssql://a:',
];
const FILLERS = ['a', '="', ' ', '(', 'x1 ', 'a=b;'];

const detector = createDetector([]);

/** Any text: what detection, directives and shown findings cost. */
export const textGrowths: readonly Growth[] = [
  { what: 'text: tokens for secretlint', path: 'a.txt', text: (n) => times(n, (i) => `token = "${opaque(i)}"\n`) },
  { what: 'text: secrets on one line', path: 'a.txt', text: (n) => times(n, () => `AccountKey=${fake.storageKey()};`) },
  {
    what: 'text: directives',
    path: 'a.ts',
    text: (n) => `const k = "AccountKey=${key}";\n${times(n, () => '// secretlint-disable-next-line\nconst a = 1;\n')}`,
  },
  {
    what: 'text: directives with a secret each',
    path: 'a.ts',
    text: (n) => times(n, () => `// secretlint-disable-next-line\nconst a = "AccountKey=${key}";\n`),
  },
  {
    what: 'shown findings: carried over a change at each',
    path: 'a.txt',
    text: (n) => times(n, () => `AccountKey=${key}\n`),
    task: 'type',
  },
  {
    what: 'text: beginnings of secrets',
    path: 'a.yaml',
    text: (n) =>
      WORDS.flatMap((word) =>
        FILLERS.map((filler) => `azure openai sql.database.windows.net ${(word + filler).repeat(n)}`),
      ),
    task: (text) => void detector.detect({ path: 'a.yaml', text }),
  },
];
