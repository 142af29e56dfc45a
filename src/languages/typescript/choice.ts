import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import { saysTokenCredential } from '../base/credential-name';
import { isTokenCredential } from './credential';
import type { Names } from './names';
import { nodeAt } from './places';
import type { Node, Tree } from './tree';
import { ancestors, isFunction, isStatement, unwrap } from './tree';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const isCall = (node: Node): node is Call =>
  node.type === AST_NODE_TYPES.NewExpression || node.type === AST_NODE_TYPES.CallExpression;

const isIn = (outer: Node, inner: Node): boolean =>
  outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];

/** The class that a call builds a client of. */
const classOf = (call: Call, names: Names): string => {
  const entity = names.entityOf(call.callee);
  return entity ? `${entity.module}#${entity.path[0] ?? ''}` : '';
};

/** True where code around a place chooses between a secret and a token credential. */
export function isChosen(place: Span, tree: Tree, names: Names): boolean {
  const root = [...ancestors(tree, nodeAt(place.start, tree))].find(isFunction) ?? tree.ast;
  return choosesCredential(root, tree, names) || isOneOfTwoWays(place, root, tree, names);
}

/** The client at a place, or a call of the function that makes it, is one way of two. */
function isOneOfTwoWays({ start, end }: Span, root: Node, tree: Tree, names: Names): boolean {
  const own = callsOf(tree, names).at.get(`${start}-${end}`);
  if (!own) return false;
  const kind = classOf(own, names);
  const callers = callersOf(tree, names).flatMap(({ site, made }) => (made === root ? [site] : []));
  return [own, ...callers].some((site) => hasOtherWay(site, kind, tree, names));
}

/** The function of this file that a call means. */
function madeBy({ callee }: Call, names: Names): Node | null {
  if (callee.type !== AST_NODE_TYPES.Identifier) return null;
  const node = names.variableOf(callee)?.defs[0]?.node as Node | undefined;
  if (node && isFunction(node)) return node;
  const value = node?.type === AST_NODE_TYPES.VariableDeclarator ? node.init : null;
  return value && isFunction(value) ? value : null;
}

/** Calls of functions of this file. */
const callersOf = remembered((tree: Tree, names: Names): readonly { readonly site: Call; readonly made: Node }[] =>
  tree.sites.filter(isCall).flatMap((site) => {
    const made = madeBy(site, names);
    return made ? [{ site, made }] : [];
  }),
);

const tokenCredentials = remembered((tree: Tree, names: Names): readonly Node[] =>
  tree.sites.filter((site) => isTokenCredential(site, names)),
);

/** True where a branch within some code builds a token credential. */
const choosesCredential = remembered((root: Node, tree: Tree, names: Names): boolean =>
  tokenCredentials(tree, names).some(
    (site) =>
      isIn(root, site) &&
      [...ancestors(tree, site)].some(
        (node) =>
          (node.type === AST_NODE_TYPES.IfStatement ||
            node.type === AST_NODE_TYPES.ConditionalExpression ||
            node.type === AST_NODE_TYPES.SwitchStatement) &&
          isIn(root, node),
      ),
  ),
);

interface Calls {
  /** By their places. */
  readonly at: ReadonlyMap<string, Call>;
  /** Those that take a token credential, by the class they build. */
  readonly withCredential: ReadonlyMap<string, readonly Call[]>;
}

const callsOf = remembered((tree: Tree, names: Names): Calls => {
  const at = new Map<string, Call>();
  const withCredential = new Map<string, Call[]>();
  const add = (name: string, site: Call): void => {
    const same = withCredential.get(name);
    if (same) same.push(site);
    else withCredential.set(name, [site]);
  };
  for (const site of tree.sites.filter(isCall)) {
    const place = site.range.join('-');
    if (!at.has(place)) at.set(place, site);
    if (takesCredential(site, names)) add(classOf(site, names), site);
  }
  // So does a call of a function that makes such a client.
  const madeIn = new Map<Node, Set<string>>();
  for (const [name, sites] of withCredential)
    for (const site of sites)
      for (const one of ancestors(tree, site))
        if (isFunction(one)) madeIn.set(one, (madeIn.get(one) ?? new Set()).add(name));
  for (const { site, made } of callersOf(tree, names))
    if (!isIn(made, site)) for (const name of madeIn.get(made) ?? []) add(name, site);
  return { at, withCredential };
});

/**
 * True where a condition decides between a client with a secret, made or asked for by a call, and one of the same class with
 * a token credential: in another branch, below a branch that returns, or on its way to the same variable.
 */
