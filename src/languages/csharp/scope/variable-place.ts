import { isLoop } from './place';
import { firstRun, leapOver } from './assigned';
import { methodsOf } from '../methods';
import type { Node } from '../syntax';
import {
  ancestors,
  field,
  isFunction,
  isLambda,
  isMember,
  isType,
  modifiersOf,
  parts,
  simpleName,
  spanOf,
  unwrapGlobal,
  within,
} from '../syntax';

/** Where one local variable serves several places. */
export interface VariablePlace {
  readonly block: Node;
  /** The statement of the block in front of which it is declared. */
  readonly before: Node;
  readonly uses: readonly Node[];
}

/** A block around a use, and its statement with the use in it. */
interface Frame {
  readonly block: Node;
  readonly statement: Node;
}

/**
 * Code that Entity Framework runs once for each context: a lambda of `AddDbContext(...)`, the method `OnConfiguring`. Each
 * credential that is made there gets a provider of services of its own, until there are too many.
 */
function runsForEachContext(node: Node): boolean {
  if (node.type === 'method_declaration') return field(node, 'name')?.text === 'OnConfiguring';
  const call = isLambda(node) && node.parent?.type === 'argument' ? node.parent.parent?.parent : null;
  const callee = call?.type === 'invocation_expression' ? field(call, 'function') : null;
  return callee ? /^Add(?:Pooled)?DbContext/.test(simpleName(callee)) : false;
}

/** Methods that put a program together: they run once. */
const COMPOSES =
  /^(?:Configure|Register|Init|Set[Uu]p|Start|Bootstrap|Add[A-Z])|^(?:Create|Build)\w{0,60}Host|^(?:Main|Load|OnModelCreating)$/;
const COMPOSED = /\b(?:IServiceCollection|\w*Builder|ContainerBuilder)\b/;

/** What a method returns that makes a client and hands it out: whoever calls it keeps the client, mostly. */
const HANDS_OUT = /Client|Sender|Receiver|Processor|Context|Connection|Credential/;
const MAY_BE_ANY = /^(?:object|dynamic|I[A-Z]\w{0,200})$/;

/** A method that works with its client, so that it may run any number of times. */
function works(method: Node): boolean {
  const modifiers = modifiersOf(method);
  const returns = field(method, 'returns')?.text ?? '';
  const composes =
    COMPOSES.test(field(method, 'name')?.text ?? '') || COMPOSED.test(field(method, 'parameters')?.text ?? '');
  if (composes || HANDS_OUT.test(returns) || MAY_BE_ANY.test(returns)) return false;
  const isCalled = method.namedChildren.some(({ type }) => type === 'attribute_list');
  const isOffered = modifiers.includes('public') && !modifiers.includes('static');
  return isCalled || isOffered || modifiers.includes('async') || /^(?:Value)?Task\b/.test(returns);
}

/** True for a use in a method, getter or arrow of a type that may run any number of times. */
export function isForEachCall(use: Node): boolean {
  const member = [...ancestors(use)].find(isMember);
  const type = member && [...ancestors(member)].find(isType);
  // What is beside `Main` is mostly called from there, once.
  if (!type || type.type === 'interface_declaration' || methodsOf(type).has('Main')) return false;
  if (member.type === 'method_declaration') return works(member);
  if (member.type !== 'property_declaration' && member.type !== 'indexer_declaration') return false;
  if (/\?\?=?|==\s*null|is\s+null/.test(member.text)) return false;
  return [...ancestors(use)].some(({ type: one }) => /^(?:accessor_declaration|arrow_expression_clause)$/.test(one));
}

/** True for a use whose credential must not be made where it is. */
export const isForEachContext = (use: Node): boolean => [...ancestors(use)].some(runsForEachContext);

/**
 * The blocks that can declare a variable for a use, innermost first: up to the member's own, none past a static function,
 * none within a loop (what it declares would be built again and again), none at all where code goes to another constructor.
 */
function framesAround(use: Node): Frame[] {
  const found: Frame[] = [];
  let inFunction = 0;
  let statement = use;
  for (const node of ancestors(use)) {
    if (node.type === 'constructor_initializer') return [];
    if (isType(node)) return found;
    if (node.type === 'block' || node.type === 'compilation_unit') found.push({ block: node, statement });
    if (isLoop(node)) found.length = inFunction;
    if (runsForEachContext(node)) found.length = 0;
    if (isFunction(node)) {
      if (modifiersOf(node).includes('static') && !/_declaration$/.test(node.type)) return found;
      inFunction = found.length;
    }
    statement = node;
  }
  return found;
}

/** True for a use that is the whole of a lambda or local function, or is in a lambda: it may run later, or never. */
function isDeferred(use: Node, block: Node): boolean {
  for (const node of ancestors(use)) {
    if (node.id === block.id) return false;
    if (runsForEachContext(node)) return false;
    if (isLambda(node) || (node.type === 'local_function_statement' && field(node, 'body')?.type !== 'block'))
      return true;
  }
  return false;
}

/** The first statement of a block that may run code of one of the uses, once no `goto` leads past it. */
function firstStatement(block: Node, statements: readonly Node[]): Node | null {
  const starts = statements.map((statement) => {
    const node = unwrapGlobal(statement);
    const run = node.type === 'local_function_statement' ? firstRun(node, block) : null;
    return run && run.startIndex < statement.startIndex ? run : statement;
  });
  const last = Math.max(...statements.map(({ endIndex }) => endIndex));
  let [before = null] = starts.sort((a, b) => a.startIndex - b.startIndex);
  for (;;) {
    const jump = before && leapOver(block, before.startIndex, last);
    if (!jump) return before;
    before = parts(block).find((one) => within(one, spanOf(jump))) ?? null;
  }
}

/**
 * The variables that serve uses (in the order of the text) together: one for each member, static function or the like.
 * Uses that are named by none have no place for one, or run later and alone.
 */
export function placesFor(uses: readonly Node[]): VariablePlace[] {
  const groups = new Map<number, { outermost: Node; members: { use: Node; frames: readonly Frame[] }[] }>();
  for (const use of uses) {
    const frames = framesAround(use);
    const outermost = frames.at(-1)?.block;
    if (!outermost) continue;
    const group = groups.get(outermost.id) ?? { outermost, members: [] };
    group.members.push({ use, frames });
    groups.set(outermost.id, group);
  }
  return [...groups.values()].flatMap(({ outermost, members }): VariablePlace[] => {
    const [first] = members;
    const block = first?.frames.find((frame) =>
      members.every(({ frames }) => frames.some((one) => one.block.id === frame.block.id)),
    )?.block;
    if (!first || !block || (members.length === 1 && isDeferred(first.use, outermost))) return [];
    const statements = members.flatMap(
      ({ frames }) => frames.find((frame) => frame.block.id === block.id)?.statement ?? [],
    );
    const before = firstStatement(block, statements);
    return before ? [{ block, before, uses: members.map(({ use }) => use) }] : [];
  });
}
