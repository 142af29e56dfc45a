import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { coverOf } from '../../core/cover';
import type { Cover } from '../../core/cover';
import type { TextEdit } from '../../core/edit';
import { remembered } from '../../core/remember';
import { contains } from '../../core/span';
import type { Span } from '../../core/span';
import { union } from '../../core/span-index';
import type { Entity } from '../contract/entity';
import type { CodeWriter, Leftovers } from '../contract/writer';
import { withComma } from './declarations';
import type { TypeScriptFile } from './file';
import { isRelative } from './modules';
import type { Node } from './tree';
import { moduleOf, unwrap } from './tree';

/** A file that reads `.env` when it loads does more than it says. */
const LOADS = /\bdotenv\b|\bloadEnvFile\b/;

const span = ({ range: [start, end] }: Node): Span => ({ start, end });

/** What goes with a name: code, or a name of an import list. */
interface Goes {
  readonly edits: readonly TextEdit[];
  readonly gone: readonly Entity[];
  /** Code that reads nothing any more. */
  readonly span: Span | null;
}

/**
 * What nothing reads any more once some edits are made, and something read before: imports, functions, types and variables of
 * the file whose values do nothing. What goes takes along what only it has read.
 */
export function leftoversOf(
  file: TypeScriptFile,
  writer: Pick<CodeWriter, 'removeStatement'>,
  made: readonly TextEdit[],
): Leftovers {
  const words = new Set(made.flatMap(({ newText }) => newText.match(/[A-Za-z_$][\w$]*/g) ?? []));
  const spans = made.map((edit) => edit.span).filter(({ start, end }) => end > start);
  const removed = coverOf(spans);
  const done = new Set<Variable>();
  const found: Goes[] = [];
  // Only what was read in the code that goes can be unread now.
  for (let open = spans; open.length > 0;) {
    const next: Span[] = [];
    for (const variable of readIn(file.scopeNames.scopes, open)) {
      if (words.has(variable.name) || done.has(variable) || !isUnread(variable, removed)) continue;
      done.add(variable);
      const goes = goesWith(variable, file, writer, removed);
      if (!goes) continue;
      found.push(goes);
      if (!goes.span) continue;
      removed.add(goes.span);
      next.push(goes.span);
    }
    open = next;
  }
  return { edits: found.flatMap(({ edits }) => edits), gone: found.flatMap(({ gone }) => gone) };
}

/** Every name that reads a variable of one declaration, in order of its place, with the order of the variables. */
const readersOf = remembered(({ scopes }: ScopeManager) =>
  scopes
    .flatMap((scope) => scope.variables)
    .filter(({ defs }) => defs.length === 1)
    .flatMap((variable, nth) =>
      variable.references
        .filter(({ init }) => !init)
        .map(({ identifier: { range } }) => ({ variable, nth, start: range[0], end: range[1] })),
    )
    .sort((a, b) => a.start - b.start),
);

