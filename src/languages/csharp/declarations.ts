import type { Span } from '../../core/span';
import { plainDeclaration } from '../base/plain';
import type { Declaration, Reference } from '../contract/declaration';
import type { CodeNode, NameNode } from '../contract/node';
import { roleOf } from './roles';
import type { Binding } from './scope/binding';
import { isReachedFromOutside, lookup, ownerOf, usesOf } from './scope/lookup';
import type { Node } from './syntax';
import {
  ancestors,
  declaratorsOf,
  field,
  isFunction,
  isOwnMember,
  isType,
  modifiersOf,
  spanOf,
  valueOf,
} from './syntax';
import type { Views } from './view';

/** The item of a comma-separated list with the comma that goes when it does. */
function withComma(items: readonly Node[], item: Node): Span {
  const at = items.findIndex(({ id }) => id === item.id);
  const [previous, next] = [items[at - 1], items[at + 1]];
  if (next) return { start: item.startIndex, end: next.startIndex };
  return { start: previous?.endIndex ?? item.startIndex, end: item.endIndex };
}

/** The expression that stands for a name: `this._key` for a field that is read so. */
const written = (name: Node): Node => ((isOwnMember(name) || ownerOf(name)) && name.parent ? name.parent : name);

function isWrite(name: Node): boolean {
  const node = written(name);
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'assignment_expression') return field(parent, 'left')?.id === node.id;
  if (parent.type === 'argument') {
    if (parent.parent?.type === 'tuple_expression')
      return (
        parent.parent.parent?.type === 'assignment_expression' &&
        field(parent.parent.parent, 'left')?.id === parent.parent.id
      );
    return parent.children.some(({ type }) => type === 'ref' || type === 'out');
  }
  return (
    /^(?:prefix|postfix)_unary_expression$/.test(parent.type) &&
    parent.children.some(({ type }) => type === '++' || type === '--')
  );
}

/** `_conn = value;` directly in a constructor's body: the assignment a field starts with. */
function startingAssignment(name: Node): Node | null {
  const assignment = written(name).parent;
  const statement = assignment?.parent;
  if (
    assignment?.type !== 'assignment_expression' ||
    field(assignment, 'operator')?.type !== '=' ||
    statement?.type !== 'expression_statement'
  )
    return null;
  return statement.parent?.type === 'block' && statement.parent.parent?.type === 'constructor_declaration'
    ? assignment
    : null;
}

/** The statement or member that a declaring node is in. */
function statementOf(node: Node): Node {
  for (const one of [node, ...ancestors(node)])
    if (
      /_statement$|^(?:field|property|method)_declaration$|^parameter$/.test(one.type) &&
      one.type !== 'global_statement'
    )
      return one;
  return node;
}

/** Code outside this file may speak of it. */
const isExported = (member: Node): boolean => {
  const modifiers = modifiersOf(member);
  if (
    /^(?:field|property)_declaration$/.test(member.type) &&
    modifiers.some((one) => /^(?:public|internal|protected)$/.test(one))
  )
    return true;
  const type = [...ancestors(member)].find(isType);
  return type !== undefined && modifiersOf(type).includes('partial');
};

export const hasSetter = (property: Node): boolean =>
  (field(property, 'accessors')?.namedChildren ?? []).some((accessor) =>
    accessor.children.some(({ type }) => type === 'set'),
  );

const typeOf = (node: Node): Pick<Declaration, 'type' | 'typeSpan'> => {
  const type = field(node.type === 'variable_declarator' ? (node.parent ?? node) : node, 'type');
  return type && type.type !== 'implicit_type'
    ? { type: type.text, typeSpan: spanOf(type) }
    : { type: null, typeSpan: null };
};

/** @param unread names of members that nothing outside of the file reads */
export function declarationsOf(
  text: string,
  views: Views,
  unread: ReadonlySet<string> = new Set(),
): (name: Node) => Declaration | null {
  const known = new Map<number, Declaration>();

  const build = (binding: Binding): Declaration => {
    const { kind, name, node } = binding;
    const statement = statementOf(node);
    const uses = usesOf(binding, text);
    const writes = uses.filter(isWrite);
    const isMember = kind === 'field' || kind === 'property';
    const value = kind === 'local' || isMember ? valueOf(node) : null;
    const [onlyWrite] = writes;
    const starting = isMember && !value && onlyWrite && writes.length === 1 ? startingAssignment(onlyWrite) : null;
    const initial = starting && onlyWrite;
    const references = uses
      .filter((use) => use.id !== initial?.id)
      .map((use): Reference => ({
        ...spanOf(use),
        node: views.view(use) as NameNode,
        write: isWrite(use),
        shorthand: false,
        inType: false,
        role: roleOf(use),
      }));
    const list = declaratorsOf(statement);
    const removable = /^(?:local_declaration_statement|field_declaration|property_declaration)$/.test(statement.type)
      ? list.length > 1
        ? withComma(list, node)
        : spanOf(statement)
      : null;
    const initialiser: CodeNode | null = value
      ? views.view(value)
      : starting
        ? views.view(field(starting, 'right') ?? starting)
        : null;
    return {
      ...plainDeclaration,
      kind: kind === 'local' || kind === 'pattern' ? 'variable' : kind === 'property' ? 'field' : kind,
      name: name.text,
      nameSpan: spanOf(name),
      removable: kind === 'parameter' || kind === 'pattern' ? null : removable,
      statement: spanOf(statement),
      initialiser,
      setting: null,
      constant:
        (starting ? true : writes.length === 0) && (kind !== 'property' || !hasSetter(node)) && kind !== 'pattern',
      exported: isMember && ((isExported(statement) && !unread.has(name.text)) || isReachedFromOutside(binding, text)),
      topLevel: statement.parent?.type === 'global_statement',
      ...typeOf(node),
      references,
      owner: isMember ? (field(binding.scope, 'name')?.text ?? '') : null,
      within:
        [...ancestors(value ?? starting ?? statement)].find((one) => isFunction(one) || isType(one))?.startIndex ?? 0,
      assigned:
        starting && onlyWrite ? { name: spanOf(onlyWrite), statement: spanOf(starting.parent ?? starting) } : null,
    };
  };

  return (name) => {
    if (name.type !== 'identifier') return null;
    const binding = lookup(name.text, name);
    if (!binding) return null;
    const found = known.get(binding.name.id) ?? build(binding);
    known.set(binding.name.id, found);
    return found;
  };
}
