import { plainGuard } from '../base/plain';
import type { Role } from '../contract/declaration';
import type { Node } from './syntax';
import { ancestors, argumentsOf, argumentValue, field, parts, simpleName, spanOf, unwrap, within } from './syntax';

const calleeName = (call: Node): string => {
  const callee = call.type === 'invocation_expression' ? field(call, 'function') : null;
  return callee ? simpleName(callee) : '';
};

/** A call that only writes down what happens: `_logger.LogWarning(...)`, `Console.WriteLine(...)`. */
const logs = (call: Node): boolean =>
  call.type === 'invocation_expression' &&
  (/^(?:Log(?:Trace|Debug|Information|Warning|Error|Critical)?|Trace|Debug|Info|Information|Warn|Warning|Error|Fatal|Verbose)$/.test(
    calleeName(call),
  ) ||
    /^(?:System\s{0,99}\.\s{0,99})?(?:Console(?:\s{0,99}\.\s{0,99}Error)?\s{0,99}\.\s{0,99}Write|(?:Debug|Trace)\s{0,99}\.\s{0,99}(?:Write|Trace|Fail))/.test(
      call.text,
    ));

/** True when a branch does nothing but write down that something is missing. */
function onlyLogs(node: Node): boolean {
  if (node.type === 'block') return parts(node).length > 0 && parts(node).every(onlyLogs);
  const [call] = node.type === 'expression_statement' ? parts(node) : [];
  return call !== undefined && logs(call);
}

/** Nothing, or a complaint, where there could be a value. */
const isNothing = (node: Node): boolean =>
  /^(?:null_literal|default_expression|throw_expression)$/.test(unwrap(node).type) || node.text === 'default';

/** The branch that is taken where the value is missing, if it does nothing but leave: `else throw`, or what comes next. */
function complaint(statement: Node): Node | null {
  const otherwise = field(statement, 'alternative');
  if (otherwise)
    return leaves(otherwise) && !/\breturn\s{1,99}(?!null\b|default\b)\w/.test(otherwise.text) ? otherwise : null;
  const consequence = field(statement, 'consequence');
  const last = consequence?.type === 'block' ? parts(consequence).at(-1) : consequence;
  const next = statement.nextNamedSibling;
  return last?.type === 'return_statement' &&
    (next?.type === 'throw_statement' || /^return\s+(?:null|default)\s*;$/.test(next?.text ?? ''))
    ? next
    : null;
}

/** True when a branch does nothing but complain and leave. */
function leaves(node: Node): boolean {
  if (node.type === 'block') {
    const statements = parts(node);
    const last = statements.at(-1);
    return (
      last !== undefined && leaves(last) && statements.slice(0, -1).every(({ type }) => type === 'expression_statement')
    );
  }
  if (node.type === 'throw_statement' || node.type === 'return_statement') return true;
  return node.type === 'expression_statement' && /^(?:Exit|FailFast)$/.test(calleeName(parts(node)[0] ?? node));
}

const endsItsBlock = (node: Node): boolean =>
  /^(?:return|throw|break|continue|yield|goto)_statement$/.test(node.type) ||
  (node.type === 'block' && parts(node).some(endsItsBlock));

/** True for an `if` that only does more where the value is there: the code goes on behind it, either way. */
function doesMoreWithIt(statement: Node): boolean {
  const consequence = field(statement, 'consequence');
  return consequence !== null && !field(statement, 'alternative') && !endsItsBlock(consequence);
}

function operandsOf(test: Node): Node[] {
  const inner = test.type === 'parenthesized_expression' ? unwrap(test) : test;
  const [left, right] = [field(inner, 'left'), field(inner, 'right')];
  return inner.type === 'binary_expression' && field(inner, 'operator')?.type === '||' && left && right
    ? [...operandsOf(left), ...operandsOf(right)]
    : [test];
}

function guard(statement: Node, operands: readonly Node[], reference: Node, form = false): Role {
  const operand = operands.find((one) => within(one, spanOf(reference)));
  return operand
    ? { ...plainGuard, statement: spanOf(statement), operand: spanOf(operand), operands: operands.map(spanOf), form }
    : { kind: 'test' };
}

