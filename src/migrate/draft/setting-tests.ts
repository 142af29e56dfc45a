import { coverOf } from '../../core/cover';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { CodeNode } from '../../languages/contract/node';
import type { SettingUse } from '../../languages/contract/setting';
import { sourcesOf, trace } from '../../languages/trace';
import { refusal } from '../refusals';
import { guardEdits } from './guard-edits';
import type { GuardRole } from './guards';
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
  for (const other of others) {
    const { role, read, nameSpan } = other;
    if (role.kind === 'guard' && role.form && to !== null) {
      edits.push(...formEdits(other, role, others, from, to, context));
      continue;
    }
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
    const guard = { statement: role.statement, operands, stays: false, renamed: true, keeps: role.keeps };
    edits.push(...guardEdits(guard, new Map([[from, to]]), context));
  }
  return edits;
}

/** A guard that asks for the form of the old value, which the new one does not have, asks whether the new one is there. */
function formEdits(
  { place, read, nameSpan }: SettingUse,
  role: GuardRole,
  others: readonly SettingUse[],
  from: string,
  to: string,
  context: DraftContext,
): readonly TextEdit[] {
  const isTwin = others.some(
    (one) => one.role.kind === 'guard' && !one.role.form && one.role.statement.start === role.statement.start,
  );
  const { span, newText } = read?.renamed(to) ?? { span: nameSpan, newText: to };
  const { text } = context.file;
  const fresh = text.slice(place.start, span.start) + newText + text.slice(span.end, place.end);
  const operands = role.operands.map((one) => ({
    span: one,
    newText: one.start !== role.operand.start ? undefined : isTwin ? null : context.file.dialect.isMissing(fresh),
  }));
  const guard = { statement: role.statement, operands, stays: false, renamed: true, keeps: null };
  return guardEdits(guard, new Map([[from, to]]), context);
}
