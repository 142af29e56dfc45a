import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import { plainRead } from '../base/plain';
import type { SettingRead, SettingUse } from '../contract/setting';
import { askedNames } from './asked-names';
import type { Names } from './names';
import { roleOf } from './roles';
import type { Node, Tree } from './tree';
import { isFunction, isStatement, unwrap } from './tree';

/** `process.env`, `import.meta.env`, or a constant that stands for it. */
export function isEnvironment(node: Node, names: Names): boolean {
  node = unwrap(node);
  if (
    node.type === AST_NODE_TYPES.MemberExpression &&
    !node.computed &&
    node.property.type === AST_NODE_TYPES.Identifier &&
    node.property.name === 'env'
  ) {
    const object = unwrap(node.object);
    if (object.type === AST_NODE_TYPES.MetaProperty) return true;
    if (object.type === AST_NODE_TYPES.Identifier && object.name === 'process') return true;
    const entity = names.entityOf(object);
    return entity !== null && /^(node:)?process$/.test(entity.module) && entity.path.length === 0;
  }
  if (node.type !== AST_NODE_TYPES.Identifier) return false;
  const entity = names.entityOf(node);
  if (entity) return /^(node:)?process$/.test(entity.module) && entity.path.join() === 'env';
  const definition = names.variableOf(node)?.defs[0]?.node;
  return (
    definition?.type === AST_NODE_TYPES.VariableDeclarator &&
    definition.id.type === AST_NODE_TYPES.Identifier &&
    definition.init !== null &&
    isEnvironment(definition.init, names)
  );
}

const inQuotes = (node: TSESTree.StringLiteral) => ({ start: node.range[0] + 1, end: node.range[1] - 1 });

