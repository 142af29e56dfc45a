import type { Declaration } from './contract/declaration';
import type { CodeFile } from './contract/file';
import type { Argument, AssignNode, CallNode, CodeNode } from './contract/node';
import type { Chain, CompiledPattern } from './compile';
import { chainOf, exportOf, metaName, pathOf, restName, wordOf } from './compile';
import { fits } from './fits';
import { STRINGS } from './metavariables';
import { partsOf } from './parts';
import { propertyOf } from './trace';

/** What a pattern's metavariables stand for at one place in the code. */
export interface Match {
  readonly pattern: CompiledPattern;
  readonly node: CodeNode;
  readonly bound: ReadonlyMap<string, CodeNode>;
  readonly rests: ReadonlyMap<string, readonly Argument[]>;
  /** Pattern nodes and the code they matched, for the edit. */
  readonly pairs: ReadonlyMap<CodeNode, CodeNode>;
  /** Variables the matcher looked through to their initialisers. */
  readonly through: readonly ResolvedName[];
  /** Parts of the options are elsewhere: in a spread object, or in assignments after it. Found, but no place to edit. */
  readonly scattered: boolean;
}

/** A name in the code and the variable it was looked through to. */
export interface ResolvedName {
  readonly name: CodeNode;
  readonly declaration: Declaration;
  /** The pattern's node that is where the code has the name. */
  readonly pattern: CodeNode;
}

interface State {
  readonly file: CodeFile;
  readonly pattern: CompiledPattern;
  readonly bound: Map<string, CodeNode>;
  readonly rests: Map<string, readonly Argument[]>;
  readonly pairs: Map<CodeNode, CodeNode>;
  readonly through: ResolvedName[];
  scattered: boolean;
  /** The variable whose initialiser is being matched. */
  via: Declaration | null;
}

/** Tries one pattern at one node. Never throws; names resolve through the file's imports. */
export function match(pattern: CompiledPattern, node: CodeNode, file: CodeFile): Match | null {
  const state: State = {
    file,
    pattern,
    bound: new Map(),
    rests: new Map(),
    pairs: new Map(),
    through: [],
    scattered: false,
    via: null,
  };
  const chain = chainOf(pattern.from);
  if (!(chain ? sameChain(chain, node, state) : same(pattern.from, node, state, false))) return null;
  if (!plausible(state, node)) return null;
  const { bound, rests, pairs, through, scattered } = state;
  return { pattern, node, bound, rests, pairs, through, scattered };
}

/**
 * A constructor whose string arguments are all unknown could as well be the one that takes a URL and a credential, where
 * the class has one with as many arguments.
 */
function plausible({ file, pattern, bound, rests }: State, node: CodeNode): boolean {
  // What is followed by a credential is no connection string, whatever it is called.
  if (bound.has('CONNECTION') && [...rests.values()].flat().some(({ value }) => file.typeOf(value) === 'credential'))
    return false;
  if (pattern.from.kind !== 'call' || !pattern.from.isNew) return true;
  const strings = [...bound].filter(([name]) => STRINGS.has(name));
  if (strings.length < 2 || strings.some(([, value]) => file.typeOf(value) === 'string')) return true;
  const { credentialAt } = pattern;
  return credentialAt === null || (node.kind === 'call' && node.args.length <= credentialAt);
}

function same(pattern: CodeNode, node: CodeNode, state: State, look: boolean): boolean {
  const name = metaName(pattern);
  if (name === 'DEFAULT') {
    const entity = state.file.entityOf(node);
    if (entity?.module !== state.pattern.package || entity.path.length > 0) return false;
    state.bound.set(name, node);
    return true;
  }
  if (name !== null) {
    if (!fits(name, node, state.file)) return false;
    state.bound.set(name, node);
    state.pairs.set(pattern, node);
    return true;
  }
  const path = pathOf(pattern);
  if (path) return isExport(path, node, state);
  if (look && node.kind !== pattern.kind && node.kind === 'name') return throughVariable(pattern, node, state);
  // An object in a property of another one: no place to edit, but a reason to speak of.
  if (look && pattern.kind === 'object' && node.kind === 'member' && state.pattern.source.kind === 'refuse') {
    const value = propertyOf(node, state.file);
    return value !== null && same(pattern, value, state, false);
  }
  if (look && pattern.kind === 'call' && pattern.isNew && node.kind === 'call' && !node.isNew)
    return throughFunction(pattern, node, state);
  if (pattern.kind === 'call' && node.kind === 'call') {
    if (pattern.isNew !== node.isNew || !same(pattern.callee, node.callee, state, false)) return false;
    state.pairs.set(pattern, node);
    return sameList(pattern.args, node.args, state);
  }
  if (pattern.kind === 'object' && node.kind === 'object') {
    state.pairs.set(pattern, node);
    return sameProps(pattern.props, node.props, state);
  }
  if (pattern.kind === 'member' && node.kind === 'member')
    return pattern.name === node.name && same(pattern.object, node.object, state, true);
  if (pattern.kind === 'assign' && node.kind === 'assign')
    return same(pattern.target, node.target, state, false) && same(pattern.value, node.value, state, true);
  if (pattern.kind === 'string' && node.kind === 'string') return pattern.value === node.value;
  return false;
}

