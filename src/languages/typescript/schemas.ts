import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { ListedSetting } from '../contract/imported';
import type { Names } from './names';
import { isEnvironment } from './settings';
import type { Node } from './tree';
import { unwrap } from './tree';

/** Functions that take the environment and an object of what it must hold. */
const CHECKERS: Readonly<Record<string, string | undefined>> = { envalid: 'cleanEnv', znv: 'parseEnv' };

/** The object that lists settings by their names, where code reads them all from the environment and checks them. */
export function schemaOf(node: Node, names: Names): TSESTree.ObjectExpression | null {
  node = unwrap(node);
  if (node.type !== AST_NODE_TYPES.CallExpression) return null;
  const [first, second] = node.arguments;
  const checker = names.entityOf(node.callee);
  if (checker && CHECKERS[checker.module] === checker.path.join('.'))
    return first && second && isEnvironment(first, names) ? objectOf(second, names) : null;
  if (checker?.module.startsWith('@t3-oss/env-') === true && checker.path.join('.') === 'createEnv') {
    const source = first && propertyOf(first, 'runtimeEnv');
    const server = first && propertyOf(first, 'server');
    return source && server && isEnvironment(source, names) ? objectOf(server, names) : null;
  }
  const { callee } = node;
  const isParse =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.property.type === AST_NODE_TYPES.Identifier &&
    callee.property.name === 'parse';
  return isParse && first && isEnvironment(first, names) ? zodObject(callee.object, names) : null;
}

/** What `z.object({ ... })` is given, there or in a constant. */
function zodObject(node: Node, names: Names): TSESTree.ObjectExpression | null {
  const call = valueOf(node, names);
  if (call?.type !== AST_NODE_TYPES.CallExpression) return null;
  const made = names.entityOf(call.callee);
  const isZod = made !== null && /^zod(?:\/v[34])?$/.test(made.module) && /^(?:z\.)?object$/.test(made.path.join('.'));
  return isZod && call.arguments[0] ? objectOf(call.arguments[0], names) : null;
}

function objectOf(node: Node, names: Names): TSESTree.ObjectExpression | null {
  const value = valueOf(node, names);
  return value?.type === AST_NODE_TYPES.ObjectExpression ? value : null;
}

/** An expression, or what a constant without a type holds. */
function valueOf(node: Node, names: Names): Node | null {
  node = unwrap(node);
  if (node.type !== AST_NODE_TYPES.Identifier) return node;
  const variable = names.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  const declarator = definition?.node as Node | undefined;
  if (others.length > 0 || declarator?.type !== AST_NODE_TYPES.VariableDeclarator || !declarator.init) return null;
  const isPlain = declarator.id.type === AST_NODE_TYPES.Identifier && !declarator.id.typeAnnotation;
  const isWritten = variable?.references.some((reference) => reference.isWrite() && !reference.init) ?? true;
  return isPlain && !isWritten ? unwrap(declarator.init) : null;
}

function propertyOf(node: Node, name: string): Node | null {
  if (node.type !== AST_NODE_TYPES.ObjectExpression) return null;
  for (const one of node.properties)
    if (
      one.type === AST_NODE_TYPES.Property &&
      !one.computed &&
      one.key.type === AST_NODE_TYPES.Identifier &&
      one.key.name === name
    )
      return one.value;
  return null;
}

/** A setting that a schema lists; null where the name is no plain one. */
export function listedSetting(
  schema: TSESTree.ObjectExpression,
  property: Node | undefined,
  text: string,
): ListedSetting | null {
  if (property?.type !== AST_NODE_TYPES.Property || property.computed || property.shorthand) return null;
  const { key, value } = property;
  if (key.type !== AST_NODE_TYPES.Identifier) return null;
  const [start, end] = value.range;
  const code = checkOf(text.slice(start, end));
  return {
    read: {
      origin: 'environment',
      name: key.name,
      nameSpan: { start: key.range[0], end: key.range[1] },
      renamed: () => ({ span: { start, end }, newText: code ?? text.slice(start, end) }),
      bound: false,
      property: false,
      certain: false,
    },
    fits: code !== null,
    names: new Set(
      schema.properties.flatMap((one) =>
        one.type === AST_NODE_TYPES.Property && one.key.type === AST_NODE_TYPES.Identifier ? [one.key.name] : [],
      ),
    ),
  };
}

/** Parts of a check that say nothing of a text but that it is there. */
const PLAIN = new Set(['min', 'nonempty', 'trim', 'optional', 'describe']);

const MAKER = /^((?:\w{1,40}\.)?str(?:ing)?)\(([^()]{0,500})\)/;
const CALL = /^(\s{0,99})\.(\w{1,40})\(([^()]{0,500})\)/;

/** The calls that follow on each other, as space, name and arguments; null where something else follows. */
function callsIn(code: string): readonly (readonly string[])[] | null {
  const calls: (readonly string[])[] = [];
  let rest = code;
  for (let call = CALL.exec(rest); call; call = CALL.exec(rest)) {
    calls.push(call.slice(1));
    rest = rest.slice(call[0].length);
  }
  return rest === '' ? calls : null;
}

/**
 * The check of a setting as another one of the same sort needs it, without the messages and descriptions, which speak of the
 * old one; null for a check that only the old value passes, or that has a default.
 */
function checkOf(code: string): string | null {
  const [whole = '', make, given = ''] = MAKER.exec(code) ?? [];
  if (make === undefined || /\b(?:default|devDefault|testDefault|choices|coerce)\b/.test(code)) return null;
  const calls = callsIn(code.slice(whole.length));
  if (!calls?.every(([, name = '']) => PLAIN.has(name))) return null;
  const kept = calls.flatMap(([space = '', name = '', args = '']) =>
    name === 'describe' ? [] : [`${space}.${name}(${withoutTexts(args)})`],
  );
  return `${make}(${withoutTexts(given)})${kept.join('')}`;
}

/** Arguments up to the first one that holds a text. */
const withoutTexts = (args: string): string => (/['"`]/.test(args) ? (/^\s*\d+/.exec(args)?.[0] ?? '') : args);
