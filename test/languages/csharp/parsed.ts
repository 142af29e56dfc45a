import type { Parser } from '../../../src/languages/contract/language';
import type { CodeNode } from '../../../src/languages/contract/node';
import { csharp } from '../../../src/languages/csharp/language';

let loading: Promise<Parser> | undefined;

/** The parser of C#, loaded once. */
export const parser = (): Promise<Parser> => (loading ??= csharp.load());

/** A short form of a node view, for expectations. */
export function brief(node: CodeNode): unknown {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
      return node.object.kind === 'name' || node.object.kind === 'member'
        ? `${String(brief(node.object))}.${node.name}`
        : { of: brief(node.object), name: node.name };
    case 'string':
      return { string: node.value };
    case 'template':
      return { template: node.parts.map((part) => (typeof part === 'string' ? part : brief(part))) };
    case 'call':
      return {
        [node.isNew ? 'new' : 'call']: brief(node.callee),
        args: node.args.map(({ name, value }) => (name === null ? brief(value) : { [name]: brief(value) })),
      };
    case 'index':
      return { index: brief(node.object), key: brief(node.key) };
    case 'fallback':
      return { fallback: [brief(node.left), brief(node.right)] };
    case 'conditional':
      return { branches: node.branches.map(brief) };
    case 'assign':
      return { assign: brief(node.target), value: brief(node.value) };
    case 'object':
      return { object: node.props.map(({ name, value }) => [name, brief(value)]) };
    case 'other':
      return 'other';
  }
}
