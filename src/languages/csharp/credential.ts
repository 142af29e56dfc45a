import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { SharedCredential } from '../contract/credential';
import { createdType, isCreation, isTokenCredential, isTokenType, rootOf } from './choice';
import { isForEachCall, isForEachContext, placesFor } from './scope/variable-place';
import type { VariablePlace } from './scope/variable-place';
import { isAssignedAt } from './scope/assigned';
import { isInReach } from './scope/reach';
import { lookup } from './scope/lookup';
import type { Binding } from './scope/binding';
import type { Node } from './syntax';
import {
  ancestors,
  declaratorsOf,
  field,
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
export interface Layout {
  /** What goes between two statements: a line end and the indentation, or a space where they share a line. */
  readonly between: (statement: Span) => string;
  /** The start of the comment lines right above an offset, or the offset. */
  readonly aboveComments: (offset: number) => number;
  /** True for a statement that shares its lines with nothing, below no comment. */
  readonly isAlone: (statement: Span) => boolean;
  /** Deletes a statement with its line. */
  readonly remove: (statement: Span) => TextEdit;
  /** Names that look like credentials by the id of their scope, once they are known. */
  readonly credentialNames: Map<number, readonly string[]>;
  /** Names that the types around a place have or inherit. */
  readonly membersAround: (at: Node) => ReadonlySet<string>;
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

/** True when a credential is in reach at a place and surely set there: not in the constructor that sets it. */
function isUsable(binding: Binding, use: Node): boolean {
  const { kind, node } = binding;
  if (!isInReach(binding, use)) return false;
  if (kind === 'local') return isAssignedAt(binding, use);
  if (kind === 'parameter') return !modifiersOf(node).includes('out');
  if (kind !== 'field' && kind !== 'property') return false;
  const member = rootOf(use);
  // A field that another one starts with: only static ones are in reach, and they are set in order.
  if (/^(?:field|property)_declaration$/.test(member.type))
    return (valueOf(node) !== null && node.endIndex <= use.startIndex) || isArrow(member);
  return member.type !== 'constructor_declaration' || valueOf(node) !== null;
}

const isArrow = (property: Node): boolean => field(property, 'value')?.type === 'arrow_expression_clause';

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

/** The variables, parameters and members that are directly in a scope and look like credentials. */
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

/** A name that means nothing yet in the code around. */
function freeName(root: Node): string {
  const taken = (name: string) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(root.text);
  const known = ['credential', 'azureCredential'].find((name) => !taken(name));
  let name = known ?? 'azureCredential';
  for (let n = 2; taken(name); n++) name = `azureCredential${n}`;
  return name;
}

/** A variable further down that starts with just this code, in a line of its own: it may as well are further up. */
function declaredBelow(
  { block, before }: VariablePlace,
  code: string,
  { isAlone }: Layout,
): { name: string; statement: Node } | null {
  for (const statement of parts(block)) {
    if (statement.startIndex <= before.startIndex) continue;
    const node = unwrapGlobal(statement);
    const [declarator, ...others] = node.type === 'local_declaration_statement' ? declaratorsOf(node) : [];
    const name = declarator && field(declarator, 'name');
    const value = declarator && valueOf(declarator);
    if (!name || others.length > 0 || modifiersOf(node).length > 0 || value?.text !== code) continue;
    if (isAlone(spanOf(statement))) return { name: name.text, statement };
  }
  return null;
}

/** The types that get a field for uses whose credential is not to be made where they are; `before` is its first member. */
function fieldsFor(
  uses: readonly Node[],
): { readonly before: Node; readonly type: Node; readonly uses: readonly Node[] }[] {
  const found = new Map<number, { before: Node; type: Node; uses: Node[] }>();
  for (const use of uses) {
    const type = [...ancestors(use)].find((one) => isType(one) && one.type !== 'interface_declaration');
    const body = type && field(type, 'body');
    const before = body && parts(body)[0];
    if (!before) continue;
    const known = found.get(type.id) ?? { before, type, uses: [] };
    known.uses.push(use);
    found.set(type.id, known);
  }
  return [...found.values()];
}

/** A free name for a static field, written as those that the type has. */
function fieldName(type: Node, inherited: ReadonlySet<string>): string | null {
  const body = field(type, 'body');
  const statics = (body ? members(body) : []).filter(
    (one) =>
      one.type === 'field_declaration' && modifiersOf(one).includes('static') && !modifiersOf(one).includes('public'),
  );
  const [like = 'Like'] = statics.flatMap(declaratorsOf).flatMap((one) => field(one, 'name')?.text ?? []);
  const prefix = /^(?:s_|_)/.exec(like)?.[0] ?? '';
  const isLower = /^[a-z]/.test(like.slice(prefix.length));
  return (
    ['Credential', 'AzureCredential']
      .map((name) => prefix + (isLower ? name.charAt(0).toLowerCase() + name.slice(1) : name))
      .find((name) => !inherited.has(name) && !new RegExp(`(?<!\\w)${name}(?!\\w)`).test(type.text)) ?? null
  );
}

/** Where the credential stands for each place: one in sight, a variable in front of several, or the expression itself. */
export function shareCredential(uses: readonly Node[], code: string, layout: Layout): SharedCredential {
  const codes = new Map<number, string>();
  const edits: TextEdit[] = [];
  let builds = false;
  const open: Node[] = [];
  for (const use of [...uses].sort((a, b) => a.startIndex - b.startIndex)) {
    const known = visibleCredential(use, layout.credentialNames);
    if (known === null) open.push(use);
    else codes.set(use.startIndex, known);
  }
  const waiting = new Set(open.filter(isForEachContext));
  for (const use of open)
    if (isForEachCall(use) && !placesFor([use]).some((one) => declaredBelow(one, code, layout))) waiting.add(use);
  for (const { before, type, uses: inside } of fieldsFor([...waiting])) {
    const name = fieldName(type, layout.membersAround(before));
    if (name === null) continue;
    const at = layout.aboveComments(before.startIndex);
    const gap = layout.between(spanOf(before));
    const blank = before.type === 'field_declaration' ? gap : gap.replace(/[ \t]{1,400}$/, '') + gap;
    const built = /^new\s+([\w.:]+)/.exec(code)?.[1] ?? 'TokenCredential';
    edits.push({
      span: { start: at, end: at },
      newText: `private static readonly ${built} ${name} = ${code};${blank}`,
    });
    builds = true;
    for (const use of inside) codes.set(use.startIndex, name);
  }
  const names = new Map<number, string>();
  for (const place of placesFor(open.filter((use) => !codes.has(use.startIndex)))) {
    const root = rootOf(place.before);
    const moved = declaredBelow(place, code, layout);
    const name = moved?.name ?? names.get(root.id) ?? freeName(root);
    const at = layout.aboveComments(place.before.startIndex);
    edits.push({
      span: { start: at, end: at },
      newText: `var ${name} = ${code};${layout.between(spanOf(place.before))}`,
    });
    if (moved) edits.push(layout.remove(spanOf(moved.statement)));
    else builds = true;
    names.set(root.id, name);
    for (const use of place.uses) codes.set(use.startIndex, name);
  }
  builds ||= open.some((use) => !codes.has(use.startIndex));
  return { codeAt: ({ start }: Span) => codes.get(start) ?? code, edits, builds };
}
