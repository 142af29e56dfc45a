import { coverOf } from '../../core/cover';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { CodeNode } from '../../languages/contract/node';
import type { SettingUse } from '../../languages/contract/setting';
import { sourcesOf, trace } from '../../languages/trace';
import { refusal } from '../refusals';
import { guardEdits } from './guard-edits';
import { inTurn, isRefusal, plus } from './pass';
import type { DraftContext, Pass } from './pass';
import { settingChanges } from './settings';

/** Code that asks whether the secret's setting is there, where it reads it in place, asks for the endpoint's. */
export const settingTests: Pass = (draft, context) => {
  const { file, uses } = context;
  const read = coverOf(leavesOf(context).map(({ outer }) => outer));
  // Each once, however many uses read the setting.
  const changes = new Map(
    uses.flatMap((use) => settingChanges(use, context)).map((one) => [JSON.stringify([one.from, one.to]), one]),
  );
  return inTurn(changes.values(), draft, (now, { from, to }) => {
    const others = file.readsOf(from).filter(({ place, asks }) => asks && !read.covers(place));
    const edits = editsOf(others, from, to, context);
    return isRefusal(edits) ? edits : plus(now, { edits });
  });
};

/** Where the uses themselves read settings. */
const leavesOf = ({ uses, file }: DraftContext): readonly CodeNode[] =>
  uses.flatMap(({ match }) =>
    [...match.bound.values()]
      .flatMap((node) => sourcesOf(trace(node, file)))
      .flatMap(({ leaf, inner }) => (inner ? [leaf, ...sourcesOf(inner).map((one) => one.leaf)] : [leaf])),
  );

function editsOf(
  others: readonly SettingUse[],
  from: string,
  to: string | null,
  context: DraftContext,
): readonly TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  for (const { role, read, nameSpan } of others) {
    if (role.kind === 'guard' && to === null) {
      const operands = role.operands.map((span) => ({
        span,
        newText: span.start === role.operand.start ? null : undefined,
      }));
      edits.push(
        ...guardEdits(
          { statement: role.statement, operands, stays: false, renamed: false, keeps: null },
          new Map(),
          context,
        ),
      );
      continue;
    }
    if (to === null) return refusal('setting-tested', '', { name: from });
    edits.push(read?.renamed(to) ?? { span: nameSpan, newText: to });
    if (role.kind !== 'guard') continue;
    const operands = role.operands.map((span) => ({ span, newText: undefined }));
    const guard = { statement: role.statement, operands, stays: false, renamed: true, keeps: null };
    edits.push(...guardEdits(guard, new Map([[from, to]]), context));
  }
  return edits;
}