/** The variables that code at some places reads, in the order of their declarations. */
function readIn(scopes: ScopeManager, places: readonly Span[]): readonly Variable[] {
  const readers = readersOf(scopes);
  const found = new Map<Variable, number>();
  for (const { start, end } of union(places)) {
    let [low, high] = [0, readers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((readers[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; ; at++) {
      const reader = readers[at];
      if (!reader || reader.start >= end) break;
      found.set(reader.variable, reader.nth);
    }
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([variable]) => variable);
}

// As text: the enum would bring the whole scope analysis into this bundle.
const definitionType = ({ type }: Variable['defs'][number]): string => type;

function isUnread({ references, defs }: Variable, removed: Cover): boolean {
  const [definition] = defs;
  const own = definition && definitionType(definition) === 'FunctionName' ? (definition.node as Node) : null;
  return references.every(
    (reference) =>
      reference.init === true ||
      removed.covers(span(reference.identifier)) ||
      // A function that calls itself.
      (own !== null && contains(span(own), span(reference.identifier))),
  );
}

function goesWith(
  variable: Variable,
  file: TypeScriptFile,
  writer: Pick<CodeWriter, 'removeStatement'>,
  removed: Cover,
): Goes | null {
  const [definition] = variable.defs;
  if (!definition) return null;
  // The node of a name with a type covers the type, too.
  const [at] = definition.name.range;
  if (removed.covers({ start: at, end: at + variable.name.length })) return null;
  const node = definition.node as Node;
  if (definitionType(definition) === 'Parameter') return null;
  const whole = (statement: Node): Goes => ({
    edits: [writer.removeStatement(span(statement))],
    gone: [],
    span: span(statement),
  });
  if (file.tree.parentOf(node)?.type.startsWith('Export')) return null;
  switch (node.type) {
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.TSInterfaceDeclaration:
    case AST_NODE_TYPES.TSTypeAliasDeclaration:
      return whole(node);
    case AST_NODE_TYPES.ClassDeclaration:
      return isQuietClass(node, removed) ? whole(node) : null;
    case AST_NODE_TYPES.ImportSpecifier:
    case AST_NODE_TYPES.ImportDefaultSpecifier:
    case AST_NODE_TYPES.ImportNamespaceSpecifier:
      return importGoes(node, file);
    case AST_NODE_TYPES.VariableDeclarator:
      return variableGoes(node, definition.name, file, whole);
    default:
      return null;
  }
}

/** True for a class whose declaration does nothing but be there, once some code is gone. */
const isQuietClass = ({ superClass, decorators, body }: TSESTree.ClassDeclaration, removed: Cover): boolean =>
  superClass === null &&
  decorators.length === 0 &&
  body.body.every(
    (member) =>
      removed.covers(span(member)) ||
      (member.type === AST_NODE_TYPES.MethodDefinition && member.decorators.length === 0 && !member.computed) ||
      (member.type === AST_NODE_TYPES.PropertyDefinition &&
        member.decorators.length === 0 &&
        !member.computed &&
        (!member.static || member.value === null || isQuiet(member.value, () => false))),
  );

/** A name of an import: the list that it is in is changed by who changes imports, but for lists of types. */
function importGoes(node: TSESTree.ImportClause, { tree, text, scopeNames, moduleText }: TypeScriptFile): Goes | null {
  const statement = tree.parentOf(node);
  if (statement?.type !== AST_NODE_TYPES.ImportDeclaration) return null;
  const from = moduleOf(statement.source);
  const loads = isRelative(from) && LOADS.test(moduleText(from) ?? 'dotenv');
  if (loads) {
    if (statement.specifiers.length > 1) return null;
    // What the module does when it loads is still wanted.
    const start = statement.range[0] + 'import'.length;
    return { edits: [{ span: { start, end: statement.source.range[0] }, newText: ' ' }], gone: [], span: null };
  }
  const isType =
    statement.importKind === 'type' || (node.type === AST_NODE_TYPES.ImportSpecifier && node.importKind === 'type');
  if (!isType) {
    const entity = scopeNames.entityOf(node.local);
    return entity && { edits: [], gone: [{ ...entity, path: entity.path.slice(0, 1) }], span: null };
  }
  if (statement.specifiers.length === 1) {
    const rest = /^[ \t]*\r?\n/.exec(text.slice(statement.range[1]))?.[0].length ?? 0;
    const line = { start: statement.range[0], end: statement.range[1] + rest };
    return { edits: [{ span: line, newText: '' }], gone: [], span: null };
  }
  if (node.type !== AST_NODE_TYPES.ImportSpecifier) return null;
  const items = statement.specifiers.filter(({ type }) => type === AST_NODE_TYPES.ImportSpecifier);
  return { edits: [{ span: withComma(text, items, node), newText: '' }], gone: [], span: null };
}

function variableGoes(
  declarator: TSESTree.VariableDeclarator,
  name: Node,
  { tree, text, scopeNames, moduleText }: TypeScriptFile,
  whole: (statement: Node) => Goes,
): Goes | null {
  const { id, init } = declarator;
  const isSilent = (from: string): boolean => !isRelative(from) || !LOADS.test(moduleText(from) ?? 'dotenv');
  const statement = tree.parentOf(declarator);
  if (statement?.type !== AST_NODE_TYPES.VariableDeclaration || tree.parentOf(statement)?.type.startsWith('Export'))
    return null;
  const place = tree.parentOf(statement)?.type;
  if (place !== AST_NODE_TYPES.Program && place !== AST_NODE_TYPES.BlockStatement) return null;
  const isOnly = statement.declarations.length === 1;
  if (id.type === AST_NODE_TYPES.ObjectPattern) {
    const item = id.properties.find(({ range }) => range[0] <= name.range[0] && name.range[1] <= range[1]);
    const entity = name.type === AST_NODE_TYPES.Identifier ? scopeNames.entityOf(name) : null;
    if (!item || item.type !== AST_NODE_TYPES.Property || (init && !isQuiet(init, isSilent))) return null;
    if (id.properties.some(({ type }) => type === AST_NODE_TYPES.RestElement)) return null;
    if (entity && place === AST_NODE_TYPES.Program)
      return { edits: [], gone: [{ ...entity, path: entity.path.slice(0, 1) }], span: null };
    if (id.properties.length > 1)
      return { edits: [{ span: withComma(text, id.properties, item), newText: '' }], gone: [], span: span(item) };
    return isOnly ? whole(statement) : null;
  }
  if (id.type !== AST_NODE_TYPES.Identifier || (init && !isQuiet(init, isSilent))) return null;
  const entity = init && scopeNames.entityOf(init);
  if (entity && isOnly && entity.path.length === 0 && place === AST_NODE_TYPES.Program)
    return !isSilent(entity.module) ? null : { edits: [], gone: [{ ...entity, path: [] }], span: null };
  if (isOnly) return whole(statement);
  return {
    edits: [{ span: withComma(text, statement.declarations, declarator), newText: '' }],
    gone: [],
    span: span(declarator),
  };
}

/** True for a module that does nothing when it loads but be there. */
type IsSilent = (specifier: string) => boolean;

/** True for a value that does nothing but be there: nobody misses it. */
function isQuiet(node: Node, isSilent: IsSilent): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case AST_NODE_TYPES.Literal:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.ThisExpression:
      return true;
    case AST_NODE_TYPES.MemberExpression:
      return isQuiet(value.object, isSilent) && (!value.computed || isQuiet(value.property, isSilent));
    case AST_NODE_TYPES.ObjectExpression:
      return value.properties.every(
        (one) => one.type === AST_NODE_TYPES.Property && !one.computed && isQuiet(one.value, isSilent),
      );
    case AST_NODE_TYPES.ArrayExpression:
      return value.elements.every((one) => one !== null && isQuiet(one, isSilent));
    case AST_NODE_TYPES.TemplateLiteral:
      return value.expressions.every((one) => isQuiet(one, isSilent));
    case AST_NODE_TYPES.LogicalExpression:
    case AST_NODE_TYPES.BinaryExpression:
      return isQuiet(value.left, isSilent) && isQuiet(value.right, isSilent);
    case AST_NODE_TYPES.CallExpression:
      return (
        value.callee.type === AST_NODE_TYPES.Identifier &&
        value.callee.name === 'require' &&
        value.arguments[0]?.type === AST_NODE_TYPES.Literal &&
        isSilent(String(value.arguments[0].value))
      );
    default:
      return false;
  }
}
