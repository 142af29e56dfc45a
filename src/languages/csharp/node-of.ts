import type { Span } from '../../core/span';
import type { Argument, CodeNode, ObjectNode } from '../contract/node';
import { interpolationParts, stringValue } from './strings';
import type { Node } from './syntax';
import { argumentsOf, argumentValue, conditionOf, field, parts, simpleName, spanOf, within } from './syntax';
import { targetType } from './target';

/** What the views of one file are made with. Offsets are those that views show. */
export interface Building {
  readonly view: (node: Node) => CodeNode;
  /** A node without what does not change its value. */
  readonly unwrap: (node: Node) => Node;
  readonly at: (start: number, end: number) => Span;
  readonly spans: (node: Node) => Span & { readonly outer: Span };
  /** Says which node a view is of, where it is not the usual one. */
  readonly standsFor: <T extends CodeNode>(view: T, node: Node) => T;
}

type Make = (node: Node, building: Building) => CodeNode | null;

/** The view of a node; what has no view of its own is a text or `other`. */
export function nodeOf(node: Node, building: Building): CodeNode {
  const made = MAKERS[node.type]?.(node, building);
  if (made) return made;
  const base = building.spans(node);
  const texts = TEXTS.test(node.type) ? joined(templateParts(node, building)) : null;
  if (!texts) return { ...base, kind: 'other', inside: [] };
  return texts.every((part) => typeof part === 'string')
    ? { ...base, kind: 'string', value: texts.join('') }
    : { ...base, kind: 'template', parts: texts };
}

/** Everything that may be a text: what has a maker that gives nothing is none, but for `+`. */
const TEXTS =
  /^(?!(?:qualified_name|member_access_expression|member_binding_expression|element_access_expression|element_binding_expression|invocation_expression|constructor_initializer|conditional_expression|assignment_expression)$)/;

const named: Make = (node, { spans }) => ({ ...spans(node), kind: 'name', name: node.text });
const simplyNamed: Make = (node, { spans }) => ({ ...spans(node), kind: 'name', name: simpleName(node) });

const memberOf =
  (objectOf: (node: Node) => Node | null): Make =>
  (node, { spans, view }) => {
    const object = objectOf(node);
    return object && { ...spans(node), kind: 'member', object: view(object), name: simpleName(node) };
  };

const indexOf =
  (objectOf: (node: Node) => Node | null, listOf: (node: Node) => Node | null): Make =>
  (node, building) => {
    const [key] = argumentsIn(listOf(node), building);
    const object = objectOf(node);
    return object && key
      ? { ...building.spans(node), kind: 'index', object: building.view(object), key: key.value }
      : null;
  };

const callOf: Make = (node, building) => {
  const callee = field(node, 'function');
  const list = argumentsOf(node);
  return callee && list
    ? {
        ...building.spans(node),
        kind: 'call',
        callee: building.view(callee),
        args: argumentsIn(list, building),
        isNew: false,
        argsStart: afterBracket(list, building),
      }
    : null;
};

const creationOf: Make = (node, building) => {
  const type = field(node, 'type');
  const list = argumentsOf(node);
  return {
    ...building.spans(node),
    kind: 'call',
    callee: type ? building.view(type) : builtType(node, building),
    args: argumentsIn(list, building),
    isNew: true,
    argsStart: list && afterBracket(list, building),
  };
};

/** `: base(connection)` builds what the class is derived from. */
const baseCall: Make = (node, building) => {
  const { at, spans, standsFor } = building;
  const [base] = parts(parts(node.parent?.parent?.parent ?? node).find(({ type }) => type === 'base_list') ?? node);
  const list = argumentsOf(node) ?? parts(node).find(({ type }) => type === 'argument_list') ?? null;
  const place = at(node.startIndex, node.startIndex);
  if (!base || !list || !/name$|^identifier$/.test(base.type)) return null;
  const callee = standsFor({ ...nodeOf(base, building), ...place, outer: place }, base);
  const args = argumentsIn(list, building);
  return { ...spans(node), kind: 'call', callee, args, isNew: true, argsStart: afterBracket(list, building) };
};

/** What a lambda or an array builds is for the names in patterns. */
const lambda: Make = (node, { spans, view }) => ({
  ...spans(node),
  kind: 'other',
  get inside() {
    const built = node.descendantsOfType('object_creation_expression');
    return built
      .filter((one) => !built.some((outer) => outer.id !== one.id && within(outer, spanOf(one))))
      .map((one) => view(one));
  },
});

const conditional: Make = (node, { spans, view }) => {
  const [yes, no] = [field(node, 'consequence'), field(node, 'alternative')];
  return yes && no ? { ...spans(node), kind: 'conditional', branches: [view(yes), view(no)] } : null;
};

