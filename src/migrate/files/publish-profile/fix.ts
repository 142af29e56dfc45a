import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { at, textOf } from '../../../formats/yaml/tree';
import { beforeOnLine, refused, wholeLines } from '../file-fix';
import type { FileChange, FileFix, FileRefusal } from '../file-fix';
import { isOwnRunner, loginBefore, signsInBefore } from '../workflow/login-step';
import { mayAskForToken, permissionEdits } from '../workflow/permissions';
import { environmentOf } from '../workflow/subjects';
import {
  actionOf,
  isWorkflow,
  isYamlFile,
  pairOf,
  secretIn,
  sharesNodes,
  stepAt,
  variableAt,
} from '../workflow/workflow';
import type { WorkflowStep } from '../workflow/workflow';
import { profileSteps } from './steps';

const ACTIONS = /^azure\/(?:webapps-deploy|functions-action)$/;

/** Words for what is not production: a profile of that name may be one of a slot. */
const SLOT = /slot|stag|preview|preprod|canary|blue|green|\bqa|uat|test|dev/i;

/** Where the profile alone may say that a slot is meant: without it, the action would deploy to production. */
function maybeSlot(place: WorkflowStep, secret: string): boolean {
  const inputs = at(place.step, 'with');
  if (textOf(at(inputs, 'slot-name')) !== null) return false;
  const word = SLOT.exec(`${secret.replaceAll('_', ' ')} ${environmentOf(place) ?? ''}`)?.[0];
  return word !== undefined && !appOf(place).toLowerCase().includes(word.toLowerCase());
}

/** The name of the app, with a variable of the workflow in its place. */
function appOf(place: WorkflowStep): string {
  const name = textOf(at(at(place.step, 'with'), 'app-name')) ?? '';
  const variable = /^\$\{\{\s{0,99}env\.(\w{1,100})\s{0,99}\}\}$/.exec(name)?.[1];
  return (variable === undefined ? null : variableAt(place, variable)) ?? name;
}

/** Why the profile stays, before the edits are made. */
function whyNot(place: WorkflowStep, secret: string | null): string | null {
  if (secret === null) return 'workflow-secret-chosen';
  if (sharesNodes(place.root)) return 'workflow-anchors';
  if (appOf(place) === '') return 'publish-profile-app';
  if (isOwnRunner(place)) return 'workflow-own-runner';
  return maybeSlot(place, secret) ? 'publish-profile-slot' : null;
}

function changeOf(path: string, text: string, place: WorkflowStep): FileChange | FileRefusal {
  const input = pairOf(at(place.step, 'with'), 'publish-profile');
  const secret = secretIn(input?.value);
  const reason = whyNot(place, secret);
  if (reason !== null) return refused(reason);
  const lines = input ? wholeLines(text, input) : null;
  const isSignedIn = signsInBefore(text, place);
  const login = isSignedIn ? null : loginBefore(text, place);
  if (!lines || secret === null || (!isSignedIn && !login)) return refused('workflow-not-read');
  const permissions = isSignedIn ? [] : permissionEdits(text, place);
  if (typeof permissions === 'string') return refused(permissions);
  return {
    kind: 'change',
    title: say('Deploy with OpenID Connect instead of the publish profile {name}', { name: secret }),
    service: 'arm-service-principal',
    edits: [...(login ? [login] : []), { span: lines, newText: '' }, ...permissions],
    steps: profileSteps(path, place, { secret, app: appOf(place), isSignedIn }),
  };
}

/** The input at a place, as the text before it says. */
const isProfile = (text: string, { start }: Span): boolean =>
  /\bpublish-profile:[ \t]*$/.test(beforeOnLine(text, start));

/** The publish profile of an app in a workflow of GitHub Actions: a login with OpenID Connect instead. */
export const publishProfile: FileFix = {
  id: 'publish-profile',
  rules: ['infra/login-with-secret'],
  handles: isYamlFile,
  async plan({ path, text }, span) {
    if (!isProfile(text, span)) return null;
    if (!isWorkflow(path)) return refused('login-outside-workflow');
    const place = await stepAt(text, span);
    const value = place ? at(at(place.step, 'with'), 'publish-profile') : null;
    if (!place || !value || !contains(value, span)) return refused('workflow-not-read');
    if (!ACTIONS.test(actionOf(place.step))) return refused('publish-profile-action');
    const change = changeOf(path, text, place);
    const isWhole =
      change.kind === 'refusal' || signsInBefore(text, place) || (await mayAskForToken(text, change.edits, place));
    return isWhole ? change : refused('cannot-read-back');
  },
};
