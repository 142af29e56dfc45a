import type { Scope, ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { innermostOf } from '../../core/innermost';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import { isFree } from '../free-name';
import type { Meaning, Surroundings, Scopes, Way } from '../contract/scope';
import type { Node, Tree } from './tree';
import { ancestors, isFunction } from './tree';
import { typeImportOf } from './type-imports';

/** What a file answers about its names, over the scopes that typescript-eslint finds. */
export interface FileScopes extends Scopes {
  /** The scopes around an offset, the innermost first. */
  around(at: number): readonly Scope[];
}

type Definition = Variable['defs'][number];

// As text: the enums would bring the whole scope analysis into this bundle.
const scopeType = ({ type }: Definition | Scope): string => type;

const span = ([start, end]: readonly [number, number]): Span => ({ start, end });

const isModule = (scope: Scope): boolean => scopeType(scope) === 'module' || scopeType(scope) === 'global';

const holds = ({ range: [start, end] }: Node, at: number): boolean => start <= at && at < end;

/** A name as a whole word. */
const wordOf = (name: string): RegExp => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');

/** Where the words of a text are, found once: many names are asked for. */
const wordsIn = (text: string): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[\w$]+/g)) {
    const same = places.get(word);
    if (same) same.push(index);
    else places.set(word, [index]);
  }
  return places;
};

export function scopesOf(manager: ScopeManager, tree: Tree, text: string): FileScopes {
  const known: {
    innermost?: (at: number) => Scope | undefined;
    reader?: (at: number) => Node | undefined;
    words?: ReadonlyMap<string, readonly number[]>;
  } = {};
  const around = (at: number): readonly Scope[] => {
    // Scopes of one block (a function and its name) are listed from the outside in.
    known.innermost ??= innermostOf(
      manager.scopes.filter((scope) => !isModule(scope)),
      ({ block }) => span(block.range),
    );
    const chain: Scope[] = [];
    for (let scope = known.innermost(at) ?? manager.scopes.findLast(isModule) ?? null; scope; scope = scope.upper)
      chain.push(scope);
    return chain;
  };

  /** The innermost node around an offset that reads something, within another one. */
  const nodeAt = (at: number, within: Node): Node => {
    known.reader ??= innermostOf(tree.readers, ({ range }) => span(range));
    const reader = known.reader(at);
    return reader && lengthOf(reader) < lengthOf(within) ? reader : within;
  };

  const wayOf = (variable: Variable, own: Scope | undefined): Way => {
    const [definition] = variable.defs;
    if (!definition) return 'global';
    const kind = scopeType(definition);
    if (kind === 'ImportBinding') return 'alias';
    if (kind === 'Type' || kind === 'ClassName') return 'type';
    if (isModule(variable.scope)) return 'module';
    if (own && variable.scope.variableScope !== own.variableScope) return 'captured';
    return kind === 'Parameter' ? 'parameter' : 'local';
  };

  const isAssigned = (variable: Variable, own: Scope | undefined, at: number): boolean => {
    const [definition] = variable.defs;
    if (
      definition?.node.type !== AST_NODE_TYPES.VariableDeclarator &&
      definition?.node.type !== AST_NODE_TYPES.ClassDeclaration
    )
      return true;
    // Code of an inner function runs later, as far as the place alone can tell.
    return own?.variableScope !== variable.scope.variableScope || definition.node.range[1] <= at;
  };

  /** How far a declaration at a place can be seen. */
  const reach = (at: number): Span => {
    const [scope] = around(at);
    return scope && !isModule(scope) ? span(scope.block.range) : span([0, Number.MAX_SAFE_INTEGER]);
  };

  const own: FileScopes = {
    around,
    meaning(name, at): Meaning | null {
      const chain = around(at);
      const variable = chain.map((scope) => scope.set.get(name)).find((one) => one !== undefined);
      if (!variable) return null;
      const [identifier] = variable.identifiers;
      return {
        name,
        way: wayOf(variable, chain[0]),
        span: identifier ? span(identifier.range) : null,
        assigned: isAssigned(variable, chain[0], at),
        usable: true,
      };
    },
    names(at) {
      const chain = around(at);
      const [first] = chain;
      return {
        has: (name) =>
          chain.some((scope) => (scope.set.get(name)?.defs.length ?? 0) > 0) ||
          // What code further in takes from outside would mean a declaration of this place.
          (first !== undefined && takenFromOutside(first).has(name)),
      };
    },
    reach,
    mayBring: (entity, at) => {
      const [name = ''] = entity.path;
      const places = at === undefined ? [0] : [0, at];
      if (isFree(name, own, places)) return true;
      const start = typeImportOf(tree, entity)?.specifier.local.range[0];
      return start !== undefined && places.every((one) => own.meaning(name, one)?.span?.start === start);
    },
    mentions(name) {
      const places = /^[\w$]+$/.test(name)
        ? ((known.words ??= wordsIn(text)).get(name) ?? [])
        : [...text.matchAll(wordOf(name))].map(({ index }) => index);
      return places.map((start) => ({ start, end: start + name.length }));
    },
    asks: [],
    place: (at) => placeOf(nodeAt(at, around(at)[0]?.block ?? tree.ast), tree),
  };
  return own;
}

const takenFromOutside = remembered(
  ({ through }: Scope): ReadonlySet<string> => new Set(through.map(({ identifier }) => identifier.name)),
);

const lengthOf = ({ range: [start, end] }: Node): number => end - start;

const isLoop = (node: Node): boolean => /^(?:For|While|DoWhile)\w*Statement$/.test(node.type);

function placeOf(innermost: Node, tree: Tree): Surroundings {
  const nodes = [innermost, ...ancestors(tree, innermost)];
  const function_ = nodes.find((node) => isFunction(node));
  const field = nodes.find((node) => node.type === AST_NODE_TYPES.PropertyDefinition);
  const member = nodes.find(
    (node): node is TSESTree.MethodDefinition | TSESTree.PropertyDefinition =>
      node.type === AST_NODE_TYPES.MethodDefinition || node.type === AST_NODE_TYPES.PropertyDefinition,
  );
  const inner = function_ ? nodes.slice(0, nodes.indexOf(function_)) : nodes;
  return {
    within: withinOf(function_, tree),
    static: member === undefined || member.static,
    loop: inner.some(isLoop),
    expressionTree: false,
    beforeBase: inner.some(
      (node) => node.type === AST_NODE_TYPES.CallExpression && node.callee.type === AST_NODE_TYPES.Super,
    ),
    initialiser: field !== undefined && !(function_ && holds(field, function_.range[0])),
    nullable: true,
  };
}

function withinOf(node: Node | undefined, tree: Tree): Surroundings['within'] {
  if (!node) return null;
  const parent = tree.parentOf(node);
  if (parent?.type === AST_NODE_TYPES.MethodDefinition)
    return parent.kind === 'constructor' ? 'constructor' : parent.kind === 'method' ? 'method' : 'accessor';
  if (node.type === AST_NODE_TYPES.FunctionDeclaration)
    return tree.parentOf(node)?.type === AST_NODE_TYPES.Program ? 'method' : 'local function';
  return 'lambda';
}
