import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import { plainDeclaration } from '../base/plain';
import type { Declaration } from '../contract/declaration';
import type { NameNode } from '../contract/node';
import { roleOf } from './roles';
import type { Node, Tree } from './tree';
import { ancestors } from './tree';
import type { Views } from './view';

const span = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
const isClass = (node: Node): node is Class =>
  node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression;

/** The name in `this.name`, with its `#`, or null for any other expression. */
export function fieldName(node: Node): string | null {
  if (node.type !== AST_NODE_TYPES.MemberExpression || node.computed) return null;
  if (node.object.type !== AST_NODE_TYPES.ThisExpression) return null;
  return node.property.type === AST_NODE_TYPES.PrivateIdentifier ? `#${node.property.name}` : node.property.name;
}

/** `this[name]`, `{ ...this }`, `const { name } = this`. */
const INDIRECT = /\bthis\s{0,99}(?:\?\.\s{0,99})?\[|\.\.\.\s{0,99}this\b|\}\s{0,99}=\s{0,99}this\b(?!\s{0,99}[.?[!(])/;

const keyName = (key: Node): string | null =>
  key.type === AST_NODE_TYPES.PrivateIdentifier
    ? `#${key.name}`
    : key.type === AST_NODE_TYPES.Identifier
      ? key.name
      : null;

/**
 * The private field that `this.name` means, or the constructor's parameter that makes it. Null for a field that code
 * outside the class may read: nobody can tell from here who does.
 */
export function fieldOf(node: Node, text: string, tree: Tree, views: Views): Declaration | null {
  const name = fieldName(node);
  const owner = [...ancestors(tree, node)].find(isClass);
  if (name === null || !owner) return null;
  const members = owner.body.body;
  const uses = tree.readers.filter(
    (one) => fieldName(one) === name && [...ancestors(tree, one)].find(isClass) === owner,
  ) as TSESTree.MemberExpression[];
  const writes = uses.filter((one) => {
    const parent = tree.parentOf(one);
    return (
      (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.left === one) ||
      parent?.type === AST_NODE_TYPES.UpdateExpression
    );
  });
  const reference = (one: TSESTree.MemberExpression) => ({
    ...span(one.property),
    node: views.view(one) as NameNode,
    write: writes.includes(one),
    shorthand: false,
    inType: false,
    role: roleOf(one, tree),
  });
  const shared = { ...plainDeclaration, topLevel: false, exported: false, setting: null, prefix: 'this.' };

  const constructor = members.find(
    (one): one is TSESTree.MethodDefinition =>
      one.type === AST_NODE_TYPES.MethodDefinition && one.kind === 'constructor',
  );
  for (const parameter of constructor?.value.params ?? []) {
    if (parameter.type !== AST_NODE_TYPES.TSParameterProperty) continue;
    const own = parameter.parameter;
    const declared = own.type === AST_NODE_TYPES.AssignmentPattern ? own.left : own;
    if (declared.name !== name) continue;
    const type = declared.typeAnnotation ? text.slice(...declared.typeAnnotation.typeAnnotation.range) : null;
    return {
      ...shared,
      kind: 'parameter',
      name,
      nameSpan: span(declared),
      removable: null,
      statement: span(parameter),
      initialiser: null,
      constant: writes.length === 0,
      type,
      references: uses.map(reference),
    };
  }

  const field = members.find(
    (one): one is TSESTree.PropertyDefinition =>
      one.type === AST_NODE_TYPES.PropertyDefinition && !one.static && keyName(one.key) === name,
  );
  if (!field || !(field.accessibility === 'private' || name.startsWith('#'))) return null;
  // A decorator may read the field's name or give it its value.
  if (field.decorators.length > 0) return null;
  // Another object of the class may be read too (`other.name`), or this one in ways that do not say the name so.
  const elsewhere = new RegExp(`(?<!\\bthis\\s{0,99}[?!]?)\\.\\s{0,99}${name.replaceAll('$', '\\$')}(?![\\w$])`);
  if (elsewhere.test(text) || INDIRECT.test(text.slice(...owner.range))) return null;
  const [only] = writes;
  const assignment = only && tree.parentOf(only);
  const assigning = assignment && tree.parentOf(assignment);
  const starts =
    !field.value &&
    writes.length === 1 &&
    assignment?.type === AST_NODE_TYPES.AssignmentExpression &&
    assignment.operator === '=' &&
    assigning?.type === AST_NODE_TYPES.ExpressionStatement &&
    constructor !== undefined &&
    tree.parentOf(assigning) === constructor.value.body;
  const value = field.value ?? (starts ? assignment.right : null);
  return {
    ...shared,
    kind: 'field',
    name,
    nameSpan: span(field.key),
    removable: span(field),
    statement: span(field),
    initialiser: value && views.view(value),
    constant: starts || writes.length === 0,
    type: field.typeAnnotation ? text.slice(...field.typeAnnotation.typeAnnotation.range) : null,
    references: uses.filter((one) => !(starts && one === only)).map(reference),
    assigned: starts && only ? { name: span(only.property), statement: span(assigning) } : null,
  };
}
