import type { ProjectFile } from '../core/files';
import { editsBetween } from '../core/edits-between';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Migration, Plan } from './migration';
import { refusal } from './refusals';

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
  const steps = new Map<string, Message>();
  for (const step of plans.flatMap((plan) => plan.steps)) steps.set(JSON.stringify(step), step);
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
    steps: [...steps.values()],
  };
}