/** The links of a pattern's chain, in any order; other links of the code do not matter. */
function sameChain(pattern: Chain, node: CodeNode, state: State): boolean {
  const code = chainOf(node);
  if (!code || !same(pattern.root, code.root, state, false)) return false;
  return pattern.links.every(({ name, call }) => {
    const link = code.links.find((one) => one.name === name);
    if (!link || !sameList(call.args, link.call.args, state)) return false;
    state.pairs.set(call, link.call);
    return true;
  });
}

function isExport(path: readonly string[], node: CodeNode, { file, pattern }: State): boolean {
  if (pattern.package === '') return node.kind === 'name' && node.name === path.join('.') && !file.declarationOf(node);
  return file.means(node, exportOf(pattern, path));
}

/** Where the pattern has a call or an object and the code a variable: its one initialiser. */
function throughVariable(pattern: CodeNode, node: CodeNode, state: State): boolean {
  if (node.kind !== 'name') return false;
  const declaration = state.file.declarationOf(node);
  if (!declaration?.initialiser || !declaration.constant) return false;
  // `const config = passwordConfig`: a name for a name.
  if (declaration.initialiser.kind === 'name' && pattern.kind === 'object') {
    if (declaration.initialiser === node || !throughVariable(pattern, declaration.initialiser, state)) return false;
    state.through.push({ name: node, declaration, pattern });
    return true;
  }
  const { via } = state;
  state.via = declaration;
  const fits = same(pattern, declaration.initialiser, state, false);
  state.via = via;
  if (!fits) return false;
  state.through.push({ name: node, declaration, pattern });
  return true;
}

/** Where the pattern builds something and the code calls a function of the file that does nothing but return it. */
function throughFunction(pattern: CodeNode, node: CallNode, state: State): boolean {
  const { callee } = node;
  const result = node.args.length === 0 && callee.kind === 'name' ? state.file.resultOf(node) : null;
  const declaration = callee.kind === 'name' ? state.file.declarationOf(callee) : null;
  if (!result || !declaration || !same(pattern, result, state, false)) return false;
  state.through.push({ name: callee, declaration, pattern });
  return true;
}

/**
 * A call's arguments in the order of a pattern's: named ones where the pattern has their name, those it does not know
 * at the end. Null when a name leaves a place of the pattern empty.
 */
export function aligned(patterns: readonly Argument[], args: readonly Argument[]): readonly Argument[] | null {
  if (args.every(({ name }) => name === null)) return args;
  const fixed = patterns.filter((pattern) => restName(pattern) === null);
  // The only argument can mean the only one that the pattern has, whatever it is called.
  const [only] = args;
  if (fixed.length === 1 && args.length === 1 && only && fixed[0]?.name === null) return args;
  const used = new Set<Argument>();
  const found = fixed.map((pattern, i) => {
    const at = args[i];
    const arg = at?.name === null ? at : args.find(({ name }) => name !== null && name === pattern.name);
    if (arg) used.add(arg);
    return arg;
  });
  if (found.includes(undefined) || used.size !== found.length) return null;
  return [...found.filter((arg) => arg !== undefined), ...args.filter((arg) => !used.has(arg))];
}

function sameList(patterns: readonly Argument[], given: readonly Argument[], state: State): boolean {
  const args = aligned(patterns, given);
  if (!args) return false;
  const last = patterns.at(-1);
  const rest = last && restName(last);
  const fixed = rest ? patterns.slice(0, -1) : patterns;
  if (args.length < fixed.length || (!rest && args.length > fixed.length)) return false;
  if (args.slice(0, fixed.length).some((arg) => arg.spread)) return false;
  if (rest) state.rests.set(rest, args.slice(fixed.length));
  return fixed.every((pattern, i) => {
    const arg = args[i];
    return arg !== undefined && same(pattern.value, arg.value, state, true);
  });
}

