import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { SharedCredential } from '../code';
import { createdType, isCreation, isTokenCredential, isTokenType, rootOf } from './choice';
import { lookup } from './scope';
import type { Binding } from './scope';
import type { Node } from './syntax';
import {
  ancestors,
  field,
  isLambda,
  isType,
  members,
  modifiersOf,
  parts,
  simpleName,
  spanOf,
  unwrap,
  unwrapGlobal,
  valueOf,
  within,
} from './syntax';

/** Where text goes into the file, in its style. */
interface Layout {
  /** What goes between two statements: a line end and the indentation, or a space where they share a line. */
  readonly between: (statement: Span) => string;
  /** The start of the comment lines right above an offset, or the offset. */
  readonly aboveComments: (offset: number) => number;
  /** Names that look like credentials by the id of their scope, once they are known. */
  readonly credentialNames: Map<number, readonly string[]>;
}

const declaredType = (node: Node): Node | null =>
  field(node.type === 'variable_declarator' ? (node.parent ?? node) : node, 'type');

/** True for a variable that surely holds a token credential: declared as one, or started with one. */
function holdsCredential({ node }: Binding): boolean {
  const value = valueOf(node);
  const started = value && unwrap(value);
  if (started && isCreation(started)) return isTokenCredential(started);
  const type = declaredType(node);
  return (
    type !== null &&
    type.type !== 'nullable_type' &&
    isTokenType(simpleName(type)) &&
    !(started && started.type === 'null_literal')
  );
}

/** A field can be read where it is set: not in another field's initialiser, not in the constructor that sets it, static from static. */
function isUsable(binding: Binding, use: Node): boolean {
  const { kind, node } = binding;
  if (kind === 'local') return node.endIndex <= use.startIndex;
  if (kind !== 'field' && kind !== 'property') return kind === 'parameter';
  const member = rootOf(use);
  const holder = [node, ...ancestors(node)].find(({ type }) => /^(?:field|property)_declaration$/.test(type)) ?? node;
  const isStatic = modifiersOf(holder).some((one) => one === 'static' || one === 'const');
  if (/^(?:field|property)_declaration$/.test(member.type))
    return isStatic && valueOf(node) !== null && node.endIndex <= use.startIndex;
  if (modifiersOf(member).includes('static')) return isStatic;
  return member.type !== 'constructor_declaration' || valueOf(node) !== null;
}

/** The name of a token credential that is in sight at a place. */
export function visibleCredential(use: Node, known: Layout['credentialNames']): string | null {
  const names = new Set<string>();
  for (const scope of ancestors(use)) {
    if (
      !/^(?:block|compilation_unit|declaration_list|lambda_expression|local_function_statement)$|_declaration$/.test(
        scope.type,
      )
    )
      continue;
    const own = known.get(scope.id) ?? credentialNames(scope);
    known.set(scope.id, own);
    for (const name of own) names.add(name);
  }
  for (const name of names) {
    const binding = lookup(name, use);
    if (
      binding &&
      binding.name.id !== use.id &&
      holdsCredential(binding) &&
      isUsable(binding, use) &&
      !within(binding.node, spanOf(use))
    )
      return name;
  }
  return null;
}

/** The variables, parameters and members that stand directly in a scope and look like credentials. */
function credentialNames(scope: Node): string[] {
  const list = field(scope, 'parameters') ?? parts(scope).find(({ type }) => type === 'parameter_list');
  const holders = [...(list ? parts(list) : []), ...members(scope).map(unwrapGlobal)].flatMap((node) => {
    if (node.type === 'parameter' || node.type === 'property_declaration') return [node];
    const declaration = /^(?:local_declaration_statement|field_declaration)$/.test(node.type)
      ? parts(node).find(({ type }) => type === 'variable_declaration')
      : undefined;
    return declaration ? parts(declaration).filter(({ type }) => type === 'variable_declarator') : [];
  });
  return holders.flatMap((node) => {
    const value = valueOf(node);
    const created = value && unwrap(value);
    const type = declaredType(node);
    const looks =
      (created && isCreation(created) && simpleName(createdType(created) ?? created).endsWith('Credential')) ||
      (type !== null && isTokenType(simpleName(type)));
    const name = field(node, 'name');
    return looks && name ? [name.text] : [];
  });
}

interface Place {
  readonly use: Node;
  /** The statement in front of which a local variable can stand, per enclosing block, innermost first. */
  readonly statements: readonly Node[];
}

/** The statements around a place that stand in a block, up to the member's own; none past a static function. */
function statementsAround(use: Node): Node[] {
  const found: Node[] = [];
  let child = use;
  for (const node of ancestors(use)) {
    if (node.type === 'block' || node.type === 'compilation_unit') found.push(child);
    if (isType(node) || node.type === 'constructor_initializer')
      return node.type === 'constructor_initializer' ? [] : found;
    if ((isLambda(node) || node.type === 'local_function_statement') && modifiersOf(node).includes('static'))
      return found;
    child = node;
  }
  return found;
}

const inLambda = (use: Node): boolean => {
  for (const node of ancestors(use)) {
    if (isLambda(node)) return true;
    if (node.id === rootOf(use).id) return false;
  }
  return false;
};

/** A name that means nothing yet in the code around. */
function freeName(root: Node): string {
  const taken = (name: string) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(root.text);
  const known = ['credential', 'azureCredential'].find((name) => !taken(name));
  let name = known ?? 'azureCredential';
  for (let n = 2; taken(name); n++) name = `azureCredential${n}`;
  return name;
}

/** Where the credential stands for each place: one in sight, a variable in front of several, or the expression itself. */
export function shareCredential(
  uses: readonly Node[],
  code: string,
  { between, aboveComments, credentialNames: scopes }: Layout,
): SharedCredential {
  const codes = new Map<number, string>();
  const edits: TextEdit[] = [];
  let builds = false;
  const open = new Map<number, Place[]>();
  for (const use of uses) {
    const known = visibleCredential(use, scopes);
    if (known !== null) codes.set(use.startIndex, known);
    else {
      const root = rootOf(use);
      open.set(root.id, [...(open.get(root.id) ?? []), { use, statements: statementsAround(use) }]);
    }
  }
  for (const places of open.values()) {
    const [first] = places;
    builds = true;
    const shared = places.filter(({ statements }) => statements.length > 0);
    const statement = shared[0]?.statements.find(
      (one) => one.parent && shared.every(({ use }) => within(one.parent ?? one, spanOf(use))),
    );
    if (!first || !statement || (shared.length === 1 && shared.every(({ use }) => inLambda(use)))) {
      for (const { use } of places) codes.set(use.startIndex, code);
      continue;
    }
    const name = freeName(rootOf(first.use));
    for (const place of places)
      codes.set(
        place.use.startIndex,
        place.statements.some(({ parent }) => parent?.id === statement.parent?.id) ? name : code,
      );
    const at = aboveComments(statement.startIndex);
    edits.push({ span: { start: at, end: at }, newText: `var ${name} = ${code};${between(spanOf(statement))}` });
  }
  return { codeAt: ({ start }: Span) => codes.get(start) ?? code, edits, builds };
}
