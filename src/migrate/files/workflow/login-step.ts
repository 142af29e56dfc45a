import type { TextEdit } from '../../../core/edit';
import { at, itemsOf, textOf } from '../../../formats/yaml/tree';
import type { YamlMap, YamlNode } from '../../../formats/yaml/tree';
import { beforeOnLine, lineEndOf } from '../file-fix';
import { actionOf, pairOf } from './workflow';
import type { WorkflowStep } from './workflow';

/** What a step of a list begins with, in its line. */
const ITEM = /^([ \t]*)-[ \t]+$/;

/** The condition of a step as it is written; empty without one, null where it has several lines. */
function conditionOf(text: string, step: YamlNode): string | null {
  const value = pairOf(step, 'if')?.value;
  const written = value ? text.slice(value.start, value.end) : '';
  return /[\r\n]|^[|>]/.test(written) ? null : written;
}

/** True where the job has signed in to Azure when a step begins. */
export function signsInBefore(text: string, { job, step }: WorkflowStep): boolean {
  const condition = conditionOf(text, step);
  return itemsOf(at(job.value, 'steps')).some((other) => {
    const own = conditionOf(text, other);
    return other.start < step.start && actionOf(other) === 'azure/login' && (own === '' || own === condition);
  });
}

/** Where the runner is not known to have the Azure CLI, which azure/login needs: a container, a runner of one's own. */
export function isOwnRunner({ job }: WorkflowStep): boolean {
  const runsOn = at(job.value, 'runs-on');
  const label = textOf(runsOn);
  return (
    at(job.value, 'container') !== null ||
    label === null ||
    !/^(?:ubuntu|windows|macos)-[\w.-]{1,40}$/i.test(label.trim())
  );
}

/** The start of the first comment line right above a line, or the start of the line. */
function aboveComments(text: string, lineStart: number): number {
  const above = /(?:(?<=^|[\r\n])[ \t]{0,200}#[^\r\n]{0,500}(?:\r\n|\r|\n)){0,50}$/.exec(
    text.slice(Math.max(0, lineStart - 5000), lineStart),
  );
  return lineStart - (above?.[0].length ?? 0);
}

/** What the entries of `with` are indented by. */
function unitOf(text: string, step: YamlMap): string {
  const inputs = pairOf(step, 'with');
  const first = inputs?.value?.kind === 'map' ? inputs.value.pairs[0] : undefined;
  if (!inputs || !first) return '  ';
  const [outer, inner] = [inputs.start, first.start].map((offset) => beforeOnLine(text, offset).length);
  return ' '.repeat(Math.max(1, (inner ?? 2) - (outer ?? 0)));
}

/** A step that signs in, right before another one and under its condition; null where the text does not allow it. */
export function loginBefore(text: string, { step }: WorkflowStep): TextEdit | null {
  const before = beforeOnLine(text, step.start);
  const condition = conditionOf(text, step);
  if (!ITEM.test(before) || condition === null || at(step, 'continue-on-error') !== null) return null;
  const pad = before.replace('-', ' ');
  const unit = unitOf(text, step);
  const entries = [
    ...(at(step, 'name') === null ? [] : ['name: Sign in to Azure']),
    ...(condition === '' ? [] : [`if: ${condition}`]),
    'uses: azure/login@v3',
    'with:',
    ...(['client-id', 'tenant-id', 'subscription-id'] as const).map(
      (input) => `${unit}${input}: \${{ vars.AZURE_${input.replace('-', '_').toUpperCase()} }}`,
    ),
  ];
  const end = lineEndOf(text);
  const offset = aboveComments(text, step.start - before.length);
  const apart = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, offset - 200), offset)) ? end : '';
  const lines = entries.map((entry, i) => (i === 0 ? before : pad) + entry + end);
  return { span: { start: offset, end: offset }, newText: lines.join('') + apart };
}
