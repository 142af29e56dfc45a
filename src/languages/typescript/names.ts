import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import type { Entity } from '../contract/entity';
import type { Node, Tree } from './tree';
import { moduleOf, ancestors, unwrap } from './tree';

/** Which variable a name means, and which package export is after it. */
export interface Names {
  variableOf(node: TSESTree.Identifier): Variable | null;
  /** Resolves imports, aliases, namespaces, `require` and constants that merely rename them. */
  entityOf(node: Node): Entity | null;
  parentOf(node: Node): Node | null;
  /** Names that no scope declares: `process`, `window`. */
  readonly globals: ReadonlySet<string>;
  readonly scopes: ScopeManager;
}

/** `@scope/name` of `@scope/name/part`; empty for a file of the project. */
const distributionOf = (specifier: string): string =>
  specifier.startsWith('.') ? '' : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);

/** An export of what a specifier means. */
export const exportOf = (specifier: string, path: readonly string[]): Entity => ({
  distribution: distributionOf(specifier),
  module: specifier,
  path,
});

const moduleName = (node: Node | null | undefined): string | null =>
  node?.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' ? node.value : null;

/** The package in `require("package")` and `await import("package")`. */
function required(node: Node): string | null {
  node = unwrap(node);
  if (node.type === AST_NODE_TYPES.ImportExpression) return moduleName(node.source);
  if (
    node.type !== AST_NODE_TYPES.CallExpression ||
    node.callee.type !== AST_NODE_TYPES.Identifier ||
    node.callee.name !== 'require'
  )
    return null;
  return moduleName(node.arguments[0]);
}

const keyOf = (pattern: TSESTree.ObjectPattern, name: Node): string | null => {
  for (const property of pattern.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.computed) continue;
    const value = property.value.type === AST_NODE_TYPES.AssignmentPattern ? property.value.left : property.value;
    if (value === name && property.key.type === AST_NODE_TYPES.Identifier) return property.key.name;
  }
  return null;
};

/** Something else than its declaration gives a variable a value. */
const isWritten = remembered(({ references }: Variable): boolean =>
  references.some((reference) => reference.isWrite() && !reference.init),
);

export function namesOf(scopes: ScopeManager, tree: Tree): Names {
  const variables = new Map<Node, Variable>();
  const globals = new Set<string>();
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables)
      for (const identifier of variable.identifiers) variables.set(identifier, variable);
    for (const reference of scope.references) {
      if (reference.resolved) variables.set(reference.identifier, reference.resolved);
      else globals.add(reference.identifier.name);
    }
  }

  const imported = (variable: Variable, seen: Set<Variable>): Entity | null => {
    const definition = variable.defs[0];
    if (!definition || variable.defs.length > 1 || seen.has(variable)) return null;
    seen.add(variable);
    const { node } = definition;
    if (node.type === AST_NODE_TYPES.ImportSpecifier) {
      const declaration = tree.parentOf(node);
      if (
        declaration?.type !== AST_NODE_TYPES.ImportDeclaration ||
        declaration.importKind === 'type' ||
        node.importKind === 'type'
      )
        return null;
      const name = node.imported.type === AST_NODE_TYPES.Identifier ? node.imported.name : node.imported.value;
      return exportOf(moduleOf(declaration.source), name === 'default' ? [] : [name]);
    }
    if (node.type === AST_NODE_TYPES.ImportNamespaceSpecifier || node.type === AST_NODE_TYPES.ImportDefaultSpecifier) {
      const declaration = tree.parentOf(node);
      if (declaration?.type !== AST_NODE_TYPES.ImportDeclaration || declaration.importKind === 'type') return null;
      return exportOf(moduleOf(declaration.source), []);
    }
    if (node.type === AST_NODE_TYPES.TSImportEqualsDeclaration) {
      const reference = node.moduleReference;
      return reference.type === AST_NODE_TYPES.TSExternalModuleReference
        ? exportOf(moduleOf(reference.expression), [])
        : entityOf(reference, seen);
    }
    if (node.type !== AST_NODE_TYPES.VariableDeclarator || !node.init) return null;
    if (isWritten(variable)) return null;
    const whole = entityOf(node.init, seen);
    if (!whole) return null;
    if (node.id.type === AST_NODE_TYPES.Identifier) return whole;
    if (node.id.type !== AST_NODE_TYPES.ObjectPattern) return null;
    const key = keyOf(node.id, definition.name);
    return key ? { ...whole, path: [...whole.path, key] } : null;
  };

  const entityOf = (node: Node, seen = new Set<Variable>()): Entity | null => {
    node = unwrap(node);
    if (node.type === AST_NODE_TYPES.Identifier) {
      const variable = variables.get(node);
      return variable ? imported(variable, seen) : null;
    }
    if (
      node.type === AST_NODE_TYPES.MemberExpression &&
      !node.computed &&
      node.property.type === AST_NODE_TYPES.Identifier
    ) {
      const whole = entityOf(node.object, seen);
      if (!whole) return null;
      // `import storage from` and `storage.default` both mean the module where CommonJS meets ES modules.
      return node.property.name === 'default' && whole.path.length === 0
        ? whole
        : { ...whole, path: [...whole.path, node.property.name] };
    }
    if (node.type === AST_NODE_TYPES.TSQualifiedName) {
      const whole = entityOf(node.left, seen);
      return whole && { ...whole, path: [...whole.path, node.right.name] };
    }
    if (node.type === AST_NODE_TYPES.Super) {
      // What `super(...)` builds is what the class extends.
      for (const around of ancestors(tree, node))
        if (around.type === AST_NODE_TYPES.ClassDeclaration || around.type === AST_NODE_TYPES.ClassExpression)
          return around.superClass && entityOf(around.superClass, seen);
      return null;
    }
    const module = required(node);
    return module === null ? null : exportOf(module, []);
  };

  return {
    variableOf: (node) => variables.get(node) ?? null,
    parentOf: (node) => tree.parentOf(node),
    entityOf: (node) => entityOf(node),
    globals,
    scopes,
  };
}
