import type { Beside } from '../contract/credential';
import type { Node } from './syntax';
import { ancestors, field, isLambda, spanOf } from './syntax';

/** The lambda, or else the block, that a call on a builder stands in. */
const scopeOf = (use: Node): Node | null => {
  for (const node of ancestors(use))
    if (isLambda(node) || node.type === 'block' || node.type === 'compilation_unit') return node;
  return null;
};

/**
 * Where a call on the same builder goes: `head(...)` once for all uses in one lambda. Nothing where it stands already.
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
      const statement = [...ancestors(last)].find(({ type }) => /_statement$/.test(type)) ?? last;
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
