import type { Beside } from '../contract/credential';
import type { Node } from './syntax';
import { ancestors, field, isLambda, isMember, spanOf } from './syntax';

/** The lambda, or else the block, that a call on a builder is in. */
const scopeOf = (use: Node): Node | null => {
  for (const node of ancestors(use))
    if (isLambda(node) || node.type === 'block' || node.type === 'compilation_unit') return node;
  return null;
};

/** True for the expression that a method or property without a block is. */
const isInMember = (use: Node): boolean => [...ancestors(use)].some(isMember);

/** The statement around a use that is in a block, and whether the use is in it directly. */
function statementIn(use: Node): { readonly statement: Node; readonly isWhole: boolean } {
  let isWhole = true;
  for (const node of ancestors(use)) {
    if (!/_statement$/.test(node.type)) continue;
    if (/^(?:block|compilation_unit|global_statement|switch_section)$/.test(node.parent?.type ?? ''))
      return { statement: node, isWhole };
    isWhole = false;
  }
  return { statement: use, isWhole };
}

/**
 * Where a call on the same builder goes: `head(...)` once for all uses in one lambda. Nothing where it is already.
 * A lambda without a block gets one.
 */
export function besides(
  uses: readonly Node[],
  head: string,
  eol: string,
  indentAt: (offset: number) => string,
): Beside[] {
  const places = new Map<number, { scope: Node; last: Node }>();
  for (const use of uses) {
    const scope = scopeOf(use);
    if (!scope) continue;
    const known = places.get(scope.id);
    if (!known || known.last.endIndex < use.endIndex) places.set(scope.id, { scope, last: use });
  }
  return [...places.values()]
    .flatMap(({ scope, last }) =>
      scope.type === 'compilation_unit' && isInMember(last)
        ? uses.filter((use) => scopeOf(use)?.id === scope.id && isInMember(use)).map((use) => ({ scope, last: use }))
        : [{ scope, last }],
    )
    .filter(({ scope }) => !scope.text.replace(/\s+/g, '').includes(`${head.replace(/\s+/g, '')}(`))
    .map(({ scope, last }): Beside => {
      const at = spanOf(last);
      const body = isLambda(scope) ? field(scope, 'body') : null;
      if (body && body.type !== 'block') {
        return {
          at,
          edits: (call) => [
            { span: { start: body.startIndex, end: body.startIndex }, newText: '{ ' },
            { span: { start: body.endIndex, end: body.endIndex }, newText: `; ${call}; }` },
          ],
        };
      }
      // The one expression of a member: the credential goes to this client alone.
      if (isInMember(last) && scope.type === 'compilation_unit')
        return {
          at,
          edits: (call) => [
            {
              span: { start: last.endIndex, end: last.endIndex },
              newText: `.WithCredential${call.slice(head.length)}`,
            },
          ],
        };
      const { statement, isWhole } = statementIn(last);
      // Behind a `return` it would never run, and after a branch without braces it would run anyway.
      if (!isWhole || /^(?:return|throw)_statement$/.test(statement.type))
        return {
          at,
          edits: (call) => [
            {
              span: { start: statement.startIndex, end: statement.startIndex },
              newText: `${call};${eol}${indentAt(statement.startIndex)}`,
            },
          ],
        };
      return {
        at,
        edits: (call) => [
          {
            span: { start: statement.endIndex, end: statement.endIndex },
            newText: `${eol}${indentAt(statement.startIndex)}${call};`,
          },
        ],
      };
    });
}
