import type { Node } from '../syntax';
import { field, members, parts } from '../syntax';

/** A `using` directive of the file. */
export interface Using {
  readonly node: Node;
  readonly namespace: string;
  /** `Blobs` in `using Blobs = Azure.Storage.Blobs;` */
  readonly alias: string | null;
  readonly isStatic: boolean;
  readonly isGlobal: boolean;
  /** Within `#if`: not there for every target. */
  readonly isConditional: boolean;
  /** Says `global::`. */
  readonly isRooted: boolean;
}

export const dotted = (text: string): string => text.replace(/\s+/g, '').replace(/^global::/, '');

function usingOf(node: Node): Using | null {
  const alias = field(node, 'name');
  const target = parts(node)
    .filter(({ id }) => id !== alias?.id)
    .at(-1);
  if (!target) return null;
  const has = (word: string) => node.children.some(({ type }) => type === word);
  return {
    node,
    namespace: dotted(target.text),
    alias: alias?.text ?? null,
    isStatic: has('static'),
    isGlobal: has('global'),
    isConditional: node.parent !== null && /^preproc_/.test(node.parent.type),
    isRooted: /^global\s*::/.test(target.text),
  };
}

/** Every `using` directive, those inside namespaces included. */
export function usingsOf(root: Node): Using[] {
  return members(root).flatMap((node): Using[] => {
    if (node.type === 'using_directive') return [usingOf(node)].filter((one) => one !== null);
    const body = node.type === 'namespace_declaration' ? field(node, 'body') : null;
    return body ? usingsOf(body) : [];
  });
}
