import type { TSESTree } from '@typescript-eslint/types';
import { parseAndGenerateServices } from '@typescript-eslint/typescript-estree';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import ts from 'typescript';
import type { Span } from '../../core/span';
import type { Node } from './tree';

/** ESTree's tree of a text, and where the TypeScript parser stumbled. */
export interface Read {
  readonly ast: TSESTree.Program;
  readonly errors: readonly Span[];
  /** Statements nest too deep to be read and are left out. */
  readonly incomplete: boolean;
}

/** A statement of a file's top level: its letters, and where they are. */
interface Placed extends Span {
  readonly letters: string;
}

interface Statement extends Placed {
  readonly node: ts.Statement;
}

interface Known extends Placed {
  readonly node: TSESTree.ProgramStatement;
}

/** A text without an error, as it was read. */
interface Version {
  readonly fileName: string;
  readonly text: string;
  readonly sourceType: string;
  readonly statements: readonly Known[];
  readonly byLetters: ReadonlyMap<string, Known>;
}

/** `parseDiagnostics` is internal to TypeScript: the one cast the tolerant parser needs (test/languages/typescript/parse.test.ts). */
interface WithDiagnostics {
  parseDiagnostics: readonly { readonly start?: number; readonly length?: number }[];
}

const NOWHERE: ts.LineAndCharacter = { line: 0, character: 0 };

interface Parsed {
  /** Does not know its parents. */
  readonly source: ts.SourceFile;
  readonly statements: readonly Statement[];
  readonly errors: readonly Span[];
}

function parsed(text: string, fileName: string): Parsed {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const source = ts.createSourceFile(fileName, text, options);
  const tolerant = source as unknown as WithDiagnostics;
  const errors = tolerant.parseDiagnostics.map(({ start = 0, length = 0 }) => ({ start, end: start + length }));
  // With any the converter would refuse.
  tolerant.parseDiagnostics = [];
  // Nobody reads lines and columns, and looking them up for every node is a tenth of the time.
  source.getLineAndCharacterOfPosition = () => NOWHERE;
  const statements = source.statements.map((node) => {
    const [start, end] = [node.getStart(source), node.end];
    return { node, start, end, letters: text.slice(start, end) };
  });
  return { source, statements, errors };
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

/** Nodes in nodes. The converter and all that follows call themselves for each; at some thousand the stack ends. */
const DEEPEST = 500;

/** Tells all below a node what is above them, as the converter asks; false where they nest too deep for it. */
function adopt(root: ts.Node): boolean {
  let above: ts.Node[] = [root];
  for (let depth = 0; above.length > 0; depth++) {
    if (depth > DEEPEST) return false;
    const below: ts.Node[] = [];
    for (const node of above) {
      ts.forEachChild(node, (child) => {
        (child as { parent: ts.Node }).parent = node;
        below.push(child);
      });
    }
    above = below;
  }
  return true;
}

interface Converted {
  readonly ast: TSESTree.Program;
  /** Some nest too deep and are left out. */
  readonly incomplete: boolean;
}

/** Converts some statements of a file and nothing else of it. */
function converted(all: readonly ts.Statement[], source: ts.SourceFile): Converted {
  for (const statement of all) (statement as { parent: ts.Node }).parent = source;
  const statements = all.filter(adopt);
  // The file as it is but for its list of statements: where tokens are looked up, all of them must be there.
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
  return { ast: parseAndGenerateServices(only, options).ast, incomplete: statements.length < all.length };
}

const isString = ({ node }: Statement): boolean =>
  ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression);

/** A string is a directive by what is before it. */
function hasLateString(statements: readonly Statement[]): boolean {
  const other = statements.findIndex((statement) => !isString(statement));
  return other >= 0 && statements.slice(other).some(isString);
}

