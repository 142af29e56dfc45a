import type { TextEdit } from '../../core/edit';
import type { SettingRead } from '../code';
import { helperCall } from './helper';
import { lookup } from './scope';
import { insideQuotes, stringValue } from './strings';
import type { Node } from './syntax';
import { argumentsOf, argumentValue, field, parts, simpleName, spanOf, unwrap, valueOf } from './syntax';

const CONFIGURATION_TYPE = /^I?Configuration(?:Root|Section|Manager)?$/;
const CONFIGURATION_NAME = /^_?(?:config|configuration|cfg)$|Configuration$/i;
const OPTIONS_TYPE = /^IOptions(?:Snapshot|Monitor)?$/;

const argumentValues = (call: Node): Node[] =>
  parts(argumentsOf(call) ?? call).flatMap((argument) =>
    argument.type === 'argument' ? (argumentValue(argument) ?? []) : [],
  );

/** The declared type of the variable behind a name, without its namespace, `?` and type arguments. */
function typeOfName(name: Node): string | null {
  const node = lookup(name.text, name)?.node;
  if (!node) return null;
  const type = field(node.type === 'variable_declarator' ? (node.parent ?? node) : node, 'type');
  return type && type.type !== 'implicit_type' ? simpleName(type) : null;
}

const initialiserOf = (name: Node): Node | null => {
  const binding = lookup(name.text, name);
  const value = binding && binding.kind !== 'parameter' && binding.kind !== 'pattern' ? valueOf(binding.node) : null;
  return value && unwrap(value);
};

/** A name that is read: in the code, or in a constant of the file. */
interface ReadName {
  readonly value: string;
  readonly node: Node;
}

function nameRead(node: Node | undefined): ReadName | null {
  if (!node) return null;
  const inner = unwrap(node);
  const value = stringValue(inner);
  if (value !== null) return { value, node: inner };
  if (inner.type !== 'identifier') return null;
  const initial = initialiserOf(inner);
  const constant = initial && stringValue(initial);
  return constant !== null && constant !== '' ? { value: constant, node: inner } : null;
}

/**
 * The path of the section that an expression stands for, `''` for the whole configuration, or null when it is none:
 * `configuration`, `builder.Configuration`, `configuration.GetSection("A")`, `provider.GetRequiredService<IConfiguration>()`.
 */
