import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { TypeScriptFile } from './file';
import type { Node } from './tree';

export type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export const isClass = (node: Node): node is Class =>
  node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression;

export const isConst = (node: Node): boolean =>
  node.type === AST_NODE_TYPES.VariableDeclaration && node.kind === 'const';

const isExport = (node: Node | null): boolean => node?.type.startsWith('Export') ?? false;

/** A statement with the `export` before it. */
export function withExport(statement: Node, { tree }: TypeScriptFile): Node {
  const parent = tree.parentOf(statement);
  return parent && isExport(parent) ? parent : statement;
}

/** The name under which other files may see what a statement declares, null for none; undefined for a default export. */
export function outsideName(name: string, statement: Node, file: TypeScriptFile): string | null | undefined {
  const around = withExport(statement, file);
  if (around.type === AST_NODE_TYPES.ExportDefaultDeclaration) return undefined;
  return around === statement || file.unread.has(name) ? null : name;
}

/** A class whose name does nothing in the file but build objects and ask for members, types aside. */
export interface ClosedClass {
  readonly built: readonly TSESTree.NewExpression[];
  /** The name under which other files may see it; null where none can. */
  readonly exported: string | null;
}

/** The variables that mean a class: within it there is one of its own. */
export function variablesOf(owner: Class, { scopeNames, tree }: TypeScriptFile): readonly Variable[] {
  const parent = tree.parentOf(owner);
  const named = parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === owner ? [owner, parent] : [owner];
  return named.flatMap((one) => scopeNames.scopes.getDeclaredVariables(one));
}

/** `new this()`, `this.constructor` */
const BUILDS_ITSELF = /\bnew\s{1,20}this\b|\.\s{0,20}constructor\b/;

export function closedClass(owner: Class, file: TypeScriptFile): ClosedClass | null {
  const { tree, text } = file;
  const statement = statementOf(owner, file);
  const variables = variablesOf(owner, file);
  const [first] = variables;
  if (!first || !statement || owner.decorators.length > 0 || BUILDS_ITSELF.test(text)) return null;
  const exported = outsideName(first.name, statement, file);
  if (exported === undefined) return null;
  const built: TSESTree.NewExpression[] = [];
  for (const { identifier, init, isTypeReference, isValueReference } of variables.flatMap((one) => one.references)) {
    if (init === true || (isTypeReference && !isValueReference)) continue;
    const parent = tree.parentOf(identifier);
    if (parent?.type === AST_NODE_TYPES.NewExpression && parent.callee === identifier) built.push(parent);
    else if (!asksOnly(parent, identifier)) return null;
  }
  return { built, exported };
}

/** The statement that gives a class its name; null for a class without one. */
function statementOf(owner: Class, { tree }: TypeScriptFile): Node | null {
  if (owner.type === AST_NODE_TYPES.ClassDeclaration) return owner;
  const declarator = tree.parentOf(owner);
  const statement = declarator && tree.parentOf(declarator);
  return declarator?.type === AST_NODE_TYPES.VariableDeclarator && !owner.id && statement && isConst(statement)
    ? statement
    : null;
}

/** `Store.open`, `x instanceof Store` */
const asksOnly = (parent: Node | null, name: Node): boolean =>
  (parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === name && !parent.computed) ||
  (parent?.type === AST_NODE_TYPES.BinaryExpression && parent.operator === 'instanceof' && parent.right === name);
