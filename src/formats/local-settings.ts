import { baseName } from '../core/document';
import {
  addSetting,
  addSettingAfter,
  properties,
  property,
  readJson,
  removeSetting,
  replaceSetting,
  settingsIn,
} from './json-settings';
import type { SettingsFormat } from './settings-format';

/** What the Functions host reads by itself: no code has to. */
const HOST = /^(?:AzureWebJobs|FUNCTIONS_|AzureFunctionsJobHost|WEBSITE_)/i;

const valuesOf = (text: string) => {
  const json = readJson(text);
  const values = json && property(json.root, 'Values')?.children?.[1];
  return json && values?.type === 'object' ? { json, values } : null;
};

/** `local.settings.json` of Azure Functions: `Values` become the environment, `ConnectionStrings` a section. */
export const localSettings: SettingsFormat = {
  id: 'local-settings',
  handles: (path) => /^local\.settings(?:\.[\w-]+)*\.json$/i.test(baseName(path)),
  isExample: (path) => /\.(?:example|sample|template|dist)\.json$/i.test(baseName(path)),
  keeps: (name) => HOST.test(name),
  read(text) {
    const found = valuesOf(text);
    if (!found) return null;
    const connections = property(found.json.root, 'ConnectionStrings')?.children?.[1];
    const own = properties(connections).length > 0 && connections ? settingsIn(connections, 'ConnectionStrings:') : [];
    return [...settingsIn(found.values), ...own];
  },
  replace(text, setting, name, value) {
    const found = valuesOf(text);
    return found ? replaceSetting(found.json, found.values, setting, name, value) : [];
  },
  insertAfter(text, setting, name, value) {
    const found = valuesOf(text);
    return found ? addSettingAfter(found.json, found.values, setting, name, value) : [];
  },
  append(text, name, value) {
    const found = valuesOf(text);
    return found ? addSetting(found.json, found.values, name, value) : [];
  },
  remove(text, setting) {
    const found = valuesOf(text);
    return found ? removeSetting(found.json, setting) : [];
  },
};