/** The value of an option that the object itself does not give: a spread object does, or an assignment after it. */
function givenElsewhere(name: string, props: readonly Argument[], { file, via }: State): CodeNode | null {
  for (const { spread, value } of props) {
    const from = spread && value.kind === 'name' ? file.declarationOf(value)?.initialiser : null;
    const prop = from?.kind === 'object' ? from.props.find((one) => one.name === name) : null;
    if (prop) return prop.value;
  }
  if (!via) return null;
  for (const site of file.sites) {
    if (site.kind !== 'assign' || site.target.kind !== 'member' || site.target.name !== name) continue;
    const { object } = site.target;
    if (object.kind === 'name' && file.declarationOf(object) === via) return site.value;
  }
  return null;
}

function sameProps(patterns: readonly Argument[], props: readonly Argument[], state: State): boolean {
  const used = new Set<Argument>();
  for (const pattern of patterns) {
    const rest = restName(pattern);
    if (rest) {
      state.rests.set(
        rest,
        props.filter((prop) => !used.has(prop)),
      );
      continue;
    }
    const prop = props.find((one) => one.name === pattern.name && !one.spread);
    const elsewhere = prop || pattern.name === null ? null : givenElsewhere(pattern.name, props, state);
    if (elsewhere && same(pattern.value, elsewhere, state, true)) state.scattered = true;
    else if (!prop || !same(pattern.value, prop.value, state, true)) return false;
    else used.add(prop);
  }
  const given = state.scattered ? props.filter(({ spread }) => !spread) : props;
  return patterns.some((pattern) => restName(pattern)) || used.size === given.length;
}

/** Every match in a file, one per site: the first pattern that fits wins. */
export function matches(possible: readonly CompiledPattern[], file: CodeFile): Match[] {
  const found: Match[] = [];
  if (possible.length === 0) return found;
  const parts = partsOfChains(file);
  for (const site of file.sites) {
    for (const pattern of possible) {
      if (!mayFit(pattern, site, parts, file)) continue;
      const hit = match(pattern, site, file);
      if (!hit || !isWithin(hit, file) || !(pattern.source.when?.test(codeOf(hit, file)) ?? true)) continue;
      found.push(hit);
      break;
    }
  }
  return found;
}

/** The match is in the arguments of the call that its pattern asks for. */
const isWithin = ({ pattern: { within }, node }: Match, { sites }: CodeFile): boolean =>
  within === null ||
  sites.some(
    (site) =>
      site.kind === 'call' &&
      wordOf(site) === within &&
      site.args.some(({ start, end }) => start <= node.start && node.end <= end),
  );

/** Calls on whose result another call is made: a chain is looked at from its last link. */
const partsOfChains = ({ sites }: CodeFile): ReadonlySet<CodeNode> =>
  new Set(sites.flatMap((site) => (site.kind === 'call' && site.callee.kind === 'member' ? [site.callee.object] : [])));

/** A look at the names alone. */
function mayFit(
  pattern: CompiledPattern,
  site: CallNode | AssignNode,
  parts: ReadonlySet<CodeNode>,
  file: CodeFile,
): boolean {
  if (pattern.word === null) return true;
  if (chainOf(pattern.from))
    return !parts.has(site) && (chainOf(site)?.links.some(({ name }) => name === pattern.word) ?? false);
  const word = wordOf(site);
  return pattern.word === word || (site.kind === 'call' && site.isNew) || renamed(word, pattern, site, file);
}

/** True where the pattern changes an object that is in a variable: the variable stays, and with it the name. */
export const inPlace = ({ pattern }: Match, passage: ResolvedName): boolean =>
  passage.pattern.kind === 'object' && pattern.to !== null && hasObject(pattern.to);

const hasObject = (node: CodeNode): boolean => node.kind === 'object' || partsOf(node).some(hasObject);

/** The code of a match: the call itself, and what the variables in it were set to. */
export function codeOf({ node }: Match, file: CodeFile): string {
  const texts = [file.text.slice(node.start, node.end)];
  const seen = new Set<Declaration>();
  const open: CodeNode[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    open.push(...partsOf(at));
    const declaration = at.kind === 'name' ? file.declarationOf(at) : null;
    if (!declaration || seen.has(declaration)) continue;
    seen.add(declaration);
    if (declaration.setting) texts.push(declaration.setting.name);
    if (!declaration.initialiser) continue;
    texts.push(file.text.slice(declaration.initialiser.start, declaration.initialiser.end));
    open.push(declaration.initialiser);
  }
  return texts.join('\n');
}

/** An import alias hides the pattern's word: `import { generateBlobSASQueryParameters as sign }`. */
function renamed(word: string | null, pattern: CompiledPattern, site: CodeNode, file: CodeFile): boolean {
  if (word === null || site.kind !== 'call') return false;
  return file.entityOf(site.callee)?.path.at(-1) === pattern.word;
}
