import type { ProjectFile } from '../core/files';
import { diffLines } from 'diff';
import type { TextEdit } from '../core/edit';
import { say } from '../core/message';
import { stepsOf } from '../steps/plan';
import { mergeWork } from '../steps/work';
import { serviceOf } from '../services/index';
import type { Migration, Plan } from './migration';
import { refusal } from './refusals';

/** Line-wise edits that turn one text into another. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: { start: number; end: number; newText: string } | null = null;
  for (const { added, removed, value } of diffLines(before, after)) {
    if (!added && !removed) {
      if (open) edits.push({ span: { start: open.start, end: open.end }, newText: open.newText });
      open = null;
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, newText: '' };
    if (added) open.newText += value;
    else {
      at += value.length;
      open.end = at;
    }
  }
  if (open) edits.push({ span: { start: open.start, end: open.end }, newText: open.newText });
  return edits;
}

const unique = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** One migration out of several that were planned one after the other. Edits refer to the texts before the first. */
export function combine(
  plans: readonly Migration[],
  before: readonly ProjectFile[],
  after: readonly ProjectFile[],
): Plan {
  const [first] = plans;
  if (!first) return { kind: 'refusal', ...refusal('nothing-to-do') };
  if (plans.length === 1) return first;
  const work = mergeWork(plans.map((plan) => plan.work));
  const paths = unique(plans.map(({ files }) => files.map(({ path }) => path)));
  return {
    ...first,
    title: say('Use DefaultAzureCredential for all Azure clients in this file ({count} secrets)', {
      count: plans.length,
    }),
    files: paths.map((path) => ({
      path,
      edits: editsBetween(
        before.find((file) => file.path === path)?.text ?? '',
        after.find((file) => file.path === path)?.text ?? '',
      ),
    })),
    packages: unique(plans.map(({ packages }) => packages)),
    settings: {
      added: unique(plans.map(({ settings }) => settings.added)),
      removed: unique(plans.map(({ settings }) => settings.removed)),
    },
    work,
    steps: stepsOf(work, serviceOf),
  };
}
