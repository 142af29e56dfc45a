import type { Trouble } from '../contract/trouble';
import type { Namespaces } from './scope/namespaces';
import { knownNamespace } from './scope/known-namespaces';
import { isAssignedAt } from './scope/assigned';
import { isInReach } from './scope/reach';
import type { Binding } from './scope/binding';
import { declaredIn } from './scope/binding';
import { isPlainUse, lookup, usesOf } from './scope/lookup';
import { seesSystem } from './scope/system';
import type { Node } from './syntax';
import { ancestors, field, isLambda, isType, members, modifiersOf, spanOf, valueOf } from './syntax';

/** What a name's places are judged in. */
interface Source {
  readonly text: string;
  readonly root: Node;
  readonly namespaces: Namespaces;
  /** True where the first part of a namespace means something else. */
  readonly isHidden: (namespace: string, at: Node) => boolean;
}

/** Words of the language, which are in every file a thousand times and declare nothing. */
const KEYWORDS = new Set(
  'as await base bool break case catch class const continue decimal default do double else false finally fixed float for foreach get global if in int interface internal is let lock long nameof namespace new null object out override params partial private protected public readonly record ref return sealed set static string struct switch this throw true try typeof using var virtual void when where while with yield'.split(
    ' ',
  ),
);

/**
 * The names of a file that are not bound where they are, or bound twice, among those asked for. It asks the parts of `scope/` that
 * `Scopes` is made of: why a declaration cannot be used takes its node, where `Scopes` gives its place.
 */
export function troubleOf(source: Source, wanted: ReadonlySet<string>): readonly Trouble[] {
  const { text, root } = source;
  const found = misplacedUsings(root);
  for (const name of wanted) {
    if (KEYWORDS.has(name) || !/^[A-Za-z_]\w*$/.test(name)) continue;
    for (const { index } of text.matchAll(new RegExp(`(?<![\\w@$])${name}(?!\\w)`, 'g'))) {
      const node = root.descendantForIndex(index, index + name.length - 1);
      if (node?.type !== 'identifier' || node.startIndex !== index) continue;
      const why = whyUnbound(node, source);
      if (why) found.push({ name, why, span: spanOf(node) });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A directive below other code (CS1529). */
function misplacedUsings(root: Node): Trouble[] {
  const rest = members(root);
  const first = rest.findIndex(
    ({ type }) => !/^(?:using_directive|extern_alias_directive|file_scoped_namespace_declaration)$/.test(type),
  );
  return rest
    .slice(Math.max(first, 0))
    .filter(({ type }) => type === 'using_directive')
    .map((node) => ({ name: 'using', why: 'misplaced', span: spanOf(node) }));
}

function whyUnbound(node: Node, source: Source): Trouble['why'] | null {
  const { parent } = node;
  if (!parent) return null;
  if (isDeclaring(node, parent)) return isDeclaredTwice(node) ? 'twice' : null;
  if (isPlainUse(node)) {
    if (isNamespace(node, parent) && source.isHidden(node.text, node)) return 'undeclared';
    const binding = lookup(node.text, node);
    if (binding) return whyUnusable(binding, node, source.text);
    return isFromElsewhere(node, parent, source) ? null : 'undeclared';
  }
  return isTypeName(node, parent) && !isTypeInSight(node, source) ? 'undeclared' : null;
}

/** The name in a declaration of a variable, a parameter or a member. */
const isDeclaring = (node: Node, parent: Node): boolean =>
  /^(?:variable_declarator|parameter|property_declaration)$/.test(parent.type) && field(parent, 'name')?.id === node.id;

/** Declared twice in one scope, or once more where an outer one of the same member has it (CS0128, CS0136, CS0102). */
function isDeclaredTwice(name: Node): boolean {
  let insideType = false;
  let seen = 0;
  for (const scope of ancestors(name)) {
    // A variable may have the name of a member.
    if (isType(scope) && seen > 0) return false;
    const own = declaredIn(scope, name.text, insideType).filter(
      ({ kind }) => kind !== 'pattern' && kind !== 'function',
    );
    // The parameters of a record or class are no variables of its members.
    if (isType(scope)) return own.length > 1 && own.some((one) => one.name.id === name.id);
    seen += own.length;
    if (seen > 1) return true;
    if (seen > 0 && mayHide(scope)) return false;
    insideType ||= isType(scope);
  }
  return false;
}

/** A function whose variables may have the names of outer ones: what tells that the language is C# 8 or later. */
function mayHide(scope: Node): boolean {
  const isLocal = scope.type === 'local_function_statement';
  if (isLocal && modifiersOf(scope).includes('static')) return true;
  return (isLocal || isLambda(scope)) && [...ancestors(scope)].some(({ type }) => type === 'global_statement');
}

/** The first name of `Azure.Storage.Files.Shares.Models`, where an expression says it. */
const isNamespace = ({ id, text }: Node, parent: Node): boolean =>
  /^(?:Azure|Microsoft|System)$/.test(text) &&
  parent.type === 'member_access_expression' &&
  field(parent, 'expression')?.id === id;

function whyUnusable(binding: Binding, use: Node, text: string): Trouble['why'] | null {
  if (!isInReach(binding, use)) return 'out-of-reach';
  if (binding.kind !== 'local') return null;
  if (binding.name.startIndex > use.startIndex) return 'too-early';
  if (isAssignedAt(binding, use) || binding.node.endIndex > use.startIndex || valueOf(binding.node) === null)
    return null;
  // One that is set elsewhere too may have its value from there.
  return usesOf(binding, text).some(isAssigned) ? null : 'too-early';
}

const isAssigned = ({ parent, id }: Node): boolean =>
  parent?.type === 'assignment_expression' && field(parent, 'left')?.id === id;

/** A name without a declaration in the file that may mean something all the same: a type, an inherited member. */
function isFromElsewhere(node: Node, parent: Node, source: Source): boolean {
  if (parent.type === 'invocation_expression' && field(parent, 'function')?.id === node.id) return true;
  const isObject = parent.type === 'member_access_expression' && field(parent, 'expression')?.id === node.id;
  return isObject && /^[A-Z]/.test(node.text) && isTypeInSight(node, source);
}

/** The first name of a type, where one is named. */
function isTypeName(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'object_creation_expression':
    case 'variable_declaration':
    case 'parameter':
    case 'property_declaration':
    case 'cast_expression':
      return field(parent, 'type')?.id === node.id;
    case 'method_declaration':
      return field(parent, 'returns')?.id === node.id;
    case 'nullable_type':
    case 'array_type':
    case 'type_argument_list':
    case 'base_list':
      return true;
    default:
      return false;
  }
}

/** False for a type whose namespace is known and not in sight; of others nobody can tell. */
function isTypeInSight(node: Node, { text, root, namespaces }: Source): boolean {
  const name = node.text;
  const namespace = knownNamespace(name);
  if (namespace === null || namespaces.declared.has(name) || namespaces.sees(namespace, node)) return true;
  if (namespaces.usings.some(({ alias }) => alias === name)) return true;
  return namespace === 'System' && seesSystem(root, text, namespaces, { except: name, at: node });
}
