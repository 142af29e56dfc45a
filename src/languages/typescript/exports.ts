import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Declaration } from '../contract/declaration';
import type { ExportSlot, Imported, ListedSetting, ListItem } from '../contract/imported';
import type { CodeNode, NameNode } from '../contract/node';
import type { TypeScriptFile } from './file';
import { listItem, statementItem } from './lists';
import type { Module, Modules } from './modules';
import { listedSetting, schemaOf } from './schemas';
import type { Node } from './tree';
import { moduleOf } from './tree';

type Hop = Imported['hops'][number];

/** Where a module holds a value that it, or another one through it, exports. */
export interface Export extends Module {
  readonly declaration: Declaration | null;
  readonly value: CodeNode;
  readonly slot: ExportSlot | null;
  readonly listed: ListedSetting | null;
  /** The property's or the export's own name. */
  readonly name: string;
  readonly hops: readonly Hop[];
  /** The constants whose objects hold the value. */
  readonly around: readonly string[];
  /** The names under which files export what holds it; empty where it is an export of its own. */
  readonly holders: readonly string[];
  /** The properties on the way to it. */
  readonly inner: readonly string[];
}

/** What an export leads to before its properties are looked up. */
interface Start {
  readonly value: CodeNode;
  readonly declaration: Declaration | null;
  readonly slot: ExportSlot | null;
}

const exportedName = (node: TSESTree.Identifier | TSESTree.StringLiteral): string =>
  node.type === AST_NODE_TYPES.Identifier ? node.name : node.value;

const property = (name: string, code: string): string => (name === code ? name : `${name}: ${code}`);

const quoted = (name: string, code: string): string => `"${name}": ${code}`;

/** `exports.X`, `module.exports.X` as `X`; `module.exports` as `default`. */
function exportsName(node: Node): string | null {
  if (node.type !== AST_NODE_TYPES.MemberExpression || node.computed) return null;
  const { object, property: own } = node;
  const name = own.type === AST_NODE_TYPES.Identifier ? own.name : null;
  if (object.type === AST_NODE_TYPES.Identifier) {
    if (object.name === 'exports') return name;
    return object.name === 'module' && name === 'exports' ? 'default' : null;
  }
  return exportsName(object) === 'default' ? name : null;
}

/** The exports of a module by a name; several when it cannot be told which one holds. */
function startsOf(
  { file }: Module,
  wanted: string,
): { starts: Start[]; through: { statement: Node; source: string; name: string; item: ListItem | null }[] } {
  const { tree, views, text } = file;
  const starts: Start[] = [];
  const through: { statement: Node; source: string; name: string; item: ListItem | null }[] = [];
  const byName = (node: Node, slot: ExportSlot | null): Start => ({ value: views.view(node), declaration: null, slot });
  for (const statement of tree.ast.body) {
    if (statement.type === AST_NODE_TYPES.ExportNamedDeclaration && statement.exportKind !== 'type') {
      if (statement.declaration?.type === AST_NODE_TYPES.VariableDeclaration)
        for (const { id, init } of statement.declaration.declarations) {
          if (id.type !== AST_NODE_TYPES.Identifier || id.name !== wanted || !init) continue;
          const declaration = file.declarationOf(views.view(id) as NameNode);
          if (declaration)
            starts.push({ value: views.view(init), declaration, slot: { item: null, write: (name) => name } });
        }
      for (const specifier of statement.specifiers) {
        if (exportedName(specifier.exported) !== wanted || specifier.exportKind === 'type') continue;
        const item = listItem(text, statement.specifiers, specifier);
        if (statement.source)
          through.push({ statement, source: moduleOf(statement.source), name: exportedName(specifier.local), item });
        else
          starts.push(
            byName(specifier.local, { item, write: (name, code) => (name === code ? name : `${code} as ${name}`) }),
          );
      }
    } else if (statement.type === AST_NODE_TYPES.ExportAllDeclaration) {
      if (!statement.exported && statement.exportKind !== 'type' && wanted !== 'default')
        through.push({ statement, source: moduleOf(statement.source), name: wanted, item: null });
    } else if (statement.type === AST_NODE_TYPES.ExportDefaultDeclaration) {
      if (wanted === 'default') starts.push(byName(statement.declaration, null));
    } else if (statement.type === AST_NODE_TYPES.TSExportAssignment) {
      if (wanted === 'default') starts.push(byName(statement.expression, null));
    } else if (
      statement.type === AST_NODE_TYPES.ExpressionStatement &&
      statement.expression.type === AST_NODE_TYPES.AssignmentExpression &&
      statement.expression.operator === '=' &&
      exportsName(statement.expression.left) === wanted
    ) {
      const { left, right } = statement.expression;
      const [from, to] = [
        text.slice(statement.range[0], left.range[1] - wanted.length),
        text.slice(right.range[1], statement.range[1]),
      ];
      const slot = {
        item: statementItem(text, statement),
        write: (name: string, code: string) => `${from}${name} = ${code}${to}`,
      };
      starts.push(byName(right, wanted === 'default' ? null : slot));
    }
  }
  return { starts, through };
}

