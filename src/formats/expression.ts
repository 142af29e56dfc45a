import { Redacted } from '../core/redacted';
import type { SettingValue } from './format';

/**
 * References to a value that is kept elsewhere. All repeats are bounded or exclude their own start, so that a text made to
 * be slow is not.
 */
const REFERENCE = new RegExp(
  [
    // Key Vault and App Configuration references of App Service.
    String.raw`@Microsoft\.(?:KeyVault|AppConfiguration)\((?<host>[^()]{0,400})\)`,
    // GitHub and Azure Pipelines: `${{ secrets.X }}`. A text in quotes would be a literal.
    String.raw`\$\{\{(?<github>[^{}'"]{0,300})\}\}`,
    // Shell, Compose, dotenv, Spring: `${X}`. What follows `:-` or `:` is a literal.
    String.raw`\$\{(?:(?<upper>[A-Z_][A-Z0-9_]{0,200}):?[-+?=](?<first>[^{}]{0,2000})|(?<braces>[A-Za-z_][\w.-]{0,200})(?::(?<second>[^{}]{0,2000}))?)\}`,
    // Azure Pipelines, Make: `$(X)`, `$[variables.X]`.
    String.raw`\$\((?<round>[A-Za-z_][\w.-]{0,200})\)`,
    String.raw`\$\[(?<square>[^[\]'"]{1,200})\]`,
    // Templates: `{{ .Values.x }}`, `#{X}#`, `%X%`.
    String.raw`\{\{(?<mustache>[^{}'"]{0,300})\}\}`,
    String.raw`#\{(?<octopus>[\w.:-]{1,200})\}#?`,
    String.raw`%(?<percent>[A-Za-z_]\w{0,200})%`,
    // Container Apps.
    String.raw`\bsecretref:(?<secret>[\w-]{1,200})`,
  ].join('|'),
  'g',
);

/** Only as the whole value: a password may hold the same characters. */
const WHOLE =
  /^(?:\$(?<shell>[A-Za-z_]\w{0,200})|__(?<token>[A-Za-z]\w{0,200}?)__|process\.env(?:\.(?<node>[A-Za-z_]\w{0,200})|\[["'](?<index>[\w.-]{1,200})["']\]))$/;

/** A reference that a text holds. */
interface Reference {
  readonly start: number;
  readonly end: number;
  readonly reads: readonly string[];
  /** The default that is written beside the name: a literal. */
  readonly otherwise: string;
}

export function referencesIn(text: string): readonly Reference[] {
  if (!/[$%@#{]|secretref:|^__|^process\./.test(text)) return [];
  const found: Reference[] = [];
  for (const hit of text.matchAll(REFERENCE)) {
    const { first, second, ...groups } = hit.groups ?? {};
    const otherwise = (first ?? second ?? '').replace(/^[-+?=]/, '');
    found.push({ start: hit.index, end: hit.index + hit[0].length, reads: namesIn(groups), otherwise });
  }
  const whole = found.length === 0 ? WHOLE.exec(text) : null;
  return whole ? [{ start: 0, end: text.length, reads: namesIn(whole.groups ?? {}), otherwise: '' }] : found;
}

/** `secrets.X` and `variables.X` read X. */
function namesIn({ host, ...groups }: Readonly<Record<string, string | undefined>>): string[] {
  const text = Object.values(groups).find((group) => group !== undefined);
  if (text === undefined) {
    const name = host === undefined ? null : /(?:SecretName=|\/secrets\/|Key=)([\w:.-]{1,200})/i.exec(host);
    return name?.[1] === undefined ? [] : [name[1]];
  }
  const name = /^\s{0,99}(?:(?:secrets|vars|env|variables|parameters)\.)?([A-Za-z_][\w.:-]{0,100})\s{0,99}$/.exec(
    text,
  )?.[1];
  return name === undefined ? [] : [name];
}

/** What a text without the format's quotes and escapes gives. */
export function valueOf(text: string): SettingValue {
  const references = referencesIn(text);
  const value = new Redacted(text);
  return references.length === 0
    ? { kind: 'literal', value }
    : { kind: 'expression', value, reads: [...new Set(references.flatMap(({ reads }) => reads))] };
}

/** Code that is computed when it runs: its text is an expression as a whole. */
export const expression = (text: string, reads: readonly string[]): SettingValue => ({
  kind: 'expression',
  value: new Redacted(text),
  reads: [...new Set(reads)],
});
