import { baseName } from '../core/document';
import { addSetting, addSettingAfter, readJson, removeSetting, replaceSetting, settingsIn } from './json-settings';
import type { SettingsFormat } from './settings-format';

/** `appsettings.json`, `appsettings.Development.json`, ...: `A:B` is `B` in the object `A`. New settings stand at the top. */
export const appsettings: SettingsFormat = {
  id: 'appsettings',
  handles: (path) => /^appsettings(?:\.[\w-]+)*\.json$/i.test(baseName(path)),
  isExample: (path) => /\.(?:example|sample|template|dist)\.json$/i.test(baseName(path)),
  read(text) {
    const json = readJson(text);
    return json && settingsIn(json.root);
  },
  replace(text, setting, name, value) {
    const json = readJson(text);
    return json ? replaceSetting(json, json.root, setting, name, value) : [];
  },
  insertAfter(text, setting, name, value) {
    const json = readJson(text);
    return json ? addSettingAfter(json, json.root, setting, name, value) : [];
  },
  append(text, name, value) {
    const json = readJson(text);
    return json ? addSetting(json, json.root, name, value) : [];
  },
  remove(text, setting) {
    const json = readJson(text);
    return json ? removeSetting(json, setting) : [];
  },
};
