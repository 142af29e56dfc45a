import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A regular expression of the product, and where it is written. */
export interface Expression {
  /** Path below `src` and line: `detect/sas.ts:9`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = path.resolve('src');

/** The files of the product's own code, relative to `src`. Examples are texts, not code of ours. */
export const sources = (): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.[cm]?tsx?$/.test(name) && !name.endsWith('.d.ts') && !/\/examples\//.test(name))
    .sort();

const parsed = (name: string): ts.SourceFile =>
  ts.createSourceFile(name, readFileSync(path.join(root, name), 'utf8'), ts.ScriptTarget.Latest, true);

/** Every node of a file. */
export function nodesOf(file: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const open: ts.Node[] = [file];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    node.forEachChild((child) => void open.push(child));
  }
  return found;
}

const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** What code builds at run time from parts that only a run knows. */
export interface Built {
  readonly place: string;
  readonly call: ts.NewExpression | ts.CallExpression;
  readonly file: ts.SourceFile;
}

export interface Collected {
  readonly literals: readonly Expression[];
  readonly built: readonly Built[];
  /** Strings that become an expression after everybody's back: `text.match('...')`, `text.search('...')`. */
  readonly hidden: readonly string[];
}

/** True for a file, or a place in one, of some rooms of the house. */
export const isIn = (place: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => place.startsWith(`${room}/`));

/** Every literal, and every place that builds an expression. */
export function collect(rooms: readonly string[]): Collected {
  const literals: Expression[] = [];
  const built: Built[] = [];
  const hidden: string[] = [];
  for (const name of sources().filter((one) => isIn(one, rooms))) {
    const file = parsed(name);
    for (const node of nodesOf(file)) {
      const place = `${name}:${lineOf(file, node)}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        literals.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
        built.push({ place, call: node, file });
      else if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        /^(?:match|matchAll|search)$/.test(node.expression.name.text) &&
        node.arguments[0] &&
        ts.isStringLiteralLike(node.arguments[0])
      )
        hidden.push(place);
    }
  }
  return { literals, built, hidden };
}

/**
 * The text of an expression that a function builds: constants of its file as they are, an expression's `source`, and for what
 * only a run knows, a name of the length that such names have. Null where it holds something else.
 */
export function evaluate(node: ts.Node, file: ts.SourceFile, name = 'aName', depth = 0): string | null {
  if (depth > 6) return null;
  const value = (inner: ts.Node): string | null => evaluate(inner, file, name, depth + 1);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map((span) => {
      const hole = value(span.expression);
      return hole === null ? null : hole + span.literal.text;
    });
    return parts.includes(null) ? null : node.head.text + parts.join('');
  }
  // What `String.raw` keeps as it is written.
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    const raw = (part: ts.TemplateLiteralToken): string => part.getText().replace(/^[`}]|(?:`|\$\{)$/g, '');
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return raw(template);
    const parts = template.templateSpans.map((span) => {
      const hole = value(span.expression);
      return hole === null ? null : hole + raw(span.literal);
    });
    return parts.includes(null) ? null : raw(template.head) + parts.join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [value(node.left), value(node.right)];
    return left === null || right === null ? null : left + right;
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return value(node.expression);
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
  if (ts.isIdentifier(node)) {
    for (const one of nodesOf(file))
      if (
        ts.isVariableDeclaration(one) &&
        one.name.getText() === node.text &&
        one.initializer &&
        ts.isSourceFile(one.parent.parent.parent)
      )
        return value(one.initializer) ?? name;
  }
  return name;
}
