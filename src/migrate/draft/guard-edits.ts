import type { TextEdit } from '../../core/edit';
import { overlaps } from '../../core/span';
import type { Span } from '../../core/span';
import type { FileContext } from './pass';

/** A statement that stops where a secret is missing. */
export interface Guard {
  readonly statement: Span;
  /** The statement stays whatever becomes of the test; what complains is the message alone. */
  readonly keeps: { readonly message: Span | null } | null;
  readonly operands: readonly Operand[];
  /** It tests a secret that stays: its message stays true. */
  readonly stays: boolean;
  /** The variable it tests keeps its name and holds the endpoint now. */
  readonly renamed: boolean;
}

interface Operand {
  readonly span: Span;
  /** Null where it goes, undefined where it stays as it is. */
  readonly newText: string | null | undefined;
}

/**
 * The edits of one guard: its operands, and what it says.
 * @param settings names that the message may mention, with the names that take their place
 */
export function guardEdits(
  guard: Guard,
  settings: ReadonlyMap<string, string>,
  { file, writer }: FileContext,
): readonly TextEdit[] {
  const { statement, operands, stays, keeps } = guard;
  if (operands.every(({ newText }) => newText === undefined))
    return guard.renamed ? messageEdits(guard, [], settings, file.text) : [];
  if (operands.every(({ newText }) => newText === null)) return [writer.removeStatement(statement)];
  const tests = operands.flatMap((_, i) => operandEdit(operands, i));
  return stays || (keeps && !keeps.message) ? tests : [...tests, ...messageEdits(guard, tests, settings, file.text)];
}

function operandEdit(operands: readonly Operand[], i: number): readonly TextEdit[] {
  const operand = operands[i];
  if (operand?.newText === undefined) return [];
  const { span, newText } = operand;
  if (newText !== null) return [{ span, newText }];
  const next = operands[i + 1]?.span;
  const lastKept = operands.findLast((one) => one.newText !== null)?.span;
  // Before the last operand that stays, the operator after it goes along; later, the one before it.
  const goes =
    next && lastKept && span.start < lastKept.start
      ? { start: span.start, end: next.start }
      : { start: operands[i - 1]?.span.end ?? span.start, end: span.end };
  return [{ span: goes, newText: '' }];
}

/** What the guard says of the secret's setting, or of a connection string, it says of the endpoint now. */
function messageEdits(
  { statement, operands, keeps }: Guard,
  tests: readonly TextEdit[],
  settings: ReadonlyMap<string, string>,
  text: string,
): readonly TextEdit[] {
  if (settings.size === 0) return [];
  const message = keeps?.message ?? { start: operands.at(-1)?.span.end ?? statement.start, end: statement.end };
  const names = [...settings].flatMap(([from, to]) =>
    replaced(new RegExp(`\\b${from.replace(/\W/g, '\\$&')}\\b`, 'g'), to, message, text),
  );
  const words = replaced(/\bconnection[ _-]?string\b/gi, 'endpoint', message, text);
  return [...names, ...words.filter(({ span }) => ![...tests, ...names].some((edit) => overlaps(edit.span, span)))];
}

const replaced = (words: RegExp, newText: string, { start, end }: Span, text: string): readonly TextEdit[] =>
  [...text.slice(start, end).matchAll(words)].map((hit) => ({
    span: { start: start + hit.index, end: start + hit.index + hit[0].length },
    newText,
  }));
