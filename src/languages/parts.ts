import type { CodeNode } from './contract/node';

/** The expressions right below a node, in the order of the code. */
export function partsOf(node: CodeNode): readonly CodeNode[] {
  switch (node.kind) {
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.key];
    case 'call':
      return [node.callee, ...node.args.map(({ value }) => value)];
    case 'object':
      return node.props.map(({ value }) => value);
    case 'template':
      return node.parts.filter((part) => typeof part !== 'string');
    case 'fallback':
      return [node.left, node.right];
    case 'conditional':
      return node.branches;
    case 'assign':
      return [node.target, node.value];
    case 'other':
      return node.inside;
    default:
      return [];
  }
}
