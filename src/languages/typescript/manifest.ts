import { baseName } from '../../core/document';
import { isJsonObject, jsonKeys, setJson } from '../../formats/json';
import type { Manifest } from '../code';
import { VERSIONS } from './packages';

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
};