/** `as const` changes no property's type in a way that matters; a named type does, or may ask for the property. */
const isTyped = (node: CodeNode, { text }: TypeScriptFile): boolean => {
  const around = text.slice(node.outer.start, node.start) + text.slice(node.end, node.outer.end);
  return /\b(?:as|satisfies)\b|</.test(around.replace(/\bas\s{1,99}const\b/g, ''));
};

/** Follows properties from an export down to the value. */
function below(
  start: Start,
  path: readonly string[],
  { file }: Module,
): Pick<Export, 'declaration' | 'value' | 'slot' | 'listed' | 'name' | 'around'> | null {
  let { value, declaration, slot } = start;
  let name = '';
  let typed = false;
  let listed: ListedSetting | null = null;
  const around: string[] = [];
  for (const step of path) {
    for (let depth = 0; value.kind === 'name' && depth < 4; depth++) {
      const declared: Declaration | null = file.declarationOf(value);
      if (!declared?.constant || !declared.initialiser) return null;
      typed ||= declared.type !== null;
      around.push(declared.name);
      value = declared.initialiser;
    }
    if (declaration) {
      if (!declaration.constant) return null;
      typed ||= declaration.type !== null;
      around.push(declaration.name);
    }
    // `Object.freeze({ ... })`
    const frozen =
      value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'freeze' ? value : null;
    const schema = schemaOf(file.views.native(value), file.scopeNames);
    const object: CodeNode = schema ? file.views.view(schema) : (frozen?.args[0]?.value ?? value);
    if (object.kind !== 'object') return null;
    typed ||= isTyped(object, file) || (frozen !== null && /</.test(file.text.slice(frozen.start, object.start)));
    const given = object.props.filter((one) => one.name === step && !one.spread);
    const [prop] = given;
    if (!prop || given.length > 1) return null;
    // What is spread after it may take its place.
    if (object.props.some((one) => one.spread && one.start > prop.start)) return null;
    const native = file.views.native(object);
    const nodes = native.type === AST_NODE_TYPES.ObjectExpression ? native.properties : [];
    const node = nodes.find(({ range }) => range[0] === prop.start);
    const write = file.lead === '' ? property : quoted;
    listed = schema && listedSetting(schema, node, file.text);
    if (schema && !listed) return null;
    slot = node && listed?.fits !== false ? { item: listItem(file.text, nodes, node), write } : null;
    ({ value } = prop);
    [declaration, name] = [null, step];
  }
  return { value, declaration, slot: typed ? null : slot, listed, name, around };
}

/** The value that a path of names means as an export of a module, or null when it is not there or not clear. */
export function exportOf(module: Module, path: readonly string[], modules: Modules, hops = 0): Export | null {
  const [first, ...rest] = path;
  // A module's whole is its default export too, where CommonJS meets ES modules.
  const ways: [string, readonly string[]][] = [
    ...(first === undefined ? [] : [[first, rest] as [string, readonly string[]]]),
    ['default', path],
  ];
  const found: Export[] = [];
  for (const [wanted, properties] of ways) {
    const { starts, through } = startsOf(module, wanted);
    for (const start of starts) {
      const end = below(start, properties, module);
      const holders = properties.length > 0 ? [wanted] : [];
      const name = end?.name === '' ? wanted : (end?.name ?? '');
      if (end) found.push({ ...module, hops: [], ...end, name, holders, inner: properties.slice(0, -1) });
    }
    for (const { source, name, item } of hops < 1 ? through : []) {
      const other = modules.open(module.path, source);
      const end = other && exportOf(other, name === 'default' ? properties : [name, ...properties], modules, hops + 1);
      // Only a name of its own has to be handed on anew; a property goes along with its object.
      const handed = properties.length === 0 ? item : null;
      const holders = properties.length > 0 ? [...(end?.holders ?? []), wanted] : [];
      if (end) found.push({ ...end, holders, hops: [{ ...module, item: handed }, ...end.hops] });
    }
  }
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}