function sectionOf(expression: Node, depth = 0): string | null {
  const node = unwrap(expression);
  if (depth > 4) return null;
  switch (node.type) {
    case 'identifier': {
      const type = typeOfName(node);
      if (type !== null) return CONFIGURATION_TYPE.test(type) ? (sectionOfVariable(node, depth) ?? '') : null;
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
        return /<\s*(?:[\w.]*\.)?IConfiguration(?:Root)?\s*>/.test(callee.text) ? '' : null;
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

const objectOf = (callee: Node): Node | null => {
  const inner =
    callee.type === 'conditional_access_expression' ? field(callee, 'condition') : field(callee, 'expression');
  return inner ?? null;
};

const joined = (section: string, key: string): string => (section === '' ? key : `${section}:${key}`);

type Renaming = Pick<SettingRead, 'renamed' | 'bound'>;

const quoted = (name: string): string => JSON.stringify(name);

/** Replaces what stands between an expression and the end of a node. */
const behind =
  (object: Node, node: Node, code: (name: string) => string) =>
  (name: string): TextEdit => ({ span: { start: object.endIndex, end: node.endIndex }, newText: code(name) });

/** How a read of one setting becomes the read of another, where it takes more than another name. */
function renaming(node: Node, key: ReadName, section: string): Renaming {
  const callee = node.type === 'invocation_expression' ? field(node, 'function') : null;
  const object = callee ? objectOf(callee) : field(node, 'expression');
  if (section !== '') {
    // `configuration.GetSection("A")["B"]`: the new name stands outside the section.
    const inner = object && unwrap(object);
    const getSection = inner?.type === 'invocation_expression' ? field(inner, 'function') : null;
    const holder = getSection && objectOf(getSection);
    if (!holder || sectionOf(holder) !== '' || (callee && simpleName(callee) !== 'GetValue')) return { bound: true };
    return {
      renamed: behind(holder, node, (name) =>
        callee ? `.${callee.text.slice(callee.text.lastIndexOf('GetValue'))}(${quoted(name)})` : `[${quoted(name)}]`,
      ),
    };
  }
  if (object && callee && simpleName(callee) === 'GetConnectionString') {
    return {
      renamed: behind(
        object,
        node,
        (name) => `${callee.type === 'conditional_access_expression' ? '?' : ''}[${quoted(name)}]`,
      ),
    };
  }
  return stringValue(key.node) === null
    ? { renamed: (name) => ({ span: spanOf(key.node), newText: quoted(name) }) }
    : {};
}

function read(origin: SettingRead['origin'], name: string, key: ReadName, node: Node, section = ''): SettingRead {
  const nameSpan = stringValue(key.node) === null ? spanOf(key.node) : insideQuotes(key.node);
  return { origin, name, nameSpan, ...renaming(node, key, section) };
}

/** A property of bound options: `options.Value.ConnectionString`, `section.Get<StorageOptions>().ConnectionString`. */
function boundRead(node: Node): SettingRead | null {
  const object = objectOf(node);
  if (!object || node.type !== 'member_access_expression') return null;
  const inner = unwrap(object);
  const holder = inner.type === 'identifier' ? (initialiserOf(inner) ?? inner) : inner;
  const name = field(node, 'name');
  if (!name || !(isOptions(unwrap(holder)) || isOptionsObject(object))) return null;
  return { origin: 'configuration', name: name.text, nameSpan: spanOf(name), bound: true };
}

/** What people call classes that hold settings. */
const OPTIONS_CLASS = /(?:Options|Settings|Config|Configuration)$/;

/** A variable whose class is one of settings, or a part of it: `_globalSettings.Storage`. */
function isOptionsObject(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'identifier' && inner.type !== 'member_access_expression') return false;
  const type = inner.type === 'identifier' ? typeOfName(inner) : null;
  if (type !== null) return OPTIONS_CLASS.test(type) && !CONFIGURATION_TYPE.test(type);
  const [holder, name] = [field(inner, 'expression'), field(inner, 'name')];
  if (!holder || !name) return false;
  return holder.type === 'this' ? isOptionsObject(name) : isOptionsObject(holder);
}

function isOptions(node: Node): boolean {
  if (node.type === 'member_access_expression' && /^(?:Value|CurrentValue)$/.test(simpleName(node))) {
    const object = unwrap(field(node, 'expression') ?? node);
    const type = object.type === 'identifier' ? typeOfName(object) : null;
    return type !== null ? OPTIONS_TYPE.test(type) : /GetRequiredService<\s*IOptions/.test(object.text);
  }
  if (node.type === 'identifier') {
    const binding = lookup(node.text, node);
    const assigned =
      binding?.kind === 'field' || binding?.kind === 'property'
        ? assignedInConstructor(node.text, binding.scope)
        : null;
    return assigned !== null && assigned.type !== 'identifier' && isOptions(assigned);
  }
  return (
    node.type === 'invocation_expression' &&
    /^Get$/.test(simpleName(field(node, 'function') ?? node)) &&
    sectionOf(objectOf(field(node, 'function') ?? node) ?? node) !== null
  );
}

/** The value that a constructor of the type writes to a member. */
function assignedInConstructor(name: string, type: Node): Node | null {
  for (const assignment of type.descendantsOfType('assignment_expression')) {
    const left = field(assignment, 'left');
    if (left && unwrap(left).text === name) return unwrap(field(assignment, 'right') ?? assignment);
  }
  return null;
}

/** The path of the section that a `GetSection` call stands for, or null for any other call. */
function sectionPath(call: Node): string | null {
  const callee = call.type === 'invocation_expression' ? field(call, 'function') : null;
  return callee && /^Get(?:Required)?Section$/.test(simpleName(callee)) ? sectionOf(call) : null;
}

const EMPTY = /^(?:null|""|string\.Empty|String\.Empty|default)$/;

/** The setting an expression reads. */
export function settingRead(expression: Node): SettingRead | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'element_access_expression':
    case 'element_binding_expression': {
      const object =
        node.type === 'element_access_expression' ? field(node, 'expression') : field(node.parent ?? node, 'condition');
      const list = node.type === 'element_access_expression' ? field(node, 'subscript') : node;
      const [argument] = list ? parts(list) : [];
      const key = nameRead(argument && (argumentValue(argument) ?? undefined));
      if (!object || !key) return null;
      if (/(?:^|\.)ConfigurationManager\.AppSettings$/.test(object.text))
        return read('configuration', key.value, key, node);
      const section = sectionOf(object);
      return section === null ? null : read('configuration', joined(section, key.value), key, node, section);
    }
    case 'invocation_expression': {
      const callee = field(node, 'function');
      if (!callee) return null;
      if (callee.type === 'identifier') return helperRead(node);
      const name = simpleName(callee);
      const [first, second] = argumentValues(node);
      const key = nameRead(first);
      if (!key) return null;
      if (name === 'GetEnvironmentVariable')
        return /(?:^|\.)Environment\s*\.\s*GetEnvironmentVariable$/.test(callee.text)
          ? read('environment', key.value, key, node)
          : null;
      const object = objectOf(callee);
      const section = object && /^(?:GetConnectionString|GetValue)$/.test(name) ? sectionOf(object) : null;
      if (section === null) return null;
      if (name === 'GetConnectionString')
        return read('configuration', joined(section, `ConnectionStrings:${key.value}`), key, node, section);
      return second && !EMPTY.test(second.text)
        ? null
        : read('configuration', joined(section, key.value), key, node, section);
    }
    case 'member_access_expression': {
      // `configuration.GetSection("A:B").Value`
      const object = objectOf(node);
      const section =
        object && simpleName(node) === 'Value' && unwrap(object).type === 'invocation_expression'
          ? sectionOf(object)
          : null;
      if (section) return readSectionValue(node, unwrap(object ?? node), section);
      return frameworkRead(node) ?? boundRead(node);
    }
    default:
      return null;
  }
}

