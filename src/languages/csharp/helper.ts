import type { Node } from './syntax';
import { lookup } from './scope/lookup';
import {
  ancestors,
  argumentsOf,
  argumentValue,
  field,
  modifiersOf,
  parts,
  returnedIn,
  simpleName,
  unwrap,
} from './syntax';
import { stringValue } from './strings';

/** A call of a function of the file that reads a setting by the name it is given. */
export interface HelperCall {
  /** The read inside the function, and the name of the parameter that stands for the setting's name there. */
  readonly read: Node;
  readonly parameter: string;
  /** The literal in the call that names the setting. */
  readonly literal: Node;
  /** Its type says that there is a text. */
  readonly certain: boolean;
}

const FUNCTION = /^(?:local_function_statement|method_declaration)$/;
const READS = ['element_access_expression', 'invocation_expression'];

const keyOf = (read: Node): Node | null => {
  const list = read.type === 'element_access_expression' ? field(read, 'subscript') : argumentsOf(read);
  const [first] = list ? parts(list) : [];
  return first?.type === 'argument' ? argumentValue(first) : null;
};

const parametersOf = (fn: Node): Node[] =>
  parts(field(fn, 'parameters') ?? fn).filter(({ type }) => type === 'parameter');

const rootOf = (node: Node): Node => {
  let root = node;
  for (let { parent } = root; parent; { parent } = parent) root = parent;
  return root;
};

/** The one function of this name that returns text. The tree is asked at the places of the name alone: that is what costs. */
function functionNamed(name: string, root: Node): Node | null {
  const [place, ...others] = root.text.matchAll(new RegExp(`\\bstring\\??\\s{1,99}(?=${name}\\s{0,99}\\()`, 'g'));
  if (!place || others.length > 0) return null;
  const at = root.startIndex + place.index + place[0].length;
  const found = root.descendantForIndex(at, at + name.length - 1)?.parent;
  return found && FUNCTION.test(found.type) && isString(found) ? found : null;
}

const typeOf = (fn: Node): string => (field(fn, 'returns') ?? field(fn, 'type'))?.text ?? '';

const isString = (fn: Node): boolean => /^string\??$/.test(typeOf(fn));

/** True for a function whose type says that it gives a text, never none. */
export const givesText = (fn: Node): boolean => typeOf(fn) === 'string';

/** The function a call means, when it reads one setting by a parameter; null for any other call. */
export function helperCall(call: Node): HelperCall | null {
  const callee = field(call, 'function');
  const list = argumentsOf(call);
  if (callee?.type !== 'identifier' || !list) return null;
  const args = parts(list).filter(({ type }) => type === 'argument');
  if (!args.some((argument) => stringValue(unwrap(argumentValue(argument) ?? argument)) !== null)) return null;
  const fn = functionNamed(callee.text, rootOf(call));
  if (!fn) return null;
  const names = parametersOf(fn).map((one) => field(one, 'name')?.text ?? '');
  const reads = fn.descendantsOfType(READS).filter((read) => {
    const key = keyOf(read);
    return key !== null && key.type === 'identifier' && names.includes(key.text) && isReader(read);
  });
  const [read] = reads;
  const parameter = read && keyOf(read)?.text;
  if (!read || reads.length > 1 || parameter === undefined || isHandedOn(read, fn)) return null;
  const index = names.indexOf(parameter);
  const argument =
    args.find((one) => field(one, 'name')?.text === parameter) ??
    (args[index] && !field(args[index], 'name') ? args[index] : undefined);
  const literal = argument && unwrap(argumentValue(argument) ?? argument);
  return literal && stringValue(literal) !== null ? { read, parameter, literal, certain: givesText(fn) } : null;
}

/** True where the function gives what another call makes of the value: `Decrypt(Environment.GetEnvironmentVariable(name))`. */
function isHandedOn(read: Node, fn: Node): boolean {
  const way = wayUp(read, fn);
  if (way === null) return false;
  if (way.some(({ type }) => type === 'argument')) return true;
  const name = field(way.find(({ type }) => type === 'variable_declarator') ?? fn, 'name');
  if (!name || name.parent?.id === fn.id) return false;
  return fn
    .descendantsOfType('return_statement')
    .flatMap((returned) => returned.descendantsOfType('identifier'))
    .filter((one) => one.text === name.text)
    .some((one) => wayUp(one, fn)?.some(({ type }) => type === 'argument'));
}

/** What is around a value up to its statement; null where the value only decides: `IsNullOrEmpty(value) ? throw ... : value`. */
function wayUp(value: Node, fn: Node): readonly Node[] | null {
  const way: Node[] = [];
  for (const around of ancestors(value)) {
    if (around.id === fn.id || /_statement$|^arrow_expression_clause$/.test(around.type)) break;
    if (around.type === 'conditional_expression' && field(around, 'condition')?.id === (way.at(-1) ?? value).id)
      return null;
    way.push(around);
  }
  return way;
}

const isReader = (read: Node): boolean =>
  read.type === 'element_access_expression' ||
  /^(?:GetEnvironmentVariable|GetValue)$/.test(simpleName(field(read, 'function') ?? read));

/** What makes a method mean more than its body says, or one that others may call. */
const OPEN = /^(?:public|internal|protected|abstract|virtual|override|partial|extern|async|new)$/;

/** The text that a function of the file without parameters returns, where nothing outside of its type can call it: `Secret()`. */
export function resultOf(call: Node): Node | null {
  const inner = unwrap(call);
  const callee = inner.type === 'invocation_expression' ? field(inner, 'function') : null;
  const name = callee && unwrap(callee);
  if (name?.type !== 'identifier') return null;
  const found = lookup(name.text, name);
  if (found?.kind !== 'function' || !isString(found.node) || parametersOf(found.node).length > 0) return null;
  if (modifiersOf(found.node).some((one) => OPEN.test(one))) return null;
  return returnedIn(field(found.node, 'body'));
}