/** A read of a setting whose name is an argument or index: a literal, or a constant of this file that holds one. */
function readNamed(origin: SettingRead['origin'], node: Node | undefined, names: Names): SettingRead | null {
  if (node?.type === AST_NODE_TYPES.Literal && typeof node.value === 'string')
    return plainRead({ origin, name: node.value, nameSpan: inQuotes(node) });
  if (node?.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = names.variableOf(node);
  const definition = variable?.defs[0]?.node;
  if (
    definition?.type !== AST_NODE_TYPES.VariableDeclarator ||
    definition.id.type !== AST_NODE_TYPES.Identifier ||
    variable?.references.some((reference) => reference.isWrite() && !reference.init)
  )
    return null;
  const literal = definition.init && unwrap(definition.init);
  if (literal?.type !== AST_NODE_TYPES.Literal || typeof literal.value !== 'string') return null;
  const others = variable?.references.filter((reference) => !reference.init && reference.identifier !== node) ?? [];
  const isExported = names.parentOf(names.parentOf(definition) ?? definition)?.type.startsWith('Export');
  if (others.length === 0 && !isExported)
    return plainRead({ origin, name: literal.value, nameSpan: inQuotes(literal) });
  // Something else speaks of the old setting by this name: the read gets a name of its own.
  const span = { start: node.range[0], end: node.range[1] };
  const quote = literal.raw.charAt(0);
  return {
    ...plainRead({ origin, name: literal.value, nameSpan: span }),
    renamed: (name) => ({ span, newText: quote + name + quote }),
  };
}

const textOfName = (node: Node): string =>
  node.type === AST_NODE_TYPES.Identifier
    ? node.name
    : node.type === AST_NODE_TYPES.MemberExpression && node.property.type === AST_NODE_TYPES.Identifier
      ? node.property.name
      : '';

/** The function of this file that a name means. */
function functionOf(node: Node, names: Names): TSESTree.FunctionLike | null {
  if (node.type !== AST_NODE_TYPES.Identifier) return null;
  const definition = names.variableOf(node)?.defs[0]?.node as Node | undefined;
  if (definition && isFunction(definition)) return definition;
  const value = definition?.type === AST_NODE_TYPES.VariableDeclarator && definition.init && unwrap(definition.init);
  return value && isFunction(value) ? value : null;
}

/** True for `requireEnv(name)` of this file, which reads `process.env[name]` and gives it as it is. */
function readsEnvironment(callee: Node, names: Names): boolean {
  const parameter = functionOf(callee, names)?.params[0];
  if (parameter?.type !== AST_NODE_TYPES.Identifier) return false;
  const reads = (names.variableOf(parameter)?.references ?? []).flatMap(({ identifier }) => {
    const parent = names.parentOf(identifier);
    return parent?.type === AST_NODE_TYPES.MemberExpression &&
      parent.computed &&
      parent.property === identifier &&
      isEnvironment(parent.object, names)
      ? [parent]
      : [];
  });
  return reads.length > 0 && !reads.some((read) => isGivenChanged(read, names));
}

/** Methods of a text that leave it what it is. */
const SAME = /^(?:trim(?:Start|End)?|toString)$/;

/** True where a value, or the variable that holds it, is given or kept as something else: `return decrypt(value)`. */
function isGivenChanged(read: Node, names: Names, seen: ReadonlySet<Node> = new Set()): boolean {
  let changed = false;
  for (let [at, parent] = [read, names.parentOf(read)]; parent; [at, parent] = [parent, names.parentOf(parent)]) {
    if (parent.type === AST_NODE_TYPES.VariableDeclarator) {
      if (changed || parent.id.type !== AST_NODE_TYPES.Identifier || seen.has(parent)) return changed;
      const references = names.variableOf(parent.id)?.references ?? [];
      const known = new Set([...seen, parent]);
      return references.some((one) => one.init !== true && isGivenChanged(one.identifier, names, known));
    }
    if (parent.type === AST_NODE_TYPES.ReturnStatement || isFunction(parent)) return changed;
    if (isAsked(parent, at)) return false;
    if (isStatement(parent)) return changed && parent.type === AST_NODE_TYPES.ExpressionStatement && isKept(parent);
    changed ||= changes(parent, at);
  }
  return false;
}

/** True for a part of an expression that only decides what its value is: `isBlank(value) ? fail() : value`. */
const isAsked = (whole: Node, part: Node): boolean =>
  (whole.type === AST_NODE_TYPES.ConditionalExpression && whole.test === part) ||
  (whole.type === AST_NODE_TYPES.LogicalExpression && whole.operator === '&&' && whole.left === part);

const isKept = ({ expression }: TSESTree.ExpressionStatement): boolean =>
  expression.type === AST_NODE_TYPES.AssignmentExpression;

/** True for an expression whose value is not that of its part. */
function changes(whole: Node, part: Node): boolean {
  if (whole.type === AST_NODE_TYPES.CallExpression || whole.type === AST_NODE_TYPES.NewExpression)
    return part !== whole.callee || !SAME.test(textOfName(whole.callee));
  return (
    whole.type === AST_NODE_TYPES.TemplateLiteral ||
    (whole.type === AST_NODE_TYPES.BinaryExpression && whole.operator === '+')
  );
}

/** The one value that a function of this file without parameters returns: `connectionString()`. */
export function resultOf(node: Node, names: Names): Node | null {
  node = unwrap(node);
  if (node.type !== AST_NODE_TYPES.CallExpression || node.arguments.length > 0) return null;
  const body = functionOf(node.callee, names)?.body;
  if (body?.type !== AST_NODE_TYPES.BlockStatement) return body ?? null;
  const last = body.body.at(-1);
  return last?.type === AST_NODE_TYPES.ReturnStatement ? last.argument : null;
}

/** The setting an expression reads, as `process.env.X`, `process.env["X"]`, `configService.get("X")` or `requireEnv("X")`. */
export function settingRead(node: Node, names: Names): SettingRead | null {
  node = unwrap(node);
  if (node.type === AST_NODE_TYPES.MemberExpression && isEnvironment(node.object, names)) {
    const { property } = node;
    if (node.computed) return readNamed('environment', property, names);
    if (property.type !== AST_NODE_TYPES.Identifier) return null;
    const [start, end] = property.range;
    return plainRead({ origin: 'environment', name: property.name, nameSpan: { start, end } });
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return null;
  const { callee } = node;
  const [named] = node.arguments;
  const read = readNamed('environment', named, names);
  if (!read || readsEnvironment(callee, names)) return read;
  const isGet =
    callee.type === AST_NODE_TYPES.MemberExpression && !callee.computed && /^get(OrThrow)?$/.test(textOfName(callee));
  return isGet && takesVariables(callee.object, read.name, names) ? readNamed('configuration', named, names) : null;
}

/** Packages whose values come from files of their own: they throw for a name that these do not have. */
const OWN_FILES: ReadonlySet<string> = new Set(['config', 'convict']);

/**
 * True for an object whose `get` finds an environment variable by its name, so that a new setting needs nothing else: a
 * service of NestJS, whatever its own names are, or another configuration that is asked for a name of such a variable.
 */
function takesVariables(object: Node, setting: string, names: Names): boolean {
  const name = textOfName(unwrap(object));
  if (!/config/i.test(name) || OWN_FILES.has(names.entityOf(object)?.distribution ?? '')) return false;
  return /service$/i.test(name) || /^[A-Z][A-Z0-9_]*$/.test(setting);
}

/** The setting after a destructured name: `const { X } = process.env`. */
export function destructuredSetting(
  declarator: TSESTree.VariableDeclarator,
  name: Node,
  names: Names,
): SettingRead | null {
  if (declarator.id.type !== AST_NODE_TYPES.ObjectPattern || !declarator.init || !isEnvironment(declarator.init, names))
    return null;
  for (const property of declarator.id.properties) {
    if (
      property.type !== AST_NODE_TYPES.Property ||
      property.computed ||
      property.key.type !== AST_NODE_TYPES.Identifier
    )
      continue;
    const value = property.value.type === AST_NODE_TYPES.AssignmentPattern ? property.value.left : property.value;
    if (value === name)
      return plainRead({
        origin: 'environment',
        name: property.key.name,
        nameSpan: { start: property.key.range[0], end: property.key.range[1] },
      });
  }
  return null;
}

/** The names of the settings a member, call or destructuring reads by itself. */
export function settingsRead(node: Node, names: Names): readonly string[] {
  if (node.type !== AST_NODE_TYPES.VariableDeclarator) {
    const read = settingRead(node, names);
    return read ? [read.name] : [];
  }
  if (node.id.type !== AST_NODE_TYPES.ObjectPattern) return [];
  return node.id.properties.flatMap((property) => {
    if (property.type !== AST_NODE_TYPES.Property) return [];
    const value = property.value.type === AST_NODE_TYPES.AssignmentPattern ? property.value.left : property.value;
    return destructuredSetting(node, value, names)?.name ?? [];
  });
}

/** Every place that reads a setting by its name, and lists of names that hold it. */
export const readsOf = (setting: string, tree: Tree, names: Names): readonly SettingUse[] => [
  ...(readsByName(tree, names).get(setting) ?? []),
  ...(listedByName(tree, names).get(setting) ?? []),
];

/** The same for every setting at once: a file of many settings is asked for each of them. */
const readsByName = remembered((tree: Tree, names: Names): ReadonlyMap<string, readonly SettingUse[]> => {
  const reads = new Map<string, SettingUse[]>();
  const seen = new Set<string>();
  for (const node of tree.readers) {
    const read = node.type === AST_NODE_TYPES.VariableDeclarator ? null : settingRead(node, names);
    const [start, end] = node.range;
    const key = `${String(end)} ${read?.name ?? ''}`;
    if (!read || seen.has(key)) continue;
    seen.add(key);
    const role = roleOf(node, tree);
    const asked = role.kind !== 'read' || asks(node, tree);
    const same = reads.get(read.name) ?? [];
    same.push({ place: { start, end }, read, nameSpan: read.nameSpan, role, asks: asked });
    reads.set(read.name, same);
  }
  return reads;
});

/** Names in lists of nothing but names, which somebody goes through: `["A", "B"]`; and those that are asked for by their texts. */
const listedByName = remembered((tree: Tree, names: Names): ReadonlyMap<string, readonly SettingUse[]> => {
  const listed = new Map<string, SettingUse[]>();
  for (const one of [...tree.lists.flatMap(namesIn), ...askedNames(tree, names)]) {
    const [start, end] = one.range;
    const same = listed.get(one.value) ?? [];
    const nameSpan = { start: start + 1, end: end - 1 };
    same.push({ place: { start, end }, read: null, nameSpan, role: { kind: 'asked' }, asks: true });
    listed.set(one.value, same);
  }
  return listed;
});

function namesIn({ elements }: TSESTree.ArrayExpression): readonly TSESTree.StringLiteral[] {
  const texts = elements.filter(
    (one): one is TSESTree.StringLiteral => one?.type === AST_NODE_TYPES.Literal && typeof one.value === 'string',
  );
  return texts.length === elements.length && texts.every(({ value }) => /^[A-Z]\w*$/i.test(value)) ? texts : [];
}

/** True for an expression whose value only says whether something is there. */
function asks(node: Node, tree: Tree): boolean {
  let child = node;
  for (let parent = tree.parentOf(child); parent; child = parent, parent = tree.parentOf(parent)) {
    if (parent.type === AST_NODE_TYPES.UnaryExpression && parent.operator === '!') return true;
    if (parent.type === AST_NODE_TYPES.CallExpression)
      return parent.callee.type === AST_NODE_TYPES.Identifier && parent.callee.name === 'Boolean';
    if (parent.type === AST_NODE_TYPES.LogicalExpression && parent.operator === '&&') return parent.left === child;
    if (parent.type === AST_NODE_TYPES.BinaryExpression && /^[!=]==?$/.test(parent.operator)) return true;
    if (unwrap(parent) !== unwrap(child)) return false;
  }
  return false;
}
