import type { Argument, CodeNode, ObjectNode } from '../contract/node';
import { ownerOf } from './scope/lookup';
import { interpolationParts, stringValue } from './strings';
import type { Node } from './syntax';
import {
  argumentsOf,
  argumentValue,
  conditionOf,
  field,
  isOwnMember,
  parts,
  simpleName,
  spanOf,
  unwrap as unwrapped,
  within,
} from './syntax';
import { targetType } from './target';

/** Views and natives of one file, both ways. */
export interface Views {
  view(node: Node): CodeNode;
  native(node: CodeNode): Node;
}

/** Parts with neighbouring texts made one. */
function joined(parts: readonly (string | CodeNode)[] | null): (string | CodeNode)[] | null {
  if (!parts) return null;
  const whole: (string | CodeNode)[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === 'string' && typeof last === 'string') whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}

/** A pattern's rest: `...R__REST`, of which the parser sees the name alone. */
const REST = /^R__\w+$/;

/**
 * @param types names of the types that the file declares.
 * @param shift what offsets of the parsed text are ahead of those that views show: the length of a pattern's frame.
 */
export function viewsOf(types: ReadonlySet<string>, shift = 0): Views {
  const made = new Map<number, CodeNode>();
  const natives = new WeakMap<CodeNode, Node>();

  const at = (start: number, end: number) => ({ start: start - shift, end: end - shift });

  const unwrap = (node: Node): Node => {
    const inner = unwrapped(node);
    const object = inner.type === 'member_access_expression' ? field(inner, 'expression') : null;
    const name = object?.type === 'identifier' && types.has(object.text) ? field(inner, 'name') : null;
    return name && (isOwnMember(name) || ownerOf(name)) ? name : inner;
  };

  // `await` stays outside: an edit may drop a cast, never the waiting.
  const outermost = (inner: Node): Node => {
    let outer = inner;
    for (
      let parent = inner.parent;
      parent && parent.type !== 'await_expression' && unwrap(parent).id === inner.id;
      parent = parent.parent
    )
      outer = parent;
    return outer;
  };

  const argument = (node: Node): Argument => {
    const value = argumentValue(node) ?? node;
    const spread = REST.test(value.text);
    // The three dots stand before the name.
    const { start, end } = at(node.startIndex - (spread ? 3 : 0), node.endIndex);
    return { name: field(node, 'name')?.text ?? null, value: view(value), spread, shorthand: false, start, end };
  };

  const argumentsIn = (list: Node | null): Argument[] =>
    list
      ? parts(list)
          .filter(({ type }) => type === 'argument')
          .map(argument)
      : [];

  const initialiser = (node: Node): ObjectNode => ({
    ...spans(node),
    kind: 'object',
    props: parts(node).flatMap((one): Argument[] => {
      const [left, right] = [field(one, 'left'), field(one, 'right')];
      if (one.type !== 'assignment_expression' || left?.type !== 'identifier' || !right) return [];
      return [
        { name: left.text, value: view(right), spread: false, shorthand: false, ...at(one.startIndex, one.endIndex) },
      ];
    }),
  });

  const spans = (node: Node) => {
    const outer = outermost(node);
    return { ...at(node.startIndex, node.endIndex), outer: at(outer.startIndex, outer.endIndex) };
  };

  /** The type a target-typed `new(...)` builds, as if it stood behind the `new`. */
  const builtType = (creation: Node): CodeNode => {
    const type = targetType(creation);
    const place = at(creation.startIndex + 3, creation.startIndex + 3);
    const callee: CodeNode = type
      ? { ...build(type), ...place, outer: place }
      : { ...place, outer: place, kind: 'other' };
    natives.set(callee, type ?? creation);
    return callee;
  };

  const templateParts = (node: Node): (string | CodeNode)[] | null => {
    node = unwrap(node);
    const value = stringValue(node);
    if (value !== null) return [value];
    if (node.type === 'interpolated_string_expression')
      return interpolationParts(node).map((part) => (typeof part === 'string' ? part : view(part)));
    if (node.type !== 'binary_expression' || field(node, 'operator')?.type !== '+') return null;
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    const [before, after] = [left && templateParts(left), right && templateParts(right)];
    if (!left || !right || (!before && !after)) return null;
    return [...(before ?? [view(left)]), ...(after ?? [view(right)])];
  };

  const build = (node: Node): CodeNode => {
    const base = spans(node);
    const other: CodeNode = { ...base, kind: 'other' };
    switch (node.type) {
      case 'identifier':
      case 'predefined_type':
      case 'this':
      case 'base':
        return { ...base, kind: 'name', name: node.text };
      case 'generic_name':
        return { ...base, kind: 'name', name: simpleName(node) };
      case 'nullable_type':
        return build(field(node, 'type') ?? parts(node)[0] ?? node);
      case 'alias_qualified_name':
        return { ...base, kind: 'name', name: simpleName(node) };
      case 'qualified_name': {
        const qualifier = field(node, 'qualifier');
        return qualifier ? { ...base, kind: 'member', object: view(qualifier), name: simpleName(node) } : other;
      }
      case 'member_access_expression': {
        const object = field(node, 'expression');
        return object ? { ...base, kind: 'member', object: view(object), name: simpleName(node) } : other;
      }
      case 'member_binding_expression': {
        const object = conditionOf(node);
        return object ? { ...base, kind: 'member', object: view(object), name: simpleName(node) } : other;
      }
      case 'element_access_expression': {
        const [key] = argumentsIn(field(node, 'subscript'));
        const object = field(node, 'expression');
        return object && key ? { ...base, kind: 'index', object: view(object), key: key.value } : other;
      }
      case 'element_binding_expression': {
        const [key] = argumentsIn(node);
        const object = conditionOf(node);
        return object && key ? { ...base, kind: 'index', object: view(object), key: key.value } : other;
      }
      case 'invocation_expression': {
        const callee = field(node, 'function');
        const list = argumentsOf(node);
        return callee && list
          ? {
              ...base,
              kind: 'call',
              callee: view(callee),
              args: argumentsIn(list),
              isNew: false,
              argsStart: list.startIndex + 1 - shift,
            }
          : other;
      }
      case 'object_creation_expression':
      case 'implicit_object_creation_expression': {
        const type = field(node, 'type');
        const list = argumentsOf(node);
        return {
          ...base,
          kind: 'call',
          callee: type ? view(type) : builtType(node),
          args: argumentsIn(list),
          isNew: true,
          argsStart: list ? list.startIndex + 1 - shift : null,
        };
      }
      case 'lambda_expression':
        return {
          ...other,
          get inside() {
            const built = node.descendantsOfType('object_creation_expression');
            return built
              .filter((one) => !built.some((outer) => outer.id !== one.id && within(outer, spanOf(one))))
              .map(view);
          },
        };
      case 'constructor_initializer': {
        // `: base(connection)` builds what the class is derived from.
        const [base] = parts(
          parts(node.parent?.parent?.parent ?? node).find(({ type }) => type === 'base_list') ?? node,
        );
        const list = argumentsOf(node) ?? parts(node).find(({ type }) => type === 'argument_list') ?? null;
        const place = at(node.startIndex, node.startIndex);
        if (!base || !list || !/name$|^identifier$/.test(base.type)) return other;
        const callee: CodeNode = { ...build(base), ...place, outer: place };
        natives.set(callee, base);
        const argsStart = list.startIndex + 1 - shift;
        return { ...spans(node), kind: 'call', callee, args: argumentsIn(list), isNew: true, argsStart };
      }
      case 'initializer_expression':
        return initialiser(node);
      case 'conditional_expression': {
        const [yes, no] = [field(node, 'consequence'), field(node, 'alternative')];
        return yes && no ? { ...base, kind: 'conditional', branches: [view(yes), view(no)] } : other;
      }
      case 'assignment_expression': {
        const [left, right] = [field(node, 'left'), field(node, 'right')];
        if (!left || !right || field(node, 'operator')?.type !== '=') return other;
        return { ...base, kind: 'assign', target: target(node, left), value: view(right) };
      }
      case 'binary_expression': {
        const [left, right] = [field(node, 'left'), field(node, 'right')];
        if (field(node, 'operator')?.type === '??' && left && right)
          return { ...base, kind: 'fallback', left: view(left), right: view(right) };
        break;
      }
    }
    const texts = joined(templateParts(node));
    if (!texts) return other;
    return texts.every((part) => typeof part === 'string')
      ? { ...base, kind: 'string', value: texts.join('') }
      : { ...base, kind: 'template', parts: texts };
  };

  /** `Password` in `new Options { Password = x }` is a member of what is built. */
  const target = (assignment: Node, left: Node): CodeNode => {
    const creation = assignment.parent?.type === 'initializer_expression' ? assignment.parent.parent : null;
    if (left.type !== 'identifier' || !creation || !/object_creation_expression$/.test(creation.type))
      return view(left);
    const member: CodeNode = { ...spans(left), kind: 'member', object: view(creation), name: left.text };
    natives.set(member, left);
    return member;
  };

  const view = (node: Node): CodeNode => {
    const inner = unwrap(node);
    const known = made.get(inner.id);
    if (known) return known;
    const fresh = build(inner);
    made.set(inner.id, fresh);
    natives.set(fresh, inner);
    return fresh;
  };

  return {
    view,
    native(node) {
      const found = natives.get(node);
      if (!found) throw new RangeError('this node belongs to another file');
      return found;
    },
  };
}
