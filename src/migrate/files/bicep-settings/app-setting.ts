import { contains } from '../../../core/span';
import type { Span } from '../../../core/span';
import { bicep } from '../../../formats/bicep';
import type { Setting } from '../../../formats/format';
import { placesOfSymbol, resourceOf, resourcesAround, valueIn } from './template';
import type { Resource, Template } from './template';

/** A key in a template, with all the settings that it goes to. */
export interface KeyPlace {
  /** The expression with the key, as it is written. */
  readonly written: string;
  readonly settings: readonly Setting[];
  /** The variable between the two, as a whole; null where the expression is in the setting itself. */
  readonly variable: Span | null;
}

/** `var x = ...` around a place: its name, its expression and the whole of it. */
function variableAround({ tokens, text }: Template, span: Span) {
  for (const [at, token] of tokens.entries()) {
    const [name, equals] = [tokens[at + 1], tokens[at + 2]];
    if (token.kind !== 'word' || token.text !== 'var' || name?.kind !== 'word' || equals?.text !== '=') continue;
    let last = at + 3;
    for (let next = tokens[last]; next && next.kind !== 'break'; next = tokens[last])
      last = next.pair > last ? next.pair + 1 : last + 1;
    const [from, to] = [tokens[at + 3], tokens[last - 1]];
    if (!from || !to || last <= at + 3) continue;
    const whole = { start: token.start, end: to.end };
    if (contains(whole, span)) return { name, written: text.slice(from.start, to.end), whole };
  }
  return null;
}

/** The settings that the key at a place goes to; null where it goes elsewhere. */
export function keyPlace(template: Template, span: Span): KeyPlace | null {
  const settings = bicep.read(template.text) ?? [];
  const valueOf = ({ valueSpan }: Setting): string => template.text.slice(valueSpan.start, valueSpan.end);
  const own = settings.find(({ valueSpan }) => contains(valueSpan, span));
  if (own) return { written: valueOf(own), settings: [own], variable: null };
  const variable = variableAround(template, span);
  if (!variable) return null;
  const uses = placesOfSymbol(template, variable.name.text).filter(({ start }) => start !== variable.name.start);
  const users = uses.map((use) => settings.find(({ valueSpan }) => contains(valueSpan, use)));
  // A setting that holds more than the variable is another text.
  const all = users.flatMap((one) => (one && valueOf(one) === variable.name.text ? [one] : []));
  return all.length > 0 && all.length === uses.length
    ? { written: variable.written, settings: all, variable: variable.whole }
    : null;
}

/** The app whose settings a place is in: a site, or the parent of its `config`. */
export function appOf(template: Template, setting: Setting): Resource | null {
  const [inner, outer] = resourcesAround(template, setting.nameSpan);
  if (!inner) return null;
  if (inner.type === 'microsoft.web/sites') return inner;
  if (outer?.type === 'microsoft.web/sites' && inner.type === 'config' && isPlain(inner)) return outer;
  const parent =
    inner.type === 'microsoft.web/sites/config' && isPlain(inner) ? valueIn(template, inner, 'parent') : null;
  const site = parent === null ? null : resourceOf(template, parent.trim());
  return site?.type === 'microsoft.web/sites' ? site : null;
}

/** Declared here, once, whatever the parameters say. */
export const isPlain = ({ plain, existing }: Resource): boolean => plain && !existing;

/** By its kind, or by a setting that only function apps have. */
export const isFunctionApp = (template: Template, app: Resource): boolean =>
  /^'[^']*functionapp/i.test(valueIn(template, app, 'kind') ?? '') ||
  template.text.slice(app.span.start, app.span.end).includes("'FUNCTIONS_EXTENSION_VERSION'");
