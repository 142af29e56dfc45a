import { baseName } from '../core/document';
import { isJsonObject, jsonKeys, jsonString, setJson } from '../formats/json';
import type { Manifest } from './manifest';
import { VERSIONS } from './npm-versions';

/** `package.json`: packages are added to `dependencies`, where they are not anywhere yet. */
export const packageJson: Manifest = {
  isManifest: (path) => baseName(path) === 'package.json',
  add(text, packageName) {
    const version = VERSIONS[packageName];
    if (!isJsonObject(text) || version === undefined) return null;
    const present = ['dependencies', 'peerDependencies', 'optionalDependencies'].some((group) =>
      jsonKeys(text, [group])?.includes(packageName),
    );
    return present ? [] : setJson(text, ['dependencies', packageName], `^${version}`);
  },
  version(text, packageName) {
    for (const group of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
      const range = jsonString(text, [group, packageName]);
      // `^1.2`, `~1.2.3`, `>=1 <3`, `npm:name@1.2.3`: the first number is the lowest.
      if (range !== null) return /(?:^|[\^~>=v@\s])(\d+(?:\.\d+){0,2})/.exec(range)?.[1] ?? null;
    }
    return null;
  },
};
