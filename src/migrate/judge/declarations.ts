import { remembered } from '../../core/remember';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { Trace } from '../../languages/trace';
import { because } from './context';
import type { Judge, JudgeContext } from './context';
import { isBroken } from './syntax';

/** Every declaration on the way of a secret into a use. */
export function declarationsOf({ declarations, inner }: Trace): readonly Declaration[] {
  return inner ? [...declarations, ...declarationsOf(inner)] : declarations;
}

/** A value taken apart by hand: `conn.split(';')`, `/AccountKey=(.*)/.exec(conn)`, `parseConnectionString(conn)`. */
export const isTakenApart = remembered(({ references }: Declaration, { text }: CodeFile): boolean =>
  references.some(
    ({ start, end, role }) =>
      (role.kind !== 'guard' || role.form !== true) &&
      (/^\s{0,99}[?!]?\.\s{0,99}(split|match|matchAll|indexOf|substring|substr|slice|Split|IndexOf|Substring)\b/.test(
        text.slice(end, end + 40),
      ) ||
        /(?:\.exec|\.matchAll|\bparse\w{0,100}|Regex\.Match(?:es)?)\(\s{0,99}$/i.test(
          text.slice(Math.max(0, start - 60), start),
        )),
  ),
);

/** A condition other than a guard asks for the value. */
export const isTested = remembered(({ references }: Declaration): boolean =>
  references.some(({ role }) => role.kind === 'test'),
);

/** A key credential read back from a client: `client.credential.accountName`. */
const READ_BACK =
  /\.credential\b(?:\s{1,99}as\s{1,99}\w{1,100})?\)?[?!]?\.(?:account\w{1,100}|computeHMAC\w{0,100}|key)\b|\.credential\s{1,99}as\s{1,99}\w{0,100}Key\w{0,100}/;

const readsBack = remembered(({ text }: CodeFile): boolean => READ_BACK.test(text));

/** The file reads the key credential back from the client. */
export const credentialReadBack: Judge = (use, { file }) =>
  readsBack(file) ? because('credential-read-back', use) : null;

/** What a variable on the way of the secret is used for besides. */
export const variablesOnTheWay: Judge = (use, context) => {
  for (const declaration of declarationsOf(use.trace)) {
    const why = whyNot(declaration, context);
    if (why !== null) return because(why, use);
  }
  return null;
};

function whyNot(declaration: Declaration, { file }: JudgeContext): string | null {
  if (!declaration.constant) return 'secret-reassigned';
  if (declaration.exported) return 'secret-exported';
  if (isTested(declaration)) return 'dual-path';
  if (isTakenApart(declaration, file)) return 'parsed-by-hand';
  return isBroken(declaration.statement, file) ? 'parse-error' : null;
}