function hasOtherWay(own: Call, kind: string, tree: Tree, names: Names): boolean {
  const root = [...ancestors(tree, own)].find(isFunction) ?? tree.ast;
  const { withCredential } = callsOf(tree, names);
  const twins = (withCredential.get(kind) ?? []).filter((site) => site !== own && isIn(root, site));
  if (twins.length === 0) return false;
  const path: Node[] = [own, ...ancestors(tree, own)];
  const isOther = path.some((node, i) => {
    const arm = path[i - 1];
    if (!arm || !isIn(root, node) || !isBranch(node)) return false;
    // Without a function around it, code below the statement runs in any case.
    const scope = root.type === AST_NODE_TYPES.Program || !leaves(arm) ? node : root;
    return twins.some((twin) => isIn(scope, twin) && !isIn(arm, twin));
  });
  const way = wayOf(own, tree);
  const inBranch = (site: Node): boolean => [...ancestors(tree, site)].some((one) => isBranch(one) && isIn(root, one));
  return (
    isOther || (way !== null && twins.some((twin) => wayOf(twin, tree) === way && (inBranch(own) || inBranch(twin))))
  );
}

const isBranch = ({ type }: Node): boolean =>
  type === AST_NODE_TYPES.ConditionalExpression ||
  type === AST_NODE_TYPES.LogicalExpression ||
  type === AST_NODE_TYPES.IfStatement ||
  type === AST_NODE_TYPES.SwitchStatement ||
  type === AST_NODE_TYPES.TryStatement;

/** The variable or member that a value is assigned to, as a path of names; null for none. */
function wayOf(site: Node, tree: Tree): string | null {
  for (const one of ancestors(tree, site)) {
    if (one.type === AST_NODE_TYPES.AssignmentExpression) return nameOf(unwrap(one.left)) || null;
    if (isStatement(one) || isFunction(one)) return null;
  }
  return null;
}

const leaves = (node: Node): boolean =>
  node.type === AST_NODE_TYPES.ReturnStatement ||
  node.type === AST_NODE_TYPES.ThrowStatement ||
  (node.type === AST_NODE_TYPES.BlockStatement && node.body.some(leaves)) ||
  (node.type === AST_NODE_TYPES.SwitchCase && node.consequent.some(leaves)) ||
  (node.type === AST_NODE_TYPES.CatchClause && leaves(node.body));

/** True for a call with a token credential among its arguments, or in an object among them. */
const takesCredential = (call: Call, names: Names): boolean =>
  call.arguments.some((argument) =>
    argument.type === AST_NODE_TYPES.ObjectExpression
      ? argument.properties.some((one) => one.type === AST_NODE_TYPES.Property && givesCredential(one, names))
      : mayBeCredential(argument, names),
  );

/** Options that take nothing but a token credential. */
const TOKEN_OPTION = /^(?:aadCredentials|tokenCredential|azureADTokenProvider)$/;

const givesCredential = ({ key, value }: TSESTree.Property, names: Names): boolean =>
  key.type === AST_NODE_TYPES.Identifier &&
  (TOKEN_OPTION.test(key.name) || (/credentials?$/i.test(key.name) && mayBeCredential(value, names)));

/** True for a token credential, itself or in a variable, and for what its name says is one, wherever it comes from. */
function mayBeCredential(node: Node, names: Names): boolean {
  const value = unwrap(node.type === AST_NODE_TYPES.AwaitExpression ? node.argument : node);
  if (isTokenCredential(value, names)) return true;
  if (value.type === AST_NODE_TYPES.Identifier) {
    const definition = names.variableOf(value)?.defs[0]?.node;
    const init = definition?.type === AST_NODE_TYPES.VariableDeclarator ? definition.init : null;
    // What is built here is known.
    if (init && unwrap(init).type === AST_NODE_TYPES.NewExpression) return isTokenCredential(init, names);
  }
  return saysTokenCredential(nameOf(value));
}

/** The names in a path of members, or in what is called. */
function nameOf(node: Node): string {
  if (node.type === AST_NODE_TYPES.ThisExpression) return 'this';
  if (node.type === AST_NODE_TYPES.CallExpression) return nameOf(unwrap(node.callee));
  if (node.type === AST_NODE_TYPES.Identifier) return node.name;
  if (node.type !== AST_NODE_TYPES.MemberExpression || node.property.type !== AST_NODE_TYPES.Identifier) return '';
  return `${nameOf(unwrap(node.object))}.${node.property.name}`;
}