const LOOKS = /^(?:Contains|StartsWith|EndsWith|IndexOf)$/;
const LOOKS_AT_END = /\.\s{0,99}(?:Contains|StartsWith|EndsWith|IndexOf)$/;

/** True for a part of a condition that asks for the form of the value in it: `conn.Contains("x")`, `conn.Length < 100`. */
function asksForm(node: Node, child: Node): boolean {
  switch (node.type) {
    case 'invocation_expression':
      return (
        (field(node, 'function')?.id === child.id && LOOKS_AT_END.test(child.text)) ||
        (child.type === 'argument_list' && /(?:^|\.)Regex\.IsMatch$/.test(field(node, 'function')?.text ?? ''))
      );
    case 'binary_expression':
      return (
        /^[<>]=?$/.test(field(node, 'operator')?.type ?? '') &&
        /\.\s{0,99}Length$/.test(child.text) &&
        !/\b0\b/.test(node.text)
      );
    default:
      return false;
  }
}

/** `ArgumentNullException.ThrowIfNull(x)`, `Guard.Against.NullOrEmpty(x)`, `Debug.Assert(x != null)` as a statement. */
function asserts(call: Node): boolean {
  return (
    call.parent?.type === 'expression_statement' &&
    (/^(?:ThrowIfNull\w{0,100}|Assert|Requires|NotNull\w{0,100}|IsNotNull\w{0,100})$/.test(calleeName(call)) ||
      /^Guard\.Against\./.test(call.text))
  );
}

/** The argument of a call that a node is in. */
const argumentIndex = (call: Node, node: Node): number =>
  parts(argumentsOf(call) ?? call).findIndex((argument) => within(argument, spanOf(node)));

const isCondition = (node: Node): boolean => {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'if_statement' || parent.type === 'conditional_expression')
    return field(parent, 'condition')?.id === node.id;
  return (parent.type === 'binary_expression' && /^(?:\|\||&&)$/.test(field(parent, 'operator')?.type ?? '')) ||
    parent.type === 'parenthesized_expression' ||
    parent.type === 'prefix_unary_expression'
    ? isCondition(parent)
    : false;
};

/** Conditions hand a test of their operand on to what is around them. */
function passes(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'parenthesized_expression':
    case 'prefix_unary_expression':
    case 'postfix_unary_expression':
    case 'is_pattern_expression':
    case 'argument':
    case 'argument_list':
      return true;
    case 'conditional_access_expression':
      return true;
    case 'member_access_expression':
      return (
        field(parent, 'expression')?.type === 'this' ||
        /^(?:Length|HasValue)$/.test(simpleName(parent)) ||
        (LOOKS.test(simpleName(parent)) && parent.parent?.type === 'invocation_expression')
      );
    case 'invocation_expression':
      return (
        asksForm(parent, child) ||
        /^IsNullOr(?:Empty|WhiteSpace)$/.test(calleeName(parent)) ||
        (/^(?:Any|Trim)$/.test(calleeName(parent)) && field(parent, 'function')?.id === child.id)
      );
    case 'binary_expression':
      return /^(?:[!=]=|[<>]=?)$/.test(field(parent, 'operator')?.type ?? '') || isCondition(parent);
    default:
      return false;
  }
}

/** `nameof(conn)` in what a guard says: it goes or changes with the guard. */
function mention(reference: Node): Role | null {
  const call = reference.parent?.parent?.parent;
  if (call?.type !== 'invocation_expression' || field(call, 'function')?.text !== 'nameof') return null;
  for (const node of ancestors(call)) {
    if (node.type === 'if_statement') {
      const condition = field(node, 'condition');
      const consequence = field(node, 'consequence');
      if (
        !condition ||
        !consequence ||
        field(node, 'alternative') ||
        !leaves(consequence) ||
        within(condition, spanOf(call))
      )
        return null;
      return {
        ...plainGuard,
        statement: spanOf(node),
        operand: spanOf(condition),
        operands: operandsOf(condition).map(spanOf),
        mention: spanOf(call),
      };
    }
    if (node.type === 'invocation_expression' && asserts(node)) {
      const [first] = parts(argumentsOf(node) ?? node);
      const statement = node.parent;
      return first && statement
        ? {
            ...plainGuard,
            statement: spanOf(statement),
            operand: spanOf(first),
            operands: [spanOf(first)],
            mention: spanOf(call),
          }
        : null;
    }
    if (node.type === 'block' && node.parent?.type !== 'if_statement') return null;
  }
  return null;
}

