import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { firstIndex } from '../../core/first-index';
import { remembered } from '../../core/remember';
import { IDENTITY } from './credential';
import type { TypeScriptFile } from './file';
import type { Node } from './tree';
import { unwrap } from './tree';

/** The module that `require("a")` names; null for anything else. */
export const requireOf = (node: TSESTree.Expression | null): string | null => {
  if (
    node?.type !== AST_NODE_TYPES.CallExpression ||
    node.callee.type !== AST_NODE_TYPES.Identifier ||
    node.callee.name !== 'require'
  )
    return null;
  const [first] = node.arguments;
  return first?.type === AST_NODE_TYPES.Literal && typeof first.value === 'string' ? first.value : null;
};

/**
 * The statements a file starts with before its own code: directives, imports, `require`, and the loading of `.env`,
 * which must come before a credential that reads the environment is built.
 */
export function leadingStatements(
  file: TypeScriptFile,
  first: number | null = null,
): readonly TSESTree.ProgramStatement[] {
  const { body } = file.tree.ast;
  const { run, prepares } = headOf(file);
  if (first === null) return run;
  const used = firstIndex(body, ({ range }) => first < range[1]);
  // What is only there below its line must be there before the credential is built; an import is there from the start.
  const later = used === body.length ? -1 : (prepares.findLast((i) => i < used) ?? -1);
  return body.slice(0, Math.max(run.length, later + 1));
}

function isLeading(statement: TSESTree.ProgramStatement, file: TypeScriptFile): boolean {
  if (
    statement.type === AST_NODE_TYPES.ImportDeclaration ||
    statement.type === AST_NODE_TYPES.TSImportEqualsDeclaration
  )
    return true;
  if (statement.type === AST_NODE_TYPES.ExpressionStatement || statement.type === AST_NODE_TYPES.IfStatement) {
    return (
      (statement.type === AST_NODE_TYPES.ExpressionStatement && statement.directive !== undefined) ||
      loadsEnvironment(statement, file)
    );
  }
  return (
    statement.type === AST_NODE_TYPES.VariableDeclaration &&
    statement.declarations.every(({ init }) => init !== null && bringsModule(init))
  );
}

interface Head {
  readonly run: readonly TSESTree.ProgramStatement[];
  /** Where the file's statements load `.env` or require the credentials' package, in order. */
  readonly prepares: readonly number[];
  /** Those that require the credentials' package, and nothing else. */
  readonly requires: readonly TSESTree.ProgramStatement[];
}

/** What each of many clients of a file asks of its statements. */
const headOf = remembered((file: TypeScriptFile): Head => {
  const { body } = file.tree.ast;
  const end = body.findIndex((statement) => !isLeading(statement, file));
  return {
    run: end < 0 ? body : body.slice(0, end),
    prepares: body.flatMap((statement, i) =>
      loadsEnvironment(statement, file) || requiresIdentity(statement) ? [i] : [],
    ),
    requires: body.filter(
      (statement) =>
        statement.type === AST_NODE_TYPES.VariableDeclaration &&
        statement.declarations.every(({ init }) => requireOf(init) === IDENTITY),
    ),
  };
});

/** A module, or a part of one: `require("a")`, `await import("a")`, `require("a").B`. */
function bringsModule(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === AST_NODE_TYPES.ImportExpression) return true;
  if (value.type === AST_NODE_TYPES.MemberExpression) return bringsModule(value.object);
  return (
    value.type === AST_NODE_TYPES.CallExpression &&
    value.callee.type === AST_NODE_TYPES.Identifier &&
    value.callee.name === 'require'
  );
}

/** `.env` files are read here: a credential looks into the environment when it is built. */
function loadsEnvironment(statement: TSESTree.ProgramStatement, file: TypeScriptFile): boolean {
  const { text, scopeNames } = file;
  const code = text.slice(...statement.range);
  if (statement.type === AST_NODE_TYPES.VariableDeclaration || statement.type === AST_NODE_TYPES.ExpressionStatement) {
    const value =
      statement.type === AST_NODE_TYPES.ExpressionStatement ? statement.expression : statement.declarations[0].init;
    const call = value && unwrap(value);
    if (call?.type === AST_NODE_TYPES.CallExpression) {
      const from = scopeNames.entityOf(call.callee)?.module ?? '';
      if (requireOf(call) === null && LOADS_ENVIRONMENT.test(from)) return true;
      if (/\bloadEnvFile\s{0,99}\(/.test(code) || isLoader(call.callee, file)) return true;
    }
  }
  return (
    (statement.type === AST_NODE_TYPES.ExpressionStatement || statement.type === AST_NODE_TYPES.IfStatement) &&
    /\bdotenv\b|\bloadEnvFile\s{0,99}\(/.test(code)
  );
}

/** A function of this file that reads `.env`, or one of another file whose name says so: `loadEnv()`. */
function isLoader(callee: Node, { text, scopeNames }: TypeScriptFile): boolean {
  if (callee.type !== AST_NODE_TYPES.Identifier) return false;
  const definition = scopeNames.variableOf(callee)?.defs[0]?.node as Node | undefined;
  const own = definition && definition.type !== AST_NODE_TYPES.ImportSpecifier ? text.slice(...definition.range) : '';
  return (
    /\bdotenv\b|\bloadEnvFile\s{0,99}\(/.test(own) ||
    /^(?:load|init|read|set|setup|configure|prepare)\w{0,40}env/i.test(callee.name)
  );
}

const LOADS_ENVIRONMENT = /(?:^|[/@-])(?:dotenv|dotenvx|env-cmd)(?:$|[-/])|^@next\/env$/;

const requiresIdentity = (statement: TSESTree.ProgramStatement): boolean =>
  statement.type === AST_NODE_TYPES.VariableDeclaration &&
  statement.declarations.some(({ init }) => requireOf(init) === IDENTITY);

/** Where the credentials' package is required below the code that is to build one: the statement moves up. */
export const lateRequires = (
  file: TypeScriptFile,
  leading: readonly TSESTree.ProgramStatement[],
  use: number,
): readonly TSESTree.ProgramStatement[] => {
  const below = headOf(file).requires.filter(({ range }) => range[0] > use);
  return below.length === 0 || leading.some(requiresIdentity) ? [] : below;
};
