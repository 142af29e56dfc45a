import type { ClientPattern, Sdk } from '../services/pattern';
import type { Entity } from './contract/entity';
import type { CodeFile } from './contract/file';
import type { Parser } from './contract/language';
import type { Argument, CallNode, CodeNode } from './contract/node';

/** A client pattern, parsed. `$CLASS` has been replaced: one compiled pattern per class. */
export interface CompiledPattern {
  readonly package: string;
  /** The version of the package from which on the right side compiles, where older ones are in use. */
  readonly since: string | null;
  readonly successor: string | null;
  readonly namespaces: Readonly<Record<string, string>>;
  /** As the language says (`Parser.moduleOf`). */
  readonly moduleOf: Parser['moduleOf'];
  readonly source: ClientPattern;
  readonly from: CodeNode;
  readonly fromText: string;
  /** Null for a refusal. */
  readonly to: CodeNode | null;
  readonly toText: string | null;
  /** The last name of the pattern's callee: `fromConnectionString`. Only sites with this word are looked at. */
  readonly word: string | null;
  /** The call in whose arguments the code must be, or null. */
  readonly within: string | null;
  /**
   * The first place at which another overload of the constructor takes a credential, as far as the right sides of the
   * package tell, or null.
   */
  readonly credentialAt: number | null;
}

const META = /^M__(\w+)$/;
const REST = /^R__(\w+)$/;

export const metaName = (node: CodeNode): string | null =>
  node.kind === 'name' ? (META.exec(node.name)?.[1] ?? null) : null;
export const restName = (argument: Argument): string | null =>
  argument.spread && argument.value.kind === 'name' ? (REST.exec(argument.value.name)?.[1] ?? null) : null;

const plain = (text: string): string => text.replace(/\.\.\.\$(\w+)/g, '...R__$1').replace(/\$([A-Z]\w*)/g, 'M__$1');

