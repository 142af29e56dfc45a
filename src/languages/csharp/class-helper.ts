import { plainRead } from '../base/plain';
import type { SettingRead } from '../contract/setting';
import { classNamed } from './constants';
import type { Classes } from './constants';
import type { CSharpFile } from './file';
import { givesText } from './helper';
import { insideQuotes, stringValue } from './strings';
import type { Node } from './syntax';
import {
  argumentsOf,
  argumentValue,
  declaratorsOf,
  field,
  members,
  modifiersOf,
  parts,
  returnedIn,
  unwrap,
  valueOf,
} from './syntax';

/** Where the classes of a file's project are looked up. */
export interface Home {
  readonly path: string;
  readonly classes: Pick<Classes, 'open'>;
}

const ENVIRONMENT = /(?:^|\.)Environment\s{0,99}\.\s{0,99}GetEnvironmentVariable$/;

/**
 * `Env.Required("X")`, where a static method of a class of the project gives the environment variable that it is told and
 * does nothing else but fail without it.
 */
export function readOfClass(call: Node, file: CSharpFile, home: Home): SettingRead | null {
  const callee = call.type === 'invocation_expression' ? field(call, 'function') : null;
  const [owner, name] = callee?.type === 'member_access_expression' ? parts(callee) : [];
  const [argument, ...others] = parts(argumentsOf(call) ?? call).filter(({ type }) => type === 'argument');
  if (owner?.type !== 'identifier' || name?.type !== 'identifier' || !argument || others.length > 0) return null;
  const literal = unwrap(argumentValue(argument) ?? argument);
  const setting = stringValue(literal);
  if (setting === null || setting === '' || field(argument, 'name')) return null;
  const named = file.views.view(owner);
  const body = named.kind === 'name' ? classNamed(named, file, home)?.body : null;
  const [method, ...overloads] = body
    ? members(body).filter((one) => one.type === 'method_declaration' && field(one, 'name')?.text === name.text)
    : [];
  if (!method || overloads.length > 0 || !readsParameter(method)) return null;
  return {
    ...plainRead({ origin: 'environment', name: setting, nameSpan: insideQuotes(literal) }),
    certain: givesText(method),
  };
}

/** True for a static method with one parameter that gives the environment variable of that name. */
function readsParameter(method: Node): boolean {
  const [parameter, ...others] = parts(field(method, 'parameters') ?? method);
  const own = parameter && field(parameter, 'name')?.text;
  if (!own || others.length > 0 || !/^string\??\s/.test(parameter.text) || !modifiersOf(method).includes('static'))
    return false;
  const read = givenBy(method);
  const callee = read?.type === 'invocation_expression' ? field(read, 'function') : null;
  const [key, ...more] = read ? parts(argumentsOf(read) ?? read) : [];
  const value = key && argumentValue(key);
  return callee !== null && ENVIRONMENT.test(callee.text) && more.length === 0 && value?.text === own;
}

/** The expression whose value a method gives: returned at once, or from a variable that checks only throw for. */
function givenBy(method: Node): Node | null {
  const body = field(method, 'body') ?? null;
  const returned = returnedIn(body);
  if (returned) return orThrow(returned);
  const [declaration, ...rest] = body ? parts(body) : [];
  const last = rest.pop();
  const [variable, ...others] = declaration ? declaratorsOf(declaration) : [];
  const value = last?.type === 'return_statement' ? parts(last)[0] : null;
  const isVariable = variable && others.length === 0 && value && value.text === field(variable, 'name')?.text;
  const initial = isVariable ? valueOf(variable) : null;
  return initial && rest.every(onlyThrows) ? orThrow(initial) : null;
}

/** `read ?? throw ...` gives what is read. */
function orThrow(value: Node): Node {
  const inner = unwrap(value);
  const right = inner.type === 'binary_expression' ? field(inner, 'right') : null;
  return right?.type === 'throw_expression' ? unwrap(field(inner, 'left') ?? inner) : inner;
}

/** `if (string.IsNullOrEmpty(value)) throw ...;` */
function onlyThrows(statement: Node): boolean {
  if (statement.type !== 'if_statement' || field(statement, 'alternative')) return false;
  const then = field(statement, 'consequence');
  const [only, ...others] = then?.type === 'block' ? parts(then) : then ? [then] : [];
  const isPlain = statement.descendantsOfType('assignment_expression').length === 0;
  return only?.type === 'throw_statement' && others.length === 0 && isPlain;
}
