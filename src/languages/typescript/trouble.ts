import type { Reference, Scope, ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Trouble } from '../contract/trouble';
import type { Tree } from './tree';

/** What Node.js declares for code that the migrations write. */
const RUNTIME: ReadonlySet<string> = new Set(['process', 'require', 'Buffer', 'URL']);

type Definition = Variable['defs'][number];

// As text: the enums would bring the whole scope analysis into this bundle.
const scopeType = ({ type }: Definition | Scope): string => type;

/** What may be declared once: an import, `const`, `let`. */
const isLexical = (definition: Definition): boolean =>
  scopeType(definition) === 'ImportBinding' || isConstOrLet(definition);

const isConstOrLet = (definition: Definition): boolean =>
  scopeType(definition) === 'Variable' &&
  definition.parent?.type === AST_NODE_TYPES.VariableDeclaration &&
  definition.parent.kind !== 'var';

/** Where a name gets its value, for what has none before: `const`, `let`, a class. Null for what is hoisted with it. */
function startOf(variable: Variable | null): number | null {
  const [definition] = variable?.defs ?? [];
  if (!definition) return null;
  return isConstOrLet(definition) || scopeType(definition) === 'ClassName' ? definition.name.range[0] : null;
}

/** The functions that code above an offset calls while the file loads, those that they call in turn included. */
function ranBefore(offset: number, scopes: ScopeManager, tree: Tree): ReadonlySet<unknown> {
  const ran = new Set<unknown>();
  const calls = (reference: Reference): boolean => {
    const call = tree.parentOf(reference.identifier);
    return call?.type === AST_NODE_TYPES.CallExpression && call.callee === reference.identifier;
  };
  const search = (scope: Scope, limit: number) => {
    for (const reference of scope.references) {
      if (reference.identifier.range[0] >= limit || !calls(reference)) continue;
      const body = functionOf(reference.resolved);
      if (!body || ran.has(body)) continue;
      ran.add(body);
      for (const inner of scopes.scopes)
        if (inner.variableScope.block === body) search(inner, Number.POSITIVE_INFINITY);
    }
  };
  for (const scope of scopes.scopes) if (isModule(scope.variableScope)) search(scope, offset);
  return ran;
}

const isModule = (scope: Scope): boolean => scopeType(scope) === 'module' || scopeType(scope) === 'global';

function functionOf(variable: Variable | null): unknown {
  const [definition] = variable?.defs ?? [];
  if (!definition) return null;
  if (scopeType(definition) === 'FunctionName') return definition.node;
  return definition.node.type === AST_NODE_TYPES.VariableDeclarator ? definition.node.init : null;
}

/**
 * The names among `wanted` that the scopes of a file do not bind where they are, or bind twice. It goes through the scopes of the
 * parser themselves: `Scopes` answers for one name at one place, and this takes every reference of the file with what it is resolved
 * to, and the functions that run before.
 */
export function troubleOf(scopes: ScopeManager, tree: Tree, wanted: ReadonlySet<string>): readonly Trouble[] {
  const found: Trouble[] = [];
  const report = (name: string, why: Trouble['why'], [start, end]: readonly [number, number]) => {
    found.push({ name, why, span: { start, end } });
  };
  const ran = new Map<number, ReadonlySet<unknown>>();
  const runsBefore = (offset: number, scope: Scope): boolean => {
    const known = ran.get(offset) ?? ranBefore(offset, scopes, tree);
    ran.set(offset, known);
    return known.has(scope.block);
  };
  for (const scope of scopes.scopes) {
    for (const { name, defs, identifiers } of scope.variables) {
      const second = identifiers[1];
      if (wanted.has(name) && second && defs.filter(isLexical).length > 1) report(name, 'twice', second.range);
    }
    for (const { identifier, resolved, init, isTypeReference, isValueReference } of scope.references) {
      const { name } = identifier;
      if (!wanted.has(name)) continue;
      if (!resolved && !RUNTIME.has(name)) report(name, 'undeclared', identifier.range);
      const start = startOf(resolved);
      if (start === null || !resolved || init === true || (isTypeReference && !isValueReference)) continue;
      // An export gives a name, not its value.
      if (tree.parentOf(identifier)?.type === AST_NODE_TYPES.ExportSpecifier) continue;
      const same = resolved.scope.variableScope === scope.variableScope;
      const early = same
        ? identifier.range[0] < start
        : isModule(resolved.scope.variableScope) && runsBefore(start, scope.variableScope);
      if (early) report(name, 'too-early', identifier.range);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
