import type { TextEdit } from '../../core/edit';
import { spanIndex } from '../../core/span-index';
import type { Span } from '../../core/span';
import type { Declaration, Reference, Role } from '../../languages/contract/declaration';
import { refusal } from '../refusals';
import type { CodeWriter } from '../../languages/contract/writer';
import { endpointsOf } from './endpoints-of';
import { guardEdits } from './guard-edits';
import type { Guard } from './guard-edits';
import { endpointNames } from './imported-secrets';
import type { Draft } from './model';
import { plus } from './pass';
import type { FileContext, Pass } from './pass';
import { renamedSettings } from './settings';

/** Guards on the secret test the endpoint that took its place, or go where nothing did. */
export const guards: Pass = (draft, context) => {
  if (testsOf(draft).some(leavesNothingToTest)) return refusal('dual-path');
  const asked = askedEdits(draft);
  if (asked === null) return refusal('dual-path', context.uses[0]?.service.title);
  return withGuards(plus(draft, { edits: asked }), renamedSettings(draft, context.uses), context);
};

/** Conditions that do without the secret where it is missing ask for the endpoint; null where nothing takes its place. */
function askedEdits(draft: Draft): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const { declaration, successors, unread } of holdersOf(draft)) {
    const asked = declaration.references.filter(({ role }) => role.kind === 'asked');
    if (asked.length === 0 || !unread) continue;
    const [successor] = successors;
    if (successor === undefined) return null;
    edits.push(...asked.map(({ start, end }) => ({ span: { start, end }, newText: successor })));
  }
  return edits;
}

/** A condition around the code with the secret would ask for a value that nobody reads any more. */
const leavesNothingToTest = ({ role, successors, unread }: Test): boolean =>
  role.keeps !== null && unread && successors.length === 0;

/** @param settings names that the message of a guard may mention, with the names that take their place */
export function withGuards(draft: Draft, settings: ReadonlyMap<string, string>, context: FileContext): Draft {
  const tests = testsOf(draft);
  const mentions = tests.flatMap((test) => mentionEdits(test, context.writer));
  const edits = guardsOf(tests, context).flatMap((guard) => guardEdits(guard, settings, context));
  const mentioned = spanIndex(mentions, ({ span }) => [span]);
  const inMention = ({ span, newText }: TextEdit): boolean => newText !== '' && mentioned(span).length > 0;
  return plus(draft, { edits: [...mentions, ...edits.filter((edit) => !inMention(edit))] });
}

export type GuardRole = Extract<Role, { kind: 'guard' }>;

/** One place where a guard tests a secret, or speaks of it. */
interface Test {
  readonly declaration: Declaration;
  readonly reference: Reference;
  readonly role: GuardRole;
  /** The endpoints that take the place of the secret. */
  readonly successors: readonly string[];
  /** Nothing else reads the secret any more. */
  readonly unread: boolean;
}

function testsOf(draft: Draft): readonly Test[] {
  return holdersOf(draft).flatMap((holder) =>
    holder.declaration.references.flatMap((reference) =>
      reference.role.kind === 'guard' ? [{ ...holder, reference, role: reference.role }] : [],
    ),
  );
}

/** What held the secret, and what holds the endpoint now. */
function holdersOf(draft: Draft): readonly Omit<Test, 'reference' | 'role'>[] {
  const { reached, imported, unread } = draft;
  const bindings = new Map(imported.map((secret) => [secret.importedTrace.imported.binding, secret] as const));
  const unreadBindings = imported
    .filter((one) => one.unread)
    .map(({ importedTrace: beyond }) => beyond.imported.binding);
  return [...new Set([...reached, ...bindings.keys()])].flatMap((declaration) => {
    const secret = bindings.get(declaration);
    const own = endpointsOf(declaration, draft).map(({ name }) => name);
    const successors = secret ? endpointNames(secret) : own;
    const goes = unread.has(declaration) || unreadBindings.includes(declaration);
    return [{ declaration, successors, unread: goes }];
  });
}

/** `nameof(conn)` in what a guard says. */
function mentionEdits({ declaration, reference, role, successors, unread }: Test, writer: CodeWriter): TextEdit[] {
  if (!role.mention || !unread) return [];
  const [successor] = successors;
  return [
    successor === undefined
      ? { span: role.mention, newText: writer.string(declaration.name) }
      : { span: reference, newText: successor },
  ];
}

/** The guards with what becomes of their operands, each once: several secrets may be in one condition. */
function guardsOf(tests: readonly Test[], context: FileContext): readonly Guard[] {
  const found = new Map<string, { readonly role: GuardRole; readonly tests: Test[] }>();
  for (const test of tests.filter(({ role }) => !role.mention)) {
    const { start, end } = test.role.keeps ? test.role.operand : test.role.statement;
    const key = `${String(start)}:${String(end)}`;
    const guard = found.get(key) ?? { role: test.role, tests: [] };
    guard.tests.push(test);
    found.set(key, guard);
  }
  return [...found.values()].map(({ role: { statement, operands, keeps }, tests: own }) => {
    const changed = own.filter(isChanged);
    return {
      statement,
      keeps,
      operands: operands.map((span) => ({ span, newText: operandAfter(span, changed, context) })),
      stays: changed.some(({ unread }) => !unread),
      renamed: own.some(({ unread, successors, declaration: { name } }) => unread && successors.includes(name)),
    };
  });
}

/** What the operand tests afterwards: the secret where it stays, and the endpoints. */
const testedAfter = ({ declaration, successors, unread }: Test): readonly string[] => [
  ...(unread ? [] : [declaration.name]),
  ...successors,
];

const isChanged = (test: Test): boolean => {
  const [only, ...others] = testedAfter(test);
  return others.length > 0 || only !== test.declaration.name;
};

/** The operand's new text: null where it goes, undefined where it stays as it is. */
function operandAfter(operand: Span, changed: readonly Test[], { file }: FileContext): string | null | undefined {
  const test = changed.findLast(({ role }) => role.operand.start === operand.start && role.operand.end === operand.end);
  if (!test) return undefined;
  const { reference, role } = test;
  if (role.form && test.unread) {
    const [successor] = test.successors;
    const isTwin = changed.some(
      (one) => one !== test && !one.role.form && one.role.statement.start === role.statement.start,
    );
    return successor === undefined || isTwin ? null : file.dialect.isMissing(successor);
  }
  const before = file.text.slice(operand.start, reference.start);
  const after = file.text.slice(reference.end, operand.end);
  const names = testedAfter(test);
  return names.length === 0 ? null : file.dialect.or(names.map((name) => before + name + after));
}
