import type { Node } from '../syntax';
import { ancestors, field, isOwnMember, isType } from '../syntax';
import type { Binding } from './binding';
import { declaredIn } from './binding';

const TYPES = ['class_declaration', 'struct_declaration', 'record_declaration'];

/** The type of the file that a name is asked of: `Settings` for the last name of `Settings.Storage`; null for any other name. */
export function ownerOf(name: Node): Node | null {
  const access = name.parent;
  if (access?.type !== 'member_access_expression' || field(access, 'name')?.id !== name.id) return null;
  const object = field(access, 'expression');
  if (object?.type !== 'identifier' || !/^[A-Z]/.test(object.text) || isOwnMember(name)) return null;
  const root = [...ancestors(name)].at(-1);
  if (!root || !new RegExp(`\\b(?:class|struct|record)\\s{1,99}${object.text}\\b`).test(root.text)) return null;
  const [only, ...others] = root.descendantsOfType(TYPES).filter((type) => field(type, 'name')?.text === object.text);
  // A variable or property of that name comes first.
  return only && others.length === 0 && lookup(object.text, object) === null ? only : null;
}

/** What a name means at a place, or null where the file does not say: inherited, in another part of the class, unknown. */
export function lookup(name: string, from: Node): Binding | null {
  const owner = ownerOf(from);
  if (owner) {
    const [first] = declaredIn(owner, name, true);
    return first && first.kind !== 'parameter' ? { ...first, scope: owner } : null;
  }
  const ownMember = isOwnMember(from);
  let insideType = false;
  for (const node of ancestors(from)) {
    const found = ownMember && !isType(node) ? [] : declaredIn(node, name, insideType);
    insideType ||= isType(node);
    const [first] = found;
    if (first) return { ...first, scope: node };
    if (ownMember && isType(node)) return null;
  }
  return null;
}

/** Places where an identifier is not a variable: labels of arguments, members of other things, types, names of declarations. */
export function isPlainUse(node: Node): boolean {
  const { parent } = node;
  if (node.type !== 'identifier' || !parent) return false;
  const isField = (name: string) => field(parent, name)?.id === node.id;
  switch (parent.type) {
    case 'argument':
      return !isField('name');
    case 'member_access_expression':
      return isField('expression') || isOwnMember(node) || ownerOf(node) !== null;
    case 'variable_declarator':
    case 'parameter':
    case 'property_declaration':
      return !isField('name') && !isField('type');
    case 'assignment_expression':
      // `Name = value` in an object initialiser names a member of what is built.
      return !(isField('left') && parent.parent?.type === 'initializer_expression');
    case 'member_binding_expression':
    case 'qualified_name':
    case 'alias_qualified_name':
    case 'generic_name':
    case 'type_argument_list':
    case 'variable_declaration':
    case 'using_directive':
    case 'base_list':
    case 'attribute':
    case 'nullable_type':
    case 'array_type':
    case 'goto_statement':
    case 'labeled_statement':
      return false;
    default:
      return (
        !isField('type') &&
        !isField('returns') &&
        !(isField('name') && /declaration|statement|pattern|parameter/.test(parent.type))
      );
  }
}

const escaped = (name: string): string => name.replace(/[$]/g, '\\$&');

/** The places in the scope of a binding that speak of it. */
export function usesOf(binding: Binding, text: string): Node[] {
  const { name, scope: own } = binding;
  const found: Node[] = [];
  // A member of a type may be asked of it anywhere in the file.
  const scope = isType(own) && binding.kind !== 'parameter' ? ([...ancestors(own)].at(-1) ?? own) : own;
  const area = text.slice(scope.startIndex, scope.endIndex);
  for (const hit of area.matchAll(new RegExp(`(?<![\\w@])${escaped(name.text)}(?!\\w)`, 'g'))) {
    const start = scope.startIndex + hit.index;
    const node = scope.descendantForIndex(start, start + name.text.length - 1);
    if (!node || node.id === name.id || node.startIndex !== start || !isPlainUse(node)) continue;
    const means = lookup(name.text, node);
    if (means?.name.id === name.id) found.push(node);
  }
  return found;
}

/** True when something reaches a member through another object: `other._key`. */
export function isReachedFromOutside({ name, scope }: Binding, text: string): boolean {
  const area = text.slice(scope.startIndex, scope.endIndex);
  return [...area.matchAll(new RegExp(`\\.\\s{0,99}${escaped(name.text)}(?!\\w)`, 'g'))].some((hit) => {
    const start = scope.startIndex + hit.index + hit[0].length - name.text.length;
    const node = scope.descendantForIndex(start, start + name.text.length - 1);
    const access = node?.parent;
    if (
      node?.startIndex !== start ||
      access?.type !== 'member_access_expression' ||
      field(access, 'name')?.id !== node.id
    )
      return false;
    return name.text.startsWith('_') && !isOwnMember(node);
  });
}
