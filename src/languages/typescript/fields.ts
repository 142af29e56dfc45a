import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import { plainDeclaration } from '../base/plain';
import type { Declaration } from '../contract/declaration';
import type { NameNode } from '../contract/node';
import { typeOf } from './declarations';
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

const classNamed = (name: string, node: Node, tree: Tree): Class | undefined =>
  [...ancestors(tree, node)].find((one): one is Class => isClass(one) && one.id?.name === name) ??
  classesOf(tree).get(name);

/** The classes at the top level of a file, found once: every member asks. The first one of a name counts. */
const classesOf = remembered(({ ast }: Tree): ReadonlyMap<string, Class> => {
  const classes = new Map<string, Class>();
  for (const one of ast.body) {
    const inner: Node | null = one.type === AST_NODE_TYPES.ExportNamedDeclaration ? one.declaration : one;
    if (inner && isClass(inner) && inner.id && !classes.has(inner.id.name)) classes.set(inner.id.name, inner);
  }
  return classes;
});

const staticIn = ({ body }: Class, name: string): TSESTree.PropertyDefinition | undefined =>
  body.body.find(
    (one): one is TSESTree.PropertyDefinition =>
      one.type === AST_NODE_TYPES.PropertyDefinition && one.static && keyName(one.key) === name,
  );

/** The static field that `Settings.storage` means, where the class is one of the file. */
export function staticField(node: Node, tree: Tree): { owner: Class; field: TSESTree.PropertyDefinition } | null {
  if (node.type !== AST_NODE_TYPES.MemberExpression || node.computed) return null;
  if (node.object.type !== AST_NODE_TYPES.Identifier) return null;
  const owner = classNamed(node.object.name, node, tree);
  const name = node.property.type === AST_NODE_TYPES.PrivateIdentifier ? `#${node.property.name}` : node.property.name;
  const field = owner && staticIn(owner, name);
  return field ? { owner, field } : null;
}

/** The name of a member, wherever one is asked for. */
const MEMBER = /\.\s{0,20}([\w$#]{1,200})/g;

/** True where other code may have the class: it is exported, or named but to ask it for a member or to build one. */
function isGiven(owner: Class, type: string, text: string, tree: Tree): boolean {
  if (tree.parentOf(owner)?.type.startsWith('Export')) return true;
  return [...text.matchAll(new RegExp(`(?<![\\w$.])${type.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].some(
    ({ index }) =>
      !/\b(?:class|new)\s{1,20}$/.test(text.slice(Math.max(0, index - 30), index)) &&
      !/^\s{0,20}\.\s{0,20}[\w$#]/.test(text.slice(index + type.length, index + type.length + 45)),
  );
}

/** A static field that code outside the file cannot read, and that the file reads by `Class.name` alone. */
function staticOf(node: Node, text: string, tree: Tree, views: Views): Declaration | null {
  const found = staticField(node, tree);
  const type = found?.owner.id?.name;
  const name = found && keyName(found.field.key);
  if (!found || type === undefined || name === null) return null;
  const { owner, field } = found;
  const isClosed = field.accessibility === 'private' || name.startsWith('#');
  if (field.decorators.length > 0 || (!isClosed && isGiven(owner, type, text, tree))) return null;
  const uses = tree.readers.filter((one): one is TSESTree.MemberExpression => {
    const same = staticField(one, tree);
    return same?.field === field;
  });
  const spoken = [...text.matchAll(MEMBER)].filter(([, member]) => member === name);
  if (spoken.length !== uses.length) return null;
  const isWrite = (one: TSESTree.MemberExpression): boolean => {
    const parent = tree.parentOf(one);
    return (
      (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.left === one) ||
      parent?.type === AST_NODE_TYPES.UpdateExpression
    );
  };
  return {
    kind: 'field',
    name,
    nameSpan: span(field.key),
    removable: span(field),
    statement: span(field),
    initialiser: field.value && views.view(field.value),
    setting: null,
    constant: !uses.some(isWrite),
    exported: false,
    topLevel: false,
    ...typeOf(field.typeAnnotation, text),
    within: owner.range[0],
    fallback: null,
    assigned: null,
    taken: null,
    owner: null,
    prefix: `${type}.`,
    references: uses.map((one) => ({
      ...span(one.property),
      node: views.view(one) as NameNode,
      write: isWrite(one),
      shorthand: false,
      inType: false,
      role: roleOf(one, tree),
    })),
  };
}

/** `this[name]`, `{ ...this }`, `const { name } = this`. */
const INDIRECT = /\bthis\s{0,99}(?:\?\.\s{0,99})?\[|\.\.\.\s{0,99}this\b|\}\s{0,99}=\s{0,99}this\b(?!\s{0,99}[.?[!(])/;

const keyName = (key: Node): string | null =>
  key.type === AST_NODE_TYPES.PrivateIdentifier
    ? `#${key.name}`
    : key.type === AST_NODE_TYPES.Identifier
      ? key.name
      : null;

/** Decorators that leave the fields of a class as they are. */
const PLAIN_DECORATORS: ReadonlySet<string> = new Set([
  'Injectable',
  'Controller',
  'Service',
  'injectable',
  'singleton',
]);

const isPlainDecorator = ({ expression }: TSESTree.Decorator): boolean => {
  const named = expression.type === AST_NODE_TYPES.CallExpression ? expression.callee : expression;
  return named.type === AST_NODE_TYPES.Identifier && PLAIN_DECORATORS.has(named.name);
};

/** True for a class whose fields nothing reads but code that says their names. */
const isPlainClass = ({ superClass, implements: types, decorators }: Class): boolean =>
  superClass === null && types.length === 0 && decorators.every(isPlainDecorator);

const mentionsOf = (name: string, text: string): number =>
  [...text.matchAll(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length;

/**
 * The field that `this.name` means, or the constructor's parameter that makes it. A field that code outside of the file may
 * read is exported and has no value; null where it may be read without its name.
 *
 * @param unread with `this.name` for a field that no other file mentions
 */
export function fieldOf(
  node: Node,
  text: string,
  tree: Tree,
  views: Views,
  unread: ReadonlySet<string>,
): Declaration | null {
  const name = fieldName(node);
  const owner = [...ancestors(tree, node)].find(isClass);
  if (name === null) return staticOf(node, text, tree, views);
  if (!owner) return null;
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
    return {
      ...shared,
      kind: 'parameter',
      name,
      // The node covers the type, too.
      nameSpan: { start: declared.range[0], end: declared.range[0] + name.length },
      removable: null,
      statement: span(parameter),
      initialiser: null,
      constant: writes.length === 0,
      ...typeOf(declared.typeAnnotation, text),
      references: uses.map(reference),
    };
  }

  const field = members.find(
    (one): one is TSESTree.PropertyDefinition =>
      one.type === AST_NODE_TYPES.PropertyDefinition && !one.static && keyName(one.key) === name,
  );
  if (!field) return null;
  const isClosed = field.accessibility === 'private' || name.startsWith('#');
  // Its own mention and those that read it: any other one may be of this field, too.
  if (!isClosed && !(isPlainClass(owner) && mentionsOf(name, text) === uses.length + 1)) return null;
  const exported = !isClosed && !unread.has(`this.${name}`);
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
    initialiser: value && !exported ? views.view(value) : null,
    exported,
    constant: starts || writes.length === 0,
    ...typeOf(field.typeAnnotation, text),
    references: uses.filter((one) => !(starts && one === only)).map(reference),
    assigned: starts && only ? { name: span(only.property), statement: span(assigning) } : null,
  };
}
