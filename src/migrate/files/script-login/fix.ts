import { refused } from '../file-fix';
import type { FileFix } from '../file-fix';
import { isWorkflow, isYamlFile } from '../workflow/workflow';

/** What is on the lines before a secret of `az login`: options before it may be on lines of their own. */
const COMMAND = /\baz login\b(?:[^\r\n\\]|\\[^]){0,600}$/;

/** Azure Pipelines, by the name of the file or by what no other platform has. */
const isAzurePipeline = (path: string, text: string): boolean =>
  /(?:^|\/)\.?azure-?(?:pipelines?|devops)/i.test(path) || /^[ \t]{0,99}(?:- )?(?:task|vmImage)[ \t]{0,9}:/m.test(text);

const reasonIn = (path: string, text: string): string =>
  isWorkflow(path) ? 'login-in-script' : isAzurePipeline(path, text) ? 'login-in-pipeline' : 'login-elsewhere';

/** `az login` with a secret in a script: which login replaces it depends on where the script runs. */
export const scriptLogin: FileFix = {
  id: 'script-login',
  rules: ['infra/login-with-secret'],
  handles: isYamlFile,
  plan: ({ path, text }, { start }) =>
    Promise.resolve(COMMAND.test(text.slice(Math.max(0, start - 700), start)) ? refused(reasonIn(path, text)) : null),
};
