import type { Setting } from '../format';
import { settingsOfMap, settingsOfNamed } from './settings';
import { at, mapsIn, textOf } from './tree';
import type { YamlNode } from './tree';

/**
 * Kubernetes and Container Apps: `env` of containers, `data` and `stringData` of ConfigMaps and Secrets, `secrets` and
 * `env` of a Container App. Values below `data` of a Secret are base64.
 */
export function kubernetesSettings(root: YamlNode): Setting[] | null {
  const kind = textOf(at(root, 'kind'));
  const isApp = /^Microsoft\.App\//i.test(textOf(at(root, 'type')) ?? '');
  if (!isApp && (kind === null || at(root, 'apiVersion') === null)) return null;
  if (kind === 'ConfigMap' || kind === 'Secret')
    return [...settingsOfMap(at(root, 'data')), ...settingsOfMap(at(root, 'stringData'))];
  return mapsIn(root).flatMap((map) => [
    ...settingsOfNamed(at(map, 'env')),
    ...(isApp ? settingsOfNamed(at(map, 'secrets')) : []),
  ]);
}
