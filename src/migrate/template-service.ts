import type { Span } from '../core/span';
import { services } from '../services/index';
import { resourceTypes } from '../services/resources';
import type { Service } from '../services/service';
import { serviceOfSmell } from '../services/smells';

/** What is read back from a finding; a resource is seldom longer. */
const FAR = 20_000;

const DECLARED =
  /(?<![\w'"])resource\s{1,4}\w{1,80}\s{1,4}'(Microsoft\.\w{1,100}\/\w{1,100})|"type"\s{0,4}:\s{0,4}"(Microsoft\.\w{1,100}\/\w{1,100})|\b(?:resource|data)\s{1,4}"(azurerm_\w{1,100})"/gi;

const typeOf = ([, bicep, arm, terraform]: RegExpMatchArray): string => bicep ?? arm ?? terraform ?? '';

/** The one service whose keys a resource of this type has; of several that share it, the one its text speaks of. */
function ofType(type: string, text: string): Service | null {
  const all = services.filter((service) => resourceTypes(service).includes(type));
  if (all.length < 2) return all[0] ?? null;
  const named = (id: string): Service | null => all.find((service) => service.id === id) ?? null;
  if (/cognitive/.test(type))
    return /['"](?:OpenAI|AIServices)['"]/.test(text) ? named('openai') : named('ai-services');
  if (/documentdb|cosmosdb/.test(type))
    return /['"]MongoDB['"]|Enable(?:Table|Gremlin|Cassandra)/.test(text) ? null : named('cosmos-nosql');
  return all[0] ?? null;
}

/** Where the symbol or label that a call of `listKeys` is made on is declared. */
function calledOn(text: string, { start, end }: Span): string | null {
  const symbol =
    /(?<![\w.])(\w{1,80})(?:!?\.)$/.exec(text.slice(Math.max(0, start - 90), start))?.[1] ??
    /^\s{0,20}(\w{1,80})\.id\b/.exec(text.slice(end, end + 120))?.[1];
  if (symbol === undefined) {
    const given = /^\s{0,20}(?:resourceId|extensionResourceId)\(\s{0,20}'(Microsoft\.\w{1,100}\/\w{1,100})/i.exec(
      text.slice(end, end + 200),
    );
    return given?.[1]?.toLowerCase() ?? null;
  }
  const declared = new RegExp(
    `(?<![\\w'"])resource[ \\t]{1,99}${symbol}[ \\t]{1,99}'(Microsoft\\.\\w{1,100}\\/\\w{1,100})`,
    'i',
  ).exec(text);
  return declared?.[1]?.toLowerCase() ?? null;
}

/** The password of a registry: the other logins are those of an app registration. */
const isRegistryLogin = (smell: string, text: string, { start }: Span): boolean =>
  smell === 'login-with-secret' && /(?<![\w-])password:\s{0,4}$/.test(text.slice(Math.max(0, start - 20), start));

/**
 * The service whose key a template hands out or allows, as an id; null where the text does not tell. `span` is the finding's:
 * a property of a resource, a call that lists keys, or an attribute of another resource.
 */
export function serviceInTemplate(smell: string, text: string, span: Span): string | null {
  const fixed = serviceOfSmell(smell);
  if (fixed !== null) return isRegistryLogin(smell, text, span) ? 'container-registry' : fixed;
  const own = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - FAR), span.start);
  if (/^list/i.test(own)) {
    const type = calledOn(text, span);
    return type === null ? null : (ofType(type, text)?.id ?? null);
  }
  const inside = /^(?:data\.)?(azurerm_\w+)\./.exec(own)?.[1];
  const last = inside ?? [...before.matchAll(DECLARED)].map(typeOf).at(-1);
  if (last === undefined) return null;
  const block = before.slice(-2000) + text.slice(span.start, span.start + 1000);
  return ofType(last.toLowerCase(), inside === undefined ? block : text)?.id ?? null;
}
