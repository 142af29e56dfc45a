import type { Setting } from '../format';
import { settingsOfEither, settingsOfMap } from './settings';
import { at, itemsOf, pairsOf, resolved, under } from './tree';
import type { YamlNode } from './tree';

/** Docker Compose and `azure.yaml`: `environment` (`env` there) of each service, and the arguments of its build. */
export function composeSettings(text: string, root: YamlNode): Setting[] | null {
  const services = pairsOf(at(root, 'services'));
  if (services.length === 0) return null;
  // What several services share by an alias is read once.
  const seen = new Set<YamlNode>();
  const fresh = (node: YamlNode | null): YamlNode | null => {
    const target = resolved(node) ?? null;
    if (target === null || seen.has(target)) return null;
    seen.add(target);
    return target;
  };
  return services.flatMap(({ value }) => [
    ...settingsOfEither(text, fresh(at(value, 'environment'))),
    ...settingsOfEither(text, fresh(at(value, 'env'))),
    ...settingsOfEither(text, fresh(under(value, 'build', 'args'))),
    // Extensions of the list form: `- NAME: value`.
    ...itemsOf(at(value, 'environment')).flatMap((item) => settingsOfMap(item)),
  ]);
}