/** `Setting("X")`, where a function of the file reads the setting that it is told. */
function helperRead(call: Node): SettingRead | null {
  const helper = helperCall(call);
  if (!helper) return null;
  const { read: inner, literal } = helper;
  const callee = inner.type === 'invocation_expression' ? field(inner, 'function') : null;
  const environment = callee !== null && /(?:^|\.)Environment\s*\.\s*GetEnvironmentVariable$/.test(callee.text);
  const object = callee ? objectOf(callee) : field(inner, 'expression');
  // Only the whole configuration: within a section the new name would stand in that too.
  if (!environment && (!object || sectionOf(object) !== '')) return null;
  return {
    origin: environment ? 'environment' : 'configuration',
    name: stringValue(literal) ?? '',
    nameSpan: insideQuotes(literal),
  };
}

function readSectionValue(node: Node, call: Node, section: string): SettingRead | null {
  const callee = field(call, 'function');
  const key = nameRead(argumentValues(call)[0]);
  const holder = callee && objectOf(callee);
  if (!key || !holder || sectionOf(holder) !== '') return null;
  return {
    origin: 'configuration',
    name: section,
    nameSpan: spanOf(key.node),
    renamed: behind(holder, node, (name) => `[${quoted(name)}]`),
  };
}

/** `ConfigurationManager.ConnectionStrings["X"].ConnectionString` of .NET Framework. */
function frameworkRead(node: Node): SettingRead | null {
  const element = objectOf(node);
  const list =
    element?.type === 'element_access_expression' && simpleName(node) === 'ConnectionString'
      ? field(element, 'expression')
      : null;
  const manager = list && objectOf(list);
  if (!manager || !element || !/(?:^|\.)ConfigurationManager\.ConnectionStrings$/.test(list.text)) return null;
  const [argument] = parts(field(element, 'subscript') ?? element);
  const key = nameRead(argument && (argumentValue(argument) ?? undefined));
  return (
    key && {
      origin: 'configuration',
      name: `ConnectionStrings:${key.value}`,
      nameSpan: spanOf(key.node),
      renamed: behind(manager, node, (name) => `.AppSettings[${quoted(name)}]`),
    }
  );
}

/** Where a setting may be read: the calls by their names, and everything in brackets that may be a name. */
const READERS =
  /\b(?:GetEnvironmentVariable|GetConnectionString|GetValue|GetSection|GetRequiredSection|AppSettings|ConnectionStrings)\b|\[\s*(?=[@"\w])|\bConnection\w*\s*=\s*"/g;

const READING =
  /^(?:invocation_expression|element_access_expression|conditional_access_expression|member_access_expression)$/;

/**
 * Names of all settings a file reads; sections that are handed on as `A:`
 * (`Configure<Options>(configuration.GetSection("A"))`); connections of bindings of Azure Functions
 * (`[BlobTrigger("x", Connection = "Storage")]`).
 */
export function settingsIn(root: Node, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index } of text.matchAll(READERS)) {
    let at = root.namedDescendantForIndex(index, index);
    if (at?.type === 'comment') continue;
    const binding = at?.parent?.parent?.type === 'attribute_argument' ? at.parent.parent : null;
    const connection = /^Connection\w*\s*=\s*"([^"]+)"$/.exec(binding?.text ?? '')?.[1];
    if (connection !== undefined) names.add(connection).add(`ConnectionStrings:${connection}`);
    let section: string | null = null;
    let read: SettingRead | null = null;
    // A read hangs on the name by a few links: `configuration.GetSection("A")["B"]`.
    for (let links = 0; at && links < 6 && !read; links++, at = at.parent) {
      if (!READING.test(at.type)) continue;
      section ??= sectionPath(at);
      read = settingRead(at);
    }
    if (read) names.add(read.name);
    else if (section) names.add(`${section}:`);
  }
  for (const name of namesThroughHelpers(root, text)) names.add(name);
  return names;
}

/** Functions that return text, and calls with a literal as their first argument. */
const STRING_FUNCTION = /\bstring\??\s+(\w+)\s*\(/g;
const NAMING_CALL = /\b(\w+)\s*\(\s*(?:\w+\s*:\s*)?[@$]?"/g;

/** Names of settings that are read through functions of the file. */
function namesThroughHelpers(root: Node, text: string): string[] {
  const functions = new Set([...text.matchAll(STRING_FUNCTION)].map(([, name]) => name));
  if (functions.size === 0) return [];
  return [...text.matchAll(NAMING_CALL)].flatMap(({ 1: name = '', index }) => {
    if (!functions.has(name)) return [];
    const call = root.namedDescendantForIndex(index, index)?.parent;
    const read = call?.type === 'invocation_expression' ? settingRead(call) : null;
    return read ? [read.name] : [];
  });
}
