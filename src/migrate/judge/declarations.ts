import { remembered } from '../../core/remember';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { Trace } from '../../languages/trace';
import { because } from './context';
import type { Judge, JudgeContext } from './context';
import { isBroken } from './syntax';

/** Every declaration on the way of a secret into a use. */
export function declarationsOf({ declarations, inner, passed }: Trace): readonly Declaration[] {
  const before = [...(inner ? [inner] : []), ...(passed?.values.map(({ from }) => from) ?? [])];
  return before.length === 0 ? declarations : [...new Set([...declarations, ...before.flatMap(declarationsOf)])];
}

/** A value taken apart by hand: `conn.split(';')`. */
export const isTakenApart = remembered(({ references }: Declaration, { text, dialect }: CodeFile): boolean =>
  references.some(
    (reference) => (reference.role.kind !== 'guard' || !reference.role.form) && dialect.takesApart(text, reference),
  ),
);

/** A condition other than a guard asks for the value. */
export const isTested = remembered(({ references }: Declaration): boolean =>
  references.some(({ role }) => role.kind === 'test'),
);

/** A guard stops where the value is missing. */
export const isGuarded = remembered(({ references }: Declaration): boolean =>
  references.some(({ role }) => role.kind === 'guard'),
);

const readsKeyBack = remembered(({ text, dialect }: CodeFile): boolean => dialect.readsKeyBack(text));

/** The file reads the key credential back from the client. */
export const credentialReadBack: Judge = (use, { file }) =>
  readsKeyBack(file) ? because('credential-read-back', use) : null;

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