/** True for a condition that holds where the value is there: `!string.IsNullOrEmpty(x)`, `x != null`, `x is not null`. */
function isPositive(condition: Node): boolean {
  const inner = condition.type === 'parenthesized_expression' ? (parts(condition)[0] ?? condition) : condition;
  if (inner.type === 'prefix_unary_expression') return /^!\s*string\s*\.\s*IsNullOr/i.test(inner.text);
  if (inner.type === 'binary_expression') return field(inner, 'operator')?.type === '!=';
  return (
    inner.type === 'is_pattern_expression' &&
    /\bis\s{1,99}(?:not\s{1,99}null|\{\s{0,99}(?:Length:\s{0,99}>\s{0,99}0\s{0,99})?\})$/.test(inner.text)
  );
}

/** A test that stays with what it is a part of. */
const kept = (statement: Node, reference: Node, message: Node | null): Role => ({
  ...plainGuard,
  statement: spanOf(statement),
  operand: spanOf(reference),
  operands: [spanOf(reference)],
  keeps: { message: message && spanOf(message) },
});

/** What a reference to a variable does besides being read. */
export function roleOf(reference: Node): Role {
  const mentioned = mention(reference);
  if (mentioned) return mentioned;
  let child = reference;
  let tested = false;
  let form = false;
  for (let { parent } = child; parent; child = parent, { parent } = parent) {
    if (parent.type === 'if_statement' && field(parent, 'condition')?.id === child.id) {
      const consequence = field(parent, 'consequence');
      if (!field(parent, 'alternative') && consequence && (leaves(consequence) || onlyLogs(consequence)))
        return guard(parent, operandsOf(child), reference, form);
      const message = complaint(parent);
      if (form) return { kind: 'test' };
      if (message && isPositive(child)) return kept(parent, reference, message);
      return doesMoreWithIt(parent) ? { kind: 'asked' } : { kind: 'test' };
    }
    if (parent.type === 'conditional_expression' && field(parent, 'condition')?.id === child.id) {
      const branches = [field(parent, 'consequence'), field(parent, 'alternative')];
      const nothing = branches.find((branch) => branch !== null && isNothing(branch));
      return nothing && !form ? kept(parent, reference, nothing) : { kind: 'test' };
    }
    // `!string.IsNullOrEmpty(conn)` in what is written down.
    if (tested && logs(parent)) return kept(parent, reference, null);
    if (parent.type === 'invocation_expression' && asserts(parent) && argumentIndex(parent, reference) === 0) {
      const [first] = parts(argumentsOf(parent) ?? parent);
      const value = first && argumentValue(first);
      return value && parent.parent ? guard(parent.parent, [value], reference) : { kind: 'read' };
    }
    const discarded =
      parent.type === 'binary_expression' &&
      field(parent, 'operator')?.type === '??' &&
      field(parent, 'right')?.type === 'throw_expression'
        ? parent.parent
        : null;
    if (
      discarded?.type === 'assignment_expression' &&
      field(discarded, 'left')?.text === '_' &&
      discarded.parent?.type === 'expression_statement'
    )
      return guard(discarded.parent, [child], reference);
    if (!passes(parent, child)) return { kind: 'read' };
    form ||= asksForm(parent, child);
    tested ||= /^(?:invocation_expression|binary_expression|is_pattern_expression)$/.test(parent.type);
  }
  return { kind: 'read' };
}
