import type { Span } from '../../../core/span';
import type { Entity } from '../../contract/entity';
import type { Meaning, Scopes, Way } from '../../contract/scope';
import { identifiers } from '../find';
import type { Node } from '../syntax';
import { ancestors, field, isFunction, isMember, isType, spanOf } from '../syntax';
import { isAssignedAt } from './assigned';
import type { Binding } from './binding';
import { lookup } from './lookup';
import type { Namespaces } from './namespaces';
import { namesInSight } from './names-in-sight';
import { placeOf } from './place';
import { isInReach } from './reach';
import type { TypesInSight } from './types-in-sight';

/** What the questions of scopes are answered from. */
export interface ScopeSource {
  readonly text: string;
  readonly root: Node;
  readonly namespaces: Namespaces;
  readonly types: TypesInSight;
  /** Whether the compiler looks for missing values, by offset. */
  readonly nullableAt: (at: number) => boolean;
}

/** What C# has in sight in one file. */
export interface CSharpScopes extends Scopes {
  readonly types: TypesInSight;
}

export function scopesOf(source: ScopeSource): CSharpScopes {
  const { text, root, namespaces, types, nullableAt } = source;
  const nodeAt = (at: number): Node => root.descendantForIndex(at, at) ?? root;
  return {
    types,
    meaning(name, at) {
      const node = nodeAt(at);
      const binding = lookup(name, node);
      if (binding) return meaningOf(binding, node);
      if (types.membersAround(node).has(name)) return plain(name, 'inherited', null);
      const alias = namespaces.usings.find((using) => using.alias === name);
      if (alias) return plain(name, 'alias', spanOf(alias.node));
      return namespaces.declared.has(name) ? plain(name, 'type', null) : null;
    },
    names: (at) => namesInSight(nodeAt(at), types),
    mentions: (name) =>
      identifiers(root, text, name)
        .filter((node) => !isOfNamespace(node))
        .map(spanOf),
    reach: (at) => spanOf(functionAround(nodeAt(at)) ?? root),
    place: (at) => ({ ...placeOf(nodeAt(at)), nullable: nullableAt(at) }),
    mayBring: (entity) => mayBring(entity, source),
    get asks() {
      return types.unknownBases;
    },
  };

  function mayBring(entity: Entity, { types: inSight }: ScopeSource): boolean {
    const name = entity.path[0] ?? '';
    return identifiers(root, text, name).every(
      (node) => isQualified(node) || isNoType(node) || !inSight.isTaken(name, entity.module, node),
    );
  }
}

/** A part of the name of a namespace. */
const isOfNamespace = (node: Node): boolean => {
  const around = [...ancestors(node)].find(({ type }) => !/^(?:qualified_name|alias_qualified_name)$/.test(type));
  return /^(?:using_directive|namespace_declaration|file_scoped_namespace_declaration)$/.test(around?.type ?? '');
};

/** The method or the like that a place is in; null where what is declared there is seen further. */
function functionAround(at: Node): Node | null {
  const member = [at, ...ancestors(at)].find((one) => isMember(one) || isType(one));
  return member && !isType(member) && member.type !== 'field_declaration' ? member : null;
}

const plain = (name: string, way: Way, span: Span | null): Meaning => ({
  name,
  way,
  span,
  assigned: true,
  usable: true,
});

function meaningOf(binding: Binding, at: Node): Meaning {
  return {
    name: binding.name.text,
    way: wayOf(binding, at),
    span: spanOf(binding.name),
    assigned: binding.kind !== 'local' || isAssignedAt(binding, at),
    usable: isInReach(binding, at),
  };
}

function wayOf({ kind, scope }: Binding, at: Node): Way {
  if (isType(scope)) {
    const type = [...ancestors(at)].find(isType);
    return type?.id === scope.id ? 'member' : 'outer';
  }
  if (kind === 'parameter') {
    const own = [...ancestors(at)].find(isFunction);
    return own?.id === scope.id ? 'parameter' : 'captured';
  }
  const isCaptured = [...ancestors(at)].some(
    (one) =>
      isFunction(one) && one.startIndex > scope.startIndex && one.id !== scope.id && one.endIndex < scope.endIndex,
  );
  return isCaptured ? 'captured' : kind === 'function' ? 'member' : 'local';
}

/** `Azure.Identity.DefaultAzureCredential`: the last part of a longer name. */
const isQualified = ({ parent, id }: Node): boolean =>
  parent !== null &&
  /^(?:qualified_name|alias_qualified_name|member_access_expression)$/.test(parent.type) &&
  field(parent, 'name')?.id === id;

/** The name of a variable or member, which is no type. */
const isNoType = ({ parent, id }: Node): boolean =>
  parent !== null &&
  /^(?:variable_declarator|parameter|property_declaration|method_declaration|argument|enum_member_declaration)$/.test(
    parent.type,
  ) &&
  field(parent, 'name')?.id === id;
