import { baseName } from '../core/document';
import { tokensOf } from './block-tokens';
import type { Syntax, Token } from './block-tokens';
import { assignedSetting, assignmentsIn, bracesAfter } from './blocks';
import type { Assignment } from './blocks';
import { hiddenInComment } from './comments';
import { expression, valueOf } from './expression';
import type { Setting, SettingsFormat, SettingValue } from './format';
import { linesIn } from './lines';

const SYNTAX: Syntax = { quote: '"', tripled: false, heredocs: true, hash: true };

/** Maps whose names are settings of an app. */
const MAPS = /^(?:app_settings|environment_variables|secure_environment_variables|environment)$/;
/** Blocks with a name and a value: of container apps, of connection strings. */
const BLOCKS = /^(?:env|secret|connection_string|environment_variable|set|set_sensitive)$/;

/** Names that an expression reads: `var.x`, `local.x`, `azurerm_storage_account.main.primary_access_key`. */
function readsOf(tokens: readonly Token[]): string[] {
  const text = tokens
    .filter(({ kind }) => kind !== 'break')
    .map(({ kind, text }) => (kind === 'string' ? `"${text}"` : text))
    .join('');
  return [...text.matchAll(/\b(?:var|local|data|module|each|self|azurerm_\w{1,60})\.[A-Za-z_][\w.-]{0,200}/g)].map(
    (hit) => hit[0],
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_, one: string) => ESCAPES[one] ?? one).replace(/\$\$\{/g, '${');

/** A single string is a literal, or a text with references; all else is computed. */
function valueIn(text: string, tokens: readonly Token[]): SettingValue {
  const [one, ...more] = tokens.filter(({ kind }) => kind !== 'break');
  if (one?.kind === 'string' && more.length === 0) {
    const reads = /\$\{/.test(one.text) ? readsOf(tokens) : [];
    return reads.length > 0 ? expression(one.text, reads) : valueOf(unescaped(one.text));
  }
  const first = tokens[0];
  const last = tokens.at(-1);
  const written = first && last ? text.slice(first.start, last.end) : '';
  return more.length === 0 && one?.kind === 'word' && /^(?:\d|true$|false$|null$)/.test(one.text)
    ? valueOf(one.text === 'null' ? '' : one.text)
    : expression(written, readsOf(tokens));
}

const settingOf = (text: string, tokens: readonly Token[], assignment: Assignment): Setting =>
  assignedSetting(tokens, assignment, (value) => valueIn(text, value));

/** `name = "X"` beside `value = ...` in a block. */
function namedSetting(text: string, tokens: readonly Token[], first: number, end: number): Setting[] {
  const own = assignmentsIn(tokens, first, end, '=');
  const name = own.find((one) => one.name.text === 'name');
  const value = own.find((one) => /^(?:value|secret_name|key_vault_secret_id)$/.test(one.name.text));
  const label = name && tokens[name.from];
  if (!name || label?.kind !== 'string' || name.to !== name.from + 1) return [];
  const given = value ? settingOf(text, tokens, value) : null;
  const place = { start: label.end, end: label.end };
  const isReference = value && value.name.text !== 'value';
  return [
    {
      name: label.text,
      value: !given
        ? valueOf('')
        : isReference
          ? expression(given.value.value.reveal(), [given.value.value.reveal()])
          : given.value,
      span: { start: tokens[first - 1]?.start ?? label.start, end: tokens[end]?.end ?? label.end },
      nameSpan: { start: label.start + 1, end: label.end - 1 },
      valueSpan: given?.valueSpan ?? place,
    },
  ];
}

function settingsIn(text: string): Setting[] {
  const tokens = tokensOf(text, SYNTAX);
  const found: Setting[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (MAPS.test(token.text) && tokens[at + 1]?.text === '=') {
      for (const [first, end] of bracesAfter(tokens, at + 2))
        found.push(...assignmentsIn(tokens, first, end, '=').map((each) => settingOf(text, tokens, each)));
    } else if (BLOCKS.test(token.text) && tokens[at + 1]?.text === '{') {
      const end = tokens[at + 1]?.pair ?? -1;
      if (end > 0) found.push(...namedSetting(text, tokens, at + 2, end));
    } else if (token.text === 'variable' && tokens[at + 1]?.kind === 'string' && tokens[at + 2]?.text === '{') {
      const [label, end] = [tokens[at + 1], tokens[at + 2]?.pair ?? -1];
      const value = assignmentsIn(tokens, at + 3, end, '=').find(({ name }) => name.text === 'default');
      if (label && value) {
        const setting = settingOf(text, tokens, value);
        found.push({
          ...setting,
          name: label.text,
          nameSpan: { start: label.start + 1, end: label.end - 1 },
          span: { start: token.start, end: tokens[end]?.end ?? token.end },
        });
      }
    }
  }
  return found.sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** Terraform: settings of apps, environment variables of containers, defaults of variables. */
export const terraform: SettingsFormat = {
  id: 'terraform',
  handles: (path) => /\.tf$/i.test(path),
  isExample: () => false,
  read: (text) => (text.includes('\0') ? null : settingsIn(text)),
};

/** `*.tfvars`: values of variables. */
export const tfvars: SettingsFormat = {
  id: 'tfvars',
  handles: (path) => /\.tfvars$/i.test(path),
  isExample: (path) => /(?:^|[.-])(?:example|sample|template|dist)\.(?:auto\.)?tfvars$/i.test(baseName(path)),
  read(text) {
    if (text.includes('\0')) return null;
    const tokens = tokensOf(text, SYNTAX);
    const found: Setting[] = [];
    const open: [first: number, end: number, prefix: string][] = [[0, tokens.length, '']];
    for (let next = open.pop(); next; next = open.pop()) {
      const [first, end, prefix] = next;
      for (const one of assignmentsIn(tokens, first, end, '=')) {
        const opening = tokens[one.from];
        const name = prefix + one.name.text;
        // Maps and lists of maps; a list of texts is one value.
        if (opening?.text === '{' && opening.pair > 0) open.push([one.from + 1, opening.pair, `${name}.`]);
        else found.push({ ...settingOf(text, tokens, one), name });
      }
    }
    return found.sort((a, b) => a.nameSpan.start - b.nameSpan.start);
  },
  besides: (text) =>
    [...linesIn(text)].flatMap((line) => {
      const mark = /(?:^|\s)(?:#|\/\/)/.exec(line.text);
      return mark ? hiddenInComment(text, { start: line.start + mark.index, end: line.end }) : [];
    }),
};
