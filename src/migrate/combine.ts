import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Migration, Plan, PlannedEdit } from './migration';
import { serviceOf } from '../services/index';
import { stepsOf } from '../steps/plan';
import { mergeFollowUps } from '../steps/follow-up';
import { refusal } from './refusals';

const unique = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/**
 * One migration out of several that were planned one after the other.
 * @param files all their edits, which refer to the texts before the first
 * @param title names them where they are not of code
 */
export function combine(plans: readonly Migration[], files: readonly PlannedEdit[], title?: Message): Plan {
  const [first] = plans;
  if (!first) return { kind: 'refusal', ...refusal('nothing-to-do') };
  if (plans.length === 1) return first;
  const work = mergeFollowUps(plans.map((plan) => plan.work));
  return {
    ...first,
    title:
      title ??
      say('Use DefaultAzureCredential for all Azure clients in this file ({count} secrets)', { count: plans.length }),
    files,
    packages: unique(plans.map(({ packages }) => packages)),
    settings: {
      added: unique(plans.map(({ settings }) => settings.added)),
      removed: unique(plans.map(({ settings }) => settings.removed)),
    },
    work,
    steps: stepsOf(work, serviceOf),
  };
}
