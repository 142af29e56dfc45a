import type { TextEdit } from '../../../core/edit';
import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { withoutTrailing } from '../../../core/trailing';
import { at, textOf } from '../../../formats/yaml/tree';
import type { YamlMap } from '../../../formats/yaml/tree';
import { beforeOnLine, lineEndOf, refused } from '../file-fix';
import type { FileChange, FileFix, FileRefusal } from '../file-fix';
import { mayAskForToken, permissionEdits } from '../workflow/permissions';
import { actionOf, isWorkflow, isYamlFile, pairOf, sharesNodes, stepAt } from '../workflow/workflow';
import type { WorkflowStep } from '../workflow/workflow';
import { credentialsIn, variableFor } from './login';
import type { Login } from './login';
import { loginSteps } from './steps';

/** Inputs that say how to sign in; with one of them the secret is not the only way. */
const OTHER_WAYS = ['client-id', 'tenant-id', 'subscription-id', 'auth-type'];

/** The input with a secret, or the reason why it is not known; null where the place is another sort of finding. */
function loginOf(place: WorkflowStep, span: Span): Login | string | null {
  if (actionOf(place.step) !== 'azure/login') return null;
  const creds = pairOf(at(place.step, 'with'), 'creds');
  if (!creds?.value || !contains(creds.value, span)) return null;
  const credentials = credentialsIn(creds);
  if (credentials) return { ...place, creds, ...credentials };
  return textOf(creds.value)?.trim().startsWith('{') === true ? 'workflow-not-read' : 'workflow-secret-chosen';
}

/** OpenID Connect came with version 1.4. A commit tells its version in the comment beside it, or not at all. */
function isOldVersion(text: string, step: YamlMap): boolean {
  const uses = at(step, 'uses');
  const ref = (textOf(uses) ?? '').split('@')[1] ?? '';
  const said = /^[\da-f]{40}$/i.test(ref)
    ? /^["']?[ \t]{0,99}#[ \t]{0,99}(?:azure\/login@)?(v?\d[\d.]{0,100})/i.exec(text.slice(uses?.end ?? 0))?.[1]
    : ref;
  const version = /^v?(\d+)(?:\.(\d+))?/.exec(said ?? '');
  if (!version) return said === undefined || !/^(?:master|main)$/.test(said);
  const [, major = '0', minor] = version;
  return Number(major) < 1 || (major === '1' && minor !== undefined && Number(minor) < 4);
}

/** The inputs that take the place of the secret, each with its value. */
function inputsOf({ step, secret, ids }: Login): (readonly [string, string])[] {
  const noSubscription = textOf(at(at(step, 'with'), 'allow-no-subscriptions')) === 'true';
  const named = (what: string): string => `\${{ vars.${variableFor(secret, what)} }}`;
  const subscription = ids ? ids.subscription : named('SUBSCRIPTION_ID');
  return [
    ['client-id', ids?.client ?? named('CLIENT_ID')],
    ['tenant-id', ids?.tenant ?? named('TENANT_ID')],
    ...(noSubscription || subscription === null ? [] : ([['subscription-id', subscription]] as const)),
  ];
}

function inputEdit(text: string, login: Login): TextEdit | null {
  const { step, creds } = login;
  const indent = beforeOnLine(text, creds.start);
  const value = creds.value;
  if (!value || !/^[ \t]+$/.test(indent) || text[at(step, 'with')?.start ?? 0] === '{') return null;
  const quote = login.ids ? '' : (/^["']/.exec(text.slice(value.start, value.end))?.[0] ?? '');
  const lines = inputsOf(login).map(([input, written]) => `${input}: ${quote}${written}${quote}`);
  const end = creds.start + withoutTrailing(text.slice(creds.start, value.end), ' \t\r\n').length;
  return { span: { start: creds.start, end }, newText: lines.join(lineEndOf(text) + indent) };
}

/** Why the login is left as it is, before its edits are made. */
function whyNot(text: string, { root, step, ids }: Login): string | null {
  const inputs = at(step, 'with');
  if (sharesNodes(root)) return 'workflow-anchors';
  // Without a subscription the login would fail, unless it is told that there is none.
  if (ids?.subscription === null && textOf(at(inputs, 'allow-no-subscriptions')) !== 'true') return 'workflow-not-read';
  if (OTHER_WAYS.some((name) => at(inputs, name) !== null)) return 'login-several-ways';
  if (!/^(?:azurecloud)?$/i.test(textOf(at(inputs, 'environment')) ?? '')) return 'login-other-cloud';
  return isOldVersion(text, step) ? 'login-too-old' : null;
}

function changeOf(path: string, text: string, login: Login): FileChange | FileRefusal {
  const reason = whyNot(text, login);
  if (reason !== null) return refused(reason);
  const input = inputEdit(text, login);
  if (!input) return refused('workflow-not-read');
  const permissions = permissionEdits(text, login);
  if (typeof permissions === 'string') return refused(permissions);
  return {
    kind: 'change',
    title: say('Sign in with OpenID Connect instead of the secret {name}', { name: login.secret }),
    service: 'arm-service-principal',
    edits: [input, ...permissions],
    steps: loginSteps(path, login),
  };
}

/** `azure/login` of GitHub Actions: OpenID Connect instead of the secret with the credentials of an app. */
export const azureLogin: FileFix = {
  id: 'azure-login',
  rules: ['infra/login-with-secret'],
  handles: isYamlFile,
  async plan({ path, text }, span) {
    if (!/\bcreds:[ \t]*$|\bclientSecret\\?["'][ \t]*:[ \t]*\\?["']$/.test(beforeOnLine(text, span.start))) return null;
    if (!isWorkflow(path)) return refused('login-outside-workflow');
    const place = await stepAt(text, span);
    const login = place ? loginOf(place, span) : null;
    if (!place || login === null) return refused('workflow-not-read');
    if (typeof login === 'string') return refused(login);
    const change = changeOf(path, text, login);
    return change.kind === 'change' && !(await mayAskForToken(text, change.edits, login))
      ? refused('cannot-read-back')
      : change;
  },
};
