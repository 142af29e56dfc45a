import { identifiers, isQuoted } from './find';
import { methodsOf } from './methods';
import { lookup } from './scope/lookup';
import type { Node } from './syntax';
import { ancestors, field, isType, modifiersOf, parts, simpleName, typeAround } from './syntax';
import { targetType } from './target';

/** Every call of a method, a local function or a constructor. */
export interface Calls {
  readonly calls: readonly Node[];
  /** The name under which other files of the project may call it; null where none can. */
  readonly exported: string | null;
}

interface Text {
  readonly root: Node;
  readonly text: string;
  /** Names that nothing outside of the file says. */
  readonly unread: ReadonlySet<string>;
}

const has = (node: Node, type: string): boolean => node.namedChildren.some((one) => one.type === type);

/** The calls of a function of the file; null where it may be called, or handed on, in a way that its name does not tell. */
export function callsOf(owner: Node, file: Text): Calls | null {
  if (has(owner, 'attribute_list')) return null;
  switch (owner.type) {
    case 'local_function_statement':
      return ofLocal(owner, file);
    case 'method_declaration':
      return ofMethod(owner, file);
    case 'constructor_declaration': {
      const type = [...ancestors(owner)].find(isType);
      return type ? ofType(type, file) : null;
    }
    default:
      return owner.type === 'class_declaration' || owner.type === 'struct_declaration' ? ofType(owner, file) : null;
  }
}

/** The call whose callee a name is, by itself or after `this.` or the name of a type. */
function callOf(name: Node): Node | null {
  const { parent } = name;
  const isAsked = parent?.type === 'member_access_expression' && field(parent, 'name')?.id === name.id;
  const callee = isAsked ? parent : name;
  const call = callee.parent;
  return call?.type === 'invocation_expression' && field(call, 'function')?.id === callee.id ? call : null;
}

/** What a member is asked of; null for a name by itself. */
const objectOf = (name: Node): Node | null =>
  name.parent?.type === 'member_access_expression' && field(name.parent, 'name')?.id === name.id
    ? field(name.parent, 'expression')
    : null;

function ofLocal(owner: Node, { root, text }: Text): Calls | null {
  const name = field(owner, 'name');
  if (!name) return null;
  const spoken = identifiers(root, text, name.text).filter(
    (one) => one.id !== name.id && objectOf(one) === null && lookup(name.text, one)?.name.id === name.id,
  );
  return allCalled(spoken, null);
}

function allCalled(spoken: readonly Node[], exported: string | null): Calls | null {
  const calls = spoken.flatMap((one) => callOf(one) ?? []);
  return calls.length > 0 && calls.length === spoken.length ? { calls, exported } : null;
}

const OUTSIDE = /^(?:public|internal|protected)$/;
const OVERRIDDEN = /^(?:virtual|override|abstract|partial|extern|new)$/;

function ofMethod(owner: Node, { root, text, unread }: Text): Calls | null {
  const name = field(owner, 'name');
  const type = [...ancestors(owner)].find(isType);
  const typeName = type && field(type, 'name');
  if (!name || !typeName || type.type === 'interface_declaration' || has(owner, 'explicit_interface_specifier'))
    return null;
  const modifiers = modifiersOf(owner);
  if (modifiers.some((one) => OVERRIDDEN.test(one)) || modifiersOf(type).includes('partial')) return null;
  const isPrivate = !modifiers.some((one) => OUTSIDE.test(one));
  // What is public may be called by those who use the library; what a base asks for, by its name there.
  if (!isPrivate && (has(type, 'base_list') || !modifiers.includes('internal'))) return null;
  // A text may be the name of the method for whoever looks for it when the program runs.
  if (isQuoted(name.text, root, text)) return null;
  const spoken: Node[] = [];
  for (const one of identifiers(root, text, name.text)) {
    if (one.id === name.id) continue;
    const object = objectOf(one);
    const inside = typeAround(one, typeName.text) !== null;
    if (object === null ? inside : object.type === 'this' || object.text === typeName.text) spoken.push(one);
    // A method of another type, or of an object: of which type, the text does not tell.
    else if (object !== null && !isOtherType(object) && (inside || !isPrivate)) return null;
  }
  if (methodsOf(type).get(name.text) !== 1) return null;
  return allCalled(spoken, isPrivate || unread.has(name.text) ? null : `${typeName.text}.${name.text}`);
}

/** The name of a type, as far as a name tells: nothing in sight is called so. */
const isOtherType = (object: Node): boolean =>
  object.type === 'identifier' && /^[A-Z]/.test(object.text) && lookup(object.text, object) === null;

function ofType(type: Node, { root, text, unread }: Text): Calls | null {
  const name = field(type, 'name');
  const modifiers = modifiersOf(type);
  const around = type.parent && [...ancestors(type)].find(isType);
  if (!name || /record|interface/.test(type.type) || has(type, 'attribute_list')) return null;
  if (modifiers.includes('partial') || modifiers.includes('public') || isQuoted(name.text, root, text)) return null;
  if (around && modifiersOf(around).includes('partial')) return null;
  if (constructorsOf(type) !== 1) return null;
  const calls: Node[] = [];
  for (const one of identifiers(root, text, name.text)) {
    if (one.id === name.id || isOwnName(one)) continue;
    const { parent } = one;
    if (parent?.type === 'object_creation_expression' && field(parent, 'type')?.id === one.id) calls.push(parent);
    else if (!namesOnly(one)) return null;
  }
  for (const one of root.descendantsOfType('implicit_object_creation_expression')) {
    const built = targetType(one);
    // What is built without a name may be one of these.
    if (!built) return null;
    if (simpleName(built) === name.text) calls.push(one);
  }
  if (calls.length === 0) return null;
  const isHidden = modifiers.includes('file') || (around && !modifiers.some((one) => OUTSIDE.test(one)));
  calls.sort((a, b) => a.startIndex - b.startIndex);
  return { calls, exported: isHidden || unread.has(name.text) ? null : name.text };
}

/** How many constructors a type has, the one in its head included. */
const constructorsOf = (type: Node): number =>
  parts(field(type, 'body') ?? type).filter(
    (one) => one.type === 'constructor_declaration' && !modifiersOf(one).includes('static'),
  ).length + (has(type, 'parameter_list') ? 1 : 0);

/** The name of a constructor. */
const isOwnName = (node: Node): boolean =>
  /^(?:constructor|destructor)_declaration$/.test(node.parent?.type ?? '') &&
  node.parent !== null &&
  field(node.parent, 'name')?.id === node.id;

/** True where the name of a type builds nothing: the type of a variable, a member, a type argument of a type. */
function namesOnly(name: Node): boolean {
  let at = name;
  for (let { parent } = at; parent; { parent } = at) {
    const isNamed = (one: string): boolean => field(parent, one)?.id === at.id;
    switch (parent.type) {
      case 'nullable_type':
      case 'array_type':
      case 'type_argument_list':
      case 'generic_name':
        break;
      case 'variable_declaration':
      case 'parameter':
      case 'property_declaration':
      case 'cast_expression':
      case 'object_creation_expression':
        return isNamed('type');
      case 'method_declaration':
      case 'local_function_statement':
        return isNamed('returns') || isNamed('type');
      case 'member_access_expression':
        return isNamed('expression') && at === name;
      default:
        return false;
    }
    at = parent;
  }
  return false;
}
