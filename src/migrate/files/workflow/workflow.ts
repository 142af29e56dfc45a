import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { at, itemsOf, mapsIn, pairsOf, textOf } from '../../../formats/yaml/tree';
import type { YamlMap, YamlNode, YamlPair } from '../../../formats/yaml/tree';

const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]{1,200}\.ya?ml$/i;

/** True for a workflow of GitHub Actions, by its path. */
export const isWorkflow = (path: string): boolean => WORKFLOW.test(path);

export const isYamlFile = (path: string): boolean => /\.ya?ml$/i.test(path);

/** A step of a workflow with the job it belongs to. */
export interface WorkflowStep {
  readonly root: YamlNode;
  readonly job: YamlPair;
  readonly step: YamlMap;
}

/** The entry of a mapping with a name. */
export const pairOf = (node: YamlNode | null, name: string): YamlPair | undefined =>
  pairsOf(node).find(({ key }) => key.text === name);

/** The action that a step uses, in lower case and without its version: `azure/login`. */
export const actionOf = (step: YamlNode): string => (textOf(at(step, 'uses')) ?? '').split('@')[0]?.toLowerCase() ?? '';

/** The secret that a value is and nothing else: `${{ secrets.NAME }}`. */
export const secretIn = (value: YamlNode | null | undefined): string | null =>
  /^\$\{\{\s{0,99}secrets\.(\w{1,100})\s{0,99}\}\}$/.exec(textOf(value) ?? '')?.[1] ?? null;

/** True where a change of one job could reach others: `&name`, `*name`, `<<`. */
export const sharesNodes = (root: YamlNode): boolean =>
  mapsIn(root).some((map) => map.pairs.some(({ key, value }) => key.text === '<<' || value?.kind === 'alias'));

/** The step of a workflow at a place: null where none is there, undefined where the workflow cannot be read. */
export async function stepAt(text: string, span: Span): Promise<WorkflowStep | null | undefined> {
  const { parseYaml } = await import('../../../formats/yaml/parse');
  const roots = parseYaml(text);
  const [root] = roots ?? [];
  if (!root || roots?.length !== 1) return undefined;
  for (const job of pairsOf(at(root, 'jobs')))
    for (const step of itemsOf(at(job.value, 'steps')))
      if (step.kind === 'map' && contains(step, span)) return { root, job, step };
  return null;
}

/** The value of a variable at a step, where the workflow itself gives it one. */
export function variableAt({ root, job, step }: WorkflowStep, name: string): string | null {
  for (const node of [step, job.value, root]) {
    const value = textOf(at(at(node, 'env'), name));
    if (value !== null) return value;
  }
  return null;
}