const assignment: Make = (node, building) => {
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  if (!left || !right || field(node, 'operator')?.type !== '=') return null;
  const target = targetOf(node, left, building);
  return { ...building.spans(node), kind: 'assign', target, value: building.view(right) };
};

const fallback: Make = (node, { spans, view }) => {
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  return field(node, 'operator')?.type === '??' && left && right
    ? { ...spans(node), kind: 'fallback', left: view(left), right: view(right) }
    : null;
};

const MAKERS: Readonly<Record<string, Make>> = {
  identifier: named,
  predefined_type: named,
  this: named,
  base: named,
  generic_name: simplyNamed,
  alias_qualified_name: simplyNamed,
  nullable_type: (node, building) => nodeOf(field(node, 'type') ?? parts(node)[0] ?? node, building),
  qualified_name: memberOf((node) => field(node, 'qualifier')),
  member_access_expression: memberOf((node) => field(node, 'expression')),
  member_binding_expression: memberOf(conditionOf),
  element_access_expression: indexOf(
    (node) => field(node, 'expression'),
    (node) => field(node, 'subscript'),
  ),
  element_binding_expression: indexOf(conditionOf, (node) => node),
  invocation_expression: callOf,
  object_creation_expression: creationOf,
  implicit_object_creation_expression: creationOf,
  lambda_expression: lambda,
  implicit_array_creation_expression: lambda,
  array_creation_expression: lambda,
  constructor_initializer: baseCall,
  initializer_expression: (node, building) => initialiser(node, building),
  conditional_expression: conditional,
  assignment_expression: assignment,
  binary_expression: fallback,
};

const afterBracket = (list: Node, { at }: Building): number => at(list.startIndex + 1, list.endIndex).start;

/** A pattern's rest: `...R__REST`, of which the parser sees the name alone. */
const REST = /^R__\w+$/;

function argument(node: Node, { at, view }: Building): Argument {
  const value = argumentValue(node) ?? node;
  const spread = REST.test(value.text);
  // The three dots are before the name.
  const { start, end } = at(node.startIndex - (spread ? 3 : 0), node.endIndex);
  return { name: field(node, 'name')?.text ?? null, value: view(value), spread, shorthand: false, start, end };
}

const argumentsIn = (list: Node | null, building: Building): Argument[] =>
  (list ? parts(list) : []).filter(({ type }) => type === 'argument').map((one) => argument(one, building));

function initialiser(node: Node, { at, spans, view }: Building): ObjectNode {
  return {
    ...spans(node),
    kind: 'object',
    props: parts(node).flatMap((one): Argument[] => {
      const [left, right] = [field(one, 'left'), field(one, 'right')];
      if (one.type !== 'assignment_expression' || left?.type !== 'identifier' || !right) return [];
      const place = at(one.startIndex, one.endIndex);
      return [{ name: left.text, value: view(right), spread: false, shorthand: false, ...place }];
    }),
  };
}

/** The type a target-typed `new(...)` builds, as if it were written after the `new`. */
function builtType(creation: Node, building: Building): CodeNode {
  const type = targetType(creation);
  const place = building.at(creation.startIndex + 3, creation.startIndex + 3);
  const callee: CodeNode = type
    ? { ...nodeOf(type, building), ...place, outer: place }
    : { ...place, outer: place, kind: 'other', inside: [] };
  return building.standsFor(callee, type ?? creation);
}

/** `Password` in `new Options { Password = x }` is a member of what is built. */
function targetOf(assigned: Node, left: Node, { spans, view, standsFor }: Building): CodeNode {
  const creation = assigned.parent?.type === 'initializer_expression' ? assigned.parent.parent : null;
  if (left.type !== 'identifier' || !creation || !/object_creation_expression$/.test(creation.type)) return view(left);
  return standsFor({ ...spans(left), kind: 'member', object: view(creation), name: left.text }, left);
}

/** A string, an interpolated string or a concatenation in parts; null for anything else. */
function templateParts(wrapped: Node, building: Building): (string | CodeNode)[] | null {
  const node = building.unwrap(wrapped);
  const value = stringValue(node);
  if (value !== null) return [value];
  if (node.type === 'interpolated_string_expression')
    return interpolationParts(node).map((part) => (typeof part === 'string' ? part : building.view(part)));
  if (node.type !== 'binary_expression' || field(node, 'operator')?.type !== '+') return null;
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  const [before, after] = [left && templateParts(left, building), right && templateParts(right, building)];
  if (!left || !right || (!before && !after)) return null;
  return [...(before ?? [building.view(left)]), ...(after ?? [building.view(right)])];
}

/** Parts with neighbouring texts made one. */
function joined(whole: readonly (string | CodeNode)[] | null): (string | CodeNode)[] | null {
  if (!whole) return null;
  const found: (string | CodeNode)[] = [];
  for (const part of whole) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}
