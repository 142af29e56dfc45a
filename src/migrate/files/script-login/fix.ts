import { refused } from '../file-fix';
import type { FileFix } from '../file-fix';
import { isWorkflow, isYamlFile } from '../workflow/workflow';

/** What is on the lines before a secret of `az login`: options before it may be on lines of their own. */
const COMMAND = /\baz login\b(?:[^\r\n\\]|\\[^]){0,600}$/;

/** `az login` with a secret in a script: which login replaces it depends on where the script runs. */
export const scriptLogin: FileFix = {
  id: 'script-login',
  rules: ['infra/login-with-secret'],
  handles: isYamlFile,
  plan: ({ path, text }, { start }) =>
    Promise.resolve(
      COMMAND.test(text.slice(Math.max(0, start - 700), start))
        ? refused(isWorkflow(path) ? 'login-in-script' : 'login-in-pipeline')
        : null,
    ),
};
