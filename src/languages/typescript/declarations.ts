import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import { plainDeclaration } from '../base/plain';
import type { Declaration, Reference } from '../contract/declaration';
import type { NameNode } from '../contract/node';
import type { Names } from './names';
import { roleOf } from './roles';
import { destructuredSetting } from './settings';
import type { Node, Tree } from './tree';
import { ancestors, isFunction, isStatement } from './tree';
import type { Views } from './view';

const span = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

/** The type of a declaration, as it is written. */
export const typeOf = (
  annotation: TSESTree.TSTypeAnnotation | undefined,
  text: string,
): Pick<Declaration, 'type' | 'typeSpan'> =>
  annotation
    ? { type: text.slice(...annotation.typeAnnotation.range), typeSpan: span(annotation.typeAnnotation) }
    : { type: null, typeSpan: null };

/** The item of a comma-separated list with the comma that goes when it does. */
export function withComma(text: string, items: readonly Node[], item: Node): Span {
  const at = items.indexOf(item);
  const next = items[at + 1];
  const previous = items[at - 1];
  if (next) return { start: item.range[0], end: next.range[0] };
  const trailing = /^\s*,/.exec(text.slice(item.range[1]));
  if (previous) return { start: previous.range[1], end: item.range[1] };
  return { start: item.range[0], end: item.range[1] + (trailing?.[0].length ?? 0) };
}

function removableOf(
  text: string,
  declarator: TSESTree.VariableDeclarator,
  declaration: Node,
  statement: Node,
  name: Node,
): Span | null {
  if (declaration.type !== AST_NODE_TYPES.VariableDeclaration) return null;
  if (declarator.id.type === AST_NODE_TYPES.ObjectPattern && declarator.id.properties.length > 1) {
    const property = declarator.id.properties.find(
      (one) => one.range[0] <= name.range[0] && name.range[1] <= one.range[1],
    );
    return property ? withComma(text, declarator.id.properties, property) : null;
  }
  return declaration.declarations.length === 1
    ? span(statement)
    : withComma(text, declaration.declarations, declarator);
}

/** The object that a name takes its value from, without a default: `const { name } = settings`. */
function takenBy({ id, init }: TSESTree.VariableDeclarator, name: Node, views: Views): Declaration['taken'] {
  if (id.type !== AST_NODE_TYPES.ObjectPattern || !init) return null;
  for (const one of id.properties)
    if (
      one.type === AST_NODE_TYPES.Property &&
      one.value === name &&
      !one.computed &&
      one.key.type === AST_NODE_TYPES.Identifier
    )
      return { object: views.view(init), name: one.key.name };
  return null;
}

export function declarationsOf(
  text: string,
  tree: Tree,
  names: Names,
  views: Views,
  unread: ReadonlySet<string>,
): (variable: Variable) => Declaration | null {
  const known = new Map<Variable, Declaration | null>();

  const references = (variable: Variable): Reference[] =>
    variable.references
      .filter((reference) => !reference.init)
      .map((reference) => {
        const node = reference.identifier;
        const parent = tree.parentOf(node);
        return {
          ...span(node),
          node: views.view(node) as NameNode,
          write: reference.isWrite(),
          shorthand: parent?.type === AST_NODE_TYPES.Property && parent.shorthand,
          // An export of a name counts as both.
          inType: reference.isTypeReference && !reference.isValueReference,
          role: roleOf(node, tree),
        };
      });

  const build = (variable: Variable): Declaration | null => {
    const definition = variable.defs[0];
    if (!definition) return null;
    const { name } = definition;
    const declaring = definition.node as Node;
    const enclosing = [...ancestors(tree, name)];
    const own = enclosing.find(isStatement) ?? name;
    const parent = tree.parentOf(own);
    const statement = parent?.type === AST_NODE_TYPES.ExportNamedDeclaration ? parent : own;
    const shared = {
      ...plainDeclaration,
      name: variable.name,
      nameSpan: { start: name.range[0], end: name.range[0] + variable.name.length },
      statement: span(statement),
      topLevel: !enclosing.some(isFunction) && enclosing.every((node) => node.type !== AST_NODE_TYPES.BlockStatement),
      references: references(variable),
      constant:
        variable.defs.length === 1 &&
        variable.references.every((reference) => reference.init === true || !reference.isWrite()),
      exported:
        (statement.type === AST_NODE_TYPES.ExportNamedDeclaration && !unread.has(variable.name)) ||
        variable.references.some(
          (reference) => tree.parentOf(reference.identifier)?.type === AST_NODE_TYPES.ExportSpecifier,
        ),
      ...typeOf(name.type === AST_NODE_TYPES.Identifier ? name.typeAnnotation : undefined, text),
    };
    const bare = { ...shared, removable: null, initialiser: null, setting: null };
    if (declaring.type === AST_NODE_TYPES.VariableDeclarator) {
      const declaration = tree.parentOf(declaring);
      const plain = declaring.id.type === AST_NODE_TYPES.Identifier;
      const defaulted = tree.parentOf(name);
      return {
        ...shared,
        kind: 'variable',
        removable: declaration ? removableOf(text, declaring, declaration, statement, name) : null,
        initialiser: plain && declaring.init ? views.view(declaring.init) : null,
        setting: plain ? null : destructuredSetting(declaring, name, names),
        taken: takenBy(declaring, name, views),
        fallback:
          defaulted?.type === AST_NODE_TYPES.AssignmentPattern && defaulted.left === name
            ? views.view(defaulted.right)
            : null,
      };
    }
    // As text: the enum would bring the whole scope analysis into this bundle.
    const kind: string = definition.type;
    if (kind === 'Parameter') return { ...bare, kind: 'parameter', exported: false, topLevel: false };
    if (kind === 'ImportBinding') return { ...bare, kind: 'import' };
    return { ...bare, kind: 'function' };
  };

  return (variable) => {
    const found = known.get(variable);
    if (found !== undefined) return found;
    known.set(variable, null);
    const fresh = build(variable);
    known.set(variable, fresh);
    return fresh;
  };
}
