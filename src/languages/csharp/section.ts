import { lookup, ownerOf } from './scope/lookup';
import { stringValue } from './strings';
import type { Node } from './syntax';
import { argumentsOf, argumentValue, conditionOf, field, parts, simpleName, unwrap, valueOf } from './syntax';

export const CONFIGURATION_TYPE = /^I?Configuration(?:Root|Section|Manager)?$/;
const SECTION_TYPE = /^I?ConfigurationSection$/;
const CONFIGURATION_NAME = /^_?(?:config|configuration|cfg)$|Configuration$/i;

export const argumentValues = (call: Node): Node[] =>
  parts(argumentsOf(call) ?? call).flatMap((argument) =>
    argument.type === 'argument' ? (argumentValue(argument) ?? []) : [],
  );

/** The declared type of the variable after a name, without its namespace, `?` and type arguments. */
export function typeOfName(name: Node): string | null {
  const node = lookup(name.text, name)?.node;
  if (!node) return null;
  const type = field(node.type === 'variable_declarator' ? (node.parent ?? node) : node, 'type');
  return type && type.type !== 'implicit_type' ? simpleName(type) : null;
}

export const initialiserOf = (name: Node): Node | null => {
  const binding = lookup(name.text, name);
  const value = binding && binding.kind !== 'parameter' && binding.kind !== 'pattern' ? valueOf(binding.node) : null;
  return value && unwrap(value);
};

/** A name that is read: in the code, or in a constant of the file. */
export interface ReadName {
  readonly value: string;
  readonly node: Node;
}

/** The name in `Keys.Storage`, where the file declares `Keys`. */
const ofType = (node: Node): Node | null => {
  const name = node.type === 'member_access_expression' ? field(node, 'name') : null;
  return name && ownerOf(name) ? name : null;
};

export function nameRead(node: Node | undefined): ReadName | null {
  if (!node) return null;
  const inner = unwrap(node);
  const value = stringValue(inner);
  if (value !== null) return { value, node: inner };
  const name = ofType(inner) ?? inner;
  if (name.type !== 'identifier') return null;
  const initial = initialiserOf(name);
  const constant = initial && stringValue(initial);
  return constant !== null && constant !== '' ? { value: constant, node: inner } : null;
}

/** A section whose path this file does not tell: the callers choose it. */
const UNKNOWN_SECTION = '?';

export const isUnknownSection = (section: string): boolean => section.startsWith(UNKNOWN_SECTION);

/** A setting's name within a section. */
export const joined = (section: string, key: string): string => (section === '' ? key : `${section}:${key}`);

/**
 * The path of the section that an expression stands for, `''` for the whole configuration, or null when it is none:
 * `configuration`, `builder.Configuration`, `configuration.GetSection("A")`, `provider.GetRequiredService<IConfiguration>()`.
 */
export function sectionOf(expression: Node, depth = 0): string | null {
  const node = unwrap(expression);
  if (depth > 4) return null;
  switch (node.type) {
    case 'identifier': {
      const type = typeOfName(node);
      if (type !== null && CONFIGURATION_TYPE.test(type))
        return sectionOfVariable(node, depth) ?? (SECTION_TYPE.test(type) ? UNKNOWN_SECTION : '');
      if (type !== null) return null;
      return sectionOfVariable(node, depth) ?? (initialiserOf(node) || !CONFIGURATION_NAME.test(node.text) ? null : '');
    }
    case 'member_access_expression':
    case 'member_binding_expression':
      return CONFIGURATION_NAME.test(simpleName(node)) ? '' : null;
    case 'invocation_expression': {
      const callee = field(node, 'function');
      if (!callee) return null;
      const name = simpleName(callee);
      const [first] = argumentValues(node);
      if (/^Get(?:Required)?Section$/.test(name)) {
        const above = sectionOf(objectOf(callee) ?? callee, depth + 1);
        const key = nameRead(first);
        return above === null || !key ? null : joined(above, key.value);
      }
      if (/^Get(?:Required)?Service$/.test(name))
        return /<\s{0,99}(?:[\w.]{0,100}\.)?IConfiguration(?:Root)?\s{0,99}>/.test(callee.text) ? '' : null;
      return name === 'Build' && /Configuration/.test(node.text) ? '' : null;
    }
    default:
      return null;
  }
}

function sectionOfVariable(name: Node, depth: number): string | null {
  const initial = initialiserOf(name);
  return initial && initial.id !== name.id ? sectionOf(initial, depth + 1) : null;
}

/** What is called or read: `a` in `a.B`, `a?.B`, `a[0]` and `a?[0]`. */
export const objectOf = (callee: Node): Node | null => {
  if (callee.type === 'conditional_access_expression') return field(callee, 'condition');
  if (/_binding_expression$/.test(callee.type)) return conditionOf(callee);
  return field(callee, 'expression');
};

/** The path of the section that a `GetSection` call stands for, or null for any other call. */
export function sectionPath(call: Node): string | null {
  const callee = call.type === 'invocation_expression' ? field(call, 'function') : null;
  return callee && /^Get(?:Required)?Section$/.test(simpleName(callee)) ? sectionOf(call) : null;
}
