import { coverOf } from '../../core/cover';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode, NameNode } from '../../languages/contract/node';
import { metasOf } from '../../languages/compile';
import type { Trace } from '../../languages/trace';
import type { Use } from '../uses';

/** True where the rewrite needs a credential only: what the code says of the endpoint stays, and the key goes. */
export const needsOnlyCredential = ({ secret, match: { pattern } }: Use): boolean =>
  secret === 'KEY' &&
  pattern.source.kind === 'rewrite' &&
  pattern.toText !== null &&
  !metasOf(pattern.toText).has('ENDPOINT');

/** Objects that hold what somebody sends with each call: their keys belong to others. */
const SENT =
  /^(?:req|request|res|response|body|query|params|headers|event|message|msg|payload|argv|args|inputs?|props|form|user|tenant|customer)$/i;

/**
 * True for a key that nobody has to follow, because nothing takes its place: a property of an object whose other properties
 * the code goes on reading. A parameter or a field of its own would be left behind without a reader.
 */
export function isDroppedKey(use: Use, file: CodeFile): boolean {
  if (!needsOnlyCredential(use) || use.trace.origin !== 'elsewhere') return false;
  const leaf = leafOf(use.trace);
  if (leaf?.kind !== 'member') return false;
  const path: string[] = [];
  let at: CodeNode = leaf;
  for (; at.kind === 'member'; at = at.object) path.push(at.name);
  if (at.kind !== 'name') return false;
  const names = [...at.name.split('.'), ...path.slice(1)];
  return !names.some((name) => SENT.test(name)) && staysRead(at, leaf, file);
}

/** What a plain read ends in; nothing where a default, a text or a call is on the way. */
const leafOf = ({ leaf, fallback, inner, importedTrace, passed }: Trace): CodeNode | null =>
  fallback || inner || importedTrace || passed ? null : leaf;

/** True when other code reads the object, too, or when an import brings it, which goes with its last read. */
function staysRead(root: NameNode, { outer }: CodeNode, file: CodeFile): boolean {
  const declaration = file.declarationOf(root);
  if (!declaration || declaration.kind === 'import') return true;
  const own = coverOf([outer]);
  return declaration.references.some((one) => !one.write && !one.inType && !own.covers(one));
}
