import type { GuidanceContext } from '../session/guidance-context';
import { keyOf } from './guidance-subject';
import type { Gathered, GuidanceSubject, Known } from './guidance-subject';

/** Milliseconds the page waits for what the workspace says before it is shown without. */
const PATIENCE = 10;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Stage {
  readonly likely: string | null;
  readonly gathered: Gathered;
}

/** Asks the workspace about subjects, and calls `show` as often as there is more to show. */
export interface Gatherer {
  readonly known: Known;
  /** Shows the subject within {@link PATIENCE}; what takes longer is added when it is there. A later call ends it. */
  gather(about: GuidanceSubject | undefined, context: GuidanceContext | null): Promise<void>;
}

export function createGatherer(about: GuidanceSubject | undefined, show: () => void): Gatherer {
  let known: Known = { about, gathered: null, likely: null };
  let turn = 0;
  return {
    get known() {
      return known;
    },
    async gather(subject, context) {
      known = { ...known, about: subject };
      turn += 1;
      const mine = turn;
      if (subject === undefined || context === null) {
        show();
        return;
      }
      const stages = stagesOf(subject, context, known.gathered);
      const next = async (): Promise<boolean> => {
        const stage = await stages.next();
        if (stage.done === true || mine !== turn) return false;
        known = { ...known, ...stage.value };
        return true;
      };
      const first = next().catch(() => false);
      const inTime = await Promise.race([first, pause(PATIENCE)]);
      if (mine !== turn) return;
      show();
      if (inTime !== true && (await first)) show();
      // The page leaves before the plan takes the processor.
      await pause(0);
      if (mine === turn && (await next().catch(() => false))) show();
    },
  };
}

/** Names and access first: they are quick to come by. The code needs a whole plan, so the page does not wait for it. */
async function* stagesOf(
  about: GuidanceSubject,
  context: GuidanceContext,
  before: Gathered | null,
): AsyncGenerator<Stage> {
  const { ref, service } = about;
  const key = keyOf(about);
  const old = before?.key === key ? before.change : undefined;
  const [clues, likely, around] = await Promise.all([
    ref === undefined || service === null ? { values: {} } : context.clues(service, ref),
    context.likelyHost(),
    ref === undefined ? null : context.around(ref),
  ]);
  yield { likely, gathered: { key, change: old, clues, around } };
  if (ref !== undefined) yield { likely, gathered: { key, change: await context.change(ref), clues, around } };
}
