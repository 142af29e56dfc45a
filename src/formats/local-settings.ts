import { baseName } from '../core/document';
import { hiddenInComment } from './comments';
import type { SettingsFormat } from './format';
import { changeJson, targetAt } from './json-edit';
import { commentsIn, readJson, settingsIn } from './json-tree';

/** What the Functions host reads by itself: no code has to. */
const HOST = /^(?:AzureWebJobs|FUNCTIONS_|AzureFunctionsJobHost|WEBSITE_)/i;

const valuesOf = (text: string) => {
  const json = readJson(text);
  const target = json && targetAt(json.root, ['Values']);
  return target && { json, target };
};

/** `local.settings.json` of Azure Functions: `Values` become the environment, `ConnectionStrings` a section. */
export const localSettings: SettingsFormat = {
  id: 'local-settings',
  handles: (path) => /^local\.settings(?:\.[\w-]{1,100}){0,20}\.json$/i.test(baseName(path)),
  isExample: (path) => /\.(?:example|sample|template|dist)\.json$/i.test(baseName(path)),
  keeps: (name) => HOST.test(name),
  read(text) {
    const found = valuesOf(text);
    if (!found) return null;
    const connections = targetAt(found.json.root, ['ConnectionStrings']);
    return [
      ...settingsIn(found.target.node),
      ...(connections ? settingsIn(connections.node, 'ConnectionStrings:') : []),
    ];
  },
  change(text, change) {
    const found = valuesOf(text);
    return found && changeJson(found.json, found.target, change);
  },
  values(text) {
    const json = readJson(text);
    return json && settingsIn(json.root);
  },
  besides: (text) => commentsIn(text).flatMap((comment) => hiddenInComment(text, comment)),
};
