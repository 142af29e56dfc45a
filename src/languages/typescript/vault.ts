import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { exportOf } from './names';
import type { Names } from './names';
import type { Node, Tree } from './tree';
import { ancestors, isFunction } from './tree';

/** The package that reads secrets, and its client. */
export const VAULT_CLIENT = exportOf('@azure/keyvault-secrets', ['SecretClient']);

/** Where a secret can be awaited once, before the code that needs it runs. */
export interface VaultPlace {
  /** The statements that the loading is among: those of the module, or of its asynchronous entry point. */
  readonly statements: readonly Node[];
  /** What the loading is before; null for the place after the imports. */
  readonly before: Node | null;
  /** The entry point, or null for the module. */
  readonly entry: Node | null;
}

const isLoop = ({ type }: Node): boolean => /^(?:For|While|DoWhile)/.test(type);

const functionsAround = (tree: Tree, node: Node): TSESTree.FunctionLike[] =>
  [...ancestors(tree, node)].filter(isFunction);

/** True for an `await` that waits in this function itself, or at the top level for null. */
const awaitsIn = (tree: Tree, owner: Node | null): boolean =>
  tree.awaits.some((node) => (functionsAround(tree, node)[0] ?? null) === owner);

/** True for a place that runs once, when the module does: in no function and no loop. */
const runsOnce = (tree: Tree, node: Node): boolean =>
  ![...ancestors(tree, node)].some(
    (one) => isFunction(one) || isLoop(one) || one.type === AST_NODE_TYPES.PropertyDefinition,
  );

/** The name an asynchronous function is called by. */
function clientName(node: Node, tree: Tree): TSESTree.Identifier | null {
  if (node.type === AST_NODE_TYPES.FunctionDeclaration) return node.id;
  const parent = tree.parentOf(node);
  return parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.id.type === AST_NODE_TYPES.Identifier
    ? parent.id
    : null;
}

/** True for an asynchronous function that the module itself calls, once, and nobody else can. */
function isEntry(node: TSESTree.FunctionLike, tree: Tree, names: Names): boolean {
  if (!node.async || node.generator || !awaitsIn(tree, node)) return false;
  const parent = tree.parentOf(node);
  if (parent?.type === AST_NODE_TYPES.CallExpression && parent.callee === node) return runsOnce(tree, node);
  const name = clientName(node, tree);
  const variable = name && names.variableOf(name);
  if (!variable || !runsOnce(tree, node)) return false;
  const declaration = [...ancestors(tree, node)];
  if (declaration.some(({ type }) => type.startsWith('Export'))) return false;
  const [only, ...others] = variable.references.filter((reference) => reference.init !== true);
  const call = only && tree.parentOf(only.identifier);
  return (
    others.length === 0 &&
    call?.type === AST_NODE_TYPES.CallExpression &&
    call.callee === only?.identifier &&
    runsOnce(tree, call)
  );
}

/** Loads settings into the environment: what reads one before finds nothing. */
const LOADS_SETTINGS = /\bdotenv\b|\bloadEnvFile\b/;

/**
 * Where the secret in a literal can be loaded: in the asynchronous entry point around it, or in a module that waits at
 * its top level. Only where an `await` is already: no function becomes asynchronous.
 * @param leading the statements a file starts with before its own code.
 */
export function vaultPlace(
  literal: Node,
  tree: Tree,
  names: Names,
  text: string,
  leading: () => readonly TSESTree.ProgramStatement[],
): VaultPlace | null {
  if (tree.awaits.length === 0) return null;
  const around = functionsAround(tree, literal);
  const entry = around.find((node) => isEntry(node, tree, names));
  if (entry) {
    const { body } = entry;
    if (body?.type !== AST_NODE_TYPES.BlockStatement || literal.range[0] < body.range[0]) return null;
    // A declared function may be called before the place where it is.
    const inner = around.slice(0, around.indexOf(entry));
    if (inner.some(({ type }) => type === AST_NODE_TYPES.FunctionDeclaration)) return null;
    const before = body.body.find(({ range }) => range[0] <= literal.range[0] && literal.range[1] <= range[1]);
    return before ? { statements: body.body, before, entry } : null;
  }
  const { body } = tree.ast;
  const isModule = body.some(({ type }) => type === AST_NODE_TYPES.ImportDeclaration || type.startsWith('Export'));
  if (!isModule || !awaitsIn(tree, null)) return null;
  const first = leading();
  const last = first.at(-1);
  const late = body.slice(first.length).some(({ range }) => LOADS_SETTINGS.test(text.slice(...range)));
  if (late || (last && literal.range[0] < last.range[1])) return null;
  return { statements: body, before: null, entry: null };
}
