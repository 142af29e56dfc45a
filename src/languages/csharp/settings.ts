import type { TextEdit } from '../../core/edit';
import { plainRead } from '../base/plain';
import type { SettingRead } from '../contract/setting';
import { helperCall } from './helper';
import { boundRead } from './options';
import type { ReadName } from './section';
import { isInReach } from './scope/reach';
import { lookup } from './scope/lookup';
import { argumentValues, initialiserOf, isUnknownSection, joined, nameRead, objectOf, sectionOf } from './section';
import { insideQuotes, stringValue } from './strings';
import type { Node } from './syntax';
import { argumentValue, field, parts, simpleName, spanOf, unwrap, within } from './syntax';

type Renaming = Partial<Pick<SettingRead, 'renamed' | 'bound'>>;

const quoted = (name: string): string => JSON.stringify(name);

/** Replaces what is between an expression and the end of a node. */
const behind =
  (object: Node, node: Node, code: (name: string) => string) =>
  (name: string): TextEdit => ({ span: { start: object.endIndex, end: node.endIndex }, newText: code(name) });

/** How a read of one setting becomes the read of another, where it takes more than another name. */
function renaming(node: Node, key: ReadName, section: string): Renaming {
  const callee = node.type === 'invocation_expression' ? field(node, 'function') : null;
  const object = objectOf(callee ?? node);
  if (section !== '') {
    // `configuration.GetSection("A")["B"]`: the new name is outside the section.
    if (callee && simpleName(callee) !== 'GetValue') return { bound: true };
    const reader = callee?.text.slice(callee.text.lastIndexOf('GetValue'));
    return outsideSection(object, node, (name) => (reader ? `.${reader}(${quoted(name)})` : `[${quoted(name)}]`));
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

/** Reads the whole configuration where a node reads a section of it. */
function outsideSection(section: Node | null, node: Node, code: (name: string) => string): Renaming {
  // What `?.` hangs on is part of the read.
  const whole = node.parent?.type === 'conditional_access_expression' && BINDING.test(node.type) ? node.parent : node;
  const holder = section && wholeConfiguration(section, whole);
  if (!holder) return { bound: true };
  const hangs = holder.parent?.type === 'conditional_access_expression' ? '?' : '';
  const isFirst = holder.startIndex === whole.startIndex;
  return {
    renamed: (name) => ({
      span: { start: isFirst ? holder.endIndex : whole.startIndex, end: whole.endIndex },
      newText: `${isFirst ? '' : holder.text}${hangs}${code(name)}`,
    }),
  };
}

const BINDING = /^(?:element|member)_binding_expression$/;

/** The configuration that a section is part of, where code at a place can name it: through `GetSection` and variables. */
function wholeConfiguration(section: Node, at: Node, depth = 0): Node | null {
  if (depth > 4) return null;
  const inner = unwrap(section);
  const callee = inner.type === 'invocation_expression' ? field(inner, 'function') : null;
  const isSection = callee !== null && /^Get(?:Required)?Section$/.test(simpleName(callee));
  if (isSection) {
    const above = objectOf(callee);
    if (!above) return null;
    return sectionOf(above) === '' && isNamedAlike(above, at) ? above : wholeConfiguration(above, at, depth + 1);
  }
  const initial = inner.type === 'identifier' ? initialiserOf(inner) : null;
  return initial ? wholeConfiguration(initial, at, depth + 1) : null;
}

/** True where the first name of an expression means the same at another place. */
function isNamedAlike(expression: Node, at: Node): boolean {
  let first = unwrap(expression);
  while (first.type === 'member_access_expression')
    first = unwrap(field(first, 'expression') ?? first.child(0) ?? first);
  if (first.type !== 'identifier' || within(at, spanOf(expression))) return within(at, spanOf(expression));
  const [here, there] = [lookup(first.text, first), lookup(first.text, at)];
  return here !== null && here.name.id === there?.name.id && isInReach(there, at);
}

function read(origin: SettingRead['origin'], name: string, key: ReadName, node: Node, section = ''): SettingRead {
  const nameSpan = stringValue(key.node) === null ? spanOf(key.node) : insideQuotes(key.node);
  if (isUnknownSection(section))
    return { ...plainRead({ origin, name: key.value, nameSpan }), ...renaming(node, key, section), property: true };
  return { ...plainRead({ origin, name, nameSpan }), ...renaming(node, key, section) };
}

const EMPTY = /^(?:null|""|string\.Empty|String\.Empty|default)$/;

/** The setting an expression reads. */
export function settingRead(expression: Node): SettingRead | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'element_access_expression':
    case 'element_binding_expression': {
      const object = objectOf(node);
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
      if (!first) return name === 'Get' ? sectionText(node, callee) : null;
      const key = nameRead(first);
      if (!key) return null;
      if (name === 'GetEnvironmentVariable')
        return /(?:^|\.)Environment\s{0,99}\.\s{0,99}GetEnvironmentVariable$/.test(callee.text)
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
    case 'member_binding_expression':
    case 'member_access_expression':
      return (
        (simpleName(node) === 'Value' ? sectionValue(node, objectOf(node)) : null) ??
        frameworkRead(node) ??
        boundRead(node)
      );
    default:
      return null;
  }
}

/** `Setting("X")`, where a function of the file reads the setting that it is told. */
function helperRead(call: Node): SettingRead | null {
  const helper = helperCall(call);
  if (!helper) return null;
  const { read: inner, literal, certain } = helper;
  const callee = inner.type === 'invocation_expression' ? field(inner, 'function') : null;
  const environment =
    callee !== null && /(?:^|\.)Environment\s{0,99}\.\s{0,99}GetEnvironmentVariable$/.test(callee.text);
  const object = callee ? objectOf(callee) : field(inner, 'expression');
  // Only the whole configuration: within a section the new name would be in that too.
  if (!environment && (!object || sectionOf(object) !== '')) return null;
  const origin = environment ? 'environment' : 'configuration';
  return { ...plainRead({ origin, name: stringValue(literal) ?? '', nameSpan: insideQuotes(literal) }), certain };
}

/** `configuration.GetSection("A:B").Value`; of a variable, others may ask whether there is such a section. */
function sectionValue(node: Node, object: Node | null): SettingRead | null {
  const call = object && unwrap(object);
  const name = call?.type === 'invocation_expression' ? sectionOf(call) : null;
  if (!call || !name || isUnknownSection(name)) return null;
  const key = nameRead(argumentValues(call)[0]);
  return (
    key && {
      ...plainRead({ origin: 'configuration', name, nameSpan: spanOf(key.node) }),
      ...outsideSection(call, node, (other) => `[${quoted(other)}]`),
    }
  );
}

/** `configuration.GetSection("A:B").Get<string>()` */
const sectionText = (node: Node, callee: Node): SettingRead | null =>
  /\bGet\s{0,9}<\s{0,9}string\s{0,9}\??\s{0,9}>$/.test(callee.text) ? sectionValue(node, objectOf(callee)) : null;

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
      ...plainRead({
        origin: 'configuration',
        name: `ConnectionStrings:${key.value}`,
        nameSpan: spanOf(key.node),
      }),
      renamed: behind(manager, node, (name) => `.AppSettings[${quoted(name)}]`),
    }
  );
}
