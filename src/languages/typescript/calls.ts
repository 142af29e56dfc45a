import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { closedClass, isClass, isConst, outsideName, variablesOf, withExport } from './closed-class';
import type { Class, ClosedClass } from './closed-class';
import type { TypeScriptFile } from './file';
import type { Node } from './tree';
import { ancestors } from './tree';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Every call of a function. */
export interface Calls {
  readonly calls: readonly Call[];
  /** The name under which other files may call it; null where none can. */
  readonly exported: string | null;
  /** What its documentation is above. */
  readonly statement: Node;
}

/** The calls of a function of the file; null where it may be called, or handed on, in a way that its name does not tell. */
export function callsOf(node: TSESTree.FunctionLike, file: TypeScriptFile): Calls | null {
  const { tree, scopeNames } = file;
  if (node.type === AST_NODE_TYPES.FunctionDeclaration) {
    const own = scopeNames.scopes.getDeclaredVariables(node).filter(({ name }) => name === node.id?.name);
    return ofNames(own, node, file);
  }
  if (node.type !== AST_NODE_TYPES.FunctionExpression && node.type !== AST_NODE_TYPES.ArrowFunctionExpression)
    return null;
  const parent = tree.parentOf(node);
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === node) {
    const { id } = parent;
    const statement = tree.parentOf(parent);
    const isPlain = id.type === AST_NODE_TYPES.Identifier && !id.typeAnnotation && statement && isConst(statement);
    return isPlain ? ofNames(scopeNames.scopes.getDeclaredVariables(parent), statement, file) : null;
  }
  return parent ? ofMember(parent, node, file) : null;
}

const inOrder = (calls: readonly Call[]): readonly Call[] => [...calls].sort((a, b) => a.range[0] - b.range[0]);

/** A function that is called by its name alone. */
function ofNames(variables: readonly Variable[], statement: Node, file: TypeScriptFile): Calls | null {
  const [variable, ...others] = variables;
  if (!variable || others.length > 0 || variable.defs.length !== 1) return null;
  const exported = outsideName(variable.name, statement, file);
  if (exported === undefined) return null;
  const spoken = variable.references.filter(({ init }) => init !== true);
  const calls = spoken.flatMap(({ identifier }) => {
    const call = file.tree.parentOf(identifier);
    return call?.type === AST_NODE_TYPES.CallExpression && call.callee === identifier ? [call] : [];
  });
  if (calls.length === 0 || calls.length !== spoken.length) return null;
  return { calls: inOrder(calls), exported, statement: withExport(statement, file) };
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function ofMember(member: Node, node: Node, file: TypeScriptFile): Calls | null {
  const { tree } = file;
  const isMember = member.type === AST_NODE_TYPES.MethodDefinition || member.type === AST_NODE_TYPES.PropertyDefinition;
  if (!isMember || member.value !== node || member.decorators.length > 0) return null;
  const owner = tree.parentOf(tree.parentOf(member) ?? member);
  if (!owner || !isClass(owner)) return null;
  return member.type === AST_NODE_TYPES.MethodDefinition && member.kind === 'constructor'
    ? ofConstructor(owner, member, file)
    : ofMethod(owner, member, file);
}

function ofConstructor(owner: Class, member: TSESTree.MethodDefinition, file: TypeScriptFile): Calls | null {
  const all = owner.body.body.filter(
    (one) => one.type === AST_NODE_TYPES.MethodDefinition && one.kind === 'constructor',
  );
  const found = closedClass(owner, file);
  if (all.length !== 1 || !found || found.built.length === 0) return null;
  return { calls: inOrder(found.built), exported: found.exported, statement: member };
}

/** The name of a member, wherever one is asked for. */
const MEMBER = /\.\s{0,20}([\w$#]{1,200})/g;

const keyOf = (key: Node): string | null =>
  key.type === AST_NODE_TYPES.PrivateIdentifier
    ? `#${key.name}`
    : key.type === AST_NODE_TYPES.Identifier
      ? key.name
      : null;

/** A method, or a field that holds a function, that only this file calls. */
function ofMethod(owner: Class, member: Member, file: TypeScriptFile): Calls | null {
  const name = member.computed ? null : keyOf(member.key);
  if (name === null || member.override || (member.type === AST_NODE_TYPES.MethodDefinition && member.kind !== 'method'))
    return null;
  const same = owner.body.body.filter((one) => 'key' in one && !one.computed && keyOf(one.key) === name);
  const isPrivate = member.accessibility === 'private' || name.startsWith('#');
  if (same.length !== 1 || !(isPrivate || isUnshared(owner, closedClass(owner, file)))) return null;
  const calls = file.tree.sites.filter(
    (site): site is TSESTree.CallExpression =>
      site.type === AST_NODE_TYPES.CallExpression &&
      site.callee.type === AST_NODE_TYPES.MemberExpression &&
      !site.callee.computed &&
      keyOf(site.callee.property) === name &&
      isOf(site.callee.object, owner, file),
  );
  // Whatever else asks for a member of that name, or says it as a text, may mean this one.
  const spoken = [...file.text.matchAll(MEMBER)].filter(([, one]) => one === name);
  const isQuoted = new RegExp(`['"\`]${name.replaceAll('$', '\\$')}['"\`]`).test(file.text);
  if (calls.length === 0 || calls.length !== spoken.length || isQuoted) return null;
  return { calls: inOrder(calls), exported: null, statement: member };
}

/** A class that no other file sees, and whose objects are of no other type. */
const isUnshared = (owner: Class, found: ClosedClass | null): boolean =>
  found?.exported === null && owner.superClass === null && owner.implements.length === 0;

/** True for an object of a class, or the class itself. */
function isOf(object: Node, owner: Class, file: TypeScriptFile): boolean {
  const { tree, scopeNames } = file;
  const variables = variablesOf(owner, file);
  const isName = (node: Node): boolean =>
    node.type === AST_NODE_TYPES.Identifier && variables.some((one) => one === scopeNames.variableOf(node));
  const builds = (node: Node | null): boolean => node?.type === AST_NODE_TYPES.NewExpression && isName(node.callee);
  if (object.type === AST_NODE_TYPES.ThisExpression) return [...ancestors(tree, object)].find(isClass) === owner;
  if (isName(object) || builds(object)) return true;
  const [definition, ...others] =
    object.type === AST_NODE_TYPES.Identifier ? (scopeNames.variableOf(object)?.defs ?? []) : [];
  const node = definition?.node as Node | undefined;
  return (
    others.length === 0 &&
    node?.type === AST_NODE_TYPES.VariableDeclarator &&
    node.id === definition?.name &&
    isConst(tree.parentOf(node) ?? node) &&
    builds(node.init)
  );
}
