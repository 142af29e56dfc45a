import type { Setting } from '../format';
import { jsonSettings, pairSettings } from '../inline';
import { shellSettings } from '../shell';
import { settingsOfMap, settingsOfNamed } from './settings';
import { at, mapsIn } from './tree';
import type { YamlNode } from './tree';

/** Inputs of tasks and actions that hold settings of an app: as JSON, or as pairs. */
const JSON_INPUTS = /^(?:app-settings-json|connection-strings-json|appSettings|connectionStrings|appSettingsJson)$/;
const PAIR_INPUTS =
  /^(?:appSettings|app-settings|environmentVariables|environment-variables|secure-environment-variables)$/;

/**
 * GitHub workflows and Azure Pipelines: `env` and `variables` at every level, inputs of steps that set an app's settings,
 * and commands of scripts that do.
 */
export function pipelineSettings(text: string, root: YamlNode): Setting[] | null {
  const isWorkflow = at(root, 'jobs') !== null && at(root, 'on') !== null;
  const isPipeline = ['steps', 'stages', 'jobs', 'variables', 'runs', 'extends'].some(
    (name) => at(root, name) !== null,
  );
  if (!isWorkflow && !isPipeline) return null;
  return mapsIn(root).flatMap((map) => {
    const variables = at(map, 'variables');
    return [
      ...settingsOfMap(at(map, 'env')),
      ...(variables?.kind === 'list' ? settingsOfNamed(variables) : settingsOfMap(variables)),
      ...map.pairs.flatMap(({ key, value }): Setting[] => {
        if (value?.kind !== 'scalar') return [];
        const raw = { start: value.start, end: value.end };
        if (/^(?:run|script|bash|inlineScript|scriptInline)$/.test(key.text)) return shellSettings(text, raw);
        const settings = JSON_INPUTS.test(key.text) ? jsonSettings(text, raw) : [];
        return settings.length > 0 || !PAIR_INPUTS.test(key.text) ? settings : pairSettings(text, raw);
      }),
    ];
  });
}
