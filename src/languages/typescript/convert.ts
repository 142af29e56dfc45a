import type { TSESTree } from '@typescript-eslint/types';
import { parseAndGenerateServices } from '@typescript-eslint/typescript-estree';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import ts from 'typescript';
import type { Node } from './tree';

/** Makes TypeScript's tree of a text into ESTree's. The tree need not know its parents. */
export type Convert = (source: ts.SourceFile) => TSESTree.Program;

/** A statement of the file's top level as it was converted last, and where it began. */
interface Known {
  readonly node: TSESTree.ProgramStatement;
  readonly start: number;
}

/** A copy of a node and all below it, `by` units further on. Lines and columns, which nobody reads, are shared. */
function moved<T extends Node>(node: T, by: number): T {
  // Of objects of so many shapes a third faster than a spread.
  const copy = Object.assign({}, node);
  copy.range = [node.range[0] + by, node.range[1] + by];
  const fields = copy as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  const keys = visitorKeys[node.type] ?? [];
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] ?? '';
    const value = fields[key];
    if (!value) continue;
    fields[key] = Array.isArray(value) ? value.map((child) => child && moved(child, by)) : moved(value, by);
  }
  return copy;
}

const isString = (statement: ts.Statement | undefined): boolean =>
  statement !== undefined && ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);

/** Tells all below a node what stands above them; the converter asks. */
function adopt(node: ts.Node): void {
  ts.forEachChild(node, (child) => {
    (child as { parent: ts.Node }).parent = node;
    adopt(child);
  });
}

/** Converts some statements of a file and nothing else of it. */
function converted(statements: readonly ts.Statement[], source: ts.SourceFile): TSESTree.Program {
  for (const statement of statements) {
    (statement as { parent: ts.Node }).parent = source;
    adopt(statement);
  }
  // The file as it is but for its list of statements: where tokens are looked up, all of them must stand there.
  const only = Object.create(source, {
    statements: { value: statements },
    getChildren: { value: () => source.getChildren() },
  }) as ts.SourceFile;
  const options = {
    range: true,
    loc: true,
    comment: false,
    allowInvalidAST: true,
    jsx: source.fileName.endsWith('x'),
    preserveNodeMaps: false,
  } as const;
  return parseAndGenerateServices(only, options).ast;
}

/**
 * Converts the versions of a file: a statement of its top level that stood in the version before, letter by letter, is
 * copied from there, which costs a fourth. What a statement means to the parser depends on nothing outside it but on
 * the file's being a module and its flavour of TypeScript.
 */
export function createConvert(): Convert {
  let last = { fileName: '', sourceType: '', known: new Map<string, Known>() };

  return (source) => {
    const { text, fileName } = source;
    const statements = [...source.statements];
    const starts = statements.map((statement) => statement.getStart(source));
    const keys = statements.map(({ end }, i) => text.slice(starts[i], end));
    const wasKnown = (i: number) => (isString(statements[i]) ? undefined : last.known.get(keys[i] ?? ''));
    // A string is a directive by what stands before it.
    const directives = statements.findIndex((statement) => !isString(statement));
    const mayReuse =
      last.fileName === fileName && !statements.some((statement, i) => isString(statement) && i >= directives);
    const fresh = mayReuse ? statements.filter((_, i) => !wasKnown(i)) : statements;

    let ast = converted(fresh, source);
    if (fresh.length < statements.length) {
      if (ast.sourceType !== last.sourceType || ast.body.length !== fresh.length) ast = converted(statements, source);
      else {
        const news = ast.body.values();
        ast.body = statements.flatMap((_, i) => {
          const known = wasKnown(i);
          const node = known ? moved(known.node, (starts[i] ?? 0) - known.start) : news.next().value;
          return node ? [node] : [];
        });
      }
    }
    const known = new Map<string, Known>();
    if (ast.body.length === statements.length)
      ast.body.forEach((node, i) => known.set(keys[i] ?? '', { node, start: starts[i] ?? 0 }));
    last = { fileName, sourceType: ast.sourceType, known };
    return ast;
  };
}
