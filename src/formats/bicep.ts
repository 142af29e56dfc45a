import { baseName } from '../core/document';
import { tokensOf } from './block-tokens';
import type { Syntax, Token } from './block-tokens';
import { assignedSetting, assignmentAt, assignmentsIn, bracesAfter } from './blocks';
import type { Assignment } from './blocks';
import { expression, valueOf } from './expression';
import type { Setting, SettingsFormat, SettingValue } from './format';

const SYNTAX: Syntax = { quote: "'", tripled: true, heredocs: false, hash: false };

const LISTS = /^(?:appSettings|connectionStrings|env|environmentVariables|secrets)$/;
const MAPS = /^(?:appSettings|appSettingsKeyValuePairs|environmentVariables|properties)$/;
/** A resource whose properties are settings is called by their kind. */
const CONFIG = /(?:^|\/)(?:appsettings|connectionstrings)$/i;

/** Names that an expression reads: symbols with their members, without functions and the names of arguments. */
function readsOf(text: string): string[] {
  const bare = text.replace(/'(?:[^'\\$]|\\[^]|\$(?!\{)){0,400}'/g, "''");
  return [...bare.matchAll(/(?<![\w.'])[A-Za-z_]\w{0,100}(?:\.\w{1,100}){0,10}/g)].flatMap((hit) => {
    const next = bare.charAt(hit.index + hit[0].length);
    // Of a call what is before its name: `storage.listKeys()` reads `storage`.
    const name = next === '(' ? hit[0].slice(0, Math.max(0, hit[0].lastIndexOf('.'))) : hit[0];
    return next === ':' || /^(?:|true|false|null|if|for|in)$/.test(name) ? [] : [name];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (text: string): string => text.replace(/\\([^])/g, (_, one: string) => ESCAPES[one] ?? one);

function valueIn(text: string, tokens: readonly Token[]): SettingValue {
  const [one, ...more] = tokens.filter(({ kind }) => kind !== 'break');
  const last = tokens.at(-1);
  const written = one && last ? text.slice(one.start, last.end) : '';
  if (one?.kind === 'string' && more.length === 0 && !/(?<!\\)\$\{/.test(one.text)) return valueOf(unescaped(one.text));
  return more.length === 0 && one?.kind === 'word' && /^(?:\d|true$|false$|null$)/.test(one.text)
    ? valueOf(one.text === 'null' ? '' : one.text)
    : expression(written, readsOf(written));
}

const settingOf = (text: string, tokens: readonly Token[], assignment: Assignment): Setting =>
  assignedSetting(tokens, assignment, (value) => valueIn(text, value));

/** `{ name: 'X', value: ... }` between two brackets. */
function namedSetting(text: string, tokens: readonly Token[], opening: number, closing: number): Setting[] {
  const own = assignmentsIn(tokens, opening + 1, closing, ':');
  const name = own.find((one) => one.name.text === 'name');
  const value = own.find((one) => /^(?:value|secretRef|connectionString|keyVaultUrl|secureValue)$/.test(one.name.text));
  const label = name && tokens[name.from];
  if (!name || !value || label?.kind !== 'string' || name.to !== name.from + 1) return [];
  const given = settingOf(text, tokens, value);
  const secret = given.value.value.reveal();
  return [
    {
      ...given,
      name: label.text,
      value: /^(?:secretRef|keyVaultUrl)$/.test(value.name.text)
        ? expression(secret, given.value.kind === 'expression' ? given.value.reads : [secret])
        : given.value,
      span: { start: tokens[opening]?.start ?? label.start, end: tokens[closing]?.end ?? label.end },
      nameSpan: { start: label.start + 1, end: label.end - 1 },
    },
  ];
}

/** The settings of a map or of lists of names and values that follow a token. */
function settingsAt(text: string, tokens: readonly Token[], from: number, isMap: boolean): Setting[] {
  const found: Setting[] = [];
  for (const [first, end] of bracesAfter(tokens, from)) {
    if (tokens[first - 1]?.text === '[') {
      for (let item = first; item < end; item++) {
        const one = tokens[item];
        if (one?.text !== '{' || one.pair < item) continue;
        found.push(...namedSetting(text, tokens, item, one.pair));
        item = one.pair;
      }
    } else if (isMap)
      for (const one of assignmentsIn(tokens, first, end, ':')) found.push(mapSetting(text, tokens, one));
  }
  return found;
}

/** `X: 'y'`, or of a connection string `X: { value: 'y', type: 'SQLAzure' }`. */
function mapSetting(text: string, tokens: readonly Token[], one: Assignment): Setting {
  const opening = tokens[one.from];
  const value =
    opening?.text === '{' && opening.pair > 0
      ? assignmentsIn(tokens, one.from + 1, opening.pair, ':').find(({ name }) => name.text === 'value')
      : undefined;
  return settingOf(text, tokens, { ...(value ?? one), name: one.name });
}

/** True where the nearest object around a token is a resource of app settings. */
function isConfig(tokens: readonly Token[], brace: number): boolean {
  const end = tokens[brace]?.pair ?? -1;
  if (end < 0) return false;
  return assignmentsIn(tokens, brace + 1, end, ':').some(
    ({ name, from }) => name.text === 'name' && CONFIG.test(tokens[from]?.text ?? ''),
  );
}

function settingsIn(text: string): Setting[] {
  const tokens = tokensOf(text, SYNTAX);
  const found: Setting[] = [];
  const around: { readonly brace: number; config: boolean | null }[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.text === '{' && token.kind === 'mark') around.push({ brace: at, config: null });
    else if (token.text === '}' && token.kind === 'mark') around.pop();
    if (token.kind !== 'word') continue;
    if (token.text === 'param' && tokens[at + 1]?.kind === 'word') {
      const label = tokens[at + 1];
      let equals = at + 2;
      while (tokens[equals] && tokens[equals]?.kind !== 'break' && tokens[equals]?.text !== '=') equals++;
      const value = tokens[equals]?.text === '=' ? assignmentAt(tokens, equals) : null;
      if (label && value && tokens[value.from]?.text !== '{' && tokens[value.from]?.text !== '[')
        found.push({
          ...settingOf(text, tokens, value),
          name: label.text,
          nameSpan: { start: label.start, end: label.end },
          span: { start: token.start, end: tokens[value.to - 1]?.end ?? label.end },
        });
    } else if (tokens[at + 1]?.text === ':') {
      const isList = LISTS.test(token.text);
      let isMap = MAPS.test(token.text);
      const outer = around.at(-1);
      if (isMap && token.text === 'properties') {
        if (outer) outer.config ??= isConfig(tokens, outer.brace);
        isMap = outer?.config === true;
      }
      if (isList || isMap) found.push(...settingsAt(text, tokens, at + 2, isMap));
    }
  }
  const places = new Map(found.map((one) => [one.nameSpan.start, one]));
  return [...places.values()].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** Bicep: settings of apps, environment variables and secrets of containers, parameters with their values. */
export const bicep: SettingsFormat = {
  id: 'bicep',
  handles: (path) => /\.bicep(?:param)?$/i.test(path),
  isExample: (path) => /[.-](?:example|sample|template|dist)\.bicepparam$/i.test(baseName(path)),
  read: (text) => (text.includes('\0') ? null : settingsIn(text)),
};
