import { baseName } from '../core/document';
import { hiddenInComment } from './comments';
import type { SettingsFormat } from './format';
import { changeJson, targetAt } from './json-edit';
import { commentsIn, readJson, settingsIn } from './json-tree';

/** `appsettings.json`, `appsettings.Development.json`, ...: `A:B` is `B` in the object `A`. New settings are at the top. */
export const appsettings: SettingsFormat = {
  id: 'appsettings',
  handles: (path) => /^appsettings(?:\.[\w-]+)*\.json$/i.test(baseName(path)),
  isExample: (path) => /\.(?:example|sample|template|dist)\.json$/i.test(baseName(path)),
  read(text) {
    const json = readJson(text);
    return json && settingsIn(json.root);
  },
  change(text, change) {
    const json = readJson(text);
    const target = json && targetAt(json.root, []);
    return target && changeJson(json, target, change);
  },
  besides: (text) => commentsIn(text).flatMap((comment) => hiddenInComment(text, comment)),
};
