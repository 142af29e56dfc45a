import { plainRead } from '../base/plain';
import type { SettingRead } from '../contract/setting';
import { lookup } from './scope/lookup';
import { CONFIGURATION_TYPE, initialiserOf, objectOf, sectionOf, typeOfName } from './section';
import type { Node } from './syntax';
import { field, simpleName, spanOf, unwrap } from './syntax';

const OPTIONS_TYPE = /^IOptions(?:Snapshot|Monitor)?$/;

/** A property of bound options: `options.Value.ConnectionString`, `section.Get<StorageOptions>().ConnectionString`. */
export function boundRead(node: Node): SettingRead | null {
  const object = objectOf(node);
  if (!object || node.type !== 'member_access_expression') return null;
  const inner = unwrap(object);
  const holder = inner.type === 'identifier' ? (initialiserOf(inner) ?? inner) : inner;
  const name = field(node, 'name');
  if (!name || !(isOptions(unwrap(holder)) || isOptionsObject(object))) return null;
  return {
    ...plainRead({ origin: 'configuration', name: name.text, nameSpan: spanOf(name) }),
    bound: true,
    property: true,
  };
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
    return type !== null ? OPTIONS_TYPE.test(type) : /GetRequiredService<\s{0,99}IOptions/.test(object.text);
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