/** Converts what was parsed, copying what has the letters it had before; null where that may not be. */
function copied({ source, statements, errors }: Parsed, { byLetters, sourceType }: Version): TSESTree.Program | null {
  if (errors.length > 0 || hasLateString(statements)) return null;
  const knownOf = (statement: Statement) => (isString(statement) ? undefined : byLetters.get(statement.letters));
  const fresh = statements.filter((statement) => !knownOf(statement)).map(({ node }) => node);
  const { ast, incomplete } = converted(fresh, source);
  if (incomplete || ast.sourceType !== sourceType || ast.body.length !== fresh.length) return null;
  const news = ast.body.values();
  ast.body = statements.flatMap((statement) => {
    const known = knownOf(statement);
    const node = known ? moved(known.node, statement.start - known.start) : news.next().value;
    return node ? [node] : [];
  });
  return ast;
}

/** How many UTF-16 units at the end of two texts are the same. */
function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++;
  return same;
}

/** Parses up to the second whole statement after the last change, and takes what follows from the version before. */
function untilSame(text: string, before: Version): { ast: TSESTree.Program; statements: readonly Known[] } | null {
  const by = text.length - before.text.length;
  const changed = before.text.length - commonEnd(before.text, text);
  const first = before.statements.findIndex(({ start }) => start > changed);
  const [one, two] = [before.statements[first], before.statements[first + 1]];
  const rest = before.statements.slice(first + 2);
  if (!one || !two || rest.length === 0) return null;
  const parse = parsed(text.slice(0, two.end + by), before.fileName);
  const isAt = (statement: Statement | undefined, { start, end }: Known): boolean =>
    statement?.start === start + by && statement.end === end + by && !isString(statement);
  if (!isAt(parse.statements.at(-2), one) || !isAt(parse.statements.at(-1), two)) return null;
  const ast = copied(parse, before);
  if (ast?.body.length !== parse.statements.length) return null;
  const own = placed(parse.statements, ast);
  const moving = rest.map((known) => ({
    node: moved(known.node, by),
    start: known.start + by,
    end: known.end + by,
    letters: known.letters,
  }));
  ast.body = ast.body.concat(moving.map(({ node }) => node));
  ast.range = [0, text.length];
  return { ast, statements: [...own, ...moving] };
}

const placed = (statements: readonly Statement[], { body }: TSESTree.Program): Known[] =>
  statements.flatMap(({ start, end, letters }, i) => {
    const node = body[i];
    return node ? [{ node, start, end, letters }] : [];
  });

/**
 * Reads the versions of a file. What a statement of the top level means depends on nothing outside it but on the file's
 * being a module and its flavour of TypeScript, so what was in the last version without an error is taken from there:
 *
 * - Behind the last change, once two whole statements in a row have been read as they were: from there on the parser would
 *   see what it saw before.
 * - Elsewhere a statement with the same letters is copied instead of being converted, which costs a fourth.
 *
 * @param fileName `file.ts` or `file.tsx`: it tells the parser the flavour.
 */
export function createReader(): (text: string, fileName: string) => Read {
  let last: Version | null = null;
  const keep = (
    text: string,
    fileName: string,
    { sourceType }: TSESTree.Program,
    statements: readonly Known[],
  ): void => {
    const byLetters = new Map(statements.map((known) => [known.letters, known]));
    last = { fileName, text, sourceType, statements, byLetters };
  };
  return (text, fileName) => {
    const before = last?.fileName === fileName ? last : null;
    const short = before && untilSame(text, before);
    if (short) {
      keep(text, fileName, short.ast, short.statements);
      return { ast: short.ast, errors: [], incomplete: false };
    }
    const whole = parsed(text, fileName);
    const nodes = whole.statements.map(({ node }) => node);
    const copy = before && copied(whole, before);
    const { ast, incomplete } = copy ? { ast: copy, incomplete: false } : converted(nodes, whole.source);
    if (whole.errors.length === 0 && ast.body.length === nodes.length)
      keep(text, fileName, ast, placed(whole.statements, ast));
    return { ast, errors: whole.errors, incomplete };
  };
}
