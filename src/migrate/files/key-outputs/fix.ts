import { refused } from '../file-fix';
import type { FileFix } from '../file-fix';

/** A key in the outputs of a deployment: who reads it is outside, so nothing is changed. Those of Terraform have a rule of their own. */
export const keyOutputs: FileFix = {
  id: 'key-outputs',
  rules: ['infra/key-in-output'],
  handles: (path) => /\.(?:bicep|jsonc?)$/i.test(path),
  plan: () => Promise.resolve(refused('key-in-output')),
};
