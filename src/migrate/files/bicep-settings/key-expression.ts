import { resourceOf, valueIn } from './template';
import type { Resource, Template } from './template';

/** What an expression with a key opens. */
export interface KeyedResource {
  readonly resource: Resource;
  readonly sort: 'storage' | 'service-bus' | 'event-hubs' | 'cosmos';
  /** The string names the public cloud, or none: an account is known by its name alone. */
  readonly publicCloud: boolean;
}

const SYMBOL = String.raw`(?<symbol>\w+)`;
const VERSION = String.raw`(?:,(?:'[\w-]+'|\w+\.apiVersion))?`;
/** `x.listKeys()` or `listKeys(x.id, 'version')`. */
const lists = (name: string): string =>
  String.raw`(?:${SYMBOL}\.${name}\((?:'[\w-]+')?\)|${name}\((?<id>\w+)\.id${VERSION}\))`;

/** An expression without any white space. */
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** The first key or the second one, which rotation takes in turns. */
const STORAGE_KEY = whole(String.raw`${lists('list[Kk]eys')}\.keys\[[01]\]\.value`);
const BUS = whole(String.raw`${lists('listKeys')}\.primaryConnectionString`);
/** A rule that the namespace has by itself: `listKeys('${bus.id}/AuthorizationRules/RootManageSharedAccessKey', ...)`. */
const BUS_RULE = whole(
  String.raw`listKeys\('\$\{${SYMBOL}\.id\}/[Aa]uthorizationRules/[\w-]+'${VERSION}\)\.primaryConnectionString`,
);
const COSMOS = whole(String.raw`${lists('listConnectionStrings')}\.connectionStrings\[0\]\.connectionString`);
const COSMOS_KEY = whole(String.raw`${lists('listKeys')}\.primaryMasterKey`);

const symbolIn = (pattern: RegExp, text: string): string | null => {
  const { symbol, id } = pattern.exec(text.replace(/\s/g, ''))?.groups ?? {};
  return symbol ?? id ?? null;
};

/** The pairs of a connection string in a template; null where it is another text. A value may be one hole. */
function pairsOf(written: string): ReadonlyMap<string, string> | null {
  const inside = /^'([^]*)'$/.exec(written.trim())?.[1];
  if (inside === undefined) return null;
  const pairs = new Map<string, string>();
  for (const pair of inside.split(/;(?![^{}]{0,400}\})/)) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (at < 0 || pairs.has(name)) return null;
    pairs.set(name, pair.slice(at + 1).trim());
  }
  return pairs;
}

const holeIn = (value: string | undefined): string | null => /^\$\{([^]*)\}$/.exec(value ?? '')?.[1] ?? null;

const onlyKeys = (pairs: ReadonlyMap<string, string>, ...names: readonly string[]): boolean =>
  [...pairs.keys()].every((name) => names.includes(name));

/** True where an expression gives the name of a resource: `x.name`, or what its declaration has. */
const isNameOf = (template: Template, resource: Resource, written: string | null, literal: string): boolean =>
  written === null
    ? valueIn(template, resource, 'name') === `'${literal}'`
    : written.trim() === `${resource.symbol}.name` || written.trim() === valueIn(template, resource, 'name');

function storageIn(template: Template, pairs: ReadonlyMap<string, string>): KeyedResource | null {
  const [key, account, suffix] = ['AccountKey', 'AccountName', 'EndpointSuffix'].map((name) => pairs.get(name));
  const symbol = symbolIn(STORAGE_KEY, holeIn(key) ?? '');
  const resource = symbol === null ? null : resourceOf(template, symbol);
  if (resource?.type !== 'microsoft.storage/storageaccounts' || account === undefined) return null;
  const isPublic = suffix === undefined || suffix === 'core.windows.net';
  if (
    !onlyKeys(pairs, 'DefaultEndpointsProtocol', 'AccountName', 'AccountKey', 'EndpointSuffix') ||
    !isNameOf(template, resource, holeIn(account), account) ||
    !(isPublic || /^environment\(\)\.suffixes\.storage$/.test(holeIn(suffix) ?? ''))
  )
    return null;
  return { resource, sort: 'storage', publicCloud: isPublic };
}

function cosmosIn(template: Template, pairs: ReadonlyMap<string, string>): KeyedResource | null {
  const symbol = symbolIn(COSMOS_KEY, holeIn(pairs.get('AccountKey')) ?? '');
  const endpoint = holeIn(pairs.get('AccountEndpoint'));
  const resource = symbol === null ? null : resourceOf(template, symbol);
  return resource?.type === 'microsoft.documentdb/databaseaccounts' &&
    onlyKeys(pairs, 'AccountEndpoint', 'AccountKey') &&
    endpoint?.trim() === `${resource.symbol}.properties.documentEndpoint`
    ? { resource, sort: 'cosmos', publicCloud: true }
    : null;
}

const NAMESPACES: Readonly<Record<string, KeyedResource['sort']>> = {
  'microsoft.servicebus/namespaces': 'service-bus',
  'microsoft.eventhub/namespaces': 'event-hubs',
};

/** The namespace of a rule; a rule of one queue or event hub gives a string with its name, which is another connection. */
function namespaceOf(template: Template, symbol: string): KeyedResource | null {
  const rule = resourceOf(template, symbol);
  const owner =
    rule && /^microsoft\.\w+\/namespaces\/authorizationrules$/.test(rule.type)
      ? valueIn(template, rule, 'parent')
      : null;
  const resource = owner === null ? null : resourceOf(template, owner.trim());
  const sort = resource ? NAMESPACES[resource.type] : undefined;
  return resource && sort ? { resource, sort, publicCloud: true } : null;
}

/** What an expression with a key opens; null for an expression that is not known. */
export function keyedResource(template: Template, written: string): KeyedResource | null {
  const pairs = pairsOf(written);
  if (pairs) return storageIn(template, pairs) ?? cosmosIn(template, pairs);
  const cosmos = symbolIn(COSMOS, written);
  const account = cosmos === null ? null : resourceOf(template, cosmos);
  if (account?.type === 'microsoft.documentdb/databaseaccounts')
    return { resource: account, sort: 'cosmos', publicCloud: true };
  const rule = symbolIn(BUS, written);
  if (rule !== null) return namespaceOf(template, rule);
  const own = symbolIn(BUS_RULE, written);
  const namespace = own === null ? null : resourceOf(template, own);
  const sort = namespace ? NAMESPACES[namespace.type] : undefined;
  return namespace && sort ? { resource: namespace, sort, publicCloud: true } : null;
}

export type { Resource };