/** The last name of a callee or target. */
export const wordOf = (node: CodeNode): string | null => {
  if (node.kind === 'call') return wordOf(node.callee);
  if (node.kind === 'assign') return wordOf(node.target);
  if (node.kind === 'member') return node.name;
  return node.kind === 'name' && !META.test(node.name) ? node.name : null;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Patterns are parsed when a file first imports their package: all of them would take a second. */
export function compile(sdks: readonly Sdk[], parser: Parser): CompiledPattern[] {
  return sdks.flatMap((sdk) => {
    const own: CompiledPattern[] = sdk.patterns.flatMap((source) =>
      (source.for.length > 0 ? source.for : ['']).map((name) => {
        const fill = (text: string) => plain(text.replaceAll('$CLASS', name));
        const fromText = fill(source.from);
        const toText = source.kind === 'rewrite' ? fill(source.to) : null;
        const from = once(() => parser.parsePattern(fromText));
        const to = once(() => (toText === null ? null : parser.parsePattern(toText)));
        const word = once(() => wordOf(from()));
        // Parsed like the pattern: a language looks for the calls that parsed patterns name.
        const within = once(() =>
          source.within === undefined ? null : wordOf(parser.parsePattern(plain(`$CALL.${source.within}()`))),
        );
        return {
          package: sdk.package,
          since: sdk.since ?? null,
          successor: sdk.successor ?? null,
          namespaces: sdk.namespaces ?? {},
          moduleOf: (distribution, name) => parser.moduleOf(distribution, name),
          source,
          get from() {
            return from();
          },
          fromText,
          get to() {
            return to();
          },
          toText,
          get word() {
            return word();
          },
          get within() {
            return within();
          },
          get credentialAt() {
            const name = word();
            return name === null ? null : credentialPlace(name, own);
          },
        };
      }),
    );
    return own;
  });
}

/** The first place at which a constructor takes a credential on the right sides of some patterns, or null. */
function credentialPlace(name: string, patterns: readonly CompiledPattern[]): number | null {
  const places = patterns
    .filter(({ toText }) => toText?.includes(`new ${name}(`) ?? false)
    .flatMap(({ to }) => (to ? constructionsOf(name, to) : []))
    .map(({ args }) => args.findIndex(({ value }) => metaName(value) === 'CREDENTIAL'))
    .filter((place) => place >= 0);
  return places.length === 0 ? null : Math.min(...places);
}

/** What a right side builds of this name, also inside. */
function constructionsOf(name: string, node: CodeNode): CallNode[] {
  switch (node.kind) {
    case 'member':
      return constructionsOf(name, node.object);
    case 'call':
      return [
        ...(node.isNew && wordOf(node) === name ? [node] : []),
        ...constructionsOf(name, node.callee),
        ...node.args.flatMap(({ value }) => constructionsOf(name, value)),
      ];
    default:
      return [];
  }
}

/** Calls on what a call gives: `new B().a(x).b(y)`, `B.builder().a(x)`. */
export interface Chain {
  /** What the chain begins with. */
  readonly root: CallNode;
  /** In the order of the code; never empty. */
  readonly links: readonly Link[];
}

export interface Link {
  readonly name: string;
  readonly call: CallNode;
  /** What it is called on: the chain up to here. */
  readonly on: CodeNode;
}

/** A call as a chain, or null where it is not called on the result of another call. */
export function chainOf(node: CodeNode): Chain | null {
  const links: Link[] = [];
  let at = node;
  while (at.kind === 'call' && !at.isNew && at.callee.kind === 'member' && at.callee.object.kind === 'call') {
    links.unshift({ name: at.callee.name, call: at, on: at.callee.object });
    at = at.callee.object;
  }
  return at.kind === 'call' && links.length > 0 ? { root: at, links } : null;
}

/** The names of a pattern's callee, outermost first, or null when it hangs on a metavariable. */
export function pathOf(node: CodeNode): string[] | null {
  if (node.kind === 'name') return META.test(node.name) ? null : [node.name];
  if (node.kind !== 'member') return null;
  const head = pathOf(node.object);
  return head && [...head, node.name];
}

/** An export of a pattern's package. */
export function exportOf(
  { package: distribution, namespaces, moduleOf }: CompiledPattern,
  path: readonly string[],
): Entity {
  const [name = ''] = path;
  return { distribution, module: namespaces[name] ?? moduleOf(distribution, name), path };
}

/** What a name on the right side means: an export of the pattern's package or of another one; null for a name that is always in sight. */
export function exportNamed(pattern: CompiledPattern, name: string): Entity | null {
  const { source, moduleOf } = pattern;
  const distribution = source.kind === 'rewrite' ? source.names[name] : undefined;
  if (distribution === '') return null;
  return distribution === undefined
    ? exportOf(pattern, [name])
    : { distribution, module: moduleOf(distribution, name), path: [name] };
}

/** The patterns whose package a file imports, parsed. Languages search a file for what parsed patterns call. */
export function possibleIn(file: CodeFile, patterns: readonly CompiledPattern[]): CompiledPattern[] {
  const possible = patterns.filter((pattern) =>
    [pattern.package, ...Object.values(pattern.namespaces)].some((name) => name === '' || file.packages.has(name)),
  );
  for (const { from, fromText, within } of possible)
    if (within === '' || from.kind === 'other') throw new SyntaxError(`no pattern: ${fromText}`);
  return possible;
}

/** The metavariables a pattern side mentions. */
export function metasOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/M__(\w+)/g)].map((hit) => hit[1] ?? ''));
}

/** The names in a pattern that mean exports of its package: the roots of callees. */
export function exportNames(node: CodeNode): { readonly name: string; readonly start: number; readonly end: number }[] {
  switch (node.kind) {
    case 'name':
      return metaName(node) === null && !/^R__/.test(node.name) ? [node] : [];
    case 'member':
      return exportNames(node.object);
    case 'call':
      return [...exportNames(node.callee), ...node.args.flatMap((argument) => exportNames(argument.value))];
    case 'object':
      return node.props.flatMap((property) => exportNames(property.value));
    case 'assign':
      return exportNames(node.value);
    case 'other':
      return node.inside.flatMap(exportNames);
    default:
      return [];
  }
}
