import type { Node } from './syntax';
import { ancestors, field, isFunction, isLambda, isMember, parts, simpleName, spanOf, within } from './syntax';

const WAITED = /^(?:Task|ValueTask)$/;

const lastTypeArgument = (name: Node): Node | null => {
  const list = name.type === 'generic_name' ? parts(name).find(({ type }) => type === 'type_argument_list') : undefined;
  return (list && parts(list).at(-1)) ?? null;
};

/** What a function returns, `Task<T>` as its `T`. */
function returned(member: Node): Node | null {
  const type = field(member, 'returns') ?? field(member, 'type');
  return type && WAITED.test(simpleName(type)) ? lastTypeArgument(type) : type;
}

/** The type a lambda returns, told by the type argument of the call it is handed to: `AddSingleton<T>(_ => ...)`. */
function returnedByLambda(lambda: Node): Node | null {
  const call = lambda.parent?.type === 'argument' ? lambda.parent.parent?.parent : null;
  const callee = call?.type === 'invocation_expression' ? field(call, 'function') : null;
  const name = callee && (callee.type === 'generic_name' ? callee : field(callee, 'name'));
  return name ? lastTypeArgument(name) : null;
}

/** The type that a target-typed `new(...)` builds, where its surroundings tell; null for `var` and for arguments. */
export function targetType(creation: Node): Node | null {
  let child = creation;
  let inCollection = false;
  for (const node of ancestors(creation)) {
    switch (node.type) {
      case 'parenthesized_expression':
      case 'conditional_expression':
      case 'arrow_expression_clause':
      case 'variable_declarator':
        break;
      case 'initializer_expression':
      case 'collection_expression':
      case 'collection_element':
        inCollection = true;
        break;
      case 'array_creation_expression':
        return inCollection ? elementType(field(node, 'type')) : null;
      case 'object_creation_expression':
        return inCollection ? elementType(field(node, 'type')) : null;
      case 'binary_expression':
        if (field(node, 'operator')?.type !== '??') return null;
        break;
      case 'variable_declaration': {
        const type = field(node, 'type');
        return type?.type === 'implicit_type' ? null : inCollection ? elementType(type) : type;
      }
      case 'assignment_expression': {
        const left = field(node, 'left');
        if (!left || within(left, spanOf(creation))) return null;
        // `["a"] = new(...)` of a dictionary.
        if (left.type === 'element_binding_expression' || node.parent?.type === 'initializer_expression') break;
        return inCollection ? elementType(declaredType(left)) : declaredType(left);
      }
      case 'return_statement': {
        const around = [...ancestors(node)].find((one) => isFunction(one) || one.type === 'property_declaration');
        if (!around) return null;
        if (isLambda(around)) return inCollection ? null : returnedByLambda(around);
        const type =
          around.type === 'accessor_declaration' ? returned(around.parent?.parent ?? around) : returned(around);
        return inCollection ? elementType(type) : type;
      }
      default:
        if (isLambda(node)) return child.id === field(node, 'body')?.id ? returnedByLambda(node) : null;
        if (node.type === 'accessor_declaration' || isMember(node) || node.type === 'local_function_statement') {
          const type = returned(node.type === 'accessor_declaration' ? (node.parent?.parent ?? node) : node);
          return inCollection ? elementType(type) : type;
        }
        return null;
    }
    child = node;
  }
  return null;
}

/** What an array or a collection holds: the last type argument of a dictionary. */
function elementType(type: Node | null): Node | null {
  if (!type) return null;
  const plain = type.type === 'nullable_type' ? (field(type, 'type') ?? parts(type)[0] ?? type) : type;
  if (plain.type === 'array_type') return field(plain, 'type') ?? parts(plain)[0] ?? null;
  return plain.type === 'qualified_name' ? lastTypeArgument(field(plain, 'name') ?? plain) : lastTypeArgument(plain);
}

/** The type of the field or property that an assignment writes, looked up in the type around it. */
function declaredType(left: Node): Node | null {
  const name =
    left.type === 'identifier'
      ? left.text
      : field(left, 'expression')?.type === 'this'
        ? (field(left, 'name')?.text ?? '')
        : '';
  if (name === '') return null;
  for (const node of ancestors(left)) {
    if (node.type !== 'declaration_list' && node.type !== 'block' && node.type !== 'compilation_unit') continue;
    for (const one of parts(node)) {
      const declaration = (one.type === 'global_statement' ? parts(one)[0] : one) ?? one;
      if (declaration.type === 'property_declaration' && field(declaration, 'name')?.text === name)
        return field(declaration, 'type');
      const variables = parts(declaration).find(({ type }) => type === 'variable_declaration');
      if (variables && parts(variables).some((variable) => field(variable, 'name')?.text === name))
        return field(variables, 'type');
    }
  }
  return null;
}
