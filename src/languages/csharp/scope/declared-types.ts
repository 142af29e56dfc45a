import type { Node } from '../syntax';
import { ancestors, declaratorsOf, field, isType, members, modifiersOf, parts, simpleName } from '../syntax';
import { dotted } from './using';

/** A type that code declares. */
export interface DeclaredType {
  readonly name: string;
  /** The namespace it is in; the types around it are not part of it. */
  readonly namespace: string;
  /** The types around it, outermost first. */
  readonly outer: readonly string[];
  readonly isPartial: boolean;
  /** Names of what it declares, parameters of its primary constructor left out. */
  readonly members: ReadonlySet<string>;
  /** Plain names of what it is derived from: the base class and interfaces. */
  readonly bases: readonly string[];
}

const TYPES = [
  'class_declaration',
  'struct_declaration',
  'record_declaration',
  'interface_declaration',
  'enum_declaration',
  'delegate_declaration',
];

const declaredName = (node: Node): string => field(node, 'name')?.text ?? '';

/** Every type of a file, nested ones included. */
export const declaredTypes = (root: Node): readonly DeclaredType[] => root.descendantsOfType(TYPES).map(declaredType);

export function declaredType(node: Node): DeclaredType {
  const around = [...ancestors(node)];
  return {
    name: declaredName(node),
    namespace: namespaceAround(node),
    outer: around.filter(isType).map(declaredName).reverse(),
    isPartial: modifiersOf(node).includes('partial'),
    members: new Set(memberNames(node)),
    bases: basesOf(node),
  };
}

/** The namespace that a node is in, those of file scope included. */
function namespaceAround(node: Node): string {
  const around = [...ancestors(node)];
  const unit = around.at(-1) ?? node;
  const ofFile = parts(unit).find(({ type }) => type === 'file_scoped_namespace_declaration');
  const names = around.filter(({ type }) => type === 'namespace_declaration').map(declaredName);
  return [...(ofFile ? [declaredName(ofFile)] : []), ...names.reverse()].map(dotted).join('.');
}

function memberNames(type: Node): string[] {
  const body = field(type, 'body');
  return (body ? members(body) : []).flatMap((member) => {
    const declared = declaratorsOf(member).map(declaredName);
    return declared.length > 0 ? declared : declaredName(member) === '' ? [] : [declaredName(member)];
  });
}

/** What a type is derived from, by plain names. */
export function basesOf(type: Node): readonly string[] {
  const list = parts(type).find(({ type: kind }) => kind === 'base_list');
  return (list ? parts(list) : []).flatMap((base) => {
    const named = base.type === 'primary_constructor_base_type' ? (parts(base)[0] ?? base) : base;
    const name = simpleName(named);
    return name === '' ? [] : [name];
  });
}
