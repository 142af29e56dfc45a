import type { TextEdit } from '../../../core/edit';
import { say } from '../../../core/message';
import { contains } from '../../../core/span';
import { lineEnd } from '../../../formats/lines';
import { at, textOf } from '../../../formats/yaml/tree';
import { beforeOnLine, refused, wholeLines } from '../file-fix';
import type { FileChange, FileFix, FileRefusal } from '../file-fix';
import { isOwnRunner, loginBefore, signsInBefore } from '../workflow/login-step';
import { mayAskForToken, permissionEdits } from '../workflow/permissions';
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
import { registrySteps } from './steps';

/** The input with the address of the registry, by the action. */
const ADDRESS: Readonly<Record<string, string>> = {
  'docker/login-action': 'registry',
  'azure/docker-login': 'login-server',
};

/** A registry of the public cloud. A name has letters and digits only: other addresses are no names. */
const REGISTRY = /^(?:https:\/\/)?([a-z0-9]{5,50})\.azurecr\.io\/?$/i;

/** A registry as a command names it. */
interface Registry {
  /** Its name, or a place to fill in. */
  readonly name: string;
  /** The name, or the variable of the workflow that holds the address. */
  readonly written: string;
}

function registryOf(place: WorkflowStep): Registry | null {
  const written = (textOf(at(at(place.step, 'with'), ADDRESS[actionOf(place.step)] ?? '')) ?? '').trim();
  // The name is kept apart, the address is of Azure for certain.
  const [, own] = /^(\$\{\{\s{0,9}(?:env|vars|secrets)\.\w{1,100}\s{0,9}\}\})\.azurecr\.io$/.exec(written) ?? [];
  if (own !== undefined) return { name: '<registry>', written: own };
  const variable = /^\$\{\{\s{0,99}env\.(\w{1,100})\s{0,99}\}\}$/.exec(written)?.[1];
  const name = REGISTRY.exec((variable === undefined ? written : variableAt(place, variable)) ?? '')?.[1];
  // The Azure CLI takes the address of a registry for its name.
  return name === undefined ? null : { name, written: variable === undefined ? name : written };
}

/** The step with a command in the place of the action and without its inputs; null where the text does not allow it. */
function stepEdits(text: string, { step }: WorkflowStep, { written }: Registry): TextEdit[] | null {
  const [uses, inputs] = [pairOf(step, 'uses'), pairOf(step, 'with')];
  const lines = inputs ? wholeLines(text, inputs) : null;
  if (!uses || !lines || text[inputs?.value?.start ?? 0] === '{' || at(step, 'continue-on-error') !== null) return null;
  const stop = lineEnd(text, uses.end);
  // The comment beside a version goes with it.
  const end = /^[ \t]*(?:#.*)?$/.test(text.slice(uses.end, stop)) ? stop : uses.end;
  return [
    { span: { start: uses.start, end }, newText: `run: az acr login --name ${written}` },
    { span: lines, newText: '' },
  ];
}

function changeOf(path: string, text: string, place: WorkflowStep): FileChange | FileRefusal {
  const secret = secretIn(at(at(place.step, 'with'), 'password'));
  if (secret === null) return refused('workflow-secret-chosen');
  if (sharesNodes(place.root)) return refused('workflow-anchors');
  const registry = registryOf(place);
  if (!registry) return refused('registry-unknown');
  if (isOwnRunner(place)) return refused('workflow-own-runner');
  const isSignedIn = signsInBefore(text, place);
  const login = isSignedIn ? null : loginBefore(text, place);
  const step = stepEdits(text, place, registry);
  if (!step || (!isSignedIn && !login)) return refused('workflow-not-read');
  const permissions = isSignedIn ? [] : permissionEdits(text, place);
  if (typeof permissions === 'string') return refused(permissions);
  return {
    kind: 'change',
    title: say('Sign in to the registry with OpenID Connect instead of {name}', { name: secret }),
    service: 'container-registry',
    edits: [...(login ? [login] : []), ...step, ...permissions],
    steps: registrySteps(path, place, { secret, registry: registry.name, isSignedIn }),
  };
}

/** The password of a container registry in a workflow of GitHub Actions: `az acr login` with an identity instead. */
export const registryPassword: FileFix = {
  id: 'registry-password',
  rules: ['infra/login-with-secret'],
  handles: isYamlFile,
  async plan({ path, text }, span) {
    if (!/\bpassword:[ \t]*$/.test(beforeOnLine(text, span.start))) return null;
    if (!isWorkflow(path)) return refused('login-outside-workflow');
    const place = await stepAt(text, span);
    const value = place ? at(at(place.step, 'with'), 'password') : null;
    if (!place || !value || !contains(value, span) || ADDRESS[actionOf(place.step)] === undefined)
      return refused('workflow-not-read');
    const change = changeOf(path, text, place);
    const isWhole =
      change.kind === 'refusal' || signsInBefore(text, place) || (await mayAskForToken(text, change.edits, place));
    return isWhole ? change : refused('cannot-read-back');
  },
};
