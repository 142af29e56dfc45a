import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { SettingRead } from '../code';
import type { Names } from './names';
import type { Node } from './tree';
import { unwrap } from './tree';

/** `process.env`, `import.meta.env`, or a constant that stands for it. */
function isEnvironment(node: Node, names: Names): boolean {
  node = unwrap(node);
  if (
    node.type === AST_NODE_TYPES.MemberExpression &&
    !node.computed &&
    node.property.type === AST_NODE_TYPES.Identifier &&
    node.property.name === 'env'
  ) {
    const object = unwrap(node.object);
    if (object.type === AST_NODE_TYPES.MetaProperty) return true;
    if (object.type === AST_NODE_TYPES.Identifier && object.name === 'process') return true;
    const entity = names.entityOf(object);
    return entity !== null && /^(node:)?process$/.test(entity.package) && entity.path.length === 0;
  }
  if (node.type !== AST_NODE_TYPES.Identifier) return false;
  const entity = names.entityOf(node);
  if (entity) return /^(node:)?process$/.test(entity.package) && entity.path.join() === 'env';
  const definition = names.variableOf(node)?.defs[0]?.node;
  return (
    definition?.type === AST_NODE_TYPES.VariableDeclarator &&
    definition.id.type === AST_NODE_TYPES.Identifier &&
    definition.init !== null &&
    isEnvironment(definition.init, names)
  );
}

const inQuotes = (node: TSESTree.StringLiteral) => ({ start: node.range[0] + 1, end: node.range[1] - 1 });

/** The setting an expression reads, as `process.env.X`, `process.env["X"]` or `configService.get("X")`. */
export function settingRead(node: Node, names: Names): SettingRead | null {
  node = unwrap(node);
  if (node.type === AST_NODE_TYPES.MemberExpression && isEnvironment(node.object, names)) {
    const { property } = node;
    if (!node.computed && property.type === AST_NODE_TYPES.Identifier) {
      return {
        origin: 'environment',
        name: property.name,
        nameSpan: { start: property.range[0], end: property.range[1] },
      };
    }
    if (node.computed && property.type === AST_NODE_TYPES.Literal && typeof property.value === 'string') {
      return { origin: 'environment', name: property.value, nameSpan: inQuotes(property) };
    }
    return null;
  }
  if (
    node.type !== AST_NODE_TYPES.CallExpression ||
    node.callee.type !== AST_NODE_TYPES.MemberExpression ||
    node.callee.computed
  )
    return null;
  const { object, property } = node.callee;
  const [first] = node.arguments;
  if (property.type !== AST_NODE_TYPES.Identifier || !/^get(OrThrow)?$/.test(property.name)) return null;
  if (first?.type !== AST_NODE_TYPES.Literal || typeof first.value !== 'string') return null;
  const holder = unwrap(object);
  const holderName =
    holder.type === AST_NODE_TYPES.Identifier
      ? holder.name
      : holder.type === AST_NODE_TYPES.MemberExpression && holder.property.type === AST_NODE_TYPES.Identifier
        ? holder.property.name
        : '';
  if (!/config/i.test(holderName)) return null;
  return { origin: 'configuration', name: first.value, nameSpan: inQuotes(first) };
}

/** The setting behind a destructured name: `const { X } = process.env`. */
export function destructuredSetting(
  declarator: TSESTree.VariableDeclarator,
  name: Node,
  names: Names,
): SettingRead | null {
  if (declarator.id.type !== AST_NODE_TYPES.ObjectPattern || !declarator.init || !isEnvironment(declarator.init, names))
    return null;
  for (const property of declarator.id.properties) {
    if (
      property.type !== AST_NODE_TYPES.Property ||
      property.computed ||
      property.key.type !== AST_NODE_TYPES.Identifier
    )
      continue;
    const value = property.value.type === AST_NODE_TYPES.AssignmentPattern ? property.value.left : property.value;
    if (value === name)
      return {
        origin: 'environment',
        name: property.key.name,
        nameSpan: { start: property.key.range[0], end: property.key.range[1] },
      };
  }
  return null;
}

/** The names of the settings a member, call or destructuring reads by itself. */
export function settingsRead(node: Node, names: Names): readonly string[] {
  if (node.type !== AST_NODE_TYPES.VariableDeclarator) {
    const read = settingRead(node, names);
    return read ? [read.name] : [];
  }
  if (node.id.type !== AST_NODE_TYPES.ObjectPattern) return [];
  return node.id.properties.flatMap((property) => {
    if (property.type !== AST_NODE_TYPES.Property) return [];
    const value = property.value.type === AST_NODE_TYPES.AssignmentPattern ? property.value.left : property.value;
    return destructuredSetting(node, value, names)?.name ?? [];
  });
}
