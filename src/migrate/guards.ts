import type { TextEdit } from '../core/edit';
import { overlaps } from '../core/span';
import type { Span } from '../core/span';
import type { CodeFile, CodeWriter, Declaration } from '../languages/code';

interface Guard {
  readonly statement: Span;
  readonly operands: readonly Span[];
  /** New text by operand; null where it goes. */
  readonly changed: Map<string, string | null>;
  /** The guard tests a secret that stays: its message stays true. */
  stays: boolean;
}

const key = ({ start, end }: Span): string => `${start}:${end}`;

/**
 * The edits of the guards on a secret: they test the endpoint that took its place, or go when nothing did.
 * `names` holds the endpoints per declaration; `settings` the names a guard's message may mention.
 */
export function guardEdits(
  reached: ReadonlySet<Declaration>,
  unread: ReadonlySet<Declaration>,
  names: ReadonlyMap<Declaration, readonly string[]>,
  settings: ReadonlyMap<string, string>,
  file: CodeFile,
  writer: CodeWriter,
): TextEdit[] {
  const guards = new Map<string, Guard>();
  const mentions: TextEdit[] = [];
  for (const declaration of reached) {
    const successors = names.get(declaration) ?? [];
    for (const reference of declaration.references) {
      if (reference.role.kind !== 'guard') continue;
      const { statement, operand, operands, mention } = reference.role;
      if (mention) {
        const [successor] = successors;
        if (!unread.has(declaration)) continue;
        mentions.push(
          successor === undefined
            ? { span: mention, newText: writer.string(declaration.name) }
            : { span: reference, newText: successor },
        );
        continue;
      }
      const known = guards.get(key(statement)) ?? {
        statement,
        operands,
        changed: new Map<string, string | null>(),
        stays: false,
      };
      guards.set(key(statement), known);
      const text = file.text.slice(operand.start, operand.end);
      const named = (name: string) =>
        text.slice(0, reference.start - operand.start) + name + text.slice(reference.end - operand.start);
      const wanted = [...(unread.has(declaration) ? [] : [declaration.name]), ...successors];
      if (wanted.length === 1 && wanted[0] === declaration.name) continue;
      known.stays ||= !unread.has(declaration);
      known.changed.set(key(operand), wanted.length === 0 ? null : wanted.map(named).join(' || '));
    }
  }
  const edits = [...guards.values()].flatMap((guard) => editsOf(guard, settings, file, writer));
  const inMention = ({ span, newText }: TextEdit) =>
    newText !== '' && mentions.some((mention) => overlaps(mention.span, span));
  return [...mentions, ...edits.filter((edit) => !inMention(edit))];
}

function editsOf(
  { statement, operands, changed, stays }: Guard,
  settings: ReadonlyMap<string, string>,
  file: CodeFile,
  writer: CodeWriter,
): TextEdit[] {
  if (changed.size === 0) return [];
  const kept = operands.filter((operand) => changed.get(key(operand)) !== null);
  if (kept.length === 0) return [writer.removeStatement(statement)];
  const edits: TextEdit[] = [];
  operands.forEach((operand, i) => {
    const text = changed.get(key(operand));
    if (text === undefined) return;
    if (text !== null) {
      edits.push({ span: operand, newText: text });
      return;
    }
    const next = operands[i + 1];
    const lastKept = kept.at(-1);
    // Before the last kept operand the `||` behind goes along, after it the one in front.
    const span =
      next && lastKept && operand.start < lastKept.start
        ? { start: operand.start, end: next.start }
        : { start: operands[i - 1]?.end ?? operand.start, end: operand.end };
    edits.push({ span, newText: '' });
  });
  if (stays) return edits;
  const condition = operands.at(-1)?.end ?? statement.start;
  for (const [from, to] of settings) {
    const message = file.text.slice(condition, statement.end);
    for (const hit of message.matchAll(new RegExp(`\\b${from.replace(/\W/g, '\\$&')}\\b`, 'g'))) {
      const start = condition + hit.index;
      edits.push({ span: { start, end: start + from.length }, newText: to });
    }
  }
  // What the guard says of a missing connection string it now says of the endpoint.
  for (const hit of settings.size > 0
    ? file.text.slice(condition, statement.end).matchAll(/\bconnection[ _-]?string\b/gi)
    : []) {
    const start = condition + hit.index;
    if (!edits.some(({ span }) => span.start < start + hit[0].length && start < span.end))
      edits.push({ span: { start, end: start + hit[0].length }, newText: 'endpoint' });
  }
  return edits;
}
