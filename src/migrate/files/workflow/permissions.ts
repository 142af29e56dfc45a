import { editedOrNull } from '../../../core/edit';
import type { TextEdit } from '../../../core/edit';
import { lineEnd } from '../../../formats/lines';
import { at, itemsOf, pairsOf, resolved, textOf } from '../../../formats/yaml/tree';
import type { YamlNode, YamlPair } from '../../../formats/yaml/tree';
import { beforeOnLine, lineEndOf } from '../file-fix';
import { pairOf } from './workflow';
import type { WorkflowStep } from './workflow';

const TOKEN = 'id-token';

const allows = (permissions: YamlNode | null): boolean =>
  textOf(permissions) === 'write-all' || textOf(at(permissions, TOKEN)) === 'write';

/** True when a job of a workflow may ask for a token of OpenID Connect. */
function grantsToken(root: YamlNode, job: string): boolean {
  const own = pairOf(at(at(root, 'jobs'), job), 'permissions');
  return own ? allows(own.value) : allows(at(root, 'permissions'));
}

/** True when edits leave a workflow that can be read, and whose job may ask for a token. */
export async function mayAskForToken(
  text: string,
  edits: readonly TextEdit[],
  { job }: WorkflowStep,
): Promise<boolean> {
  const after = editedOrNull(text, edits);
  const { parseYaml } = await import('../../../formats/yaml/parse');
  const root = after === null ? null : parseYaml(after)?.[0];
  return root !== null && root !== undefined && grantsToken(root, job.key.text);
}

/** Actions that need no more of the workflow's token than to read the repository. */
const HARMLESS =
  /^(?:actions\/(?:checkout|setup-[\w-]{1,100}|cache|upload-artifact|download-artifact)|azure\/[\w-]{1,100}|hashicorp\/setup-terraform|docker\/(?:setup-[\w-]{1,100}|build-push-action|login-action|metadata-action)|microsoft\/setup-msbuild|nuget\/setup-nuget|gradle\/actions\/setup-gradle|pnpm\/action-setup|ruby\/setup-ruby|denoland\/setup-deno|oven-sh\/setup-bun)@/i;

/** Uses of the token that may need more than to read: its permissions are not known, so none are taken away. */
const USES_TOKEN = /github\.token|GITHUB_TOKEN|GH_TOKEN|\bgit\s{1,99}push\b|\bgh\s{1,99}\w/;

/** True when a list of permissions takes nothing from a job that it uses. */
function needsOnlyReading(text: string, { root, job }: WorkflowStep): boolean {
  const body = text.slice(job.start, job.end) + text.slice(at(root, 'env')?.start ?? 0, at(root, 'env')?.end ?? 0);
  const actions = itemsOf(at(job.value, 'steps')).flatMap((step) => textOf(at(step, 'uses')) ?? []);
  return !USES_TOKEN.test(body) && actions.every((name) => HARMLESS.test(name));
}

/** Adds the permission to a list, or gives it the right value. A reason where the list cannot say it. */
function intoList(text: string, { value }: YamlPair): readonly TextEdit[] | string {
  const list = resolved(value);
  if (list && allows(list)) return [];
  if (list?.kind !== 'map') return 'workflow-permissions-as-word';
  const own = pairOf(list, TOKEN);
  if (own)
    return own.value
      ? [{ span: { start: own.value.start, end: own.value.end }, newText: 'write' }]
      : 'workflow-not-read';
  const last = list.pairs.at(-1);
  if (!last) return [{ span: { start: list.start, end: list.end }, newText: `{ ${TOKEN}: write }` }];
  if (text[list.start] === '{') return [{ span: { start: last.end, end: last.end }, newText: `, ${TOKEN}: write` }];
  const end = lineEnd(text, last.end);
  const indent = beforeOnLine(text, list.pairs[0]?.start ?? last.start);
  return /^[ \t]+$/.test(indent)
    ? [{ span: { start: end, end }, newText: `${lineEndOf(text)}${indent}${TOKEN}: write` }]
    : 'workflow-not-read';
}

/** A list of its own for the job, after the line that says where it runs. */
function ownList(text: string, { job }: WorkflowStep, others: readonly string[]): readonly TextEdit[] | string {
  const after = pairOf(job.value, 'runs-on');
  const indent = after ? beforeOnLine(text, after.start) : '';
  if (!after || !/^[ \t]+$/.test(indent) || text[job.value?.start ?? 0] === '{') return 'workflow-not-read';
  const step = indent.slice(beforeOnLine(text, job.start).length) || '  ';
  const end = lineEnd(text, after.end);
  const lines = ['permissions:', ...[...others, `${TOKEN}: write`].map((one) => step + one)];
  return [{ span: { start: end, end }, newText: lines.map((line) => lineEndOf(text) + indent + line).join('') }];
}

/** The edits that let the job ask for a token, or the reason why there are none. What it may do otherwise stays. */
export function permissionEdits(text: string, place: WorkflowStep): readonly TextEdit[] | string {
  const { root, job } = place;
  if (grantsToken(root, job.key.text)) return [];
  if (isCalled(root)) return 'workflow-called';
  const own = pairOf(job.value, 'permissions');
  if (own) return intoList(text, own);
  const shared = pairOf(root, 'permissions');
  if (!shared) return needsOnlyReading(text, place) ? ownList(text, place, ['contents: read']) : 'workflow-token-used';
  if (pairsOf(at(root, 'jobs')).length === 1) return intoList(text, shared);
  const list = resolved(shared.value);
  if (list?.kind !== 'map') return 'workflow-permissions-as-word';
  // The other jobs get no token: this job repeats the list.
  const others = list.pairs.filter(({ key }) => key.text !== TOKEN).map(({ start, end }) => text.slice(start, end));
  return ownList(text, place, others);
}

/** A workflow that others call has no more permissions than they give it. */
function isCalled(root: YamlNode): boolean {
  const on = at(root, 'on');
  return (
    textOf(on) === 'workflow_call' ||
    itemsOf(on).some((one) => textOf(one) === 'workflow_call') ||
    pairsOf(on).some(({ key }) => key.text === 'workflow_call')
  );
}
