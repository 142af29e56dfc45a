import { refused } from '../file-fix';
import type { FileFix } from '../file-fix';

/** A key in the settings of an app in a template of JSON: explained, not changed. */
export const armSettings: FileFix = {
  id: 'arm-settings',
  rules: ['infra/key-in-settings'],
  handles: (path) => /\.jsonc?$/i.test(path),
  plan: () => Promise.resolve(refused('template-arm')),
};
