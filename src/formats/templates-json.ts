import type { Node } from 'jsonc-parser';
import { baseName } from '../core/document';
import { expression } from './expression';
import type { Setting, SettingsFormat, SettingValue } from './format';
import { mapSettings, namedSettings } from './inline';
import {
  items,
  keyOf,
  member,
  properties,
  readJson,
  settingAt,
  spanOf,
  stringOf,
  insideOf,
  valueNode,
} from './json-tree';
import { settingsIn } from './json-tree';

/** A string of a template that is computed: `[parameters('x')]`. Two brackets at the start are a literal. */
function templateValue(setting: Setting): Setting {
  const text = setting.value.value.reveal();
  if (!/^\[[^[]/.test(text) || !text.endsWith(']')) return setting;
  const reads = [...text.matchAll(/\b(?:parameters|variables)\('([\w.-]{1,100})'\)/g)].map((hit) => hit[1] ?? '');
  return { ...setting, value: expression(text, reads) };
}

const LISTS = /^(?:appSettings|connectionStrings|env|environmentVariables|secrets)$/i;
const MAPS = /^(?:appSettings|environmentVariables|appSettingsKeyValuePairs)$/i;
/** The name of a resource whose properties are settings: `name: "[concat(..., '/appsettings')]"`. */
const CONFIG = /(?:^|\/)(?:appsettings|connectionstrings)\b/i;

function templateSettings(root: Node): Setting[] {
  const found: Setting[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const one of properties(node)) {
      const value = valueNode(one);
      if (value?.type === 'array' && LISTS.test(keyOf(one))) found.push(...namedSettings(value));
      else if (value?.type === 'object' && MAPS.test(keyOf(one))) found.push(...mapSettings(value));
    }
    const type = stringOf(member(node, 'type')) ?? '';
    if (/\/config$|^config$/i.test(type) && CONFIG.test(stringOf(member(node, 'name')) ?? ''))
      found.push(...mapSettings(member(node, 'properties')));
    for (const child of node.children ?? []) open.push(child);
  }
  return found;
}

/** Parameters: values of a parameters file, default values of a template. */
const parameters = (root: Node): Setting[] =>
  properties(member(root, 'parameters')).flatMap((one): Setting[] => {
    const [key, body] = one.children ?? [];
    const value = member(body, 'value') ?? member(body, 'defaultValue');
    if (!key || !body) return [];
    const name = keyOf(one);
    if (value && value.type !== 'object' && value.type !== 'array') return [{ ...settingAt(name, one, key, value) }];
    const secret = member(body, 'reference');
    return secret
      ? [
          {
            name,
            value: expression('', [stringOf(member(secret, 'secretName')) ?? ''].filter(Boolean)),
            span: spanOf(one),
            nameSpan: insideOf(key),
            valueSpan: spanOf(secret),
          },
        ]
      : [];
  });

const unique = (settings: readonly Setting[]): Setting[] =>
  [...new Map(settings.map((one) => [one.nameSpan.start, one])).values()].sort(
    (a, b) => a.nameSpan.start - b.nameSpan.start,
  );

/** Templates of Azure Resource Manager and their parameters; other JSON holds no settings. */
export const armTemplate: SettingsFormat = {
  id: 'arm',
  handles: (path) => /\.json$/i.test(path),
  isExample: (path) => /[.-](?:example|sample|template|dist)\.parameters\.json$/i.test(baseName(path)),
  read(text) {
    if (!/schema\.management\.azure\.com\/schemas\//i.test(text)) return [];
    const json = readJson(text);
    return json && unique([...parameters(json.root), ...templateSettings(json.root)].map(templateValue));
  },
};

/** Properties whose value is the name of a setting. */
const NAMING =
  /^(?:connection|connectionStringSetting|connectionName|apiKey|accountName|.{0,200}(?:ConnectionString|Connection|Key)Setting)$/i;

const named = (name: string): SettingValue => expression(name, [name]);

/** `function.json`: bindings name the settings that the host reads for them: `connection`, `%NAME%`. */
export const functionJson: SettingsFormat = {
  id: 'function-json',
  handles: (path) => /^function\.json$/i.test(baseName(path)),
  isExample: () => false,
  read(text) {
    const json = readJson(text);
    if (!json) return null;
    return items(member(json.root, 'bindings')).flatMap((binding) =>
      properties(binding).flatMap((one): Setting[] => {
        const [key, value] = one.children ?? [];
        const given = stringOf(value);
        if (!key || !value || !given) return [];
        const places = [...given.matchAll(/%([A-Za-z_][\w:.-]{0,200})%/g)].map((hit) => hit[1] ?? '');
        const names = NAMING.test(keyOf(one)) && places.length === 0 ? [given] : places;
        const span = insideOf(value);
        return names.map((name) => ({
          name,
          value: named(name),
          span: spanOf(one),
          nameSpan: placeOf(text, span.start, span.end, name),
          valueSpan: spanOf(value),
        }));
      }),
    );
  },
};

/** Where a name is in a string. */
function placeOf(text: string, start: number, end: number, name: string) {
  const at = text.slice(start, end).indexOf(name);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + name.length };
}

/** `host.json`: each value can be set from outside as `AzureFunctionsJobHost__a__b`. */
export const hostJson: SettingsFormat = {
  id: 'host-json',
  handles: (path) => /^host\.json$/i.test(baseName(path)),
  isExample: () => false,
  read(text) {
    const json = readJson(text);
    return json && settingsIn(json.root, 'AzureFunctionsJobHost:');
  },
};
