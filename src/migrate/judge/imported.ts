import type { Imported } from '../../languages/contract/imported';
import { metasOf } from '../../languages/compile';
import { sourcesOf } from '../../languages/trace';
import type { ImportedTrace, Trace } from '../../languages/trace';
import type { Use } from '../uses';
import { because } from './context';
import type { Judge, JudgeContext } from './context';
import { declarationsOf, isTakenApart, isTested } from './declarations';
import { unreachable } from './origin';
import { isBroken } from './syntax';

const beyondOf = (from: Trace): ImportedTrace | null => from.importedTrace ?? (from.inner && beyondOf(from.inner));

/** Why a secret that another file holds cannot be replaced there. */
export const secretOfAnotherFile: Judge = (use, context) => {
  for (const source of sourcesOf(use.trace)) {
    const beyond = beyondOf(source);
    const why = beyond && whyNot(beyond, use, context);
    if (why !== null) return because(why, use);
  }
  return null;
};

function whyNot(beyond: ImportedTrace, use: Use, { file }: JudgeContext): string | null {
  const { imported, from } = beyond;
  const { binding, file: there } = imported;
  if (!binding.constant) return 'secret-reassigned';
  if (isTested(binding)) return 'dual-path';
  if (isTakenApart(binding, file)) return 'parsed-by-hand';
  if (there.clientSide) return 'client-side';
  if (beyondOf(from)) return 'secret-from-elsewhere';
  return unreachable(from) ?? whyNoPlace(imported, use) ?? whyNotThere(beyond);
}

/** Why no endpoint can be put beside the secret, or in its place. */
function whyNoPlace({ slot, file: there, name, value }: Imported, { match }: Use): string | null {
  if (!slot && metasOf(match.pattern.toText ?? '').has('ENDPOINT')) return 'secret-imported';
  if (isBroken(slot?.item ?? value, there)) return 'parse-error';
  if (!slot?.item) return null;
  const assigned = new RegExp(`\\.\\s{0,99}${name.replaceAll('$', '\\$')}\\s{0,99}=(?!=)`);
  const around = there.text.slice(0, slot.item.start) + there.text.slice(slot.item.end);
  return assigned.test(around) ? 'secret-reassigned' : null;
}

/** What the variables of the other file are used for besides. The first one is the exported constant itself. */
function whyNotThere({ imported: { file: there }, from }: ImportedTrace): string | null {
  for (const [i, declaration] of declarationsOf(from).entries()) {
    if (!declaration.constant) return 'secret-reassigned';
    if (i > 0 && declaration.exported) return 'secret-exported';
    if (isTested(declaration)) return 'dual-path';
    if (isTakenApart(declaration, there)) return 'parsed-by-hand';
    if (isBroken(declaration.statement, there)) return 'parse-error';
  }
  return null;
}
