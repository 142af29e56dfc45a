import type { CodeFile } from '../languages/contract/file';
import type { Language, Parser } from '../languages/contract/language';
import type { CodeNode } from '../languages/contract/node';
import type { CompiledPattern } from '../languages/compile';
import type { Span } from '../core/span';
import { compile, metaName, possibleIn } from '../languages/compile';
import { SECRETS } from '../languages/metavariables';
import type { Match } from '../languages/match';
import { codeOf, matches } from '../languages/match';
import type { Trace } from '../languages/trace';
import { isToken } from '../languages/token';
import { secretKey, settingBehind, sourcesOf, trace } from '../languages/trace';
import type { Service } from '../services/service';

/** A place where code authenticates with a secret. */
export interface Use {
  readonly service: Service;
  readonly match: Match;
  /** Which metavariable holds the secret: `CONNECTION`, `KEY`, ... */
  readonly secret: string;
  readonly trace: Trace;
}

/** The uses of one secret in a file: one migration moves them together. */
export interface UseGroup {
  readonly key: string;
  readonly uses: readonly Use[];
  /** Statements that only declare a key credential which nothing takes: they go along. */
  readonly unused: readonly Span[];
}

/** A pattern that holds no secret but makes rewrites of its service unsafe in this file. */
export interface Blocker {
  readonly service: Service;
  readonly reason: string;
}

export interface Uses {
  readonly groups: readonly UseGroup[];
  readonly blockers: readonly Blocker[];
}

/** The patterns of all services for one language, compiled by its parser. */
export interface Patterns {
  readonly byService: ReadonlyMap<Service, readonly CompiledPattern[]>;
}

export function patternsOf(services: readonly Service[], language: Language, parser: Parser): Patterns {
  return {
    byService: new Map(services.map((service) => [service, compile(service.clients[language.id] ?? [], parser)])),
  };
}

export function usesIn(file: CodeFile, { byService }: Patterns): Uses {
  const found: { service: Service; match: Match }[] = [];
  // All of them before the first match, which looks at the file's sites.
  const possible = [...byService].map(([service, patterns]) => [service, possibleIn(file, patterns)] as const);
  for (const [service, patterns] of possible) {
    for (const match of matches(patterns, file))
      if (service.claims?.(codeOf(match, file), file.text) ?? true) found.push({ service, match });
  }

  // What a longer match has taken in (a key credential inside a client) is no use of its own.
  const taken = new Set<CodeNode>();
  for (const { match } of found) {
    for (const [pattern, node] of match.pairs) if (node !== match.node && isPart(pattern, node)) taken.add(node);
  }
  const groups = new Map<string, Use[]>();
  const claimed = new Set<CodeNode>();
  const blockers: Blocker[] = [];
  for (const { service, match } of found) {
    const secrets = SECRETS.filter((name) => match.bound.has(name));
    const secret = secrets.find((name) => !isTokenAt(match.bound.get(name), file));
    // What a token of an identity goes into uses no secret.
    if (!secret && secrets.length > 0) continue;
    const node = secret && match.bound.get(secret);
    const { reads } = match.pattern.source;
    if (reads !== undefined && !secret && !taken.has(match.node) && !claimed.has(match.node)) {
      claimed.add(match.node);
      const key = `read:${reads}`;
      const use = { service, match, secret: 'KEY', trace: readByItself(match) };
      const group = groups.get(key);
      if (group) group.push(use);
      else groups.set(key, [use]);
      continue;
    }
    if (!secret || !node) {
      if (match.pattern.source.kind === 'refuse') blockers.push({ service, reason: match.pattern.source.reason });
      continue;
    }
    if (taken.has(match.node) || claimed.has(match.node)) continue;
    claimed.add(match.node);
    const from = trace(node, file);
    const key = secretKey(from);
    const use = { service, match, secret, trace: from };
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return { groups: [...groups].map(([key, uses]) => groupOf(key, uses, file)), blockers };
}

/** A secret that the client reads from the environment by itself. */
const readByItself = ({ node }: Match): Trace => ({
  origin: 'environment',
  leaf: node,
  setting: null,
  declarations: [],
  fallback: null,
  fallbacks: [],
  via: null,
  inner: null,
  behind: null,
  importedTrace: null,
  passed: null,
});
/** What a match takes in: its own shape, and credentials. A client in the place of an argument is a use of its own. */
const isPart = (pattern: CodeNode, node: CodeNode): boolean =>
  metaName(pattern) === null || node.kind !== 'call' || /Credentials?$/.test(lastName(node.callee));

const lastName = (node: CodeNode): string => (node.kind === 'name' || node.kind === 'member' ? node.name : '');

/** Key credentials that nothing takes are no use, as long as there is another one. */
function groupOf(key: string, uses: readonly Use[], file: CodeFile): UseGroup {
  const idle = new Map(uses.map((use) => [use, unusedStatement(use, file)]));
  const others = uses.filter((use) => !idle.get(use));
  if (others.length === 0) return { key, uses, unused: [] };
  return { key, uses: others, unused: [...idle.values()].filter((span) => span !== null) };
}

/** The statement that declares a key credential under a name that the file says nowhere else. */
function unusedStatement({ match: { node, pattern } }: Use, file: CodeFile): Span | null {
  const { text, scopes } = file;
  if (pattern.source.kind !== 'refuse' || pattern.source.reason !== 'credential-elsewhere') return null;
  const span = file.statementAt(node.start);
  const [, modifiers = '', name] = DECLARES.exec(text.slice(span.start, node.start)) ?? [];
  const isOwn = name !== undefined && ['', ';'].includes(text.slice(node.outer.end, span.end).trim());
  return isOwn && !/\b(?:public|internal|protected|export)\b/.test(modifiers) && scopes.mentions(name).length === 1
    ? span
    : null;
}

/** Everything before the value of the only name that a statement declares. */
const DECLARES = /^((?:[\w.<>?]+\s+)+)(\w+)\s*(?::\s*[\w.]+\s*)?=\s*$/;
const isTokenAt = (node: CodeNode | undefined, file: CodeFile): boolean => node !== undefined && isToken(node, file);

/** Names of the settings that a use reads its secret and the other arguments from that a rewrite may drop. */
export const settingNames = ({ match }: Use, file: CodeFile): readonly string[] =>
  [...match.bound.values()].flatMap((node) => {
    const from = trace(node, file);
    const setting = settingBehind(from) ?? (from.inner && settingBehind(from.inner));
    return setting && !setting.property ? setting.name : [];
  });

/**
 * What files that read the same as a use speak of: the settings of its secret and of the other arguments the rewrite drops,
 * and the files they are imported from.
 */
export const settingsRead = ({ match }: Use, file: CodeFile): string[] =>
  [...match.bound.values()]
    .flatMap((node) => sourcesOf(trace(node, file)))
    .flatMap((from) => {
      const beyond = from.importedTrace ?? from.inner?.importedTrace;
      const name = (settingBehind(from) ?? (from.inner && settingBehind(from.inner)))?.name;
      return [...(name === undefined ? [] : formsOf(name)), ...(beyond?.imported.words ?? [])];
    });

/** How code and settings files may speak of a setting: `A:B` also as `A__B`, and by its parts. */
function formsOf(name: string): string[] {
  const [section = '', ...rest] = name.split(':');
  const last = rest.at(-1);
  return last === undefined ? [name] : [name, name.replaceAll(':', '__'), `"${last}"`, `GetSection("${section}")`];
}
